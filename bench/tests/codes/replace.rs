//! Every code of every message replaced by an unknown one, one at a time.

use super::{Set, elements};
use std::{collections::BTreeSet, fmt};
use xsozial_schema::{Severity, schema::CodeTyp};

/// No list has it.
const UNKNOWN: &str = "unbekannt-77";

/// The large message repeats what the small one holds.
pub(super) const LARGE: usize = 150_000;

/// How many codes were replaced, and what came of it.
#[derive(Default)]
pub(crate) struct Tally {
    codes: usize,
    /// Codes of type 1, which the schema enumerates.
    enumerated: usize,
    /// Codes of the other types whose list is at hand in the version that counts.
    pub(crate) at_hand: usize,
    /// Of these, those whose replacement was found.
    found: usize,
    pub(crate) overlooked: Vec<String>,
    /// Replacements that were found elsewhere, or more than once.
    pub(crate) unplaced: Vec<String>,
}

impl Set {
    /// Replaces every code in turn.
    pub(crate) fn replace_codes(&self) -> Tally {
        let mut tally = Tally::default();
        let documents = self.documents.iter().filter(|(_, text)| text.len() < LARGE);
        for (name, text) in documents {
            let known = self.errors(text);
            for code in elements::code_elements(self.validator.schema(), text) {
                tally.codes += 1;
                if code.typ == CodeTyp::Typ1 {
                    tally.enumerated += 1;
                    continue;
                }
                if self.store.get(&code.list_uri, &code.list_version).is_empty() {
                    continue;
                }
                tally.at_hand += 1;
                let mut changed = text.clone();
                changed.replace_range(code.range.clone(), UNKNOWN);
                // A few published codes are wrong already.
                let elsewhere: BTreeSet<_> = known.iter().filter(|(_, path)| *path != code.path).collect();
                let found: Vec<_> = self.errors(&changed);
                let new: Vec<_> = found.iter().filter(|error| !elsewhere.contains(error)).collect();
                let title = format!("{name} {}: {new:?}", code.path);
                match new.as_slice() {
                    [] => tally.overlooked.push(title),
                    [(_, path)] if *path == code.path => tally.found += 1,
                    _ => tally.unplaced.push(title),
                }
            }
        }
        tally
    }

    /// The errors: code and path.
    fn errors(&self, text: &str) -> Vec<(String, String)> {
        let errors = self
            .findings(text)
            .filter(|finding| finding.severity() == Severity::Error);
        errors
            .map(|finding| (finding.code().to_string(), elements::short(finding.path())))
            .collect()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} codes, {} enumerated by the schema, {} with their list at hand",
            self.codes, self.enumerated, self.at_hand
        )?;
        if self.at_hand == 0 {
            return Ok(());
        }
        let thousandths = self.found * 1_000 / self.at_hand;
        let (whole, tenth) = (thousandths / 10, thousandths % 10);
        write!(formatter, ", of which {whole}.{tenth} % were found when unknown")
    }
}
