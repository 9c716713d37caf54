//! Equality and order in the value space.

use super::value;
use crate::value::{Builtin, Value};
use std::{
    cmp::Ordering::{self, Equal, Greater, Less},
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
};

fn hash(value: &Value) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

fn assert_order(builtin: Builtin, left: &str, right: &str, expected: Option<Ordering>) {
    let (left_value, right_value) = (value(builtin, left), value(builtin, right));
    let context = format!("{} {left} {right}", builtin.name());
    assert_eq!(left_value.partial_cmp(&right_value), expected, "{context}");
    assert_eq!(
        right_value.partial_cmp(&left_value),
        expected.map(Ordering::reverse),
        "{context}"
    );
    assert_eq!(left_value == right_value, expected == Some(Equal), "{context}");
    if expected == Some(Equal) {
        assert_eq!(hash(&left_value), hash(&right_value), "{context}");
    }
}

#[test]
fn values_are_equal_by_value() {
    for (builtin, left, right) in [
        (Builtin::Decimal, "1.0", "+01"),
        (Builtin::Integer, "-0", "0"),
        (Builtin::Float, "NaN", "NaN"),
        (Builtin::Double, "-0", "0"),
        (Builtin::Double, "100", "1E2"),
        (Builtin::Boolean, "1", "true"),
        (Builtin::HexBinary, "0f", "0F"),
        (Builtin::Base64Binary, "T Q==", "TQ = ="),
        (Builtin::QName, "p:a", "p:a"),
        (
            Builtin::DateTime,
            "2024-05-01T12:00:00.50+02:00",
            "2024-05-01T10:00:00.5Z",
        ),
        (Builtin::DateTime, "2023-12-31T24:00:00", "2024-01-01T00:00:00"),
        (Builtin::DateTime, "-0001-12-31T24:00:00Z", "0001-01-01T00:00:00Z"),
        (Builtin::DateTime, "-0004-12-31T24:00:00Z", "-0003-01-01T00:00:00Z"),
        (
            Builtin::DateTime,
            "99999999999999999999-12-31T24:00:00",
            "100000000000000000000-01-01T00:00:00",
        ),
        (
            Builtin::DateTime,
            "9223372036854775807-12-31T24:00:00",
            "9223372036854775808-01-01T00:00:00",
        ),
        (Builtin::Time, "24:00:00", "00:00:00"),
        (Builtin::Time, "12:00:00Z", "14:00:00+02:00"),
        (Builtin::Date, "2024-01-01Z", "2024-01-01-00:00"),
        (Builtin::Date, "2002-10-10+13:00", "2002-10-09-11:00"),
        (Builtin::Duration, "P1Y", "P12M"),
        (Builtin::Duration, "P1DT1.50S", "PT86401.5S"),
        (Builtin::Duration, "-PT0S", "P0Y"),
        (Builtin::NmTokens, "a b", "a  b"),
    ] {
        assert_order(builtin, left, right, Some(Equal));
    }
}

#[test]
fn values_are_ordered_on_their_line() {
    for (builtin, less, greater) in [
        (Builtin::Decimal, "-1.5", "-1.49"),
        (Builtin::UnsignedLong, "9", "18446744073709551615"),
        (Builtin::Double, "-INF", "INF"),
        (Builtin::Date, "-0002-01-01", "-0001-01-01"),
        (Builtin::Date, "-0001-12-31", "0001-01-01"),
        (Builtin::Date, "2024-02-29", "2024-03-01"),
        (
            Builtin::Date,
            "-100000000000000000000-01-01",
            "-99999999999999999999-01-01",
        ),
        (Builtin::Date, "2024-12-31", "99999999999999999999-01-01"),
        (Builtin::DateTime, "2024-05-01T12:00:00.1", "2024-05-01T12:00:00.11"),
        (Builtin::DateTime, "2024-05-01T12:00:00+02:00", "2024-05-01T11:00:00Z"),
        (Builtin::GYear, "1999", "2000"),
        (Builtin::GYearMonth, "1999-12", "2000-01"),
        (Builtin::GMonthDay, "--02-29", "--03-01"),
        (Builtin::GDay, "---01", "---02"),
        (Builtin::GMonth, "--01", "--12"),
        (Builtin::Duration, "P1M", "P32D"),
        (Builtin::Duration, "-P1Y", "PT0.1S"),
        (Builtin::Duration, "-PT1.5S", "-PT1.4S"),
        (Builtin::Duration, "-PT0.5S", "PT0S"),
        (Builtin::Duration, "P999999999999999999Y", "P999999999999999999Y1D"),
    ] {
        assert_order(builtin, less, greater, Some(Less));
    }
}

/// Section 3.2.7.4: a value without zone lies within 14 hours around itself.
#[test]
fn one_zone_missing_makes_the_order_partial() {
    assert_order(
        Builtin::DateTime,
        "2000-01-15T00:00:00",
        "2000-02-15T00:00:00Z",
        Some(Less),
    );
    assert_order(
        Builtin::DateTime,
        "2000-01-15T12:00:00",
        "2000-01-16T12:00:00Z",
        Some(Less),
    );
    assert_order(Builtin::DateTime, "2000-01-01T12:00:00", "1999-12-31T23:00:00Z", None);
    assert_order(Builtin::DateTime, "2000-01-16T12:00:00", "2000-01-16T12:00:00Z", None);
    assert_order(
        Builtin::DateTime,
        "2000-01-16T00:00:00",
        "2000-01-15T09:59:59Z",
        Some(Greater),
    );
    assert_order(Builtin::DateTime, "2000-01-16T00:00:00", "2000-01-15T10:00:00Z", None);
}

/// Section 3.2.6.2: durations are compared from four instants.
#[test]
fn months_and_days_have_no_common_measure() {
    for days in ["P28D", "P29D", "P30D", "P31D"] {
        assert_order(Builtin::Duration, "P1M", days, None);
    }
    assert_order(Builtin::Duration, "P1M", "P27D", Some(Greater));
    assert_order(Builtin::Duration, "P1Y", "P364D", Some(Greater));
    assert_order(Builtin::Duration, "P1Y", "P365D", None);
    assert_order(Builtin::Duration, "P5M", "P153D", None);
    assert_order(Builtin::Duration, "P5M", "P154D", Some(Less));
}

#[test]
fn values_without_order_are_equal_or_nothing() {
    for (builtin, left, right) in [
        (Builtin::String, "a", "b"),
        (Builtin::Boolean, "true", "false"),
        (Builtin::HexBinary, "00", "01"),
        (Builtin::QName, "p:a", "a"),
        (Builtin::Float, "NaN", "1"),
        (Builtin::IdRefs, "a b", "b a"),
    ] {
        assert_order(builtin, left, right, None);
    }
}

#[test]
fn decimals_and_integers_are_one_line_and_other_kinds_never_equal() {
    let integer = value(Builtin::Integer, "99999999999999999999");
    let decimal = value(Builtin::Decimal, "99999999999999999999.00");
    assert_eq!(integer, decimal);
    assert_eq!(hash(&integer), hash(&decimal));
    assert_eq!(
        value(Builtin::Int, "-3").partial_cmp(&value(Builtin::Decimal, "-3.5")),
        Some(Greater)
    );
    assert_eq!(
        value(Builtin::Decimal, "0.5").partial_cmp(&value(Builtin::Int, "1")),
        Some(Less)
    );
    assert_ne!(value(Builtin::Float, "1"), value(Builtin::Double, "1"));
    assert_ne!(value(Builtin::String, "1"), value(Builtin::Int, "1"));
}
