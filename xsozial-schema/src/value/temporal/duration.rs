//! `xs:duration` (part 2, section 3.2.6).

use super::{calendar::days_before_month, scanner::Scanner};
use crate::value::as_text::value_as_text;
use compact_str::{CompactString, format_compact};
use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

/// A span of time in months and seconds. It is printed as it was read, and compared by its value: `P1Y` equals `P12M`,
/// while `P1M` and `P30D` have no order.
///
/// Each number in it may be as large as 10^18 - 1, the second with any number of fraction digits; a text with a larger
/// one is refused (part 2, section 5.4, allows a processor such a limit).
#[derive(Clone)]
pub struct Duration {
    /// In the lexical space.
    text: CompactString,
}

value_as_text!(Duration);

/// The value of a duration. The sign goes for all parts; it is not set for zero.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Span<'t> {
    negative: bool,
    months: i128,
    seconds: i128,
    /// Digits after the point of the second, without trailing zeros.
    fraction: &'t str,
}

/// Year and month of the four instants that decide the order of durations (section 3.2.6.2).
const REFERENCES: [(i128, i128); 4] = [(1696, 9), (1697, 2), (1903, 3), (1903, 7)];

const LARGEST: i128 = 10_i128.pow(18) - 1;

impl Duration {
    /// So many months and seconds, both forward or both backward in time.
    pub fn new(negative: bool, months: u32, seconds: u64) -> Self {
        let sign = if negative { "-" } else { "" };
        Self {
            text: match (months, seconds) {
                (0, _) => format_compact!("{sign}PT{seconds}S"),
                (_, 0) => format_compact!("{sign}P{months}M"),
                _ => format_compact!("{sign}P{months}MT{seconds}S"),
            },
        }
    }

    /// Whether it goes backward in time.
    pub fn is_negative(&self) -> bool {
        self.span().negative
    }

    /// The months in it, years included, without sign.
    pub fn months(&self) -> u128 {
        self.span().months.unsigned_abs()
    }

    /// The whole seconds in it, days included, without sign.
    pub fn seconds(&self) -> u128 {
        self.span().seconds.unsigned_abs()
    }

    /// The digits after the point of the second, without trailing zeros.
    pub fn fraction(&self) -> &str {
        self.span().fraction
    }

    /// The duration as it was read.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        Span::parse(text)?;
        Some(Self { text: text.into() })
    }

    fn span(&self) -> Span<'_> {
        Span::parse(&self.text).unwrap_or_default()
    }
}

impl<'t> Span<'t> {
    fn parse(text: &'t str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let negative = scanner.literal(b'-').is_some();
        scanner.literal(b'P')?;
        let mut span = Self::default();
        let has_date = span.scan_parts(&mut scanner, &[(b'Y', 12, 0), (b'M', 1, 0), (b'D', 0, 86_400)])?;
        let has_time = match scanner.literal(b'T') {
            Some(()) => span.scan_time(&mut scanner)?,
            None => false,
        };
        scanner.end()?;
        if !has_date && !has_time {
            return None;
        }
        span.negative = negative && span != Self::default();
        Some(span)
    }

    /// Adds up numbers with these designators, in their order; each with its months and seconds. Says whether there
    /// was any.
    fn scan_parts(&mut self, scanner: &mut Scanner<'t>, designators: &[(u8, i128, i128)]) -> Option<bool> {
        let mut found = false;
        let mut remaining = designators.iter();
        while scanner.rest().starts_with(|character: char| character.is_ascii_digit()) {
            let (number, designator) = self.scan_number(scanner)?;
            let &(_, months, seconds) = remaining.find(|known| known.0 == designator)?;
            self.months += number * months;
            self.seconds += number * seconds;
            found = true;
        }
        Some(found)
    }

    /// Reads what follows the `T`, which must be something.
    fn scan_time(&mut self, scanner: &mut Scanner<'t>) -> Option<bool> {
        let found = self.scan_parts(scanner, &[(b'H', 0, 3600), (b'M', 0, 60), (b'S', 0, 1)])?;
        found.then_some(true)
    }

    /// Reads a number and its designator. A fraction is kept; only seconds may have one.
    fn scan_number(&mut self, scanner: &mut Scanner<'t>) -> Option<(i128, u8)> {
        let number = small_number(scanner.digits())?;
        if scanner.literal(b'.').is_none() {
            return Some((number, scanner.next()?));
        }
        let fraction = scanner.digits();
        scanner.literal(b'S')?;
        self.fraction = fraction.trim_end_matches('0');
        (!fraction.is_empty()).then_some((number, b'S'))
    }

    /// Seconds from 0001-01-01 to this duration after (or before) a reference instant.
    fn after(&self, reference: (i128, i128)) -> i128 {
        let sign = if self.negative { -1 } else { 1 };
        let months = reference.0 * 12 + reference.1 - 1 + sign * self.months;
        let month = u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
        days_before_month(months.div_euclid(12), month) * 86_400 + sign * self.seconds
    }

    /// The order seen from one reference instant.
    fn compare_after(&self, other: &Self, reference: (i128, i128)) -> Ordering {
        let fractions = || match (self.negative, other.negative) {
            (false, false) => self.fraction.cmp(other.fraction),
            (true, true) => other.fraction.cmp(self.fraction),
            _ if self.fraction.is_empty() && other.fraction.is_empty() => Ordering::Equal,
            _ => other.negative.cmp(&self.negative),
        };
        self.after(reference).cmp(&other.after(reference)).then_with(fractions)
    }

    /// The order, if it is the same from all four reference instants.
    fn partial_compare(&self, other: &Self) -> Option<Ordering> {
        let order = self.compare_after(other, REFERENCES[0]);
        REFERENCES[1..]
            .iter()
            .all(|&reference| self.compare_after(other, reference) == order)
            .then_some(order)
    }
}

/// A number up to [`LARGEST`].
fn small_number(digits: &str) -> Option<i128> {
    let number = digits.parse().ok()?;
    (number <= LARGEST).then_some(number)
}

impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.span() == other.span()
    }
}

impl Eq for Duration {}

impl Hash for Duration {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.span().hash(state);
    }
}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.span().partial_compare(&other.span())
    }
}
