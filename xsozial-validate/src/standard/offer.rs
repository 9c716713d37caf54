//! Standards that could be used.

use super::Standard;
use std::fmt;

/// A standard that could be used and is not loaded yet: it is known by what its documents look like.
pub trait Offer: fmt::Debug + Send + Sync {
    /// What the user writes after `--standard` to choose it: `KENNUNG_VERSION@HASH`.
    fn name(&self) -> String;

    /// What is known of documents with this root; `None`: it has no such root.
    fn root(&self, namespace: &str, local: &str) -> Option<OfferedRoot<'_>>;

    /// Whether the namespace is the standard's own: a document in it belongs to the standard, even with an unknown root.
    fn owns(&self, namespace: &str) -> bool;

    /// Loads the standard. The text says in English why it cannot be used.
    fn load(&self) -> Result<Standard, String>;
}

/// What a standard fixes of the root elements of its messages (XÖV Basisnachricht); `None`: it fixes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfferedRoot<'o> {
    /// The attribute `standard`.
    pub standard: Option<&'o str>,
    /// The attribute `version`.
    pub version: Option<&'o str>,
}

impl OfferedRoot<'_> {
    /// Whether a document with these attributes may be meant. What either side does not say speaks against nothing.
    pub(super) fn admits(&self, standard: Option<&str>, version: Option<&str>) -> bool {
        let agree = |fixed: Option<&str>, found: Option<&str>| match (fixed, found) {
            (Some(fixed), Some(found)) => fixed == found.trim(),
            _ => true,
        };
        agree(self.standard, standard) && agree(self.version, version)
    }
}
