//! Reads the lexical forms of dates and times from left to right.

use crate::value::number::count_digits;

/// The rest of a text.
pub(super) struct Scanner<'t> {
    rest: &'t str,
}

impl<'t> Scanner<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { rest: text }
    }

    /// The next byte, taken off the text; `None` at the end or before a character that is not ASCII.
    pub(super) fn next(&mut self) -> Option<u8> {
        let byte = *self.rest.as_bytes().first()?;
        // A byte that is not ASCII fits nowhere: it stays, and `end` refuses it.
        self.rest = self.rest.get(1..)?;
        Some(byte)
    }

    /// Takes this byte off the text.
    pub(super) fn literal(&mut self, expected: u8) -> Option<()> {
        if self.rest.as_bytes().first() != Some(&expected) {
            return None;
        }
        self.next().map(|_| ())
    }

    /// Takes two digits off the text.
    pub(super) fn two_digits(&mut self) -> Option<u8> {
        let [tens, units, ..] = *self.rest.as_bytes() else {
            return None;
        };
        if !tens.is_ascii_digit() || !units.is_ascii_digit() {
            return None;
        }
        self.rest = &self.rest[2..];
        Some((tens - b'0') * 10 + (units - b'0'))
    }

    /// Takes all digits off the text, which may be none.
    pub(super) fn digits(&mut self) -> &'t str {
        let (digits, rest) = self.rest.split_at(count_digits(self.rest));
        self.rest = rest;
        digits
    }

    /// What has not been read yet.
    pub(super) const fn rest(&self) -> &'t str {
        self.rest
    }

    /// Succeeds at the end of the text.
    pub(super) fn end(&self) -> Option<()> {
        self.rest.is_empty().then_some(())
    }
}
