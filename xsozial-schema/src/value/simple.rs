//! The Rust types that hold simple content.

use super::{
    Base64Binary, Date, DateTime, Decimal, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, HexBinary, Integer,
    PrefixResolver, QName, Time,
    boolean::{boolean_text, parse_boolean},
    float::{parse_double, parse_float, write_double, write_float},
    machine_integer::MachineInteger,
};
use std::fmt::Write;

/// A Rust type for the values of a simple type: what typed reading and writing are built on.
pub trait Simple: Sized {
    /// Reads a text that has been checked and white-space-normalised; `None` when it is outside the lexical space.
    fn parse(text: &str, prefixes: &dyn PrefixResolver) -> Option<Self>;

    /// Appends the text of the value, not escaped for XML. A [`QName`] is written with its own prefix.
    fn write(&self, out: &mut String);
}

impl Simple for String {
    fn parse(text: &str, _prefixes: &dyn PrefixResolver) -> Option<Self> {
        Some(text.to_owned())
    }

    fn write(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Simple for bool {
    fn parse(text: &str, _prefixes: &dyn PrefixResolver) -> Option<Self> {
        parse_boolean(text)
    }

    fn write(&self, out: &mut String) {
        out.push_str(boolean_text(*self));
    }
}

impl Simple for f32 {
    fn parse(text: &str, _prefixes: &dyn PrefixResolver) -> Option<Self> {
        parse_float(text)
    }

    fn write(&self, out: &mut String) {
        write_float(*self, out);
    }
}

impl Simple for f64 {
    fn parse(text: &str, _prefixes: &dyn PrefixResolver) -> Option<Self> {
        parse_double(text)
    }

    fn write(&self, out: &mut String) {
        write_double(*self, out);
    }
}

impl Simple for QName {
    fn parse(text: &str, prefixes: &dyn PrefixResolver) -> Option<Self> {
        Self::parse(text, prefixes)
    }

    fn write(&self, out: &mut String) {
        write_display(self, out);
    }
}

macro_rules! simple {
    ($parse:ident: $($type:ident)*) => {$(
        impl Simple for $type {
            fn parse(text: &str, _prefixes: &dyn PrefixResolver) -> Option<Self> {
                Self::$parse(text)
            }

            fn write(&self, out: &mut String) {
                write_display(self, out);
            }
        }
    )*};
}

simple!(parse_number: i8 i16 i32 i64 u8 u16 u32 u64);
simple!(parse_text: Decimal Integer Duration DateTime Time Date GYearMonth GYear GMonthDay GDay GMonth);
simple!(parse_text: HexBinary Base64Binary);

fn write_display(value: &dyn std::fmt::Display, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = write!(out, "{value}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::NoPrefixes;

    fn round_trip<T: Simple>(text: &str) -> Option<String> {
        let mut out = String::new();
        T::parse(text, &NoPrefixes)?.write(&mut out);
        Some(out)
    }

    #[test]
    fn each_type_writes_what_it_reads() {
        assert_eq!(round_trip::<String>("a b").as_deref(), Some("a b"));
        assert_eq!(round_trip::<bool>("1").as_deref(), Some("true"));
        assert_eq!(round_trip::<u8>("-0").as_deref(), Some("0"));
        assert_eq!(round_trip::<i64>("9223372036854775808"), None);
        assert_eq!(round_trip::<f32>("1e10").as_deref(), Some("10000000000"));
        assert_eq!(round_trip::<f64>("inf"), None);
        assert_eq!(round_trip::<Decimal>("+1.50").as_deref(), Some("+1.50"));
        assert_eq!(
            round_trip::<Date>("2024-02-29+00:00").as_deref(),
            Some("2024-02-29+00:00")
        );
        assert_eq!(round_trip::<QName>("p:x"), None);
        assert_eq!(round_trip::<Base64Binary>("TQ =\t=").as_deref(), Some("TQ=="));
    }
}
