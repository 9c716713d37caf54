//! What is read is printed again: digits, zones and fractions survive.

use crate::value::{
    Base64Binary, Date, DateTime, Decimal, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, HexBinary, Integer,
    QName, Time, Value, Zone,
};
use proptest::prelude::*;
use std::{fmt::Display, str::FromStr};

fn is_kept<T: FromStr + Display>(text: &str) -> bool {
    text.parse::<T>().is_ok_and(|value| value.to_string() == text)
}

const ZONE: &str = "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?";
const YEAR: &str = "-?([1-9][0-9]{3,25}|0[0-9]{2}[1-9])";

proptest! {
    #[test]
    fn dates_keep_year_and_zone(year in YEAR, day in "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])", zone in ZONE) {
        let text = format!("{year}-{day}{zone}");
        prop_assert!(is_kept::<Date>(&text));
    }

    #[test]
    fn instants_keep_every_digit(
        day in "20[0-9]{2}-0[1-9]-2[0-8]",
        time in "(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,40})?",
        zone in ZONE,
    ) {
        let (time, instant) = (format!("{time}{zone}"), format!("{day}T{time}{zone}"));
        prop_assert!(is_kept::<Time>(&time));
        prop_assert!(is_kept::<DateTime>(&instant));
    }

    #[test]
    fn parts_of_dates_keep_their_zone(year in YEAR, month in "0[1-9]|1[0-2]", day in "0[1-9]|1[0-9]|2[0-8]", zone in ZONE) {
        let year_and_zone = format!("{year}{zone}");
        prop_assert!(is_kept::<GYear>(&year_and_zone));
        let year_month = format!("{year}-{month}{zone}");
        prop_assert!(is_kept::<GYearMonth>(&year_month));
        let month_day = format!("--{month}-{day}{zone}");
        prop_assert!(is_kept::<GMonthDay>(&month_day));
        let day_and_zone = format!("---{day}{zone}");
        prop_assert!(is_kept::<GDay>(&day_and_zone));
        let month_and_zone = format!("--{month}{zone}");
        prop_assert!(is_kept::<GMonth>(&month_and_zone));
    }

    #[test]
    fn durations_are_kept(text in "-?P([0-9]{1,18}Y)?([0-9]{1,18}M)?[0-9]{1,18}D(T[0-9]{1,18}H([0-9]{1,18}M)?([0-9]{1,9}(\\.[0-9]{1,30})?S)?)?") {
        prop_assert!(is_kept::<Duration>(&text));
    }

    /// Any text at all: no panic, and what is taken is printed as the same value.
    #[test]
    fn any_text_is_refused_or_kept(text in "[-+PTZ0-9:.YMDHSä]{0,30}") {
        fn survives<T: FromStr + Display + PartialEq>(text: &str) -> bool {
            text.parse::<T>().ok().is_none_or(|value| value.to_string().parse::<T>().ok().as_ref() == Some(&value))
        }
        prop_assert!(survives::<Date>(&text) && survives::<DateTime>(&text) && survives::<Time>(&text));
        prop_assert!(survives::<GYear>(&text) && survives::<GDay>(&text) && survives::<Duration>(&text));
        prop_assert!(survives::<Decimal>(&text) && survives::<Integer>(&text) && survives::<HexBinary>(&text));
    }

    /// The order on the time line agrees with the order of the digits, where there is no zone.
    #[test]
    fn dates_of_our_era_are_ordered_like_their_text(
        left in "[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|2[0-8])",
        right in "[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|2[0-8])",
    ) {
        let order = left.parse::<Date>().unwrap().partial_cmp(&right.parse::<Date>().unwrap());
        prop_assert_eq!(order, Some(left.cmp(&right)));
    }
}

#[test]
fn values_are_built_from_parts() {
    let zone = Zone::from_minutes(-90).unwrap();
    assert_eq!(zone.to_string(), "-01:30");
    assert!(Zone::from_minutes(841).is_none() && Zone::from_minutes(-840).is_some());
    let date = Date::new(-44, 3, 15).unwrap();
    assert_eq!(date.to_string(), "-0044-03-15");
    assert!(Date::new(0, 1, 1).is_none() && Date::new(2024, 2, 30).is_none());
    let time = Time::new(9, 5, 0).unwrap().with_fraction("250").unwrap();
    assert!(Time::new(24, 0, 1).is_none() && time.clone().with_fraction("x").is_none());
    let instant = DateTime::new(date, time).with_zone(Some(zone));
    assert_eq!(instant.to_string(), "-0044-03-15T09:05:00.250-01:30");
    assert_eq!(
        (instant.year(), instant.month(), instant.hour(), instant.fraction()),
        (-44, 3, 9, "250")
    );
    assert_eq!(instant.date().to_string(), "-0044-03-15-01:30");
    assert_eq!(instant.time().with_zone(None).to_string(), "09:05:00.250");
    assert_eq!(Duration::new(true, 14, 0).to_string(), "-P14M");
    assert_eq!(Duration::new(false, 0, 90).seconds(), 90);
    assert_eq!(GMonthDay::new(2, 29).unwrap().to_string(), "--02-29");
    assert!(GDay::new(32).is_none() && GMonth::new(0).is_none() && GYear::new(0).is_none());
    assert_eq!(GYearMonth::new(12_024, 1).unwrap().to_string(), "12024-01");
}

/// The tables of a schema are stored in a binary form that knows no field names.
#[test]
fn values_survive_storage() {
    let values = vec![
        Value::Decimal("1.50".parse().unwrap()),
        Value::Integer("99999999999999999999".parse().unwrap()),
        Value::Double(f64::NAN),
        Value::Date("2024-02-29+01:00".parse().unwrap()),
        Value::Duration("P1Y".parse().unwrap()),
        Value::Base64Binary(Base64Binary::from(vec![1, 2, 3])),
        Value::QName(Box::new(QName::new("urn:example:p", "a", "p").unwrap())),
        Value::List(vec![Value::Boolean(true), Value::String("a".to_owned())]),
    ];
    let bytes = postcard::to_allocvec(&values).unwrap();
    assert_eq!(postcard::from_bytes::<Vec<Value>>(&bytes).unwrap(), values);
    let damaged = postcard::to_allocvec("2024-02-30").unwrap();
    assert!(postcard::from_bytes::<Date>(&damaged).is_err());
}
