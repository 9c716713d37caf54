//! Documents made to hurt: each gives one finding, or as many as a report holds, from slice and stream alike, without
//! filling the memory.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::format_collect,
    reason = "helpers of tests fail like tests, and tell how long they took"
)]

mod characters;
mod cut;
mod many;
mod oversized;
mod peak;
mod structure;

use peak::peak_of;
use std::{
    io::{BufReader, Read},
    sync::LazyLock,
    time::Instant,
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{Finding, Report, Validator};

/// What a document may cost, its own bytes not counted.
const MOST_MEMORY: usize = 50 << 20;

/// Up to this size a document is also read in pieces of few bytes.
const SMALL: usize = 10_000;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let source = Sources::new().bytes("feindlich.xsd", include_bytes!("feindlich.xsd").to_vec());
    Validator::new(Schema::compile(source).unwrap())
});

/// The document with this content of its root.
fn list(content: &str) -> Vec<u8> {
    format!("<liste xmlns='urn:example:feindlich'>{content}</liste>").into_bytes()
}

/// Validates with the limit on memory kept. The time goes to standard error: `cargo test --release -- --nocapture`.
fn measured(name: &str, validate: impl FnOnce() -> Report) -> Report {
    let start = Instant::now();
    let (report, peak) = peak_of(validate);
    let milliseconds = start.elapsed().as_millis();
    if peak > 1 << 20 || milliseconds > 100 {
        eprintln!("{name}: {milliseconds} ms, {} KB", peak / 1_000);
    }
    assert!(peak < MOST_MEMORY, "{name}: {peak} bytes");
    report
}

/// The report on a document, which is the same from slice and stream.
fn report(document: &[u8]) -> Report {
    // The schema is not a part of what the document costs.
    let validator = &*VALIDATOR;
    let from_slice = measured("slice", || validator.report(document));
    let stream = |capacity| validator.report_from(BufReader::with_capacity(capacity, document));
    assert_same(&from_slice, &measured("stream", || stream(8 << 10)));
    if document.len() <= SMALL {
        assert_same(&from_slice, &stream(1));
        assert_same(&from_slice, &stream(7));
    }
    assert_eq!(validator.is_valid(document), from_slice.valid() == Some(true));
    from_slice
}

/// The report on a document that is made while it is read.
fn report_of_stream(document: impl Read) -> Report {
    let validator = &*VALIDATOR;
    measured("stream", || validator.report_from(BufReader::new(document)))
}

fn assert_same(first: &Report, second: &Report) {
    let summaries = |report: &Report| report.findings.iter().map(summary).collect::<Vec<_>>();
    assert_eq!(summaries(first), summaries(second));
    assert_eq!(first, second);
}

/// Code, line and column, path.
fn summary(finding: &Finding) -> String {
    let place = finding
        .position()
        .map_or_else(String::new, |place| format!("{}:{}", place.line, place.column));
    format!("{} {place} {}", finding.code(), finding.path())
}

/// The single finding of a document: code and place.
fn single(document: &[u8]) -> String {
    let report = report(document);
    assert_eq!(report.omitted, 0);
    match &report.findings[..] {
        [finding] => {
            let text = summary(finding);
            text.rsplit_once(' ').unwrap().0.to_owned()
        }
        findings => panic!("{} findings: {:?}", findings.len(), &findings[..findings.len().min(5)]),
    }
}

/// The code of the single finding of a document.
fn single_code(document: &[u8]) -> String {
    single(document).split(' ').next().unwrap().to_owned()
}

fn assert_valid(document: &[u8]) {
    let report = report(document);
    assert_eq!(report.valid(), Some(true), "{:?}", report.findings.first());
}
