//! Every explanation is proved: the engine finds exactly its code in the wrong example, and nothing in the right one.

use xsozial_schema::{
    Code, Schema,
    limits::Limits,
    xsd::{Sources, XsdError},
};
use xsozial_validate::{Options, Validator, explain::Explanation};

fn compile(body: &str) -> Result<Schema, XsdError> {
    let schema = format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n{body}\n</xs:schema>");
    Schema::compile(Sources::new().bytes("beispiel.xsd", schema.into_bytes()))
}

/// The codes that the engine finds, by both ways of reading.
fn codes(validator: &Validator, document: &str) -> Vec<Code> {
    let report = validator.report(document.as_bytes());
    assert_eq!(validator.report_from(document.as_bytes()), report);
    report.findings.iter().map(xsozial_validate::Finding::code).collect()
}

#[test]
fn every_example_has_its_fault_alone() {
    let mut failures = Vec::new();
    for explanation in Explanation::all() {
        let Some(body) = explanation.schema else { continue };
        let schema = match compile(body) {
            Ok(schema) => schema,
            Err(error) if error.code() == "XM0001" => {
                eprintln!(
                    "skipped: {} needs a construct that is not supported yet: {error}",
                    explanation.code
                );
                continue;
            }
            Err(error) => panic!("{}: {error}", explanation.code),
        };
        let mut options = Options::default();
        if explanation.code == Code::Limit {
            options.limits = Limits {
                depth: 3,
                ..Limits::default()
            };
        }
        let validator = Validator::new(schema).with_options(options);
        for (document, expected) in [(explanation.wrong, vec![explanation.code]), (explanation.right, vec![])] {
            let found = codes(&validator, document);
            if found != expected {
                failures.push(format!(
                    "{}: {found:?} instead of {expected:?} in {document}",
                    explanation.code
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
