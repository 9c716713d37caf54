//! Exit codes 0, 1 and 2, and what goes with them.

use crate::support::{SCHEMA, call, check, check_with_input, data, objects};
use std::fs;
use xsozial_schema::{Schema, xsd::Sources};

#[test]
fn zero_without_errors() {
    let call = check(&["richtig.xml"]);
    assert_eq!((call.code, call.stderr.as_str()), (0, ""));
}

#[test]
fn one_with_an_error() {
    assert_eq!(check(&["falsch.xml"]).code, 1);
    assert_eq!(check(&["falsch.xml", "richtig.xml"]).code, 1);
}

#[test]
fn two_when_a_document_cannot_be_opened_and_the_others_are_checked() {
    let call = check(&["fehlt.xml", "falsch.xml", "richtig.xml", "--format", "jsonl"]);
    assert_eq!(call.code, 2);
    let objects = objects(&call);
    assert_eq!(objects[0]["valid"], serde_json::Value::Null);
    assert_eq!(objects[0]["findings"][0]["code"], "XE0001");
    assert_eq!(objects[0]["checked"]["xsd"], serde_json::Value::Null);
    assert_eq!(objects[1]["valid"], false);
    assert_eq!(objects[2]["valid"], true);
}

#[test]
fn two_for_bad_arguments() {
    for arguments in [
        &["check"][..],
        &["check", "--gibtesnicht", "richtig.xml"],
        &["check", "--jobs", "0", "richtig.xml"],
        &["check", "--lang", "fr", "richtig.xml"],
        &["nichts"],
        &[],
    ] {
        let call = call(arguments);
        assert_eq!((call.code, call.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!call.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn two_for_an_unusable_schema() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaputt.xsd");
    fs::write(
        &path,
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='b'/></xs:schema>",
    )
    .unwrap();
    let broken = call(&["check", "--schema", path.to_str().unwrap(), "richtig.xml"]);
    assert_eq!((broken.code, broken.stdout.as_str()), (2, ""));
    let german = "xsozial-validate: XM0102 Etwas, worauf das Schema verweist, ist nirgends deklariert\n";
    assert!(broken.stderr.starts_with(german), "{}", broken.stderr);
    for part in ["(englisch): kaputt.xsd:1: type b", "\n    Hilfe: Geben Sie auch"] {
        assert!(broken.stderr.contains(part), "{part}: {}", broken.stderr);
    }
    let english = [
        "check",
        "--lang",
        "en",
        "--schema",
        path.to_str().unwrap(),
        "richtig.xml",
    ];
    let broken = call(&english).stderr;
    assert!(
        broken.starts_with("xsozial-validate: XM0102 kaputt.xsd:1: type b"),
        "{broken}"
    );
    let missing = call(&["check", "--schema", "gibt/es/nicht.xsd", "richtig.xml"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("nicht.xsd"), "{}", missing.stderr);
    let lists = check(&["--codelists", "gibt/es/nicht", "richtig.xml"]);
    assert_eq!(lists.code, 2);
    assert!(lists.stderr.contains("gibt/es/nicht"), "{}", lists.stderr);
}

#[test]
fn without_a_schema_the_finding_says_how_to_go_on() {
    let call = call(&["check", "--format", "jsonl", "richtig.xml"]);
    assert_eq!(call.code, 1);
    let object = &objects(&call)[0];
    assert_eq!(object["valid"], false);
    assert_eq!(object["standard"], serde_json::Value::Null);
    assert_eq!(object["findings"][0]["code"], "XE0003");
    let message = object["findings"][0]["message"].as_str().unwrap();
    assert!(
        message.contains("--schema") && message.contains("urn:example:antrag"),
        "{message}"
    );
}

#[test]
fn a_stored_schema_gives_the_same_verdicts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.bin");
    let schema = Schema::compile(Sources::new().schema(data().join(SCHEMA))).unwrap();
    fs::write(&path, schema.to_bytes().unwrap()).unwrap();
    let path = path.to_str().unwrap();
    let stored = objects(&call(&[
        "check",
        "--format",
        "jsonl",
        "--schema",
        path,
        "richtig.xml",
        "falsch.xml",
    ]));
    let compiled = objects(&check(&["--format", "jsonl", "richtig.xml", "falsch.xml"]));
    for (stored, compiled) in stored.iter().zip(&compiled) {
        assert_eq!(stored["findings"], compiled["findings"]);
        assert_eq!(stored["checked"]["xsd"], compiled["checked"]["xsd"]);
    }
    let beside = call(&["check", "--schema", path, "--schema", SCHEMA, "richtig.xml"]);
    assert_eq!(beside.code, 2);
    fs::write(path, b"xsozial\x63 from another version").unwrap();
    let old = call(&["check", "--schema", path, "richtig.xml"]);
    assert_eq!(old.code, 2);
    assert!(
        old.stderr.contains("schema.bin") && old.stderr.contains("this version"),
        "{}",
        old.stderr
    );
}

#[test]
fn the_rest_of_the_standard_input_was_read_as_a_second_document() {
    let document = fs::read(data().join("richtig.xml")).unwrap();
    let call = check_with_input(&["-", "richtig.xml", "-"], &document);
    assert_eq!((call.code, call.stdout.as_str()), (2, ""));
    assert!(call.stderr.contains("more than once"), "{}", call.stderr);
    assert_eq!(check_with_input(&["-", "richtig.xml"], &document).code, 0);
}
