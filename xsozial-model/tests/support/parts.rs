//! Streams that give out a document in parts.

use proptest::prelude::*;
use std::io::{self, BufRead, Read};

/// Gives out parts of these lengths in turn; a length of zero is an interruption.
pub struct Parts<'d> {
    document: &'d [u8],
    lengths: &'d [usize],
    turn: usize,
    /// What comes in place of the end.
    failure: Option<io::ErrorKind>,
}

impl<'d> Parts<'d> {
    pub fn new(document: &'d [u8], lengths: &'d [usize]) -> Self {
        assert!(lengths.iter().any(|&length| length > 0), "nothing would be given out");
        Self {
            document,
            lengths,
            turn: 0,
            failure: None,
        }
    }

    /// The same, but it fails where it would end.
    pub fn failing(self, failure: io::ErrorKind) -> Self {
        Self {
            failure: Some(failure),
            ..self
        }
    }
}

impl BufRead for Parts<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let length = self.lengths[self.turn % self.lengths.len()];
        if length == 0 {
            self.turn += 1;
            return Err(io::ErrorKind::Interrupted.into());
        }
        match self.failure {
            Some(failure) if self.document.is_empty() => Err(failure.into()),
            _ => Ok(&self.document[..length.min(self.document.len())]),
        }
    }

    fn consume(&mut self, amount: usize) {
        self.document = &self.document[amount..];
        if amount > 0 {
            self.turn += 1;
        }
    }
}

impl Read for Parts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let chunk = self.fill_buf()?;
        let length = chunk.len().min(buffer.len());
        buffer[..length].copy_from_slice(&chunk[..length]);
        self.consume(length);
        Ok(length)
    }
}

/// Lengths of parts, interruptions among them.
pub fn lengths() -> impl Strategy<Value = Vec<usize>> {
    (prop::collection::vec(0usize..12, 0..6), 1usize..40).prop_map(|(mut lengths, last)| {
        lengths.push(last);
        lengths
    })
}
