//! Streams that give little at a time, so that tokens are parted at every place.

use std::io::{BufRead, Read, Result};

/// Sizes that part characters, line ends, references and names.
pub(crate) const SIZES: [usize; 4] = [1, 2, 3, 7];

/// A stream over bytes that never gives more than a few at once.
pub(crate) struct Chunks<'b> {
    rest: &'b [u8],
    size: usize,
}

impl<'b> Chunks<'b> {
    pub(crate) fn new(bytes: &'b [u8], size: usize) -> Self {
        Self { rest: bytes, size }
    }
}

impl Read for Chunks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let count = self.fill_buf()?.len().min(buffer.len());
        buffer[..count].copy_from_slice(&self.rest[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Chunks<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(&self.rest[..self.size.min(self.rest.len())])
    }

    fn consume(&mut self, count: usize) {
        self.rest = &self.rest[count..];
    }
}
