//! `xs:float` and `xs:double` (part 2, sections 3.2.4 and 3.2.5) are Rust's `f32` and `f64`.

use super::number::NumberParts;
use std::fmt::Write;

/// Reads an `xs:double`: a decimal number with an optional exponent, `INF`, `-INF` or `NaN`.
pub fn parse_double(text: &str) -> Option<f64> {
    match text {
        "INF" => Some(f64::INFINITY),
        "-INF" => Some(f64::NEG_INFINITY),
        "NaN" => Some(f64::NAN),
        _ if is_finite_form(text) => text.parse().ok(),
        _ => None,
    }
}

/// Reads an `xs:float`, in the same form as [`parse_double`].
pub fn parse_float(text: &str) -> Option<f32> {
    match text {
        "INF" => Some(f32::INFINITY),
        "-INF" => Some(f32::NEG_INFINITY),
        "NaN" => Some(f32::NAN),
        _ if is_finite_form(text) => text.parse().ok(),
        _ => None,
    }
}

/// Whether it is a mantissa with an optional exponent. Rust alone would take `inf` and `infinity`, too.
fn is_finite_form(text: &str) -> bool {
    match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            NumberParts::parse(mantissa).is_some() && NumberParts::parse_integer(exponent).is_some()
        }
        None => NumberParts::parse(text).is_some(),
    }
}

macro_rules! write_float {
    ($(#[$doc:meta])* $name:ident $number:ident) => {
        $(#[$doc])*
        pub fn $name(value: $number, out: &mut String) {
            let magnitude = value.abs();
            if value.is_nan() {
                out.push_str("NaN");
            } else if value.is_infinite() {
                out.push_str(if value > 0.0 { "INF" } else { "-INF" });
            } else if magnitude == 0.0 || (1e-5..1e15).contains(&magnitude) {
                // Writing to a String cannot fail.
                let _ = write!(out, "{value}");
            } else {
                let _ = write!(out, "{value:E}");
            }
        }
    };
}

write_float! {
    /// Appends the shortest text that reads back as the same `xs:double`.
    write_double f64
}
write_float! {
    /// Appends the shortest text that reads back as the same `xs:float`.
    write_float f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(value: f64) -> String {
        let mut out = String::new();
        write_double(value, &mut out);
        out
    }

    #[test]
    fn the_special_values_have_one_spelling_each() {
        assert_eq!(parse_double("-INF"), Some(f64::NEG_INFINITY));
        assert!(parse_double("NaN").is_some_and(f64::is_nan));
        for wrong in [
            "inf", "+INF", "nan", "-NaN", "infinity", "0x10", "1e", "e5", "1e1.0", ".", "1 ", "1f", "",
        ] {
            assert_eq!(parse_double(wrong), None, "{wrong}");
            assert_eq!(parse_float(wrong), None, "{wrong}");
        }
        for fine in ["1.", ".5", "+1E+05", "-1e-5", "1E400", "00.10"] {
            assert!(parse_double(fine).is_some(), "{fine}");
        }
    }

    #[test]
    fn output_is_short() {
        assert_eq!(text(0.1), "0.1");
        assert_eq!(text(-0.0), "-0");
        assert_eq!(text(1e300), "1E300");
        assert_eq!(text(f64::NAN), "NaN");
        let mut out = String::new();
        write_float(f32::NEG_INFINITY, &mut out);
        assert_eq!(out, "-INF");
    }

    proptest! {
        #[test]
        fn every_double_reads_back(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            let read = parse_double(&text(value)).unwrap();
            prop_assert!(read.to_bits() == bits || (read.is_nan() && value.is_nan()));
        }

        #[test]
        fn every_float_reads_back(bits in any::<u32>()) {
            let value = f32::from_bits(bits);
            let mut out = String::new();
            write_float(value, &mut out);
            let read = parse_float(&out).unwrap();
            prop_assert!(read.to_bits() == bits || (read.is_nan() && value.is_nan()));
        }
    }
}
