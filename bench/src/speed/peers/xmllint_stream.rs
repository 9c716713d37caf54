//! libxml2 by its program: `xmllint --stream`, a process for each document.

use crate::{
    memory::peak_of,
    speed::{Candidate, Failure, Operation, Subject, bars::names},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Exit codes of `xmllint`: the document is valid, or it is not.
const VALID: i32 = 0;
const NOT_VALID: i32 = 3;

/// A document that the schema does not know: what is left is the start of the process and reading the schema.
const TRIVIAL: &str = "<x/>";

/// The document's share of the process must be at least this part of it, or the difference says nothing.
const LEAST_SHARE: f64 = 0.2;

/// How often a process is asked for its memory.
const WATCH: Duration = Duration::from_micros(500);

/// `xmllint --stream` in a process. Its time is that of the process less that of one for a trivial document. It checks no
/// IDs and references.
pub(super) fn candidate(entry: &Path) -> Candidate {
    let entry = entry.to_owned();
    Candidate::peer(names::XMLLINT, Operation::Validate, move || XmllintStream::new(&entry))
}

struct XmllintStream {
    schema: PathBuf,
    folder: TempDir,
}

impl XmllintStream {
    /// Checks nothing yet, but whether the program is there.
    fn new(entry: &Path) -> Result<Self, Failure> {
        let found = Command::new("xmllint").arg("--version").output();
        found.map_err(|error| format!("xmllint could not be started: {error}"))?;
        let folder = TempDir::new()?;
        fs::write(folder.path().join("trivial.xml"), TRIVIAL)?;
        Ok(Self {
            schema: entry.to_owned(),
            folder,
        })
    }

    fn command(&self, document: &Path) -> Command {
        let mut command = Command::new("xmllint");
        command.args(["--stream", "--noout", "--nonet", "--huge", "--schema"]);
        command.arg(&self.schema).arg(document);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn validate(&self, name: &str, expected: i32) -> Result<Duration, Failure> {
        let mut command = self.command(&self.folder.path().join(name));
        let start = Instant::now();
        let status = command.status()?;
        let time = start.elapsed();
        match status.code() {
            Some(code) if code == expected => Ok(time),
            code => Err(format!("xmllint ended with {code:?} on {name}").into()),
        }
    }
}

impl Subject for XmllintStream {
    fn prepare(&mut self, document: &[u8]) -> Result<(), Failure> {
        Ok(fs::write(self.folder.path().join("document.xml"), document)?)
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        self.validate("document.xml", VALID)?;
        Ok(document.len())
    }

    /// No time at all is returned where the document's share cannot be told from noise.
    fn timed(&mut self, document: &[u8], repetitions: u32) -> Result<(usize, Duration), Failure> {
        let (mut whole, mut trivial) = (Duration::ZERO, Duration::ZERO);
        for _ in 0..repetitions {
            whole += self.validate("document.xml", VALID)?;
            trivial += self.validate("trivial.xml", NOT_VALID)?;
        }
        let share = whole.saturating_sub(trivial);
        let is_clear = share.as_secs_f64() >= LEAST_SHARE * whole.as_secs_f64();
        let time = if is_clear { share } else { Duration::ZERO };
        Ok((document.len() * repetitions as usize, time))
    }

    /// The process is loading its schema and little else on a document that this schema does not know.
    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        self.validate("trivial.xml", NOT_VALID).map(Some)
    }

    /// What the process holds is asked while it runs, since nothing tells it afterwards.
    fn peak(&mut self, path: &Path) -> Result<Option<u64>, Failure> {
        let mut process = self.command(path).spawn()?;
        let mut peak = None;
        while process.try_wait()?.is_none() {
            peak = peak.max(peak_of(process.id()));
            sleep(WATCH);
        }
        Ok(peak)
    }
}
