//! The words of the formats.

use super::Summary;
use crate::Report;
use std::fmt;
use xsozial_schema::{Language, Severity};

/// The text in the reader's language.
pub(crate) const fn choose<T: Copy>(language: Language, german: T, english: T) -> T {
    match language {
        Language::German => german,
        Language::English => english,
    }
}

/// A severity as people read it.
pub(super) const fn severity_word(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => choose(language, "Fehler", "error"),
        Severity::Warning => choose(language, "Warnung", "warning"),
        Severity::Info => choose(language, "Hinweis", "note"),
    }
}

/// A number of something: the singular where it is one.
pub(super) struct Count {
    number: usize,
    one: &'static str,
    many: &'static str,
}

impl Count {
    /// So many findings of a severity.
    pub(super) const fn of_severity(number: usize, severity: Severity, language: Language) -> Self {
        let many = match severity {
            Severity::Error => choose(language, "Fehler", "errors"),
            Severity::Warning => choose(language, "Warnungen", "warnings"),
            Severity::Info => choose(language, "Hinweise", "notes"),
        };
        let one = severity_word(severity, language);
        Self { number, one, many }
    }

    /// So many documents.
    pub(super) const fn of_documents(number: usize, language: Language) -> Self {
        let (one, many) = choose(language, ("Dokument", "Dokumente"), ("document", "documents"));
        Self { number, one, many }
    }

    /// So many documents that no schema was at hand for.
    pub(super) const fn without_schema(number: usize, language: Language) -> Self {
        let (one, many) = choose(
            language,
            (
                "Dokument, für das kein Schema bereitlag",
                "Dokumente, für die kein Schema bereitlag",
            ),
            (
                "document that no schema was at hand for",
                "documents that no schema was at hand for",
            ),
        );
        Self { number, one, many }
    }

    /// So many documents that could not be read.
    pub(super) const fn unread(number: usize, language: Language) -> Self {
        let (one, many) = choose(
            language,
            (
                "Dokument, das nicht oder nicht ganz gelesen werden konnte",
                "Dokumente, die nicht oder nicht ganz gelesen werden konnten",
            ),
            (
                "document that could not be read, or not to its end",
                "documents that could not be read, or not to their end",
            ),
        );
        Self { number, one, many }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.number == 1 { self.one } else { self.many };
        write!(formatter, "{} {word}", self.number)
    }
}

/// What is said of a document in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is valid.
    Valid,
    /// It is not.
    Invalid,
    /// It could not be opened, or there was no schema for it.
    Unchecked,
}

impl Verdict {
    /// What is said of the document with this report.
    pub(super) fn of(report: &Report) -> Self {
        match report.valid() {
            Some(true) => Self::Valid,
            Some(false) if report.is_checked => Self::Invalid,
            Some(false) | None => Self::Unchecked,
        }
    }

    /// As people read it.
    pub(super) const fn word(self, language: Language) -> &'static str {
        match self {
            Self::Valid => choose(language, "gültig", "valid"),
            Self::Invalid => choose(language, "ungültig", "invalid"),
            Self::Unchecked => choose(language, "nicht prüfbar", "cannot be checked"),
        }
    }
}

/// How many findings of each weight there are, and how many known ones; what there is none of is left out.
pub(super) fn counts(report: &Report, language: Language) -> Vec<String> {
    let mut counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| (severity, report.count(severity)))
        .filter(|&(_, number)| number > 0)
        .map(|(severity, number)| Count::of_severity(number, severity, language).to_string())
        .collect();
    counts.extend(known(report.known, language));
    counts
}

/// How many documents there are, and what is said of them.
pub(super) fn totals(summary: &Summary, language: Language) -> String {
    let mut counts: Vec<String> = [
        (summary.valid, Verdict::Valid),
        (summary.invalid, Verdict::Invalid),
        (summary.unchecked, Verdict::Unchecked),
    ]
    .into_iter()
    .filter(|&(number, _)| number > 0)
    .map(|(number, verdict)| format!("{number} {}", verdict.word(language)))
    .collect();
    counts.extend(known(summary.known, language));
    let documents = Count::of_documents(summary.documents, language);
    format!("{documents}: {}", counts.join(", "))
}

/// `bekannt: 3`, where a baseline names findings.
fn known(number: u64, language: Language) -> Option<String> {
    (number > 0).then(|| format!("{}: {number}", choose(language, "bekannt", "known")))
}
