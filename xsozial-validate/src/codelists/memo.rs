//! Which list the last code of each type belonged to: most codes of a document name the same one as the code before.

use std::ops::Range;

/// What was found for the last code of a type.
#[derive(Default)]
pub(super) struct Memo {
    /// What the document said of the list, word for word; empty where it has nothing to say.
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
            .filter(|_| is_same(&self.version, version) && is_same(&self.uri, uri))
    }

    /// Remembers what was found. The room of the texts is used again.
    pub(super) fn remember(&mut self, uri: &str, version: &str, outcome: Outcome) {
        uri.clone_into(&mut self.uri);
        version.clone_into(&mut self.version);
        self.outcome = Some(outcome);
    }
}

/// Whether two texts are the same. Empty ones are not compared byte for byte: where an empty `String` points to is no memory, and
/// processors that read it with an empty mask take a hundred nanoseconds to find out (measured: half of the cost of a code).
#[inline]
fn is_same(text: &str, other: &str) -> bool {
    text.len() == other.len() && (text.is_empty() || text == other)
}
