//! Why a document cannot be mutated.

use xsozial_schema::Code;

/// Why a document is no use as a source. It tells nothing of what the document holds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MutateError {
    /// Only documents in UTF-8 can be changed byte by byte.
    #[error("the document is not UTF-8")]
    NotUtf8,
    /// The document breaks a rule already.
    #[error("the document is not valid: {0}")]
    NotValid(Code),
    /// The document cannot be read as a tree.
    #[error("the document cannot be read as a tree")]
    NoTree,
}
