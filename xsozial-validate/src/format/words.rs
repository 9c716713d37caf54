//! The words of the formats.

use std::fmt;
use xsozial_schema::{Language, Severity};

/// The text in the reader's language.
pub(crate) const fn choose<T: Copy>(language: Language, german: T, english: T) -> T {
    match language {
        Language::German => german,
        Language::English => english,
    }
}

/// A severity as it stands in data.
pub(super) const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
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
