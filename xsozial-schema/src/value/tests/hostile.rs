//! Long and strange input: linear time, no panic.

use super::{Scope, value};
use crate::value::{Builtin, Value};
use std::time::{Duration, Instant};

/// A megabyte of digits. What is linear takes milliseconds, what is quadratic minutes.
const LONG: usize = 1 << 20;
const LINEAR: Duration = Duration::from_secs(20);

#[test]
fn a_megabyte_is_read_in_linear_time() {
    let digits = "7".repeat(LONG);
    let started = Instant::now();
    for &builtin in Builtin::ALL.iter().filter(|builtin| builtin.list_item().is_none()) {
        assert_eq!(
            Value::parse(builtin, &digits, &Scope).is_some(),
            builtin.accepts(&digits, &Scope)
        );
    }
    for (builtin, text) in [
        (Builtin::Decimal, format!("-{digits}.{digits}")),
        (Builtin::Date, format!("{digits}-01-01")),
        (Builtin::Base64Binary, "TWFu ".repeat(LONG / 5)),
        (Builtin::NmTokens, "a ".repeat(LONG / 2)),
    ] {
        assert!(builtin.accepts(&text, &Scope) && Value::parse(builtin, &text, &Scope).is_some());
    }
    assert!(started.elapsed() < LINEAR);
}

#[test]
fn huge_numbers_and_years_are_compared() {
    let started = Instant::now();
    let nines = "9".repeat(LONG);
    let successor = format!("1{}", "0".repeat(LONG));
    for (builtin, suffix) in [
        (Builtin::Integer, ""),
        (Builtin::Date, "-12-31-10:00"),
        (Builtin::GYear, ""),
    ] {
        let less = value(builtin, &format!("{nines}{suffix}"));
        let greater = value(builtin, &format!("{successor}{suffix}"));
        assert!(less < greater && less == less.clone());
    }
    let end = value(Builtin::DateTime, &format!("{nines}-12-31T24:00:00"));
    assert_eq!(end, value(Builtin::DateTime, &format!("{successor}-01-01T00:00:00")));
    assert!(started.elapsed() < LINEAR);
}

#[test]
fn long_fractions_and_exponents_are_read() {
    let nines = "9".repeat(LONG);
    assert!(value(Builtin::Time, &format!("12:00:00.{nines}")) < value(Builtin::Time, "12:00:01"));
    assert_eq!(
        value(Builtin::Double, &format!("1E{nines}")),
        Value::Double(f64::INFINITY)
    );
    assert_eq!(value(Builtin::Double, &format!("1E-{nines}")), Value::Double(0.0));
    assert!(value(Builtin::Duration, &format!("PT0.{nines}S")) < value(Builtin::Duration, "PT1S"));
}

/// The one limit there is: numbers in durations are at most 10^18 - 1.
#[test]
fn durations_have_a_limit() {
    assert!(Builtin::Duration.accepts("P999999999999999999Y", &Scope));
    assert!(Builtin::Duration.accepts(&format!("P{}1Y", "0".repeat(LONG)), &Scope));
    assert!(!Builtin::Duration.accepts("P1000000000000000000Y", &Scope));
    assert!(!Builtin::Duration.accepts(&format!("P{}Y", "9".repeat(LONG)), &Scope));
}
