//! A document that is made while it is read.

use std::io::{self, Read};

/// A document of many parts, each made when it is asked for: a gigabyte needs neither disk nor memory.
pub struct Generated<F> {
    write_part: F,
    number: u64,
    parts: u64,
    buffer: Vec<u8>,
    place: usize,
    end: &'static str,
    has_ended: bool,
}

impl<F: FnMut(u64, &mut Vec<u8>)> Generated<F> {
    /// A document that begins and ends with these texts; between them `write_part` adds each of so many parts, counted
    /// from 0.
    pub fn new(begin: &str, end: &'static str, parts: u64, write_part: F) -> Self {
        Self {
            write_part,
            number: 0,
            parts,
            buffer: begin.as_bytes().to_vec(),
            place: 0,
            end,
            has_ended: false,
        }
    }

    /// Makes more once everything is given out.
    fn refill(&mut self) {
        const CHUNK: usize = 16 << 10;
        self.buffer.clear();
        self.place = 0;
        while self.number < self.parts && self.buffer.len() < CHUNK {
            (self.write_part)(self.number, &mut self.buffer);
            self.number += 1;
        }
        if self.buffer.is_empty() && !self.has_ended {
            self.buffer.extend_from_slice(self.end.as_bytes());
            self.has_ended = true;
        }
    }
}

impl<F: FnMut(u64, &mut Vec<u8>)> Read for Generated<F> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.place == self.buffer.len() {
            self.refill();
        }
        let rest = &self.buffer[self.place..];
        let length = rest.len().min(out.len());
        out[..length].copy_from_slice(&rest[..length]);
        self.place += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_come_in_order_between_begin_and_end() {
        let mut text = String::new();
        let digit = |number: u64, out: &mut Vec<u8>| out.extend(number.to_string().bytes());
        Generated::new("<", ">", 12, digit).read_to_string(&mut text).unwrap();
        assert_eq!(text, "<01234567891011>");
    }
}
