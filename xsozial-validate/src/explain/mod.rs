//! What the codes mean: cause, a wrong and a right example, and who usually mends it. One file for each group of codes.
//!
//! ```
//! use xsozial_schema::{Code, Language};
//! use xsozial_validate::explain::{Explanation, write_explanation};
//! let explanation = Explanation::of(Code::ElementMissing).ok_or("every code is explained")?;
//! let mut text = Vec::new();
//! write_explanation(explanation, Language::German, &mut text)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod attributes;
mod bounds;
mod codelists;
mod document;
mod elements;
mod environment;
mod facets;
mod identity;
mod profiles;
mod rules;
mod text;
mod types;

pub use codelists::EXAMPLE_CODELISTS;
pub use text::{write_explanation, write_list, write_remedy};

use crate::format::choose;
use xsozial_schema::{Code, Language};

/// What a code means. The examples are invented, and in German.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// Why a document has this fault, and what to do about it.
    pub cause: Cause,
    /// The rule as it stands in a schema without target namespace (the children of `xs:schema`); `None` for codes that no
    /// rule of a schema provokes.
    pub schema: Option<&'static str>,
    /// A document that has this fault alone. For codes of the environment: a call of the command line.
    pub wrong: &'static str,
    /// The same without the fault.
    pub right: &'static str,
    /// Who usually mends it, the likeliest first.
    pub mended_by: &'static [Party],
}

/// A cause, in two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// In German.
    pub german: &'static str,
    /// In English.
    pub english: &'static str,
}

/// Who may mend a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Party {
    /// Whoever sends the document, by entering something else in the specialist procedure (Fachverfahren).
    Sender,
    /// Whoever runs the way on which the document travels.
    Transport,
    /// Whoever checks the document.
    Recipient,
    /// Whoever makes the software that writes the document.
    Manufacturer,
}

impl Explanation {
    /// The explanation of a code.
    pub fn of(code: Code) -> Option<&'static Self> {
        Self::all().find(|explanation| explanation.code == code)
    }

    /// The explanations of all codes, in the order of the table of codes.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        [
            elements::ELEMENTS,
            attributes::ATTRIBUTES,
            types::TYPES,
            facets::FACETS,
            bounds::BOUNDS,
            document::DOCUMENT,
            identity::IDENTITY,
            environment::ENVIRONMENT,
            rules::RULES,
            profiles::PROFILES,
            codelists::CODELISTS,
        ]
        .into_iter()
        .flatten()
    }
}

impl Cause {
    /// The cause in this language.
    pub const fn text(self, language: Language) -> &'static str {
        choose(language, self.german, self.english)
    }
}

impl Party {
    /// Who it is.
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Sender => choose(
                language,
                "Absender (Eingabe im Fachverfahren)",
                "sender (what was entered)",
            ),
            Self::Transport => choose(
                language,
                "Transport (Betreiber des Übertragungswegs)",
                "transport (who runs it)",
            ),
            Self::Recipient => choose(language, "Empfänger (wer das Dokument prüft)", "recipient (who checks)"),
            Self::Manufacturer => choose(
                language,
                "Hersteller (des Fachverfahrens, das das Dokument erzeugt)",
                "manufacturer (of the software that writes the document)",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_once_and_in_order() {
        let explained: Vec<Code> = Explanation::all().map(|explanation| explanation.code).collect();
        assert_eq!(explained, Code::ALL);
    }

    #[test]
    fn every_explanation_has_all_parts() {
        for explanation in Explanation::all() {
            let code = explanation.code;
            for language in [Language::German, Language::English] {
                let cause = explanation.cause.text(language);
                assert!(cause.len() > 60 && cause.ends_with('.'), "{code}");
                assert!(!cause.contains("  ") && !cause.contains('\n'), "{code}");
            }
            assert_ne!(explanation.cause.german, explanation.cause.english, "{code}");
            assert!(
                !explanation.wrong.trim().is_empty() && !explanation.right.trim().is_empty(),
                "{code}"
            );
            assert_ne!(explanation.wrong.trim(), explanation.right.trim(), "{code}");
            assert!(!explanation.mended_by.is_empty(), "{code}");
            let is_no_rule_of_a_schema = ["XE", "XP"].iter().any(|group| code.as_str().starts_with(group));
            assert_eq!(explanation.schema.is_none(), is_no_rule_of_a_schema, "{code}");
        }
    }
}
