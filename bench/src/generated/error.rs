//! Why a generated crate could not be made or used.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A generated crate could not be made, built or run.
#[derive(thiserror::Error)]
pub enum GeneratedError {
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A program could not be started.
    #[error("{program} could not be started: {source}")]
    Start {
        /// The program.
        program: String,
        /// Why.
        source: io::Error,
    },
    /// A program ended with an error.
    #[error("{step} failed: {message}")]
    Failed {
        /// What was being done.
        step: &'static str,
        /// What the program said.
        message: String,
    },
    /// The reading program did not say what it had to.
    #[error("the reading program said nothing usable about {document}")]
    NoOutcome {
        /// The document.
        document: String,
    },
}

/// What other programs said spans lines; a test that fails shows it as it was said.
impl fmt::Debug for GeneratedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl GeneratedError {
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }
}

/// Runs a command to its end; a bad end is an error with what the program said.
pub(super) fn run(step: &'static str, command: &mut Command) -> Result<Output, GeneratedError> {
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|source| GeneratedError::Start {
        program: command.get_program().to_string_lossy().into_owned(),
        source,
    })?;
    if output.status.success() {
        return Ok(output);
    }
    // A program that was killed had no time to say why.
    let said = String::from_utf8_lossy(&output.stderr);
    Err(GeneratedError::Failed {
        step,
        message: format!("{}: {said}", output.status),
    })
}
