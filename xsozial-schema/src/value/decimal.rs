//! `xs:decimal` (part 2, section 3.2.3).

use super::{RangeError, as_text::value_as_text, number::NumberParts};
use compact_str::{CompactString, ToCompactString, format_compact};
use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

/// An exact decimal number of any length. It is printed digit for digit as it was read, compared by its value, and
/// held without allocation up to 24 characters.
///
/// ```
/// use xsozial_schema::value::Decimal;
/// let amount: Decimal = "0100.50".parse()?;
/// assert_eq!(amount.to_string(), "0100.50");
/// assert_eq!(amount, "100.5".parse()?);
/// assert_eq!((amount.total_digits(), amount.fraction_digits()), (4, 1));
/// # Ok::<(), xsozial_schema::value::LexicalError>(())
/// ```
#[derive(Clone)]
pub struct Decimal {
    /// In the lexical space.
    text: CompactString,
}

value_as_text!(Decimal);

impl Decimal {
    /// `unscaled` divided by ten to the power of `fraction_digits`: `new(1999, 2)` is 19.99, for amounts in cents.
    pub fn new(unscaled: i64, fraction_digits: u8) -> Self {
        if fraction_digits == 0 {
            return Self::from(unscaled);
        }
        let width = usize::from(fraction_digits) + 1;
        let digits = format!("{:0width$}", unscaled.unsigned_abs());
        let (integer, fraction) = digits.split_at(digits.len() - usize::from(fraction_digits));
        let sign = if unscaled < 0 { "-" } else { "" };
        Self {
            text: format_compact!("{sign}{integer}.{fraction}"),
        }
    }

    /// How many digits the number needs, insignificant zeros not counted (part 2, section 4.3.11).
    pub fn total_digits(&self) -> usize {
        self.parts().total_digits()
    }

    /// How many digits the number needs after the point (part 2, section 4.3.12).
    pub fn fraction_digits(&self) -> usize {
        self.parts().fraction.len()
    }

    /// The number as it was read.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The nearest floating-point number. Digits may be lost: not for amounts of money.
    pub fn to_f64(&self) -> f64 {
        // Every text of the lexical space is one that Rust reads.
        self.text.parse().unwrap_or(f64::NAN)
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        NumberParts::parse(text)?;
        Some(Self { text: text.into() })
    }

    pub(super) fn parts(&self) -> NumberParts<'_> {
        NumberParts::parse(&self.text).unwrap_or_default()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

macro_rules! whole_numbers {
    ($($number:ident)*) => {$(
        impl From<$number> for Decimal {
            fn from(number: $number) -> Self {
                Self { text: number.to_compact_string() }
            }
        }
    )*};
}

whole_numbers!(i8 i16 i32 i64 u8 u16 u32 u64);

impl From<&super::Integer> for Decimal {
    fn from(number: &super::Integer) -> Self {
        Self {
            text: number.to_compact_string(),
        }
    }
}

macro_rules! to_whole_numbers {
    ($($number:ident)*) => {$(
        impl TryFrom<&Decimal> for $number {
            type Error = RangeError;

            fn try_from(decimal: &Decimal) -> Result<Self, RangeError> {
                let parts = decimal.parts();
                let whole = if parts.is_zero() { "0" } else { parts.integer };
                if !parts.fraction.is_empty() {
                    return Err(RangeError);
                }
                let number: i128 = whole.parse().map_err(|_| RangeError)?;
                Self::try_from(if parts.negative { -number } else { number }).map_err(|_| RangeError)
            }
        }
    )*};
}

to_whole_numbers!(i64 u64);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn digits_are_counted_in_the_value_space() {
        for (text, total, fraction) in [
            ("0", 1, 0),
            ("-0.00", 1, 0),
            ("000100", 3, 0),
            ("1.10", 2, 1),
            ("0.001", 3, 3),
            ("+12.", 2, 0),
            (".5", 1, 1),
        ] {
            let number = decimal(text);
            assert_eq!(
                (number.total_digits(), number.fraction_digits()),
                (total, fraction),
                "{text}"
            );
        }
    }

    #[test]
    fn order_is_numeric() {
        let ordered = [
            "-10", "-9.5", "-0.01", "0", "0.009", "0.01", ".1", "1", "9.99", "10", "100",
        ];
        for pair in ordered.windows(2) {
            assert!(decimal(pair[0]) < decimal(pair[1]), "{pair:?}");
        }
        assert_eq!(decimal("-0"), decimal("+0.0"));
        assert_eq!(decimal("1."), decimal("01.00"));
    }

    #[test]
    fn conversions_are_explicit_about_range() {
        assert_eq!(Decimal::new(1999, 2).as_str(), "19.99");
        assert_eq!(Decimal::new(-5, 2).as_str(), "-0.05");
        assert_eq!(Decimal::from(7_u8).as_str(), "7");
        assert_eq!(i64::try_from(&decimal("-12.00")), Ok(-12));
        assert_eq!(i64::try_from(&decimal("1.5")), Err(RangeError));
        assert_eq!(u64::try_from(&decimal("-1")), Err(RangeError));
        assert_eq!(u64::try_from(&decimal("18446744073709551615")), Ok(u64::MAX));
        assert!((decimal("1.25").to_f64() - 1.25).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn every_digit_survives(text in "[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,30})") {
            prop_assert_eq!(decimal(&text).to_string(), text);
        }

        #[test]
        fn order_agrees_with_scaled_integers(left in -10_000_i64..10_000, right in -10_000_i64..10_000) {
            prop_assert_eq!(Decimal::new(left, 3).cmp(&Decimal::new(right, 3)), left.cmp(&right));
        }
    }
}
