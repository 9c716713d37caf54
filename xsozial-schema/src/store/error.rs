//! Why a store cannot be used, or a delivery not be added to it.

use crate::{schema::LoadError, xsd::XsdError};
use std::{io, path::PathBuf};

/// Why a store cannot be used, or a delivery not be added to it. Each variant has a stable code, see [`StoreError::code`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The schema documents of a delivery cannot be read or compiled.
    #[error(transparent)]
    Schema(#[from] XsdError),
    /// Nothing that was given holds a schema document.
    #[error(
        "{}: holds no schema document (*.xsd) and no XDatenfelder file; code lists alone are no delivery, add them together with the schemas they \
         belong to",
        path.display()
    )]
    NoSchema {
        /// What was given first.
        path: PathBuf,
    },
    /// A file or folder of the store cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// A file or folder of the store cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// An entry of the store is damaged.
    #[error("{}: this entry of the store is damaged ({reason}); remove the folder and add the delivery again", folder.display())]
    Damaged {
        /// The entry's folder.
        folder: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The compiled schema cannot be stored.
    #[error("the compiled schema cannot be stored: {0}")]
    Compiled(#[from] LoadError),
    /// The schema documents of the copy in the store are others than those of the delivery.
    #[error(
        "internal error, please report it: the copy of the delivery has other schema documents than the delivery itself"
    )]
    Copy,
}

impl StoreError {
    /// The stable code of the error. `XI` stands for what is installed.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Schema(error) => error.code(),
            Self::NoSchema { .. } => "XI0001",
            Self::Unreadable { .. } => "XI0002",
            Self::Unwritable { .. } => "XI0003",
            Self::Damaged { .. } => "XI0004",
            Self::Compiled(_) => "XI0005",
            Self::Copy => "XI0006",
        }
    }
}
