//! The parts of a decimal number, as slices of its text.

use std::cmp::Ordering;

/// A decimal number taken apart without building it: comparing and counting digits needs no arithmetic.
///
/// Insignificant zeros are cut off, so that equal numbers have equal parts.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct NumberParts<'t> {
    /// Below zero; never set for zero.
    pub(crate) negative: bool,
    /// The digits before the point without leading zeros.
    pub(crate) integer: &'t str,
    /// The digits after the point without trailing zeros.
    pub(crate) fraction: &'t str,
}

impl<'t> NumberParts<'t> {
    /// Reads a decimal number (part 2, section 3.2.3.1): sign, digits, at most one point, at least one digit.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let (negative, digits) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let length = count_digits(digits);
        let (integer, fraction) = match digits.as_bytes().get(length) {
            None => (digits, ""),
            Some(b'.') => (&digits[..length], &digits[length + 1..]),
            Some(_) => return None,
        };
        if integer.len() + fraction.len() == 0 || !are_digits(fraction) {
            return None;
        }
        Some(Self::new(negative, integer, fraction))
    }

    /// Reads an integer (part 2, section 3.3.13.1): sign and digits.
    pub(crate) fn parse_integer(text: &'t str) -> Option<Self> {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        if digits.is_empty() || !are_digits(digits) {
            return None;
        }
        Some(Self::new(text.starts_with('-'), digits, ""))
    }

    fn new(negative: bool, integer: &'t str, fraction: &'t str) -> Self {
        let zeros = integer.bytes().take_while(|&digit| digit == b'0').count();
        let integer = &integer[zeros..];
        let zeros = fraction.bytes().rev().take_while(|&digit| digit == b'0').count();
        let fraction = &fraction[..fraction.len() - zeros];
        Self {
            negative: negative && !(integer.is_empty() && fraction.is_empty()),
            integer,
            fraction,
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.integer.is_empty() && self.fraction.is_empty()
    }

    /// How many digits the number needs (part 2, section 4.3.11); 1 for zero.
    pub(crate) fn total_digits(&self) -> usize {
        (self.integer.len() + self.fraction.len()).max(1)
    }

    /// The number without its sign.
    fn magnitude(&self) -> (usize, &'t str, &'t str) {
        (self.integer.len(), self.integer, self.fraction)
    }
}

impl Ord for NumberParts<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.magnitude().cmp(&other.magnitude()),
            (true, true) => other.magnitude().cmp(&self.magnitude()),
        }
    }
}

impl PartialOrd for NumberParts<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether there are ASCII digits alone; true for the empty text.
pub(crate) fn are_digits(text: &str) -> bool {
    count_digits(text) == text.len()
}

/// How many ASCII digits the text begins with.
pub(crate) fn count_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
