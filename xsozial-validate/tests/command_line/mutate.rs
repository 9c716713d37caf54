//! `mutate`: documents that break one rule each, and the table that says which.

use crate::support::{SCHEMA, call, data};
use std::fs;

#[test]
fn each_document_of_the_table_gives_the_finding_that_it_names() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    let made = call(&["mutate", "--schema", SCHEMA, "--out", &out, "richtig.xml"]);
    assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    assert!(made.stdout.contains(" rules ("), "{}", made.stdout);
    let table = fs::read_to_string(folder.path().join("rules.tsv")).unwrap();
    let mut lines = table.lines();
    assert_eq!(
        lines.next(),
        Some("document\tfrom\tcomponent\trule\tsubject\tcode\tpath\talone")
    );
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    assert!(rows.len() > 5, "{table}");
    let checked = call(&["check", "--schema", SCHEMA, "--format", "jsonl", &out]);
    assert_eq!(checked.stdout.lines().count(), rows.len());
    for (row, line) in rows.iter().zip(checked.stdout.lines()) {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(object["document"].as_str().unwrap().ends_with(row[0]));
        let findings = object["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 1, "{row:?}");
        assert_eq!(
            (findings[0]["code"].as_str(), findings[0]["path"].as_str()),
            (Some(row[5]), Some(row[6]))
        );
        assert_eq!(row[1], "richtig.xml");
    }
}

#[test]
fn rules_without_document_are_listed_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    let arguments = ["mutate", "--schema", SCHEMA, "--out", &out, "richtig.xml"];
    let short = call(&arguments);
    let long = call(&[&arguments[..], &["--verbose"]].concat());
    assert_eq!(short.stdout.lines().count(), 1);
    assert_eq!(long.stdout.lines().last(), short.stdout.lines().last());
}

#[test]
fn a_document_of_no_use_is_told_without_its_name_and_content() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    for (document, words) in [
        ("falsch.xml", "document 2: the document is not valid: X"),
        ("fehlt.xml", "document 2: cannot be read"),
    ] {
        let refused = call(&["mutate", "--schema", SCHEMA, "--out", &out, "richtig.xml", document]);
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
        assert!(refused.stderr.contains(words), "{}", refused.stderr);
        assert!(!refused.stderr.contains(document));
    }
    assert!(data().join("richtig.xml").is_file());
}
