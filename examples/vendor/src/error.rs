//! What can go wrong.

use std::{
    io,
    path::{Path, PathBuf},
    process::ExitCode,
};
use xsozial_model::xml;
use xsozial_validate::intake::Advice;

/// Why a message was not taken in. No variant holds document content.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The message cannot be read strictly; its findings have been told.
    #[error("the message was not taken in: {findings} findings; suggestion: {advice}")]
    Refused {
        /// How many faults it has.
        findings: usize,
        /// What a person might do about it.
        advice: Advice,
    },
    /// What was written could not be read, or not written in the first place.
    #[error("the message could not be written: {0}")]
    Xml(#[from] xml::Error),
    /// What was written is not what was read.
    #[error("the written message differs from the one that was read")]
    Changed,
}

impl Error {
    /// The error of a file.
    pub fn file(path: &Path, source: io::Error) -> Self {
        Self::File {
            path: path.to_owned(),
            source,
        }
    }

    /// 1: the message is at fault. 2: the work could not be done.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Refused { .. } => ExitCode::from(1),
            Self::File { .. } | Self::Xml(_) | Self::Changed => ExitCode::from(2),
        }
    }
}
