//! `xs:time` (part 2, section 3.2.8).

use super::{Moment, Zone, clock::ClockTime, scanner::Scanner, temporal_value, zone::ZoneSuffix};
use std::fmt;

/// A time of day that recurs every day, with or without time zone. `24:00:00` equals `00:00:00`.
#[derive(Clone)]
pub struct Time {
    pub(super) clock: ClockTime,
    pub(super) zone: Option<Zone>,
}

temporal_value!(Time);

impl Time {
    /// The time without fraction and zone; `None` when there is no such time. There are no leap seconds.
    pub fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        let clock = ClockTime::new(hour, minute, second, "")?;
        Some(Self { clock, zone: None })
    }

    /// The same time with these digits after the point of the second; `None` when they are no digits.
    pub fn with_fraction(self, digits: &str) -> Option<Self> {
        let clock = ClockTime::new(self.clock.hour, self.clock.minute, self.clock.second, digits)?;
        Some(Self { clock, ..self })
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
        let clock = ClockTime::scan(&mut scanner)?;
        let zone = ZoneSuffix::scan(&mut scanner)?.0;
        Some(Self { clock, zone })
    }

    fn moment(&self) -> Moment<'_> {
        Moment {
            seconds: self.clock.seconds() % 86_400,
            fraction: &self.clock.fraction,
            ..Moment::reference(self.zone)
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.clock, ZoneSuffix(self.zone))
    }
}
