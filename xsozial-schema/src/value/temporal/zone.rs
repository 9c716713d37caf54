//! Time zones of date and time values (part 2, section 3.2.7.3).

use super::scanner::Scanner;
use std::{fmt, hash};

/// A time zone: `Z` or an offset from it. It is printed as it was read; `Z`, `+00:00` and `-00:00` are equal.
#[derive(Clone, Copy)]
pub struct Zone {
    minutes: i16,
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    Letter,
    Plus,
    Minus,
}

impl Zone {
    /// Coordinated universal time, written `Z`.
    pub const UTC: Self = Self {
        minutes: 0,
        form: Form::Letter,
    };

    /// Fourteen hours, the largest offset.
    const LIMIT: i16 = 14 * 60;

    /// The zone this many minutes east of UTC (60 for Central European Time); `None` beyond fourteen hours.
    pub const fn from_minutes(minutes: i16) -> Option<Self> {
        if minutes < -Self::LIMIT || minutes > Self::LIMIT {
            return None;
        }
        let form = if minutes < 0 { Form::Minus } else { Form::Plus };
        Some(Self { minutes, form })
    }

    /// Minutes east of UTC.
    pub const fn minutes(self) -> i16 {
        self.minutes
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.minutes == other.minutes
    }
}

impl Eq for Zone {}

impl hash::Hash for Zone {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.minutes.hash(state);
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.form {
            Form::Letter => return formatter.write_str("Z"),
            Form::Plus => '+',
            Form::Minus => '-',
        };
        let minutes = self.minutes.unsigned_abs();
        write!(formatter, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// A zone alone says nothing of a person.
impl fmt::Debug for Zone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Zone({self})")
    }
}

/// An optional zone as it ends a value.
pub(super) struct ZoneSuffix(pub(super) Option<Zone>);

impl fmt::Display for ZoneSuffix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |zone| zone.fmt(formatter))
    }
}

impl ZoneSuffix {
    /// Reads an optional zone at the end of the text: `None` when the text goes on with something else.
    pub(super) fn scan(scanner: &mut Scanner<'_>) -> Option<Self> {
        if scanner.end().is_some() {
            return Some(Self(None));
        }
        let form = match scanner.next() {
            Some(b'Z') => return scanner.end().map(|()| Self(Some(Zone::UTC))),
            Some(b'+') => Form::Plus,
            Some(b'-') => Form::Minus,
            _ => return None,
        };
        let hours = i16::from(scanner.two_digits()?);
        scanner.literal(b':')?;
        let minutes = i16::from(scanner.two_digits()?);
        scanner.end()?;
        let total = hours * 60 + minutes;
        if minutes > 59 || total > Zone::LIMIT {
            return None;
        }
        let minutes = if matches!(form, Form::Minus) { -total } else { total };
        Some(Self(Some(Zone { minutes, form })))
    }
}
