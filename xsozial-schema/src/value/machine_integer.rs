//! The integer types of XML Schema that are Rust's own: `xs:long` to `xs:unsignedByte` (part 2, sections 3.3.16 to
//! 3.3.24).

use super::number::NumberParts;
use std::str::FromStr;

/// An integer of the machine.
pub(super) trait MachineInteger: FromStr + Default {
    /// Reads sign and digits; `None` outside the range.
    fn parse_number(text: &str) -> Option<Self> {
        // Rust refuses `-0` for unsigned types, XML Schema does not.
        text.parse().ok().or_else(|| {
            let is_zero = NumberParts::parse_integer(text).is_some_and(|number| number.is_zero());
            is_zero.then(Self::default)
        })
    }
}

impl MachineInteger for i8 {}
impl MachineInteger for i16 {}
impl MachineInteger for i32 {}
impl MachineInteger for i64 {}
impl MachineInteger for u8 {}
impl MachineInteger for u16 {}
impl MachineInteger for u32 {}
impl MachineInteger for u64 {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_zeros_and_ranges() {
        assert_eq!(u8::parse_number("-00"), Some(0));
        assert_eq!(u8::parse_number("+0255"), Some(255));
        assert_eq!(i8::parse_number("-128"), Some(-128));
        assert_eq!(i64::parse_number("+00009223372036854775807"), Some(i64::MAX));
        for wrong in ["256", "-1", "", "+", "-", "1.0", "--0", "٣"] {
            assert_eq!(u8::parse_number(wrong), None, "{wrong}");
        }
    }
}
