//! `check` without `--schema`: documents find their standard among those that are installed.

use super::support::{Call, call, data, objects, program};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_schema::store::{Delivery, Entry, Store};

fn add(store: &Path, path: PathBuf) -> Entry {
    let delivery = Delivery::read(&[path], None).unwrap();
    Store::at(store).add(&delivery).unwrap().entry
}

fn check(store: &Path, arguments: &[&str]) -> Call {
    let mut command = program();
    let output = command
        .env("XSOZIAL_STORE", store)
        .arg("check")
        .args(["--format", "jsonl"]);
    let output = output.args(arguments).output().unwrap();
    Call {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn first_code(call: &Call) -> String {
    objects(call)[0]["findings"][0]["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// A standard of this version, which fixes it on its root.
fn delivery(folder: &Path, version: &str, more: &str) -> PathBuf {
    let path = folder.join(format!("xb-{version}.xsd"));
    let text = format!(
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:xb">
        <xs:annotation><xs:appinfo><standard><nameLang>XB</nameLang><kennung>urn:xoev-de:x:standard:xb</kennung></standard>
        <versionStandard><version>{version}</version></versionStandard></xs:appinfo></xs:annotation>
        <xs:element name="a"><xs:complexType><xs:attribute name="version" fixed="{version}"/></xs:complexType></xs:element>
        {more}</xs:schema>"#
    );
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_verdict_is_that_of_the_schema_when_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    add(&store, data().join("standard/xsd"));
    for document in ["richtig.xml", "falsch.xml"] {
        if !data().join(document).is_file() {
            continue;
        }
        let installed = check(&store, &[document]);
        let named = program()
            .args(["check", "--schema", "standard/xsd", "--format", "jsonl", document])
            .output()
            .unwrap();
        let mut named: serde_json::Value = serde_json::from_slice(&named.stdout).unwrap();
        // The Schematron rules lie beside the folder that was named; they are not installed.
        named["checked"]["schematron"] = serde_json::Value::Null;
        assert_eq!(objects(&installed)[0], named, "{document}");
    }
    let call = check(&store, &["richtig.xml"]);
    assert_eq!(call.code, 0, "{}", call.stdout);
}

#[test]
fn versions_are_told_apart_by_the_root_and_otherwise_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    for version in ["1.0", "1.1"] {
        add(&store, delivery(folder.path(), version, ""));
    }
    let document = folder.path().join("a.xml");
    let document = |text: &str| {
        fs::write(&document, text).unwrap();
        document.to_str().unwrap().to_owned()
    };
    let told = check(&store, &[&document("<a xmlns='urn:example:xb' version='1.1'/>")]);
    assert_eq!(told.code, 0);
    assert_eq!(objects(&told)[0]["standard"]["version"], "1.1");
    let path = document("<a xmlns='urn:example:xb'/>");
    let asked = check(&store, &["--lang", "en", &path]);
    assert_eq!((asked.code, first_code(&asked).as_str()), (1, "XE0004"));
    let message = objects(&asked)[0]["findings"][0]["message"].to_string();
    assert!(message.contains("xb_1.0@") && message.contains("xb_1.1@"), "{message}");
    assert_eq!(check(&store, &["--standard", "xb_1.0", &path]).code, 0);
    // What the choice leaves is chosen among by the root.
    assert_eq!(first_code(&check(&store, &["--standard", "xb", &path])), "XE0004");
    let wrong = check(&store, &["--standard", "xb_3", &path]);
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""));
    assert!(
        wrong.stderr.contains("installed: urn:xoev-de:x:standard:xb_1.0@"),
        "{}",
        wrong.stderr
    );
}

#[test]
fn two_deliveries_of_one_version_are_chosen_by_their_hash() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let one = add(&store, delivery(folder.path(), "1.0", ""));
    add(&store, delivery(folder.path(), "1.0", r#"<xs:element name="b"/>"#));
    let path = folder.path().join("a.xml");
    fs::write(&path, "<a xmlns='urn:example:xb' version='1.0'/>").unwrap();
    let path = path.to_str().unwrap();
    assert_eq!(first_code(&check(&store, &[path])), "XE0004");
    let chosen = check(
        &store,
        &["--standard", &format!("xb@{}", &one.description.sha256[..6]), path],
    );
    assert_eq!(
        objects(&chosen)[0]["checked"]["xsd"]["sha256"],
        one.description.sha256.as_str()
    );
}

#[test]
fn the_code_lists_of_the_delivery_are_those_that_codes_are_checked_against() {
    let folder = tempfile::tempdir().unwrap();
    let own = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://xoev.de/schemata/code/1_0"
            targetNamespace="urn:example:xb">
        <xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="code.xsd"/>
        <xs:element name="art"><xs:complexType><xs:complexContent><xs:restriction base="c:Code"><xs:sequence>
            <xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
            <xs:attribute name="listURI" type="xs:anyURI" fixed="urn:example:liste"/>
            <xs:attribute name="listVersionID" type="xs:normalizedString" fixed="1"/>
            </xs:restriction></xs:complexContent></xs:complexType></xs:element></xs:schema>"#;
    let code = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://xoev.de/schemata/code/1_0">
        <xs:complexType name="Code"><xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
        <xs:attribute name="listURI" type="xs:anyURI"/><xs:attribute name="listVersionID" type="xs:normalizedString"/>
        </xs:complexType></xs:schema>"#;
    let list = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
        <Identification><ShortName>a</ShortName><Version>1</Version><CanonicalUri>urn:example:liste</CanonicalUri>
        <CanonicalVersionUri>urn:example:liste_1</CanonicalVersionUri></Identification>
        <ColumnSet><Column Id="k" Use="required"><ShortName>k</ShortName><Data Type="string"/></Column>
        <Key Id="s"><ShortName>s</ShortName><ColumnRef Ref="k"/></Key></ColumnSet>
        <SimpleCodeList><Row><Value ColumnRef="k"><SimpleValue>1</SimpleValue></Value></Row></SimpleCodeList></gc:CodeList>"#;
    let delivered = folder.path().join("lieferung");
    fs::create_dir(&delivered).unwrap();
    for (name, text) in [("xb.xsd", own), ("code.xsd", code), ("liste.xml", list)] {
        fs::write(delivered.join(name), text).unwrap();
    }
    let store = folder.path().join("store");
    add(&store, delivered);
    let document = folder.path().join("a.xml");
    let path = document.to_str().unwrap();
    for (code, expected) in [("1", ""), ("2", "XC0001")] {
        fs::write(
            &document,
            format!("<b:art xmlns:b='urn:example:xb'><code>{code}</code></b:art>"),
        )
        .unwrap();
        let call = check(&store, &[path]);
        assert_eq!(first_code(&call), expected, "{}", call.stdout);
        assert_eq!(
            objects(&call)[0]["checked"]["codelists"]["available"],
            1,
            "{}",
            call.stdout
        );
        assert_eq!(first_code(&check(&store, &["--no-codelists", path])), "");
    }
}

#[test]
fn a_damaged_installation_is_told_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let entry = add(&store, delivery(folder.path(), "1.0", ""));
    let path = folder.path().join("a.xml");
    fs::write(&path, "<a xmlns='urn:example:xb' version='1.0'/>").unwrap();
    let path = path.to_str().unwrap();
    assert_eq!(check(&store, &[path]).code, 0);
    fs::write(entry.folder().join("schema.bin"), b"xsozial").unwrap();
    fs::remove_dir_all(entry.folder().join("xsd")).unwrap();
    let call = check(&store, &[path]);
    assert_eq!((call.code, first_code(&call).as_str()), (2, "XE0006"));
    assert_eq!(objects(&call)[0]["valid"], serde_json::Value::Null);
    fs::remove_file(entry.folder().join("schema.bin")).unwrap();
    let call = check(&store, &[path]);
    assert!(call.stdout.contains("standard_xb_1.0@"), "{}", call.stdout);
}

#[test]
fn a_message_of_xsozial_basis_without_its_schema_gets_the_command_that_installs_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xml");
    let text = "<a xmlns='https://portalverbund.d-nrw.de/efa/XSozial-basis/Version_2_4_0'>geheim</a>";
    fs::write(&path, text).unwrap();
    let call = check(&folder.path().join("store"), &[path.to_str().unwrap()]);
    assert_eq!((call.code, first_code(&call).as_str()), (1, "XE0005"));
    assert!(
        call.stdout
            .contains("xsozial-codegen fetch urn:xoev-de:d-nrw:standard:xsozialbasis_2.4.0")
    );
    assert!(!call.stdout.contains("geheim"));
}

