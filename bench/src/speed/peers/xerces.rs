//! Xerces, the one inside the JDK, by a Java program that is kept running.

use crate::speed::{Candidate, Failure, Operation, Subject, worker::Worker};
use std::{path::Path, process::Command, time::Duration};
use tempfile::TempDir;

/// Xerces, warm; its heap is what the virtual machine takes by default.
pub(super) fn candidate(entry: &Path) -> Candidate {
    let entry = entry.to_owned();
    Candidate::peer("Xerces, warm", Operation::Validate, move || Xerces::new(&entry))
}

struct Xerces {
    worker: Worker,
    /// Where the compiled program lies.
    _classes: TempDir,
}

impl Xerces {
    fn new(entry: &Path) -> Result<Self, Failure> {
        let classes = TempDir::new()?;
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("java/XercesSpeed.java");
        let compiled = Command::new("javac").arg("-d").arg(classes.path()).arg(source).output();
        let compiled = compiled.map_err(|error| format!("javac could not be started: {error}"))?;
        if !compiled.status.success() {
            return Err(String::from_utf8_lossy(&compiled.stderr).into_owned().into());
        }
        let mut command = Command::new("java");
        command.args(["-Duser.language=en", "-Djdk.xml.maxOccurLimit=0", "-cp"]);
        command.arg(classes.path()).arg("XercesSpeed").arg(entry);
        let mut worker = Worker::start(&mut command)?;
        worker.load()?;
        Ok(Self {
            worker,
            _classes: classes,
        })
    }
}

impl Subject for Xerces {
    fn prepare(&mut self, document: &[u8]) -> Result<(), Failure> {
        self.worker.prepare(document)
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        self.worker.run(document)
    }

    fn timed(&mut self, document: &[u8], repetitions: u32) -> Result<(usize, Duration), Failure> {
        self.worker.timed(document, repetitions)
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        self.worker.load()
    }

    fn peak(&mut self, path: &Path) -> Result<Option<u64>, Failure> {
        self.worker.peak(path)
    }
}
