//! `add`, `list`, `show` and `remove` as a user calls them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn call(store: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"));
    command.args(arguments).env("XSOZIAL_STORE", store).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_delivery_is_installed_shown_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let added = call(&store, &["add", "tests/xsd/codes"]);
    assert!(added.status.success(), "{}", complaint(&added));
    let said_on_add = said(&added);
    assert!(said_on_add.starts_with("Installiert: "), "{said_on_add}");
    for part in ["Lizenz", "Nachrichten", "Codelisten", "fehlt: "] {
        assert!(said_on_add.contains(part), "{part} in {said_on_add}");
    }
    let again = call(&store, &["add", "--lang", "en", "tests/xsd/codes"]);
    assert!(said(&again).starts_with("Was installed already: "), "{}", said(&again));
    let listed = said(&call(&store, &["list"]));
    assert_eq!(listed.lines().count(), 1, "{listed}");
    let name = listed.split_whitespace().next().unwrap();
    let shown = call(&store, &["show", name]);
    assert!(shown.status.success() && said(&shown).contains("SHA-256"));
    let removed = call(&store, &["remove", name]);
    assert_eq!(said(&removed), format!("Entfernt: {name}\n"));
    assert!(said(&call(&store, &["list"])).contains("nichts installiert"));
}

#[test]
fn what_is_not_installed_is_told_with_what_is() {
    let folder = tempfile::tempdir().unwrap();
    let missing = call(folder.path(), &["show", "xfehlt"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(complaint(&missing).contains("nothing that is installed is called \"xfehlt\""));
    for set in ["tests/xsd/codes", "tests/xsd/namespaces"] {
        assert!(call(folder.path(), &["add", set]).status.success(), "{set}");
    }
    let missing = complaint(&call(folder.path(), &["remove", "xfehlt"]));
    assert!(missing.contains("; installed: ") && missing.contains('@'), "{missing}");
}

#[test]
fn a_schema_that_cannot_be_compiled_is_not_installed() {
    let folder = tempfile::tempdir().unwrap();
    let xsd = folder.path().join("a.xsd");
    let text =
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="fehlt"/></xs:schema>"#;
    fs::write(&xsd, text).unwrap();
    let store = folder.path().join("store");
    let refused = call(&store, &["add", xsd.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        complaint(&refused).contains("XM0102 ") && complaint(&refused).contains(" a.xsd:1: "),
        "{}",
        complaint(&refused)
    );
    assert_eq!(fs::read_dir(&store).unwrap().count(), 0);
    let absent = call(&store, &["add", "gibt/es/nicht.zip"]);
    assert_eq!(absent.status.code(), Some(2));
}

/// The XFall Nachbau's file for one Leistung, and its lists.
fn fim() -> [String; 2] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xfall-nachbau");
    ["haushaltshilfe.xdf3.xml", "codelisten"].map(|name| folder.join(name).to_str().unwrap().to_owned())
}

#[test]
fn an_xdatenfelder_file_is_installed_with_its_lists_and_its_shape() {
    let folder = tempfile::tempdir().unwrap();
    let [file, lists] = fim();
    let refused = call(folder.path(), &["add", "--lang", "en", &file]);
    assert_eq!(refused.status.code(), Some(1));
    let message = complaint(&refused);
    assert!(
        message.contains("XL0314") && message.contains("--codelists") && message.contains("--any-code"),
        "{message}"
    );
    let added = call(folder.path(), &["add", &file, "--codelists", &lists]);
    assert!(added.status.success(), "{}", complaint(&added));
    let text = said(&added);
    for part in [
        "Form A",
        "4 verwendet, davon 4 vorhanden, 0 fehlen",
        "fim.S99000000003.00000000001000",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // The lists may also be named like any part of the delivery.
    let again = call(folder.path(), &["add", &file, &lists]);
    assert!(said(&again).starts_with("War schon installiert: "), "{}", said(&again));
    let b = call(folder.path(), &["add", "--shape", "B", "--any-code", &file]);
    let text = said(&b);
    for part in ["Form B", "--any-code", "davon 0 vorhanden, 4 fehlen", "fehlt: "] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(said(&call(folder.path(), &["list"])).lines().count(), 2);
}

#[test]
fn names_beside_an_xsd_are_installed_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let [file, lists] = fim();
    let xsd = Path::new(&file).with_file_name("xsd-a").join("haushaltshilfe.xdf3.xsd");
    let arguments = ["add", xsd.to_str().unwrap(), "--names", &file, "--codelists", &lists];
    let added = call(folder.path(), &arguments);
    assert!(added.status.success(), "{}", complaint(&added));
    assert!(
        said(&added).contains("Namen aus haushaltshilfe.xdf3.xml"),
        "{}",
        said(&added)
    );
    assert!(said(&call(folder.path(), &arguments)).starts_with("War schon installiert: "));
}

#[test]
fn two_editions_of_a_file_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let [file, lists] = fim();
    let older = Path::new(&file).with_file_name("haushaltshilfe.xdf2.xml");
    let compared = |shape: &str| {
        let older = older.to_str().unwrap();
        call(
            folder.path(),
            &["diff", "--shape", shape, "--codelists", &lists, older, &file],
        )
    };
    assert_eq!(compared("B").status.code(), Some(0), "{}", said(&compared("B")));
    assert_eq!(compared("A").status.code(), Some(1));
}

#[test]
fn lists_whose_codes_stand_in_the_schema_seemed_to_be_overlooked() {
    let folder = tempfile::tempdir().unwrap();
    let xsd = folder.path().join("a.xsd");
    let text =
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:string"/></xs:schema>"#;
    fs::write(&xsd, text).unwrap();
    let list = folder.path().join("farben.xml");
    let text = r#"<g:CodeList xmlns:g="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification>
        <ShortName>f</ShortName><Version>1</Version><CanonicalUri>urn:a</CanonicalUri>
        <CanonicalVersionUri>urn:a_1</CanonicalVersionUri></Identification>
        <ColumnSet><Column Id="c" Use="required"><ShortName>c</ShortName><Data Type="string"/></Column>
        <Key Id="k"><ShortName>k</ShortName><ColumnRef Ref="c"/></Key></ColumnSet>
        <SimpleCodeList><Row><Value ColumnRef="c"><SimpleValue>1</SimpleValue></Value></Row></SimpleCodeList></g:CodeList>"#;
    fs::write(&list, text).unwrap();
    let store = folder.path().join("store");
    let added = call(&store, &["add", xsd.to_str().unwrap(), list.to_str().unwrap()]);
    let said = String::from_utf8(added.stdout).unwrap();
    assert!(said.contains("0 verwendet"), "{said}");
    assert!(said.contains("dazu 1 weitere Liste, deren Codes"), "{said}");
}
