//! What arrived in a document, for people and for programs. Values are shown only where they are asked for.

use super::{DocumentReport, printable, record::DocumentRecord, words::choose};
use crate::intake::{Advice, Field, Fields, Problem, Recommendation, RejectionClass};
use serde::Serialize;
use std::io::{self, Write};
use xsozial_schema::{Language, fault::TextShape};

/// What is said of one document that was taken in.
pub(crate) struct IntakeReport<'a> {
    /// Its name and what is wrong with it.
    pub(crate) document: &'a DocumentReport,
    /// What arrived.
    pub(crate) fields: Option<&'a Fields>,
    /// What a person might do.
    pub(crate) recommendation: &'a Recommendation,
    /// What the transport is told; `None` where nobody asked.
    pub(crate) problems: Option<&'a [Problem]>,
}

/// How it is said.
#[derive(Clone, Copy)]
pub(crate) struct IntakeSettings {
    pub(crate) language: Language,
    pub(crate) shows_values: bool,
}

#[derive(Serialize)]
struct Record<'a> {
    #[serde(flatten)]
    document: DocumentRecord<'a>,
    recommendation: RecommendationRecord,
    fields: Vec<FieldRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<&'a [Problem]>,
}

#[derive(Serialize)]
struct RecommendationRecord {
    advice: &'static str,
    sentence: &'static str,
    who_decides: &'static str,
    reasons: Vec<ReasonRecord>,
}

#[derive(Serialize)]
struct ReasonRecord {
    code: &'static str,
    class: &'static str,
    findings: usize,
    message: String,
}

#[derive(Serialize)]
struct FieldRecord<'a> {
    path: String,
    labels: Vec<String>,
    r#type: String,
    expected: bool,
    valid: bool,
    line: Option<u32>,
    shape: String,
    /// The text as it arrived; absent unless values are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> IntakeReport<'a> {
    /// Writes one JSON object on a line of its own.
    pub(crate) fn write_json(&self, settings: IntakeSettings, writer: &mut dyn Write) -> io::Result<()> {
        let language = settings.language;
        let advice = self.recommendation.advice;
        let record = Record {
            document: DocumentRecord::of(self.document, language),
            recommendation: RecommendationRecord {
                advice: advice.as_str(),
                sentence: self.recommendation.sentence(language),
                who_decides: Advice::who_decides(language),
                reasons: self.reasons(language),
            },
            fields: self.fields().map(|field| record_of(field, settings)).collect(),
            problems: self.problems,
        };
        serde_json::to_writer(&mut *writer, &record)?;
        writeln!(writer)
    }

    /// Writes text for people.
    pub(crate) fn write_text(&self, settings: IntakeSettings, writer: &mut dyn Write) -> io::Result<()> {
        let language = settings.language;
        writeln!(writer, "{}", printable(&self.document.name))?;
        writeln!(writer, "  {}", self.recommendation.sentence(language))?;
        writeln!(writer, "  {}", Advice::who_decides(language))?;
        for reason in &self.recommendation.reasons {
            writeln!(writer, "  - {}", reason.message(language))?;
        }
        let (count, valid) = (self.fields().count(), self.fields().filter(Field::is_valid).count());
        match language {
            Language::German => writeln!(writer, "  Angekommen: {count} Angaben, davon {valid} wie vorgesehen")?,
            Language::English => writeln!(writer, "  Arrived: {count} values, {valid} of them as provided for")?,
        }
        for field in self.fields() {
            let labels: Vec<String> = field.labels();
            let labels: Vec<&str> = labels.iter().skip(1).map(String::as_str).collect();
            let mark = if field.is_valid() { ' ' } else { '!' };
            let value = shown(field, settings);
            writeln!(
                writer,
                "  {mark} {}: {}",
                printable(&labels.join(" › ")),
                printable(&value)
            )?;
        }
        for problem in self.problems.unwrap_or_default() {
            let word = choose(language, "Problem", "problem");
            writeln!(writer, "  {word}: {} ({})", problem.kind, problem.title)?;
        }
        Ok(())
    }

    fn fields(&self) -> impl Iterator<Item = Field<'a>> + use<'a> {
        self.fields.into_iter().flat_map(Fields::iter)
    }

    fn reasons(&self, language: Language) -> Vec<ReasonRecord> {
        let reasons = self.recommendation.reasons.iter().map(|reason| ReasonRecord {
            code: reason.code.as_str(),
            class: RejectionClass::of(reason.code).as_str(),
            findings: reason.findings,
            message: reason.message(language),
        });
        reasons.collect()
    }
}

fn record_of(field: Field<'_>, settings: IntakeSettings) -> FieldRecord<'_> {
    FieldRecord {
        path: field.path(),
        labels: field.labels(),
        r#type: field.type_name(),
        expected: field.is_expected(),
        valid: field.is_valid(),
        line: field.position().map(|position| position.line),
        shape: shape(field, settings.language),
        text: (settings.shows_values && field.binary_characters().is_none()).then(|| field.text()),
    }
}

fn shown(field: Field<'_>, settings: IntakeSettings) -> String {
    if settings.shows_values && field.binary_characters().is_none() {
        field.text().trim().to_owned()
    } else {
        shape(field, settings.language)
    }
}

/// What a value looks like, without what it says.
fn shape(field: Field<'_>, language: Language) -> String {
    match (field.binary_characters(), language) {
        (None, _) => TextShape::of(field.text()).describe(language),
        (Some(characters), Language::German) => format!("Anlage, {characters} Zeichen Base64"),
        (Some(characters), Language::English) => format!("attachment, {characters} characters of base64"),
    }
}
