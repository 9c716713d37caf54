//! Programs of other languages that are kept running, so that they are measured warm, and in turn with the others.
//!
//! A worker reads one command a line and answers each with one line. `load` loads the schema; `open PATH` reads a document;
//! `warm` works on it until it gets no faster; `run COUNT` works on it so often: its answer is the bytes that count for one
//! time, and the nanoseconds for all; `peak` answers with the peak of the process in bytes. `load` answers with nanoseconds,
//! or `none`. Whatever fails is answered by `error`, and the reason.

use super::{Failure, Subject};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};
use tempfile::TempDir;

/// A program that is kept running.
pub(super) struct Worker {
    process: Child,
    commands: ChildStdin,
    answers: BufReader<ChildStdout>,
    folder: TempDir,
}

impl Worker {
    /// Starts it. What it complains of goes the way of our own complaints.
    pub(super) fn start(command: &mut Command) -> Result<Self, Failure> {
        let name = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut process = started.map_err(|error| format!("{name} could not be started: {error}"))?;
        let (commands, answers) = (process.stdin.take(), process.stdout.take());
        Ok(Self {
            process,
            commands: commands.ok_or("the program takes no commands")?,
            answers: BufReader::new(answers.ok_or("the program gives no answers")?),
            folder: TempDir::new()?,
        })
    }

    /// Gives a command and waits for the answer.
    fn ask(&mut self, command: &str) -> Result<String, Failure> {
        writeln!(self.commands, "{command}")?;
        self.commands.flush()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        let answer = answer.trim();
        match answer.strip_prefix("error") {
            Some(reason) => Err(reason.trim().to_owned().into()),
            None if answer.is_empty() => Err("the program ended".into()),
            None => Ok(answer.to_owned()),
        }
    }
}

impl Subject for Worker {
    fn prepare(&mut self, document: &[u8]) -> Result<(), Failure> {
        let path = self.folder.path().join("document.xml");
        fs::write(&path, document)?;
        self.ask(&format!("open {}", path.display()))?;
        self.ask("warm")?;
        Ok(())
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        Ok(self.timed(document, 1)?.0)
    }

    fn timed(&mut self, _document: &[u8], repetitions: u32) -> Result<(usize, Duration), Failure> {
        let answer = self.ask(&format!("run {repetitions}"))?;
        let (bytes, nanoseconds) = answer.split_once(' ').ok_or("the answer is not understood")?;
        let bytes: usize = bytes.parse()?;
        Ok((bytes * repetitions as usize, Duration::from_nanos(nanoseconds.parse()?)))
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        match self.ask("load")?.as_str() {
            "none" => Ok(None),
            nanoseconds => Ok(Some(Duration::from_nanos(nanoseconds.parse()?))),
        }
    }

    fn peak(&mut self, path: &Path) -> Result<Option<u64>, Failure> {
        self.ask("load")?;
        self.ask(&format!("open {}", path.display()))?;
        self.ask("run 1")?;
        Ok(Some(self.ask("peak")?.parse()?))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It has no work of its own left; that it has ended already is no fault.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A program that answers as a worker does, by fixed lines.
    fn worker(answers: &str) -> Worker {
        let script = format!("while read -r word rest; do case $word in {answers} esac; done");
        Worker::start(Command::new("sh").args(["-c", &script])).unwrap()
    }

    #[test]
    fn the_answer_to_run_is_bytes_and_time() {
        let mut worker = worker("open) echo ok;; warm) echo ok;; run) echo 5 2000;; load) echo none;; peak) echo 77;;");
        worker.prepare(b"<a/>").unwrap();
        assert_eq!(worker.timed(b"<a/>", 3).unwrap(), (15, Duration::from_micros(2)));
        assert_eq!(worker.load().unwrap(), None);
        assert_eq!(worker.peak(Path::new("/a.xml")).unwrap(), Some(77));
    }

    #[test]
    fn a_program_that_says_why_or_ends_is_a_failure() {
        let mut failing = worker("load) echo error no such schema;;");
        assert_eq!(failing.load().unwrap_err().to_string(), "no such schema");
        let mut ending = worker("load) exit;;");
        assert_eq!(ending.load().unwrap_err().to_string(), "the program ended");
        assert!(Worker::start(&mut Command::new("no-such-program-anywhere")).is_err());
    }
}