#[test]
fn published_deliveries_of_one_namespace_ask_for_a_choice() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    if !corpora.is_dir() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "the corpora are missing beside the workspace"
        );
        eprintln!("skipped: there are no corpora beside the workspace");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    for set in ["xbau-2.6", "xbau-2.6-schatten", "xwasser-1.0.0"] {
        add(&store, corpora.join(set).join("xsd"));
    }
    let path = folder.path().join("a.xml");
    let text = "<baulastloeschung.antrag.0720 xmlns='http://www.xleitstelle.de/xbau/2/6'/>";
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let call = check(&store, &[path]);
    assert_eq!(first_code(&call), "XE0004");
    let message = objects(&call)[0]["findings"][0]["message"].as_str().unwrap().to_owned();
    let choices: Vec<&str> = message.split([' ', ',']).filter(|part| part.contains('@')).collect();
    assert_eq!(choices.len(), 2, "{message}");
    for choice in choices {
        let chosen = check(&store, &["--standard", choice, path]);
        assert!(first_code(&chosen).starts_with("XS"), "{}", chosen.stdout);
    }
    let messages = corpora.join("xwasser-1.0.0/instances");
    let call = check(&store, &["--no-codelists", messages.to_str().unwrap()]);
    assert!(
        objects(&call)
            .iter()
            .any(|object| object["standard"]["name"] == "XWasser")
    );
}

#[test]
fn the_settings_may_name_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let (store, settings) = (folder.path().join("store"), folder.path().join("einstellungen.toml"));
    add(&store, data().join("standard/xsd"));
    fs::write(&settings, "[store]\npath = \"store\"\n").unwrap();
    let empty = folder.path().join("leer");
    let settings = ["--config", settings.to_str().unwrap(), "richtig.xml"];
    let call = check(&empty, &settings);
    assert_eq!((call.code, first_code(&call)), (0, String::new()), "{}", call.stderr);
    let call = check(&empty, &["--no-config", "richtig.xml"]);
    assert_eq!((call.code, first_code(&call).as_str()), (1, "XE0003"));
}

#[test]
fn code_lists_that_are_not_there_were_blamed_on_the_installed_standard() {
    let refused = call(&["check", "--codelists", "gibt-es-nicht", "richtig.xml"]);
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("XK0001"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("XE0006"), "{}", refused.stderr);
}
