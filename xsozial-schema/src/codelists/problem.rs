//! What a store found and could not use.

use crate::genericode::GenericodeProblem;

/// A file that was given and is of no use, or only with care. It never holds codes or values.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}: {kind}", if *line == 0 { String::new() } else { format!(":{line}") })]
pub struct StoreProblem {
    /// The file, as a person knows it: below what was given, with `/`.
    pub path: String,
    /// The line, counted from 1; 0 when the problem has none.
    pub line: u32,
    /// What is wrong, and what to do about it.
    pub kind: StoreProblemKind,
}

/// What is wrong with a file of a store.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreProblemKind {
    /// The file cannot be read from its disk or archive.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The file is no genericode list: a broken download, or something else.
    #[error(transparent)]
    NotAList(#[from] GenericodeProblem),
    /// Documents cannot refer to the list, for it does not say its URI or version.
    #[error("the list does not say its {0}, so that no document can refer to it; ask its publisher")]
    Unidentified(&'static str),
    /// Another file holds a list of the same URI and version with other content. Both are kept: a code counts as known
    /// when one of them has it.
    #[error("the list has the URI and version of `{other}` and other content; pass only the right one of the two")]
    Conflict {
        /// The other file.
        other: String,
        /// URI of the list.
        list_uri: String,
        /// Its version.
        list_version: String,
    },
    /// An archive inside an archive, which is not opened.
    #[error("an archive inside an archive is not opened; unpack the outer one first")]
    NestedArchive,
    /// A folder holds no file that could be a list.
    #[error("holds no code list (*.xml)")]
    NoList,
}

impl StoreProblemKind {
    /// The stable code of the problem.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "XK0101",
            Self::NotAList(_) => "XK0102",
            Self::Unidentified(_) => "XK0103",
            Self::Conflict { .. } => "XK0104",
            Self::NestedArchive => "XK0105",
            Self::NoList => "XK0106",
        }
    }
}
