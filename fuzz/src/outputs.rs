//! Writes a report in every format.

use xsozial_schema::Language;
use xsozial_validate::{
    Baseline, Report,
    format::{DocumentReport, Format, Palette, Settings, Summary},
};

/// Writes a report in every format; what is JSON or XML can be read as such. What a baseline knows of it is all of it.
pub(crate) fn write_all(report: &Report, language: Language) {
    let document = DocumentReport::new("dokument.xml", report.clone());
    for &format in Format::ALL {
        for is_summary in [false, true] {
            let text = write(
                &document,
                Settings {
                    format,
                    language,
                    palette: Palette::default(),
                    is_summary,
                },
            );
            check(format, &text);
        }
    }
    check_baseline(document);
}

fn check_baseline(document: DocumentReport) {
    let mut baseline = Baseline::default();
    baseline.add(&document);
    let valid = document.report.valid();
    let findings = document.report.findings.len();
    let rest = document.without_known(&baseline, findings);
    let is_known = rest.report.known + rest.report.findings.len() as u64 == findings as u64;
    assert!(
        is_known && baseline.len() as u64 == rest.report.known,
        "each finding has its own fingerprint"
    );
    assert_eq!(rest.report.valid(), valid, "what is known decides about validity");
}

fn write(document: &DocumentReport, settings: Settings) -> String {
    let mut output = settings.output();
    let mut bytes = Vec::new();
    let mut summary = Summary::default();
    summary.add(&document.report);
    let result = output
        .begin(&mut bytes)
        .and_then(|()| output.document(document, &mut bytes))
        .and_then(|()| output.end(&summary, &mut bytes));
    assert!(result.is_ok(), "writing into memory cannot fail");
    String::from_utf8(bytes).unwrap_or_else(|error| panic!("a report is text: {error}"))
}

fn is_xml(text: &str) -> bool {
    roxmltree::Document::parse(text.trim_start()).is_ok()
}

fn check(format: Format, text: &str) {
    let is_json = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
    match format {
        Format::Json | Format::Sarif | Format::Gitlab => assert!(is_json(text), "{text}"),
        Format::JsonLines => assert!(text.lines().all(is_json)),
        Format::Junit => assert!(is_xml(text), "{text}"),
        Format::Html => {
            let page = text.strip_prefix("<!DOCTYPE html>");
            assert!(page.is_some_and(is_xml), "{text}");
        }
        _ => {
            let is_plain = |character: char| character == '\n' || !character.is_control();
            assert!(text.chars().all(is_plain), "control characters in text");
        }
    }
}
