//! Years of any size (part 2, section 3.2.7.1).

use super::scanner::Scanner;
use crate::value::Integer;
use std::fmt;

/// A year: at least four digits, no year 0000, years before our era negative.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Year(Integer);

/// A leap year, in which every value without year of its own is compared.
pub(super) static REFERENCE_YEAR: Year = Year(Integer::small(1972));

impl Year {
    pub(super) fn new(year: i64) -> Option<Self> {
        (year != 0).then(|| Self(Integer::small(year)))
    }

    pub(super) fn scan(scanner: &mut Scanner<'_>) -> Option<Self> {
        let text = scanner.rest();
        let sign = usize::from(scanner.literal(b'-').is_some());
        let digits = scanner.digits();
        if digits.len() < 4 || (digits.len() > 4 && digits.starts_with('0')) || digits == "0000" {
            return None;
        }
        Integer::parse_text(&text[..sign + digits.len()]).map(Self)
    }

    /// The number of the year when it fits into 64 bits.
    pub(super) const fn small(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// The number of the year; the nearest 64-bit number for one beyond.
    pub(super) fn saturated(&self) -> i64 {
        self.small()
            .unwrap_or(if self.0.is_negative() { i64::MIN } else { i64::MAX })
    }

    pub(super) fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The year's place in the calendar's cycle of 400 years, which decides where the leap days are.
    pub(super) fn place_in_cycle(&self) -> i64 {
        let Some(digits) = self.0.as_big() else {
            return self.saturated().rem_euclid(400);
        };
        // 10,000 is a multiple of 400: the last four digits suffice.
        let last_four: i64 = digits[digits.len() - 4..].parse().unwrap_or(0);
        if self.is_negative() { -last_four } else { last_four }.rem_euclid(400)
    }

    /// Whether it is the year after `other`, for years beyond 64 bits.
    pub(super) fn follows(&self, other: &Self) -> bool {
        let (left, right) = (self.0.to_string(), other.0.to_string());
        match (left.strip_prefix('-'), right.strip_prefix('-')) {
            (None, None) => is_successor(&left, &right),
            (Some(left), Some(right)) => is_successor(right, left),
            _ => false,
        }
    }
}

/// Whether `number` is `predecessor + 1`; both in digits without leading zeros.
fn is_successor(number: &str, predecessor: &str) -> bool {
    let stem = predecessor.trim_end_matches('9');
    let zeros = predecessor.len() - stem.len();
    let Some(number_stem) = number.len().checked_sub(zeros).and_then(|length| {
        number
            .strip_suffix(&"0".repeat(zeros))
            .filter(|stem| stem.len() == length)
    }) else {
        return false;
    };
    match (stem.as_bytes().split_last(), number_stem.as_bytes().split_last()) {
        (None, Some((b'1', []))) => true,
        (Some((last, head)), Some((number_last, number_head))) => *number_last == last + 1 && head == number_head,
        _ => false,
    }
}

impl fmt::Display for Year {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.small() {
            Some(year) if year < 0 => write!(formatter, "-{:04}", year.unsigned_abs()),
            Some(year) => write!(formatter, "{year:04}"),
            None => self.0.fmt(formatter),
        }
    }
}

/// Whether a year at this place of the 400-year cycle has a 29 February.
pub(super) const fn is_leap(place_in_cycle: i64) -> bool {
    place_in_cycle % 4 == 0 && (place_in_cycle % 100 != 0 || place_in_cycle == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(text: &str) -> Year {
        Year::scan(&mut Scanner::new(text)).unwrap()
    }

    #[test]
    fn neighbours_are_found_among_huge_years() {
        assert!(is_successor("10", "9") && is_successor("1000", "999") && is_successor("1300", "1299"));
        assert!(!is_successor("11", "9") && !is_successor("9", "10") && !is_successor("100", "9"));
        assert!(year("99999999999999999999").follows(&year("99999999999999999998")));
        assert!(year("-99999999999999999998").follows(&year("-99999999999999999999")));
        assert!(!year("99999999999999999999").follows(&year("-99999999999999999998")));
        assert!(year("9223372036854775808").follows(&year("9223372036854775807")));
    }

    #[test]
    fn the_cycle_of_huge_years_is_read_off_the_last_digits() {
        assert_eq!(year("100000000000000000000000").place_in_cycle(), 0);
        assert_eq!(year("100000000000000000000401").place_in_cycle(), 1);
        assert_eq!(year("-100000000000000000000401").place_in_cycle(), 399);
        assert_eq!(year("-0004").place_in_cycle(), 396);
    }
}
