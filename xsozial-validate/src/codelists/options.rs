//! How codes are checked.

/// How codes are checked against their lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodelistOptions {
    /// Whether it is an error, and not only a warning, that a list is not at hand or not in the version that is needed.
    pub is_strict: bool,
}
