//! What is measured.

use crate::memory::peak_of_process;
use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// Why a subject could not do its work.
pub type Failure = Box<dyn std::error::Error>;

/// What a subject does with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    /// Finds its tokens and keeps nothing: the physical limit.
    Tokens,
    /// Makes a typed value of it.
    Read,
    /// Writes a typed value, read before.
    Write,
    /// Says whether it is valid.
    Validate,
}

impl Operation {
    /// Its name for the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tokens => "tokens",
            Self::Read => "read",
            Self::Write => "write",
            Self::Validate => "validate",
        }
    }
}

/// Something that reads, validates or writes a document.
pub trait Subject {
    /// Makes ready for a document, outside the measured time.
    fn prepare(&mut self, _document: &[u8]) -> Result<(), Failure> {
        Ok(())
    }

    /// Does the work once, allocation and release included. Returns the number of bytes that count for the speed: those
    /// read or those written.
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure>;

    /// Does the work this often. Returns the bytes that count, and how long it took; a program that is started for each
    /// document takes off what it needs besides.
    fn timed(&mut self, document: &[u8], repetitions: u32) -> Result<(usize, Duration), Failure> {
        let mut bytes = 0;
        let start = Instant::now();
        for _ in 0..repetitions {
            bytes += self.run(document)?;
        }
        Ok((bytes, start.elapsed()))
    }

    /// Loads the schema once more and says how long that took; `None` where none is loaded at run time.
    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        Ok(None)
    }

    /// Does the work once on a document in a file, with as little memory as it can. Those that read from memory alone hold
    /// the whole document.
    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        let document = fs::read(path)?;
        self.prepare(&document)?;
        self.run(&document)?;
        Ok(())
    }

    /// The peak of the process that does the work, in bytes, after it worked on this document; `None` where the system does
    /// not tell it. It is asked in a process that did nothing else.
    fn peak(&mut self, path: &Path) -> Result<Option<u64>, Failure> {
        self.run_file(path)?;
        Ok(peak_of_process())
    }
}

/// How long this takes to load a schema, release included.
pub(super) fn time_load<T>(load: impl FnOnce() -> Result<T, Failure>) -> Result<Option<Duration>, Failure> {
    let start = Instant::now();
    drop(black_box(load()?));
    Ok(Some(start.elapsed()))
}
