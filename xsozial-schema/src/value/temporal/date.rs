//! `xs:date` (part 2, section 3.2.9).

use super::{Moment, Zone, calendar::CalendarDay, scanner::Scanner, temporal_value, year::Year, zone::ZoneSuffix};
use std::fmt;

/// A day of the calendar, with or without time zone. It is compared by the instant at which it begins.
///
/// ```
/// use xsozial_schema::value::{Date, Zone};
/// let date = Date::new(2024, 2, 29).ok_or("no such day")?;
/// assert_eq!(date.to_string(), "2024-02-29");
/// assert_eq!(date.with_zone(Some(Zone::UTC)).to_string(), "2024-02-29Z");
/// assert!(Date::new(2023, 2, 29).is_none());
/// # Ok::<(), &'static str>(())
/// ```
#[derive(Clone)]
pub struct Date {
    pub(super) day: CalendarDay,
    pub(super) zone: Option<Zone>,
}

temporal_value!(Date);

impl Date {
    /// The day without zone; `None` when there is no such day. Years before our era are negative, there is no year 0.
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        let day = CalendarDay::new(Year::new(year)?, month, day)?;
        Some(Self { day, zone: None })
    }

    /// The year; the nearest 64-bit number for a year beyond.
    pub fn year(&self) -> i64 {
        self.day.year.saturated()
    }

    /// The month, 1 to 12.
    pub const fn month(&self) -> u8 {
        self.day.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(&self) -> u8 {
        self.day.day
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let day = CalendarDay::scan(&mut scanner)?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        Some(Self { day, zone })
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            year: &self.day.year,
            month: self.day.month,
            day: self.day.day,
            ..Moment::reference(self.zone)
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.day, ZoneSuffix(self.zone))
    }
}
