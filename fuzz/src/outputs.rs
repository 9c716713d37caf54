//! Writes a report in every format.

use xsozial_schema::Language;
use xsozial_validate::{
    Report,
    format::{DocumentReport, Format, Palette, Settings, Summary},
};

const FORMATS: [Format; 3] = [Format::Text, Format::Json, Format::JsonLines];

/// Writes a report in every format; what is JSON can be read as such.
pub(crate) fn write_all(report: &Report, language: Language) {
    let document = DocumentReport::new("dokument.xml", report.clone());
    for format in FORMATS {
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

fn check(format: Format, text: &str) {
    let is_json = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
    match format {
        Format::Json => assert!(is_json(text)),
        Format::JsonLines => assert!(text.lines().all(is_json)),
        _ => {
            let is_plain = |character: char| character == '\n' || !character.is_control();
            assert!(text.chars().all(is_plain), "control characters in text");
        }
    }
}
