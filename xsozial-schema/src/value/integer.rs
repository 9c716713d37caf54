//! `xs:integer` (part 2, section 3.3.13).

use super::{RangeError, as_text::value_as_text, number::NumberParts};
use std::{cmp::Ordering, fmt};

/// An integer of any size; values that fit into 64 bits are held without allocation. It is printed in canonical
/// form: no leading zeros, no plus sign.
///
/// ```
/// use xsozial_schema::value::Integer;
/// let number: Integer = "+0042".parse()?;
/// assert_eq!(number, Integer::from(42));
/// let big: Integer = "123456789012345678901234567890".parse()?;
/// assert!(big > number && i64::try_from(&big).is_err());
/// # Ok::<(), xsozial_schema::value::LexicalError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Integer(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small(i64),
    /// Outside the range of `Small`, in canonical form. The outer box keeps the type two words wide.
    #[expect(clippy::box_collection, reason = "three words become one in the common, small case")]
    Big(Box<String>),
}

value_as_text!(Integer);

impl Integer {
    pub(super) const fn small(number: i64) -> Self {
        Self(Repr::Small(number))
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(number) => *number < 0,
            Repr::Big(text) => text.starts_with('-'),
        }
    }

    /// How many digits it has (part 2, section 4.3.11).
    pub fn total_digits(&self) -> usize {
        match &self.0 {
            Repr::Small(number) => number
                .unsigned_abs()
                .checked_ilog10()
                .map_or(1, |digits| digits as usize + 1),
            Repr::Big(text) => text.trim_start_matches('-').len(),
        }
    }

    /// The number when it fits into 64 bits.
    pub(super) const fn as_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Small(number) => Some(*number),
            Repr::Big(_) => None,
        }
    }

    /// The canonical digits of a number that does not fit into 64 bits.
    pub(super) fn as_big(&self) -> Option<&str> {
        match &self.0 {
            Repr::Small(_) => None,
            Repr::Big(text) => Some(text),
        }
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        if let Ok(number) = text.parse() {
            return Some(Self::small(number));
        }
        let parts = NumberParts::parse_integer(text)?;
        let sign = if parts.negative { "-" } else { "" };
        Some(Self(Repr::Big(Box::new(format!("{sign}{}", parts.integer)))))
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Small(number) => number.fmt(formatter),
            Repr::Big(text) => formatter.write_str(text),
        }
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        let parts = |text| NumberParts::parse_integer(text).unwrap_or_default();
        match (&self.0, &other.0) {
            (Repr::Small(left), Repr::Small(right)) => left.cmp(right),
            // A big number is farther from zero than any small one.
            (Repr::Small(_), Repr::Big(_)) if other.is_negative() => Ordering::Greater,
            (Repr::Small(_), Repr::Big(_)) => Ordering::Less,
            (Repr::Big(_), Repr::Small(_)) => other.cmp(self).reverse(),
            (Repr::Big(left), Repr::Big(right)) => parts(left).cmp(&parts(right)),
        }
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

macro_rules! from_numbers {
    ($($number:ident)*) => {$(
        impl From<$number> for Integer {
            fn from(number: $number) -> Self {
                Self::small(i64::from(number))
            }
        }
    )*};
}

from_numbers!(i8 i16 i32 i64 u8 u16 u32);

impl From<u64> for Integer {
    fn from(number: u64) -> Self {
        i64::try_from(number).map_or_else(|_| Self(Repr::Big(Box::new(number.to_string()))), Self::small)
    }
}

macro_rules! to_numbers {
    ($($number:ident)*) => {$(
        impl TryFrom<&Integer> for $number {
            type Error = RangeError;

            fn try_from(integer: &Integer) -> Result<Self, RangeError> {
                match &integer.0 {
                    Repr::Small(number) => Self::try_from(*number).map_err(|_| RangeError),
                    Repr::Big(text) => text.parse().map_err(|_| RangeError),
                }
            }
        }
    )*};
}

to_numbers!(i32 i64 u32 u64 usize);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn integer(text: &str) -> Integer {
        text.parse().unwrap()
    }

    #[test]
    fn equal_numbers_have_one_form() {
        assert_eq!(integer("-0").to_string(), "0");
        assert_eq!(integer("+007").to_string(), "7");
        assert_eq!(integer("0009223372036854775807"), Integer::from(i64::MAX));
        assert_eq!(integer("+0009223372036854775808").to_string(), "9223372036854775808");
        assert_eq!(Integer::from(u64::MAX), integer("18446744073709551615"));
        assert_eq!(u64::try_from(&Integer::from(u64::MAX)), Ok(u64::MAX));
        assert_eq!(i32::try_from(&integer("2147483648")), Err(RangeError));
        assert_eq!(integer("-99999999999999999999").total_digits(), 20);
        assert_eq!(integer("-100").total_digits(), 3);
        assert_eq!(size_of::<Integer>(), 16);
    }

    #[test]
    fn order_is_numeric_across_sizes() {
        let ordered = [
            "-100000000000000000000",
            "-99999999999999999999",
            "-5",
            "0",
            "5",
            "99999999999999999999",
        ];
        for pair in ordered.windows(2) {
            assert!(integer(pair[0]) < integer(pair[1]), "{pair:?}");
            assert!(integer(pair[1]) > integer(pair[0]), "{pair:?}");
        }
    }

    proptest! {
        #[test]
        fn canonical_text_round_trips(number in any::<i128>()) {
            prop_assert_eq!(integer(&number.to_string()).to_string(), number.to_string());
        }

        #[test]
        fn order_agrees_with_machine_integers(left in any::<i128>(), right in any::<i128>()) {
            prop_assert_eq!(integer(&left.to_string()).cmp(&integer(&right.to_string())), left.cmp(&right));
        }
    }
}
