//! A time of day.

use super::scanner::Scanner;
use crate::value::number::are_digits;
use compact_str::CompactString;
use std::fmt;

/// Hour, minute and second with any number of fraction digits; 24:00:00 is the end of the day.
#[derive(Clone)]
pub(super) struct ClockTime {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    /// The digits after the point as they were read.
    pub(super) fraction: CompactString,
}

impl ClockTime {
    pub(super) fn new(hour: u8, minute: u8, second: u8, fraction: &str) -> Option<Self> {
        let in_day = hour < 24 && minute < 60 && second < 60;
        let end_of_day = hour == 24 && minute == 0 && second == 0 && fraction.bytes().all(|digit| digit == b'0');
        ((in_day || end_of_day) && are_digits(fraction)).then(|| Self {
            hour,
            minute,
            second,
            fraction: fraction.into(),
        })
    }

    pub(super) fn scan(scanner: &mut Scanner<'_>) -> Option<Self> {
        let hour = scanner.two_digits()?;
        scanner.literal(b':')?;
        let minute = scanner.two_digits()?;
        scanner.literal(b':')?;
        let second = scanner.two_digits()?;
        let mut fraction = "";
        if scanner.literal(b'.').is_some() {
            fraction = scanner.digits();
            if fraction.is_empty() {
                return None;
            }
        }
        Self::new(hour, minute, second, fraction)
    }

    /// Whole seconds since midnight.
    pub(super) fn seconds(&self) -> u32 {
        u32::from(self.hour) * 3600 + u32::from(self.minute) * 60 + u32::from(self.second)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        if !self.fraction.is_empty() {
            write!(formatter, ".{}", self.fraction)?;
        }
        Ok(())
    }
}
