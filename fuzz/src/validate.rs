//! Documents against small schemas that hold every kind of rule.

use crate::{
    chunks::{Chunks, SIZES},
    limits, outputs, schemas,
};
use xsozial_schema::Language;
use xsozial_validate::{Finding, Options, Report, Validator, explain::Explanation};

/// The first byte chooses the schema, the second how many findings a report holds; the rest is the document.
pub fn run(bytes: &[u8]) {
    let (Some([schema, most]), Some(document)) = (bytes.first_chunk(), bytes.get(2..)) else {
        return;
    };
    if document.len() > limits::DOCUMENT {
        return;
    }
    let most_findings = most_findings(*most);
    let complete = schemas::validator(schemas::index(*schema));
    let validator = complete.clone().with_options(Options {
        most_findings,
        ..complete.options()
    });
    let report = validator.report(document);
    for size in SIZES {
        assert_eq!(
            report,
            validator.report_from(Chunks::new(document, size)),
            "parts of {size}"
        );
    }
    check_limit(&report, &complete.report(document), most_findings);
    check_verdict(&validator, document, &report);
    report
        .findings
        .iter()
        .for_each(|finding| check_finding(finding, document));
    let language = if document.len().is_multiple_of(2) {
        Language::German
    } else {
        Language::English
    };
    outputs::write_all(&report, language);
}

/// Digits stand for themselves, but 9 for many.
fn most_findings(byte: u8) -> usize {
    match byte.wrapping_sub(b'0') % 10 {
        9 => 1_000,
        few => usize::from(few),
    }
}

/// A limited report holds the first findings and counts the others.
fn check_limit(report: &Report, complete: &Report, most_findings: usize) {
    assert!(report.findings.len() <= most_findings, "more findings than asked for");
    assert!(
        complete.findings.starts_with(&report.findings),
        "not the first findings"
    );
    let total = |report: &Report| report.findings.len() as u64 + report.omitted;
    assert_eq!(total(report), total(complete), "findings lost");
    assert_eq!(report.valid(), complete.valid(), "the limit decides about validity");
}

fn check_verdict(validator: &Validator, document: &[u8], report: &Report) {
    assert_eq!(report.valid(), Some(validator.is_valid(document)), "verdict");
    if let Some(first) = report.findings.first() {
        assert_eq!(validator.first_finding(document).as_ref(), Some(first), "first finding");
    }
}

fn check_finding(finding: &Finding, document: &[u8]) {
    assert!(
        Explanation::of(finding.code()).is_some(),
        "{} is not explained",
        finding.code()
    );
    assert!(!finding.to_string().contains(char::is_control), "a finding is one line");
    let path = finding.path();
    assert!(path.is_empty() || path.starts_with('/'), "a path begins at the root");
    if let Some(position) = finding.position() {
        assert!(position.line >= 1 && position.column >= 1, "places are counted from 1");
        // In other encodings the document grows when it is decoded, at most to three bytes for each.
        assert!(
            position.offset <= 3 * document.len() as u64,
            "a place behind the document"
        );
    }
}
