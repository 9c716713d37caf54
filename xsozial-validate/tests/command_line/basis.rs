//! Two offices can prove that they checked alike.

use crate::support::{call, data, formats, objects};
use std::fs;

/// The sum over all that a check against the test schema alone rests on: the same on every machine.
const SUM: &str = "aeae85dbf4b19eb15d3e27e5b839cb4b38feb22154b5f7924f555c92d5500004";

#[test]
fn the_sum_depends_on_nothing_but_content() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = folder.path().join("anderswo");
    fs::create_dir(&elsewhere).unwrap();
    for name in ["antrag.xsd", "code.xsd"] {
        fs::copy(data().join("standard/xsd").join(name), elsewhere.join(name)).unwrap();
    }
    let [antrag, code] = ["standard/xsd/antrag.xsd", "standard/xsd/code.xsd"];
    let sums = [
        vec!["--schema", "standard/xsd"],
        vec!["--schema", antrag, "--schema", code],
        vec!["--schema", code, "--schema", antrag],
        vec!["--schema", elsewhere.to_str().unwrap()],
    ]
    .map(|schemas| {
        let arguments = [
            &["check", "--no-rules", "--format", "jsonl", "richtig.xml"],
            &schemas[..],
        ]
        .concat();
        objects(&call(&arguments))[0]["checked"]["sha256"].clone()
    });
    for sum in sums {
        assert_eq!(sum, SUM);
    }
}

#[test]
fn every_format_carries_the_sum_even_of_documents_without_findings() {
    let arguments = ["check", "--schema", "standard/xsd", "--format", "jsonl", "richtig.xml"];
    let sum = objects(&call(&arguments))[0]["checked"]["sha256"]
        .as_str()
        .unwrap()
        .to_owned();
    for format in formats() {
        for document in ["richtig.xml", "falsch.xml"] {
            let report = call(&["check", "--schema", "standard/xsd", "--format", format, document]).stdout;
            assert!(report.contains(&sum), "{format} of {document}: {report}");
        }
    }
}
