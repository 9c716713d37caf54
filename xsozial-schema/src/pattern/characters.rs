//! The fast path: texts whose every character the pattern allows on its own.

use super::expression::Expression;
use regex_syntax::hir::ClassUnicode;

/// Code points below this are looked up in a bit set: all that UTF-8 writes in one or two bytes.
const BIT_SET_END: u32 = 0x800;

/// A repeated choice in which single characters occur, as `[a-z]{2,8}` or `(a|b|cd)*`.
#[derive(Clone, Debug)]
pub(super) struct RepeatedCharacters {
    /// ASCII characters allowed on their own; false from 128 on.
    ascii: [bool; 256],
    /// Code points below [`BIT_SET_END`] allowed on their own.
    low: [u64; BIT_SET_END as usize / 64],
    /// All of them, sorted.
    ranges: Vec<(char, char)>,
    minimum: usize,
    maximum: usize,
    /// Whether there is no choice but the single characters: then these decide alone.
    alone: bool,
}

impl RepeatedCharacters {
    /// The fast path of an expression; `None` when it is no repeated choice with single characters.
    pub(super) fn of(expression: &Expression) -> Option<Self> {
        let (inner, minimum, maximum) = match expression {
            Expression::Repetition {
                inner,
                minimum,
                maximum,
            } => (
                &**inner,
                *minimum as usize,
                maximum.map_or(usize::MAX, |maximum| maximum as usize),
            ),
            other => (other, 1, 1),
        };
        let (class, alone) = match inner {
            Expression::Class(class) => (class, true),
            Expression::Alternation(branches) => match branches.first()? {
                Expression::Class(class) => (class, false),
                _ => return None,
            },
            _ => return None,
        };
        Some(Self::new(class, minimum, maximum, alone))
    }

    fn new(class: &ClassUnicode, minimum: usize, maximum: usize, alone: bool) -> Self {
        let ranges: Vec<_> = class.iter().map(|range| (range.start(), range.end())).collect();
        let mut low = [0; BIT_SET_END as usize / 64];
        let mut ascii = [false; 256];
        for &(first, last) in &ranges {
            for code in u32::from(first)..=u32::from(last).min(BIT_SET_END - 1) {
                low[code as usize / 64] |= 1 << (code % 64);
                if code < 128 {
                    ascii[code as usize] = true;
                }
            }
        }
        Self {
            ascii,
            low,
            ranges,
            minimum,
            maximum,
            alone,
        }
    }

    /// Whether the single characters decide about every text.
    pub(super) fn decides(&self) -> bool {
        self.alone
    }

    /// Whether the text matches; `None` when the characters alone do not tell.
    #[inline]
    pub(super) fn judge(&self, text: &str) -> Option<bool> {
        let bytes = text.as_bytes();
        // In steps, so that the loop within a step has no branch.
        let allowed = |chunk: &[u8]| {
            chunk
                .iter()
                .fold(true, |all, &byte| all & self.ascii[usize::from(byte)])
        };
        let step = bytes.chunks(16).position(|chunk| !allowed(chunk));
        let other = step.and_then(|step| {
            let start = step * 16;
            bytes[start..]
                .iter()
                .position(|&byte| !self.ascii[usize::from(byte)])
                .map(|place| start + place)
        });
        let characters = match other {
            None => Some(bytes.len()),
            Some(place) if bytes[place].is_ascii() => None,
            Some(place) => self.count(&text[place..]).map(|count| place + count),
        };
        match characters {
            Some(count) if count >= self.minimum && count <= self.maximum => Some(true),
            _ if self.alone => Some(false),
            _ => None,
        }
    }

    /// How many characters the text has; `None` when one of them is not allowed on its own.
    fn count(&self, text: &str) -> Option<usize> {
        let mut count = 0;
        for character in text.chars() {
            if !self.allows(character) {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    #[inline]
    fn allows(&self, character: char) -> bool {
        let code = u32::from(character);
        if code < BIT_SET_END {
            return self.low[code as usize / 64] >> (code % 64) & 1 == 1;
        }
        let after = self.ranges.partition_point(|&(first, _)| first <= character);
        after > 0 && character <= self.ranges[after - 1].1
    }
}

/// The first character of the text that no choice of the repeated ones allows in its place, and the place counted from
/// 1. `None` when all are allowed, or when the expression is no repeated choice of characters and plain sequences.
pub(super) fn first_disallowed(expression: &Expression, text: &str) -> Option<(char, usize)> {
    let inner = match expression {
        Expression::Repetition { inner, .. } => inner,
        other => other,
    };
    let choices = choices(inner)?;
    // Sequences that are under way: which choice, and how many of its characters were seen.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut between = true;
    for (place, character) in text.chars().enumerate() {
        if between {
            open.extend((0..choices.len()).map(|choice| (choice, 0)));
        }
        between = false;
        open.retain_mut(|(choice, seen)| {
            let fits = holds(choices[*choice][*seen], character);
            *seen += 1;
            let complete = *seen == choices[*choice].len();
            between |= fits && complete;
            fits && !complete
        });
        if open.is_empty() && !between {
            return Some((character, place + 1));
        }
    }
    None
}

/// The choices, each a sequence of one or more sets of characters.
fn choices(expression: &Expression) -> Option<Vec<Vec<&ClassUnicode>>> {
    match expression {
        Expression::Alternation(branches) => branches.iter().map(plain_sequence).collect(),
        other => Some(vec![plain_sequence(other)?]),
    }
}

fn plain_sequence<'a>(expression: &'a Expression) -> Option<Vec<&'a ClassUnicode>> {
    let class = |piece: &'a _| match piece {
        Expression::Class(class) => Some(class),
        _ => None,
    };
    match expression {
        Expression::Concatenation(pieces) => pieces.iter().map(class).collect(),
        other => Some(vec![class(other)?]),
    }
}

fn holds(class: &ClassUnicode, character: char) -> bool {
    class
        .ranges()
        .binary_search_by(|range| {
            if range.end() < character {
                std::cmp::Ordering::Less
            } else if range.start() > character {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok()
}
