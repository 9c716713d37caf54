//! `intake`: what arrived, without what it says unless that is asked for.

use crate::support::{SCHEMA, call, data};

fn intake(arguments: &[&str]) -> crate::support::Call {
    call(&[&["intake", "--schema", SCHEMA], arguments].concat())
}

fn object(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&intake(arguments).stdout).unwrap()
}

#[test]
fn a_valid_document_may_be_accepted() {
    let call = intake(&["richtig.xml"]);
    assert_eq!(call.code, 0, "{}", call.stderr);
    assert!(call.stdout.contains("Vorschlag: annehmen."), "{}", call.stdout);
    assert!(call.stdout.contains("Die Entscheidung trifft ein Mensch."));
}

#[test]
fn an_invalid_document_is_for_review_and_its_values_are_there() {
    let taken = object(&["--format", "jsonl", "falsch.xml"]);
    assert_eq!(taken["valid"], false);
    assert_eq!(taken["recommendation"]["advice"], "prüfen");
    assert_eq!(taken["recommendation"]["reasons"][0]["class"], "specification");
    let fields = taken["fields"].as_array().unwrap();
    assert!(fields.len() >= 4, "{fields:?}");
    assert!(
        fields
            .iter()
            .any(|field| field["valid"] == false && field["expected"] == true)
    );
    assert!(
        fields
            .iter()
            .all(|field| field["text"].is_null() && field["shape"].is_string())
    );
    assert_eq!(intake(&["falsch.xml"]).code, 1);
}

#[test]
fn values_are_shown_only_where_they_are_asked_for() {
    let document = std::fs::read_to_string(data().join("falsch.xml")).unwrap();
    let value = document
        .split("plz>")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    for format in ["text", "jsonl"] {
        assert!(
            !intake(&["--format", format, "falsch.xml"]).stdout.contains(&value),
            "{format}"
        );
        let shown = intake(&["--format", format, "--show-values", "falsch.xml"]);
        assert!(shown.stdout.contains(&value), "{format}");
    }
}

#[test]
fn problems_come_from_the_table_alone() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("probleme.json");
    let path = table.to_str().unwrap();
    std::fs::write(
        &table,
        r#"{"classes": {"specification": {"type": "urn:example:schema", "instance": "urn:example:daten"}}}"#,
    )
    .unwrap();
    let taken = object(&["--format", "jsonl", "--problems", path, "falsch.xml"]);
    assert_eq!(taken["problems"][0]["type"], "urn:example:schema");
    assert_eq!(taken["problems"][0]["instance"], "urn:example:daten");
    std::fs::write(&table, "{}").unwrap();
    let call = intake(&["--problems", path, "falsch.xml"]);
    assert_eq!(call.code, 2);
    assert!(call.stderr.contains("XS0201 (specification)"), "{}", call.stderr);
    std::fs::write(&table, r#"{"klassen": {}}"#).unwrap();
    assert_eq!(intake(&["--problems", path, "falsch.xml"]).code, 2);
}

#[test]
fn formats_without_room_for_values_are_refused() {
    let call = intake(&["--format", "sarif", "richtig.xml"]);
    assert_eq!(call.code, 2);
    assert!(call.stderr.contains("sarif"), "{}", call.stderr);
}

#[test]
fn a_document_that_cannot_be_opened_has_no_values() {
    let call = intake(&["--format", "jsonl", "fehlt.xml"]);
    assert_eq!(call.code, 2);
    let taken: serde_json::Value = serde_json::from_str(&call.stdout).unwrap();
    assert_eq!(taken["recommendation"]["advice"], "prüfen");
    assert_eq!(taken["fields"].as_array().map(Vec::len), Some(0));
}

#[test]
fn options_of_check_that_intake_passed_over_are_refused_and_not_in_its_help() {
    for arguments in [
        &["--baseline", "gibt-es-nicht.json"][..],
        &["--write-baseline", "gibt-es-nicht.json"],
        &["--summary"],
    ] {
        let refused = intake(&[arguments, &["richtig.xml"]].concat());
        assert_eq!(refused.code, 2, "{arguments:?}");
        assert!(
            refused.stderr.contains("XA0021") && refused.stdout.is_empty(),
            "{}",
            refused.stderr
        );
    }
    let help = call(&["intake", "--help"]).stdout;
    assert!(!help.contains("--baseline") && !help.contains("sarif"), "{help}");
    assert!(help.contains("text or jsonl"), "{help}");
}
