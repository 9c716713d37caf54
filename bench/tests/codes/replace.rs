//! Every code of every message replaced by an unknown one, one at a time.

use super::{Set, elements};
use std::{collections::BTreeSet, fmt};
use xsozial_schema::{Severity, schema::CodeTyp};

/// No list has it.
const UNKNOWN: &str = "unbekannt-77";

/// Most codes of a document that are replaced. No published message but the large one has as many.
const MOST: usize = 250;

/// The large message repeats what the small one holds.
const LARGE: usize = 150_000;

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
            // Of a document that holds everything several times over a part will do.
            let codes = elements::code_elements(self.validator.schema(), text);
            let step = codes.len().div_ceil(MOST);
            for code in codes.into_iter().step_by(step.max(1)) {
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
        #[expect(clippy::cast_precision_loss, reason = "a share needs no precision")]
        let share = |part: usize, whole: usize| {
            if whole == 0 {
                100.0
            } else {
                100.0 * part as f64 / whole as f64
            }
        };
        write!(
            formatter,
            "{} codes, {} enumerated by the schema, {} with their list at hand, of which {} ({:.1} %) were found when unknown",
            self.codes,
            self.enumerated,
            self.at_hand,
            self.found,
            share(self.found, self.at_hand)
        )
    }
}
