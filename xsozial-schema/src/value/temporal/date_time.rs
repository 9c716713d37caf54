//! `xs:dateTime` (part 2, section 3.2.7).

use super::{
    Date, Moment, Time, Zone, calendar::CalendarDay, clock::ClockTime, scanner::Scanner, temporal_value,
    zone::ZoneSuffix,
};
use std::fmt;

/// An instant, with or without time zone. `24:00:00` equals `00:00:00` of the next day.
///
/// ```
/// use xsozial_schema::value::DateTime;
/// let sent: DateTime = "2024-05-01T12:00:00.250+02:00".parse()?;
/// assert_eq!(sent, "2024-05-01T10:00:00.25Z".parse()?);
/// assert_eq!(sent.to_string(), "2024-05-01T12:00:00.250+02:00");
/// # Ok::<(), xsozial_schema::value::LexicalError>(())
/// ```
#[derive(Clone)]
pub struct DateTime {
    day: CalendarDay,
    clock: ClockTime,
    zone: Option<Zone>,
}

temporal_value!(DateTime);

impl DateTime {
    /// This time on this day. The zone is that of the time, or of the date when the time has none.
    pub fn new(date: Date, time: Time) -> Self {
        Self {
            day: date.day,
            clock: time.clock,
            zone: time.zone.or(date.zone),
        }
    }

    /// The day, with the zone.
    pub fn date(&self) -> Date {
        Date {
            day: self.day.clone(),
            zone: self.zone,
        }
    }

    /// The time of day, with the zone.
    pub fn time(&self) -> Time {
        Time {
            clock: self.clock.clone(),
            zone: self.zone,
        }
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

    /// The hour, 0 to 24.
    pub const fn hour(&self) -> u8 {
        self.clock.hour
    }

    /// The minute.
    pub const fn minute(&self) -> u8 {
        self.clock.minute
    }

    /// The second.
    pub const fn second(&self) -> u8 {
        self.clock.second
    }

    /// The digits after the point of the second, as they were read.
    pub fn fraction(&self) -> &str {
        &self.clock.fraction
    }

    pub(crate) fn parse_text(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let day = CalendarDay::scan(&mut scanner)?;
        scanner.literal(b'T')?;
        let clock = ClockTime::scan(&mut scanner)?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        Some(Self { day, clock, zone })
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            year: &self.day.year,
            month: self.day.month,
            day: self.day.day,
            seconds: self.clock.seconds(),
            fraction: &self.clock.fraction,
            zone: self.zone,
        }
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}T{}{}", self.day, self.clock, ZoneSuffix(self.zone))
    }
}
