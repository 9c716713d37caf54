//! Places in the original text of a document whose text was rewritten.

use crate::names::index_of;

/// A run of the rewritten text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Where it begins in the rewritten text.
    start: u32,
    /// The place in the original text that it comes from.
    origin: u32,
    /// Whether it was copied byte for byte; otherwise all of it stands for `origin`.
    copied: bool,
}

/// Which bytes of a rewritten text come from where.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs(Vec<Run>);

impl Runs {
    /// Notes that the text from `start` on comes from `origin`.
    pub(super) fn push(&mut self, start: usize, origin: usize, copied: bool) {
        let (start, origin) = (index_of(start), index_of(origin));
        if let Some(last) = self.0.last() {
            let continued = if copied {
                last.copied && origin.wrapping_sub(last.origin) == start.wrapping_sub(last.start)
            } else {
                !last.copied && last.origin == origin
            };
            if continued {
                return;
            }
        }
        self.0.push(Run { start, origin, copied });
    }

    /// The place in the original text of an offset into the rewritten one.
    pub(super) fn original(&self, offset: usize) -> usize {
        let behind = self.0.partition_point(|run| run.start as usize <= offset);
        match behind.checked_sub(1).and_then(|index| self.0.get(index)) {
            Some(run) if run.copied => run.origin as usize + (offset - run.start as usize),
            Some(run) => run.origin as usize,
            None => offset,
        }
    }
}

#[derive(Clone, Debug)]
struct Rewritten {
    original: String,
    runs: Runs,
}

/// The line index of a document's original text.
#[derive(Clone, Debug)]
pub(super) struct Positions {
    /// Offset of the first character of each line.
    lines: Vec<u32>,
    /// `None` when the text is the original one.
    rewritten: Option<Box<Rewritten>>,
}

impl Positions {
    /// Places in a text that was not rewritten.
    pub(super) fn of(text: &str) -> Self {
        Self {
            lines: line_starts(text),
            rewritten: None,
        }
    }

    /// Places in the original of a rewritten text.
    pub(super) fn of_rewritten(original: String, runs: Runs) -> Self {
        Self {
            lines: line_starts(&original),
            rewritten: Some(Box::new(Rewritten { original, runs })),
        }
    }

    /// The places of a text that was made of `text`: from each first offset on it comes from the second one, which is an
    /// offset into `text`.
    #[cfg(feature = "xdatenfelder")]
    pub(super) fn of_another_text(self, text: String, origins: &[(usize, usize)]) -> Self {
        let mut runs = Runs::default();
        let (original, known) = match self.rewritten {
            Some(rewritten) => (rewritten.original, Some(rewritten.runs)),
            None => (text, None),
        };
        for &(start, origin) in origins {
            let origin = known.as_ref().map_or(origin, |known| known.original(origin));
            runs.push(start, origin, false);
        }
        Self::of_rewritten(original, runs)
    }

    /// The line, from 1, of an offset into the text. Unlike the column it costs the same however long the line is.
    pub(super) fn line(&self, offset: usize) -> u32 {
        let original = match &self.rewritten {
            Some(rewritten) => rewritten.runs.original(offset),
            None => offset,
        };
        index_of(self.lines.partition_point(|&start| start as usize <= original).max(1))
    }

    /// Line and column (in characters), both from 1, of an offset into `text`.
    pub(super) fn line_column(&self, text: &str, offset: usize) -> (u32, u32) {
        let (original, offset) = match &self.rewritten {
            Some(rewritten) => (rewritten.original.as_str(), rewritten.runs.original(offset)),
            None => (text, offset),
        };
        let offset = offset.min(original.len());
        let line = self.lines.partition_point(|&start| start as usize <= offset).max(1);
        let start = self.lines.get(line - 1).map_or(0, |&start| start as usize);
        // Continuation bytes of UTF-8 are no characters of their own.
        let characters = original.as_bytes()[start..offset]
            .iter()
            .filter(|&&byte| byte & 0xC0 != 0x80)
            .count();
        (index_of(line), index_of(characters + 1))
    }
}

/// A line ends with LF, CR LF or a lone CR (XML 1.0, section 2.11).
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&end| bytes[end] == b'\n' || bytes.get(end + 1) != Some(&b'\n'));
    std::iter::once(0).chain(ends.map(|end| index_of(end + 1))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_with_any_of_the_three_and_columns_are_characters() {
        let text = "a\r\nä€b\rc\n\nd";
        let positions = Positions::of(text);
        let place = |part: &str| positions.line_column(text, text.find(part).unwrap());
        assert_eq!(place("a"), (1, 1));
        assert_eq!(place("b"), (2, 3));
        assert_eq!(place("c"), (3, 1));
        assert_eq!(place("d"), (5, 1));
        assert_eq!(positions.line_column(text, 1000), (5, 2));
        assert_eq!(Positions::of("").line_column("", 0), (1, 1));
    }

    #[test]
    fn inserted_text_stands_for_the_place_where_it_was_inserted() {
        let mut runs = Runs::default();
        runs.push(0, 0, true);
        runs.push(3, 10, false);
        runs.push(5, 10, false);
        runs.push(8, 14, true);
        assert_eq!(runs.0.len(), 3);
        let originals: Vec<_> = [0, 2, 3, 7, 8, 9].map(|offset| runs.original(offset)).into();
        assert_eq!(originals, [0, 2, 10, 10, 14, 15]);
    }

    proptest! {
        #[test]
        fn every_offset_agrees_with_counting(text in "[aä\n]{0,60}", offset in 0_usize..100) {
            let mut offset = offset.min(text.len());
            while !text.is_char_boundary(offset) {
                offset -= 1;
            }
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            let expected = (u32::try_from(line).unwrap(), u32::try_from(column).unwrap());
            prop_assert_eq!(Positions::of(&text).line_column(&text, offset), expected);
        }
    }
}
