//! Running other programs.

use crate::Error;
use std::{
    fs::{self, File},
    path::Path,
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How often a program is asked whether it has ended.
const PATIENCE: Duration = Duration::from_millis(20);

/// What a program wrote, and how it ended.
pub(super) struct Ended {
    /// `None`: it was stopped because it took too long.
    pub(super) status: Option<ExitStatus>,
    pub(super) output: String,
    pub(super) errors: String,
}

impl Ended {
    pub(super) fn succeeded(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }
}

/// Runs a program, no longer than this. What it writes goes to files below `folder`. `None`: there is no such program.
pub(super) fn run(command: &mut Command, folder: &Path, limit: Duration) -> Result<Option<Ended>, Error> {
    let (output, errors) = (folder.join("ausgabe"), folder.join("meldungen"));
    let create = |path: &Path| {
        File::create(path).map_err(|source| Error::File {
            path: path.to_owned(),
            source,
        })
    };
    command
        .stdin(Stdio::null())
        .stdout(create(&output)?)
        .stderr(create(&errors)?);
    // A program that cannot be started is as good as absent.
    let Ok(mut child) = command.spawn() else {
        return Ok(None);
    };
    let begin = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break Some(status),
            Ok(None) if begin.elapsed() < limit => thread::sleep(PATIENCE),
            Ok(None) | Err(_) => {
                // It may have ended in between.
                let _ = child.kill();
                let _ = child.wait();
                break None;
            }
        }
    };
    let read = |path: &Path| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(Some(Ended {
        status,
        output: read(&output).unwrap_or_default(),
        errors: read(&errors).unwrap_or_default(),
    }))
}
