//! Parts of a date: `xs:gYear`, `xs:gYearMonth`, `xs:gMonthDay`, `xs:gDay` and `xs:gMonth` (part 2, sections 3.2.10
//! to 3.2.14).

use super::{
    Moment, Zone,
    calendar::days_in_month,
    scanner::Scanner,
    temporal_value,
    year::{REFERENCE_YEAR, Year},
    zone::ZoneSuffix,
};
use std::fmt;

/// A year of the calendar.
#[derive(Clone)]
pub struct GYear {
    year: Year,
    zone: Option<Zone>,
}

temporal_value!(GYear);

impl GYear {
    /// The year without zone; `None` for 0. Years before our era are negative.
    pub fn new(year: i64) -> Option<Self> {
        let year = Year::new(year)?;
        Some(Self { year, zone: None })
    }

    /// The year; the nearest 64-bit number for a year beyond.
    pub fn year(&self) -> i64 {
        self.year.saturated()
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let year = Year::scan(&mut scanner)?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        Some(Self { year, zone })
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            year: &self.year,
            ..Moment::reference(self.zone)
        }
    }
}

impl fmt::Display for GYear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.year, ZoneSuffix(self.zone))
    }
}

/// A month of a certain year.
#[derive(Clone)]
pub struct GYearMonth {
    year: Year,
    month: u8,
    zone: Option<Zone>,
}

temporal_value!(GYearMonth);

impl GYearMonth {
    /// The month without zone; `None` when there is no such month. There is no year 0.
    pub fn new(year: i64, month: u8) -> Option<Self> {
        let year = Year::new(year)?;
        is_month(month).then_some(Self {
            year,
            month,
            zone: None,
        })
    }

    /// The year; the nearest 64-bit number for a year beyond.
    pub fn year(&self) -> i64 {
        self.year.saturated()
    }

    /// The month, 1 to 12.
    pub const fn month(&self) -> u8 {
        self.month
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let year = Year::scan(&mut scanner)?;
        scanner.literal(b'-')?;
        let month = scanner.two_digits()?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        is_month(month).then_some(Self { year, month, zone })
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            year: &self.year,
            month: self.month,
            ..Moment::reference(self.zone)
        }
    }
}

impl fmt::Display for GYearMonth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:02}{}", self.year, self.month, ZoneSuffix(self.zone))
    }
}

/// A day that recurs every year; 29 February is one.
#[derive(Clone)]
pub struct GMonthDay {
    month: u8,
    day: u8,
    zone: Option<Zone>,
}

temporal_value!(GMonthDay);

impl GMonthDay {
    /// The day without zone; `None` when there is no such day.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        let days = days_in_month(REFERENCE_YEAR.place_in_cycle(), month)?;
        (1..=days).contains(&day).then_some(Self { month, day, zone: None })
    }

    /// The month, 1 to 12.
    pub const fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(&self) -> u8 {
        self.day
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text.strip_prefix("--")?);
        let month = scanner.two_digits()?;
        scanner.literal(b'-')?;
        let day = scanner.two_digits()?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        Self::new(month, day).map(|value| value.with_zone(zone))
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            month: self.month,
            day: self.day,
            ..Moment::reference(self.zone)
        }
    }
}

impl fmt::Display for GMonthDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "--{:02}-{:02}{}",
            self.month,
            self.day,
            ZoneSuffix(self.zone)
        )
    }
}

/// A day that recurs every month.
#[derive(Clone)]
pub struct GDay {
    day: u8,
    zone: Option<Zone>,
}

temporal_value!(GDay);

impl GDay {
    /// The day without zone; `None` outside of 1 to 31.
    pub fn new(day: u8) -> Option<Self> {
        (1..=31).contains(&day).then_some(Self { day, zone: None })
    }

    /// The day of the month, 1 to 31.
    pub const fn day(&self) -> u8 {
        self.day
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text.strip_prefix("---")?);
        let day = scanner.two_digits()?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        Self::new(day).map(|value| value.with_zone(zone))
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            day: self.day,
            ..Moment::reference(self.zone)
        }
    }
}

impl fmt::Display for GDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "---{:02}{}", self.day, ZoneSuffix(self.zone))
    }
}

/// A month that recurs every year.
#[derive(Clone)]
pub struct GMonth {
    month: u8,
    zone: Option<Zone>,
}

temporal_value!(GMonth);

impl GMonth {
    /// The month without zone; `None` outside of 1 to 12.
    pub fn new(month: u8) -> Option<Self> {
        is_month(month).then_some(Self { month, zone: None })
    }

    /// The month, 1 to 12.
    pub const fn month(&self) -> u8 {
        self.month
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text.strip_prefix("--")?);
        let month = scanner.two_digits()?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        Self::new(month).map(|value| value.with_zone(zone))
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            month: self.month,
            ..Moment::reference(self.zone)
        }
    }
}

impl fmt::Display for GMonth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "--{:02}{}", self.month, ZoneSuffix(self.zone))
    }
}

const fn is_month(month: u8) -> bool {
    matches!(month, 1..=12)
}
