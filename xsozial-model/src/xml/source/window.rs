//! The part of a stream that is at hand.

use super::{
    characters::survey,
    encoding::Encoding,
    input::{Ending, Input},
    lines::LineCounter,
};
use crate::xml::Position;
use std::io::BufRead;

/// Bytes read at a time.
const CAPACITY: usize = 64 << 10;

/// A window into a stream: grows while a token needs it, and moves on with the tokens.
pub(super) struct Window<R> {
    input: Input<R>,
    text: String,
    /// They know the position of the first byte.
    lines: LineCounter,
    first_disallowed: u64,
    has_carriage_return: bool,
    may_hold_cdata_end: bool,
}

impl<R: BufRead> Window<R> {
    pub(super) fn new(stream: R) -> Self {
        Self {
            input: Input::new(stream),
            text: String::new(),
            lines: LineCounter::default(),
            first_disallowed: u64::MAX,
            has_carriage_return: false,
            may_hold_cdata_end: false,
        }
    }

    #[inline]
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Offset of the first byte of the text.
    #[inline]
    pub(super) fn offset(&self) -> u64 {
        self.lines.base().offset
    }

    /// How the text ends.
    pub(super) fn ending(&self) -> Ending {
        self.input.ending()
    }

    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.input.encoding()
    }

    /// The position of an offset in the text.
    pub(super) fn position(&self, offset: u64) -> Position {
        self.lines.position(self.text.as_bytes(), offset)
    }

    /// Offset of the first character read so far that XML does not allow.
    #[inline]
    pub(super) fn first_disallowed(&self) -> u64 {
        self.first_disallowed
    }

    /// Whether a carriage return has been read so far.
    #[inline]
    pub(super) fn has_carriage_return(&self) -> bool {
        self.has_carriage_return
    }

    /// Whether the end of a CDATA section has been read so far.
    #[inline]
    pub(super) fn may_hold_cdata_end(&self) -> bool {
        self.may_hold_cdata_end
    }

    /// Reads more. The first `used` bytes are not needed any more; says how many of them are gone.
    pub(super) fn fill(&mut self, used: usize) -> usize {
        if !self.input.has_more() {
            return 0;
        }
        // What is left to be moved is then no more than what is given up: in total, each byte is moved once.
        let gone = if used >= self.text.len() / 2 { used } else { 0 };
        if gone > 0 {
            self.lines.pass(&self.text.as_bytes()[..gone]);
            self.text.drain(..gone);
            // The room for a large token is given back once the token is.
            if self.text.capacity() > 4 * CAPACITY && self.text.len() <= CAPACITY {
                self.text.shrink_to(2 * CAPACITY);
            }
        }
        let before = self.text.len();
        self.input.read_into(&mut self.text, CAPACITY);
        self.look_over(before);
        gone
    }

    /// Takes notice of what was read behind `start`.
    fn look_over(&mut self, start: usize) {
        let found = survey(&self.text.as_bytes()[start..]);
        self.has_carriage_return |= found.has_carriage_return;
        if let Some(place) = found.disallowed {
            let offset = self.offset() + (start + place) as u64;
            self.first_disallowed = self.first_disallowed.min(offset);
        }
        if !self.may_hold_cdata_end {
            // Its beginning may have been read before.
            let seam = &self.text.as_bytes()[start.saturating_sub(2)..];
            self.may_hold_cdata_end = memchr::memmem::find(seam, b"]]>").is_some();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_with_a_token_and_gives_the_room_back() {
        let document = "ä\n".repeat(1 << 20);
        let mut window = Window::new(document.as_bytes());
        while window.text().len() < 2 << 20 {
            assert_eq!(window.fill(0), 0);
        }
        assert!(window.text().len() <= (2 << 20) + CAPACITY);
        let used = window.text().len() - 3;
        assert_eq!(window.fill(used), used);
        assert_eq!(window.offset(), used as u64);
        assert!(window.text.capacity() <= 4 * CAPACITY, "{}", window.text.capacity());
        let position = window.position(window.offset() + 3);
        assert_eq!((u64::from(position.line), position.column), (used as u64 / 3 + 2, 1));
    }

    #[test]
    fn what_was_seen_is_known_across_seams() {
        for cut in 0..6 {
            let (first, second) = "a]]>\r\u{1}".split_at(cut);
            let mut window = Window::new(std::io::Read::chain(first.as_bytes(), second.as_bytes()));
            while window.ending() == Ending::Open {
                window.fill(0);
            }
            assert!(window.may_hold_cdata_end() && window.has_carriage_return(), "{cut}");
            assert_eq!(window.first_disallowed(), 5);
        }
    }
}
