//! Why a validator could not do its work.

use std::{fmt, io, process::Output};

/// A validator could not be run, or what it printed could not be understood.
#[derive(thiserror::Error)]
pub enum OracleError {
    /// The program is not installed or could not be started.
    #[error("{program} could not be started: {source}")]
    Start {
        /// The program.
        program: &'static str,
        /// Why.
        source: io::Error,
    },
    /// The program stopped with an error of its own, for example over the schema.
    #[error("{program} failed: {message}")]
    Failed {
        /// The program.
        program: &'static str,
        /// What it said.
        message: String,
    },
    /// The program said nothing usable about a document.
    #[error("{program} gave no verdict on {document}")]
    NoVerdict {
        /// The program.
        program: &'static str,
        /// The document.
        document: String,
    },
    /// A working file could not be written.
    #[error("a working file could not be written: {0}")]
    WorkingFile(#[from] io::Error),
}

/// What other programs said spans lines; a test that fails shows it as it was said.
impl fmt::Debug for OracleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl OracleError {
    /// The error for a run that ended badly.
    pub(super) fn failed(program: &'static str, output: &Output) -> Self {
        Self::Failed {
            program,
            message: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
