//! What is measured.

use std::time::{Duration, Instant};

/// Why a subject could not do its work; the measurement ends then.
pub type Failure = Box<dyn std::error::Error>;

/// Something that reads, validates or writes a document.
pub trait Subject {
    /// Its name with its version, for the table.
    fn name(&self) -> String;

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
}
