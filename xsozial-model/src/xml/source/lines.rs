//! Counting lines where somebody asks, going on from the last answer.

use crate::xml::Position;
use std::cell::Cell;

/// Finds lines and columns in text that may be a window into a document.
#[derive(Debug, Default)]
pub(super) struct LineCounter {
    /// Position of the first byte of the text.
    base: Position,
    /// Whether the byte before the text is a carriage return, whose line feed then ends no further line.
    follows_carriage_return: bool,
    /// The last answer.
    last: Cell<Position>,
}

impl LineCounter {
    /// The position of the first byte of the text.
    pub(super) fn base(&self) -> Position {
        self.base
    }

    /// The position of an offset within the text, which begins at the base.
    pub(super) fn position(&self, text: &[u8], offset: u64) -> Position {
        let last = self.last.get();
        let from = if last.offset > self.base.offset && last.offset <= offset {
            last
        } else {
            self.base
        };
        let position = self.advance(from, text, offset);
        self.last.set(position);
        position
    }

    /// Moves the base behind this text.
    pub(super) fn pass(&mut self, text: &[u8]) {
        let Some(&last) = text.last() else { return };
        self.base = self.position(text, self.base.offset + text.len() as u64);
        self.follows_carriage_return = last == b'\r';
    }

    fn advance(&self, mut from: Position, text: &[u8], offset: u64) -> Position {
        let place = |offset: u64| usize::try_from(offset.saturating_sub(self.base.offset)).unwrap_or(usize::MAX);
        let end = place(offset).min(text.len());
        let mut rest = &text[place(from.offset).min(end)..end];
        if from.offset == self.base.offset
            && self.follows_carriage_return
            && let Some(after) = rest.strip_prefix(b"\n")
        {
            from.offset += 1;
            rest = after;
        }
        after(from, rest)
    }
}

/// The position behind a text that begins here. Counts lines alone as long as it can, for columns matter in the last.
fn after(mut from: Position, text: &[u8]) -> Position {
    let Some(last) = memchr::memrchr(b'\n', text) else {
        return from.after(text);
    };
    let (before, rest) = text.split_at(last);
    if memchr::memchr(b'\r', before).is_some() {
        return from.after(text);
    }
    let lines = memchr::memchr_iter(b'\n', before).count();
    from.line = from.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
    from.offset += before.len() as u64;
    from.after(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn windows_and_the_whole_agree(text in "[a\r\nä]{0,40}", cuts in prop::collection::vec(1usize..6, 0..20)) {
            let bytes = text.as_bytes();
            let mut counter = LineCounter::default();
            let mut start = 0;
            for cut in cuts {
                let end = (start + cut).min(bytes.len());
                let window = &bytes[start..end];
                let position = counter.position(window, end as u64);
                // A carriage return and its line feed are not parted in a question.
                if !(bytes[..end].ends_with(b"\r") && bytes[end..].starts_with(b"\n")) && text.is_char_boundary(end) {
                    prop_assert_eq!(position, Position::START.after(&bytes[..end]));
                }
                counter.pass(window);
                start = end;
            }
        }
    }
}
