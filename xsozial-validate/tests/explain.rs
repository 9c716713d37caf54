//! Every explanation is proved: the engine finds exactly its code in the wrong example, and nothing in the right one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;
use xsozial_schema::{
    Code, Language, Schema,
    codelists::CodelistStore,
    limits::Limits,
    xsd::{Sources, XsdError},
};
use xsozial_validate::{
    CodelistOptions, Options, Report, Validator,
    explain::{EXAMPLE_CODELISTS, Explanation},
    format::{DocumentReport, Format, Settings, Summary},
    rules::{ProseRule, RuleOptions},
};

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

/// The validator for the examples of an explanation; `None` where no schema provokes its code.
fn validator(explanation: &Explanation) -> Option<Validator> {
    let schema = compile(explanation.schema?).unwrap();
    let mut options = Options::default();
    if explanation.code == Code::Limit {
        options.limits = Limits {
            depth: 3,
            ..Limits::default()
        };
    }
    let validator = Validator::new(schema).with_options(options);
    if !explanation.code.as_str().starts_with("XC") {
        return Some(match ProseRule::of(explanation.code) {
            Some(rule) => validator.with_rules(RuleOptions {
                is_production: rule.is_for_production,
                ..RuleOptions::default()
            }),
            None => validator,
        });
    }
    let mut store = CodelistStore::new();
    for &(name, list) in EXAMPLE_CODELISTS {
        store.add_bytes(name, list);
    }
    Some(validator.with_codelists(Arc::new(store), CodelistOptions::default()))
}

#[test]
fn every_example_has_its_fault_alone() {
    let mut failures = Vec::new();
    for explanation in Explanation::all() {
        let Some(validator) = validator(explanation) else {
            continue;
        };
        for (document, expected) in [(explanation.wrong, vec![explanation.code]), (explanation.right, vec![])] {
            let found = codes(&validator, document);
            if found != expected {
                failures.push(format!("{}: {found:?} in {document}", explanation.code));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The texts and attribute values of the wrong example. Those that the schema holds as well are left out, and those so
/// short that line numbers hold them.
fn values(explanation: &Explanation) -> Vec<&'static str> {
    let schema = explanation.schema.unwrap_or_default();
    let mut values = Vec::new();
    for markup in explanation
        .wrong
        .split('<')
        .filter(|markup| !markup.starts_with(['?', '!']))
    {
        let (tag, text) = markup.split_once('>').unwrap_or((markup, ""));
        values.push(text.trim());
        values.extend(tag.split('"').skip(1).step_by(2));
    }
    // "true" is a word of every report.
    values
        .retain(|&value| value.len() > 2 && value != "true" && !schema.contains(value) && !value.starts_with("http:"));
    values
}

/// Everything that can be written of a report.
fn outputs(report: &Report) -> Vec<String> {
    let mut outputs = vec![format!("{report:?}")];
    let mut summary = Summary::default();
    summary.add(report);
    for format in [Format::Text, Format::Json, Format::JsonLines] {
        for language in [Language::German, Language::English] {
            let mut text = Vec::new();
            let mut settings = Settings::new(format);
            settings.language = language;
            let mut output = settings.output();
            output.begin(&mut text).unwrap();
            let document = DocumentReport::new("a.xml", report.clone());
            output.document(&document, &mut text).unwrap();
            output.end(&summary, &mut text).unwrap();
            outputs.push(String::from_utf8(text).unwrap() + &format!("{document:?}"));
        }
    }
    outputs
}

#[test]
fn no_finding_of_any_kind_shows_a_value_in_any_format() {
    let mut seen = 0;
    for explanation in Explanation::all() {
        let Some(validator) = validator(explanation) else {
            continue;
        };
        let outputs = outputs(&validator.report(explanation.wrong.as_bytes()));
        for value in values(explanation) {
            seen += 1;
            for output in &outputs {
                assert!(!output.contains(value), "{}: {value} in {output}", explanation.code);
            }
        }
    }
    assert!(seen > 30, "{seen} values alone");
}
