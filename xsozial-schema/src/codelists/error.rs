//! Why something that was given cannot be taken into a store at all.

use crate::{files::FileFault, genericode::StoredListError};
use std::io;

/// Why a path or stored bytes cannot be taken into a store at all. What is wrong with single files of a folder or archive
/// is a [`StoreProblem`](super::StoreProblem).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A file or folder cannot be read.
    #[error("{path}: cannot be read: {source}")]
    Unreadable {
        /// The path as it was given.
        path: String,
        /// What the operating system says.
        source: io::Error,
    },
    /// A ZIP archive is damaged, or holds what no delivery holds.
    #[error("{path}: {}{reason}", entry.as_ref().map_or_else(String::new, |entry| format!("entry `{entry}`: ")))]
    Archive {
        /// The archive's path as it was given.
        path: String,
        /// The entry, where the fault lies in one.
        entry: Option<String>,
        /// What is wrong.
        reason: String,
    },
    /// It is larger than any delivery of code lists.
    #[error("{path}: more than {limit} {what}; no delivery of code lists has so many")]
    TooLarge {
        /// The path as it was given.
        path: String,
        /// What there is too much of.
        what: &'static str,
        /// How much there may be.
        limit: u64,
    },
    /// A folder or archive holds no file that could be a code list.
    #[error("{path}: holds no code list (*.xml)")]
    NoList {
        /// The path as it was given.
        path: String,
    },
    /// Stored bytes cannot be used.
    #[error("{path}: {source}")]
    Stored {
        /// The file, or the name of the bytes.
        path: String,
        /// Why.
        source: StoredListError,
    },
}

impl StoreError {
    /// The stable code of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "XK0001",
            Self::Archive { .. } => "XK0002",
            Self::TooLarge { .. } => "XK0003",
            Self::NoList { .. } => "XK0004",
            Self::Stored { .. } => "XK0005",
        }
    }
}

impl From<FileFault> for StoreError {
    fn from(fault: FileFault) -> Self {
        match fault {
            FileFault::Unreadable { path, source } => Self::Unreadable { path, source },
            #[cfg(feature = "zip")]
            FileFault::Archive { path, entry, reason } => Self::Archive { path, entry, reason },
            FileFault::TooLarge { path, what, limit } => Self::TooLarge { path, what, limit },
        }
    }
}
