//! A day of the Gregorian calendar.

use super::{
    scanner::Scanner,
    year::{Year, is_leap},
};
use std::fmt;

/// Year, month and day, checked against each other.
#[derive(Clone)]
pub(super) struct CalendarDay {
    pub(super) year: Year,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl CalendarDay {
    pub(super) fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        let days = days_in_month(year.place_in_cycle(), month)?;
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    pub(super) fn scan(scanner: &mut Scanner<'_>) -> Option<Self> {
        let year = Year::scan(scanner)?;
        scanner.literal(b'-')?;
        let month = scanner.two_digits()?;
        scanner.literal(b'-')?;
        let day = scanner.two_digits()?;
        Self::new(year, month, day)
    }
}

impl fmt::Display for CalendarDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has in a year at this place of the 400-year cycle; `None` when there is no such month.
pub(super) const fn days_in_month(place_in_cycle: i64, month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap(place_in_cycle) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// Days from 0001-01-01 to the first of a month, with years counted without a gap at zero.
pub(super) fn days_before_month(year: i128, month: u8) -> i128 {
    let previous = year - 1;
    let leap_days = previous.div_euclid(4) - previous.div_euclid(100) + previous.div_euclid(400);
    let place_in_cycle = i64::try_from(year.rem_euclid(400)).unwrap_or(0);
    let in_year: i128 = (1..month)
        .filter_map(|earlier| days_in_month(place_in_cycle, earlier))
        .map(i128::from)
        .sum();
    previous * 365 + leap_days + in_year
}
