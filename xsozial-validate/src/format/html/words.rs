//! The fixed words of the page.

use crate::format::Summary;
use xsozial_schema::{Language, Severity};

/// The fixed words of the page, in one language.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) skip: &'static str,
    pub(super) result: &'static str,
    pub(super) documents: &'static str,
    pub(super) complete: &'static str,
    pub(super) weights: &'static str,
    pub(super) weights_changed: &'static str,
    pub(super) what_next: &'static str,
    pub(super) kinds: &'static str,
    pub(super) kind_columns: [&'static str; 5],
    pub(super) document_columns: [&'static str; 6],
    pub(super) findings: &'static str,
    pub(super) basis: &'static str,
    pub(super) checked: &'static str,
    pub(super) not_checked: &'static str,
    pub(super) privacy: &'static str,
    valid: [&'static str; 2],
    noted: [&'static str; 2],
    invalid: [&'static str; 2],
    unchecked: [&'static str; 2],
}

const GERMAN: Words = Words {
    title: "Prüfbericht",
    skip: "Zum Hauptteil",
    result: "Ergebnis",
    documents: "Dokumente",
    complete: "Vollständigkeit",
    weights: "Gewichtung",
    weights_changed: "Einzelne Codes sind anders gewichtet als üblich (siehe Prüfgrundlage); „gültig“ ist entsprechend zu lesen.",
    what_next: "Was ist zu tun?",
    kinds: "Arten von Befunden",
    kind_columns: ["Code", "Bedeutung", "Gewicht", "Befunde", "Dokumente"],
    document_columns: ["Dokument", "Ergebnis", "Fehler", "Warnungen", "Hinweise", "Bekannt"],
    findings: "Befunde",
    basis: "Prüfgrundlage",
    checked: "Geprüft",
    not_checked: "Nicht geprüft",
    privacy: "Der Bericht enthält keine Inhalte der Dokumente: Werte sind nur ihrer Form nach beschrieben.",
    valid: [
        "Das Dokument ist gültig. Es wurden keine Fehler gefunden.",
        "Alle Dokumente sind gültig. Es wurden keine Fehler gefunden.",
    ],
    noted: [
        "Das Dokument ist gültig. Es gibt aber Befunde, die jemand ansehen sollte.",
        "Alle Dokumente sind gültig. Es gibt aber Befunde, die jemand ansehen sollte.",
    ],
    invalid: ["Das Dokument ist nicht gültig.", "Nicht alle Dokumente sind gültig."],
    unchecked: [
        "Das Dokument konnte nicht geprüft werden.",
        "Nicht alle Dokumente konnten geprüft werden.",
    ],
};

const ENGLISH: Words = Words {
    title: "Validation report",
    skip: "To the main part",
    result: "Result",
    documents: "Documents",
    complete: "Completeness",
    weights: "Weights",
    weights_changed: "Some codes weigh other than usual (see what the check rests on); \"valid\" is to be read so.",
    what_next: "What is to be done?",
    kinds: "Kinds of findings",
    kind_columns: ["Code", "Meaning", "Weight", "Findings", "Documents"],
    document_columns: ["Document", "Result", "Errors", "Warnings", "Notes", "Known"],
    findings: "Findings",
    basis: "What the check rests on",
    checked: "Checked",
    not_checked: "Not checked",
    privacy: "The report holds no content of the documents: values are described by their shape alone.",
    valid: [
        "The document is valid. No errors were found.",
        "All documents are valid. No errors were found.",
    ],
    noted: [
        "The document is valid. There are findings that somebody should look at.",
        "All documents are valid. There are findings that somebody should look at.",
    ],
    invalid: ["The document is not valid.", "Not all documents are valid."],
    unchecked: [
        "The document could not be checked.",
        "Not all documents could be checked.",
    ],
};

impl Words {
    /// The words of this language.
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::German => &GERMAN,
            Language::English => &ENGLISH,
        }
    }

    /// What is said of the whole in one sentence, with its class.
    pub(super) fn verdict(&self, summary: &Summary) -> (&'static str, &'static str) {
        let are_many = usize::from(summary.documents != 1);
        let is_noted = summary.known > 0
            || summary.omitted > 0
            || [Severity::Warning, Severity::Info]
                .into_iter()
                .any(|severity| summary.count(severity) > 0);
        let (class, sentences) = if summary.invalid > 0 {
            ("invalid", &self.invalid)
        } else if summary.unchecked > 0 {
            ("unchecked", &self.unchecked)
        } else if is_noted {
            ("valid", &self.noted)
        } else {
            ("valid", &self.valid)
        };
        (class, sentences[are_many])
    }

    /// How many findings are counted alone.
    pub(super) fn omitted(omitted: u64, language: Language) -> String {
        match language {
            Language::German => format!("Weitere Befunde, die nicht aufgeführt sind: {omitted}"),
            Language::English => format!("More findings, which are not listed: {omitted}"),
        }
    }
}
