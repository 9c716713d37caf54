//! Which list the last code of each type belonged to: most codes of a document name the same one as the code before.

use std::ops::Range;

/// What was found for the last code of a type.
#[derive(Default)]
pub(super) struct Memo {
    /// What the document said of the list; empty where it has nothing to say.
    uri: String,
    /// What it said of the version.
    version: String,
    outcome: Option<Outcome>,
}

/// Where a code is looked for.
#[derive(Clone)]
pub(super) enum Outcome {
    /// In these lists of the store.
    Lists(Range<usize>),
    /// The list is not at hand, which is this gap.
    Gap(usize),
}

impl Memo {
    /// What was found when the document last said this.
    #[inline]
    pub(super) fn recall(&self, uri: &str, version: &str) -> Option<Outcome> {
        self.outcome
            .clone()
            .filter(|_| self.version == version && self.uri == uri)
    }

    /// Remembers what was found. The room of the texts is used again.
    pub(super) fn remember(&mut self, uri: &str, version: &str, outcome: Outcome) {
        uri.clone_into(&mut self.uri);
        version.clone_into(&mut self.version);
        self.outcome = Some(outcome);
    }
}
