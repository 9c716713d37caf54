//! Base schemas that a delivery lacks come from xsozial, and every report says so.

use crate::support::{Call, ended, formats, objects, program};
use std::fs;
use tempfile::TempDir;
use xsozial_schema::store::{Delivery, Store};

const SCHEMA: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://xoev.de/schemata/code/1_0"
    targetNamespace="urn:example:a">
    <xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="https://example.org/xoev-code.xsd"/>
    <xs:element name="a"><xs:complexType><xs:sequence><xs:element name="art" type="c:Code"/></xs:sequence></xs:complexType>
    </xs:element></xs:schema>"#;

/// A delivery without its base, and a document that breaks a rule of the base.
fn fixture() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("xsd")).unwrap();
    fs::write(folder.path().join("xsd/a.xsd"), SCHEMA).unwrap();
    fs::write(
        folder.path().join("a.xml"),
        "<a xmlns='urn:example:a'><art xmlns=''/></a>",
    )
    .unwrap();
    folder
}

fn check(folder: &TempDir, arguments: &[&str]) -> Call {
    let mut command = program();
    let command = command
        .current_dir(folder.path())
        .env("XSOZIAL_STORE", folder.path().join("store"));
    ended(&command.arg("check").args(arguments).arg("a.xml").output().unwrap())
}

#[test]
fn the_text_says_which_and_what_they_are_worth() {
    let folder = fixture();
    let german = check(&folder, &["--schema", "xsd"]).stdout;
    assert!(
        german.contains(
            "Grundlagen: xoev-code.xsd aus xsozial (funktionsgleich, nicht amtlich), weil die Lieferung sie nicht enthält"
        ),
        "{german}"
    );
    let english = check(&folder, &["--schema", "xsd", "--lang", "en"]).stdout;
    assert!(
        english.contains("base schemas: xoev-code.xsd from xsozial (work alike, not official)"),
        "{english}"
    );
}

#[test]
fn every_format_names_them_and_the_json_formats_their_sums() {
    let folder = fixture();
    for format in formats() {
        let call = check(&folder, &["--schema", "xsd", "--format", format]);
        assert_eq!(call.code, 1, "{format}: {}", call.stderr);
        assert!(call.stdout.contains("xoev-code.xsd"), "{format}: {}", call.stdout);
    }
    let checked = objects(&check(&folder, &["--schema", "xsd", "--format", "jsonl"]))[0]["checked"]["xsd"].clone();
    assert_eq!(checked["documents"], 2);
    assert_eq!(checked["builtin"].as_array().unwrap().len(), 1);
    assert_eq!(checked["builtin"][0]["file"], "xoev-code.xsd");
    assert_eq!(checked["builtin"][0]["namespace"], "http://xoev.de/schemata/code/1_0");
    assert_eq!(checked["builtin"][0]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn a_delivery_with_its_own_says_nothing_of_them() {
    let folder = fixture();
    let base = xsozial_schema::xsd::base::DOCUMENTS
        .iter()
        .find(|it| it.file == "xoev-code.xsd");
    fs::write(folder.path().join("xsd/code.xsd"), base.unwrap().text).unwrap();
    let own = objects(&check(&folder, &["--schema", "xsd", "--format", "jsonl"]))[0].clone();
    assert!(own["checked"]["xsd"].get("builtin").is_none(), "{own}");
    let place = |report: &serde_json::Value| report["findings"][0]["rule"]["source"].as_str().unwrap().to_owned();
    assert!(place(&own).starts_with("code.xsd:"), "{own}");
    let text = check(&folder, &["--schema", "xsd"]).stdout;
    assert!(!text.contains("Grundlagen"), "{text}");

    // The sum is over what was checked against, wherever it comes from.
    fs::remove_file(folder.path().join("xsd/code.xsd")).unwrap();
    let lacking = objects(&check(&folder, &["--schema", "xsd", "--format", "jsonl"]))[0].clone();
    assert_eq!(lacking["checked"]["sha256"], own["checked"]["sha256"]);
    assert_eq!(place(&lacking), format!("xoev-{}", place(&own)));
}

#[test]
fn an_installed_delivery_gives_the_same_report() {
    let folder = fixture();
    let delivery = Delivery::read(&[folder.path().join("xsd")], None).unwrap();
    Store::at(folder.path().join("store")).add(&delivery).unwrap();
    let named = check(&folder, &["--schema", "xsd", "--format", "jsonl"]);
    let installed = check(&folder, &["--format", "jsonl"]);
    assert_eq!(installed.stdout, named.stdout);
}
