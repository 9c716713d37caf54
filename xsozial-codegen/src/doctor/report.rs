//! The report: sections, each with a state, a sentence and details.

use crate::installed::choose;
use std::fmt::Write;
use xsozial_schema::Language;

/// So many details of a kind are told; the others are counted.
pub(super) const MOST_DETAILS: usize = 40;
/// Columns for the titles.
const TITLE_WIDTH: usize = 22;

/// How something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// It works.
    Good,
    /// It was not tried, or does not concern this delivery.
    Skipped,
    /// It works, and there is something to know.
    Note,
    /// It does not work.
    Bad,
}

impl State {
    const fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Good, Language::German) => "in Ordnung",
            (Self::Skipped, Language::German) => "entfällt",
            (Self::Note, Language::German) => "Hinweis",
            (Self::Bad, Language::German) => "FEHLER",
            (Self::Good, Language::English) => "good",
            (Self::Skipped, Language::English) => "skipped",
            (Self::Note, Language::English) => "note",
            (Self::Bad, Language::English) => "ERROR",
        }
    }
}

/// What was tried, and how it went.
#[derive(Clone, Debug)]
pub(super) struct Section {
    title: &'static str,
    pub(super) state: State,
    summary: String,
    details: Vec<String>,
}

impl Section {
    pub(super) fn new(title: &'static str, state: State, summary: impl Into<String>) -> Self {
        Self {
            title,
            state,
            summary: summary.into(),
            details: Vec::new(),
        }
    }

    /// The same section with details, a line each; many are counted.
    pub(super) fn with(mut self, details: impl IntoIterator<Item = String>, language: Language) -> Self {
        let details: Vec<String> = details.into_iter().collect();
        let left = details.len().saturating_sub(MOST_DETAILS);
        self.details.extend(details.into_iter().take(MOST_DETAILS));
        if left > 0 {
            self.details.push(match language {
                Language::German => format!("… und {left} weitere"),
                Language::English => format!("… and {left} more"),
            });
        }
        self
    }
}

/// All sections.
#[derive(Debug)]
pub(super) struct Report {
    language: Language,
    heading: String,
    sections: Vec<Section>,
}

impl Report {
    pub(super) fn new(heading: String, language: Language) -> Self {
        Self {
            language,
            heading,
            sections: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, section: Section) {
        self.sections.push(section);
    }

    fn count(&self, state: State) -> usize {
        self.sections.iter().filter(|section| section.state == state).count()
    }

    /// Whether nothing is [`State::Bad`].
    pub(super) fn is_good(&self) -> bool {
        self.count(State::Bad) == 0
    }

    /// The report as text.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{}\n", self.heading);
        for section in &self.sections {
            let padding = TITLE_WIDTH.saturating_sub(section.title.chars().count());
            let word = section.state.word(self.language);
            // Writing to a string does not fail.
            let _ = write!(text, "\n{}{:padding$} {word}", section.title, "");
            if !section.summary.is_empty() {
                let _ = write!(text, ": {}", section.summary);
            }
            text.push('\n');
            for detail in &section.details {
                for line in detail.lines() {
                    let _ = writeln!(text, "    {}", line.trim_end());
                }
            }
        }
        let _ = writeln!(text, "\n{}", self.verdict());
        text
    }

    fn verdict(&self) -> String {
        let [bad, notes, skipped] = [State::Bad, State::Note, State::Skipped].map(|state| self.count(state));
        match self.language {
            Language::German => format!(
                "Ergebnis: Die Lieferung funktioniert{}. Abschnitte mit Fehlern: {bad}, mit Hinweisen: {notes}, entfallen: \
                 {skipped}.",
                if bad > 0 { " nicht, oder nicht ganz" } else { "" }
            ),
            Language::English => format!(
                "Result: the delivery {}. Sections with errors: {bad}, with notes: {notes}, skipped: {skipped}.",
                if bad > 0 {
                    "does not work, or not entirely"
                } else {
                    "works"
                }
            ),
        }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }
}

/// A title in the reader's language.
pub(super) fn title(language: Language, german: &'static str, english: &'static str) -> &'static str {
    choose(language, german, english)
}
