//! Value → document → value, with values that a sample and byte-driven edits make.

mod document;
mod value;

use crate::choices::Choices;
use std::sync::LazyLock;
use xsozial_codegen::sample::{Sampler, Size};
use xsozial_model::{
    beispiel::{Document, schema},
    xml::{Error, ReadOptions, WriteOptions, from_xml, to_xml},
};
use xsozial_schema::schema::ElementId;
use xsozial_validate::{Report, Validate, Validator};

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| Validator::new(schema()));
static SAMPLER: LazyLock<Sampler<'static>> = LazyLock::new(|| Sampler::new(schema()));
static ROOTS: LazyLock<Vec<ElementId>> = LazyLock::new(|| SAMPLER.roots());

/// Makes a sample, edits its text, reads it, edits the value and writes it.
pub fn run(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let sample = sample(&mut choices);
    if let Err(error) = Document::from_xml(&sample) {
        panic!("a sample is not valid: {error}");
    }
    let Some(mut value) = check_document(&document::edit(&sample, &mut choices)) else {
        return;
    };
    check_kept(&value);
    value::edit(&mut value, &mut choices);
    check_written(&value);
}

fn sample(choices: &mut Choices<'_>) -> Vec<u8> {
    let root = ROOTS[choices.below(ROOTS.len())];
    let size = match choices.byte() % 3 {
        0 => Size::Minimal,
        1 => Size::Random,
        _ => Size::Full,
    };
    match SAMPLER.document(root, u64::from(choices.number()), size) {
        Ok(sample) => sample,
        Err(error) => panic!("no sample: {error}"),
    }
}

/// The value of a document; reader and validator agree about whether there is one.
fn check_document(document: &[u8]) -> Option<Document> {
    let value = Document::from_xml(document);
    let finding = VALIDATOR.first_finding(document);
    let code = value.as_ref().err().map(Error::code);
    assert_eq!(code, finding.map(|finding| finding.code()), "reader and validator");
    value.ok()
}

/// A value that was read is valid, and written and read again it is the same, indented or not.
fn check_kept(value: &Document) {
    let report = value.validate_with(&VALIDATOR, &WriteOptions::default());
    assert_eq!(report.findings, [], "a value that was read is not valid");
    for indentation in [None, Some(2)] {
        let written = write(value, indentation).unwrap_or_else(|error| panic!("cannot be written: {error}"));
        assert!(VALIDATOR.is_valid(&written), "what was written is not valid");
        assert_eq!(
            from_xml(&written, &ReadOptions::default()).as_ref(),
            Ok(value),
            "not the same value"
        );
    }
}

/// A value is valid exactly when its document is, and for the same reasons.
fn check_written(value: &Document) {
    let report = value.validate_with(&VALIDATOR, &WriteOptions::default());
    match write(value, None) {
        Ok(written) => {
            assert_eq!(codes(&report), codes(&VALIDATOR.report(&written)), "value and document");
            if let Some(again) = check_document(&written) {
                // What was assigned may hold white space that its type does not keep; what is read does not.
                check_kept(&again);
            }
        }
        Err(_) => assert_eq!(report.valid(), Some(false), "what cannot be written is not valid"),
    }
}

fn write(value: &Document, indentation: Option<u8>) -> Result<Vec<u8>, Error> {
    to_xml(
        value,
        &WriteOptions {
            indentation,
            ..WriteOptions::default()
        },
    )
}

fn codes(report: &Report) -> Vec<(&'static str, &str)> {
    let findings = report.findings.iter();
    findings
        .map(|finding| (finding.code().as_str(), finding.path()))
        .collect()
}
