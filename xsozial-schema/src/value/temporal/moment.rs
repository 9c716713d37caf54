//! Comparison on the time line (part 2, section 3.2.7.4 and appendix E).

use super::{
    Zone,
    calendar::days_before_month,
    year::{REFERENCE_YEAR, Year},
};
use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
};

const SECONDS_PER_DAY: i128 = 86_400;
/// Days of 400 years, after which the calendar repeats itself.
const DAYS_PER_CYCLE: i128 = 146_097;

/// The instant at which a value begins. What the value does not say stands at a fixed reference.
pub(super) struct Moment<'v> {
    pub(super) year: &'v Year,
    pub(super) month: u8,
    pub(super) day: u8,
    /// Whole seconds since midnight.
    pub(super) seconds: u32,
    /// Digits after the point of the second.
    pub(super) fraction: &'v str,
    pub(super) zone: Option<Zone>,
}

impl Moment<'_> {
    /// The start of 1 January of the reference year.
    pub(super) fn reference(zone: Option<Zone>) -> Self {
        Self {
            year: &REFERENCE_YEAR,
            month: 1,
            day: 1,
            seconds: 0,
            fraction: "",
            zone,
        }
    }

    /// The order; `None` when only one has a zone and the other could be before or after it.
    pub(super) fn partial_compare(&self, other: &Self) -> Option<Ordering> {
        match (self.zone, other.zone) {
            (Some(left), Some(right)) => Some(self.compare(offset(left), other, offset(right))),
            (None, None) => Some(self.compare(0, other, 0)),
            (Some(zone), None) => self.compare_to_unzoned(offset(zone), other),
            (None, Some(zone)) => other.compare_to_unzoned(offset(zone), self).map(Ordering::reverse),
        }
    }

    /// The hash, equal for equal moments.
    pub(super) fn hash_into<H: Hasher>(&self, state: &mut H) {
        let seconds = self.on_time_line(self.year.place_in_cycle().into(), self.zone.map_or(0, offset));
        seconds.rem_euclid(DAYS_PER_CYCLE * SECONDS_PER_DAY).hash(state);
        self.significant_fraction().hash(state);
        self.zone.is_some().hash(state);
    }

    /// A value without zone may stand for any of them; it is before or after another when it is for the outermost.
    fn compare_to_unzoned(&self, own_offset: i128, other: &Self) -> Option<Ordering> {
        const OUTERMOST: i128 = 14 * 3600;
        if self.compare(own_offset, other, OUTERMOST) == Ordering::Less {
            Some(Ordering::Less)
        } else if self.compare(own_offset, other, -OUTERMOST) == Ordering::Greater {
            Some(Ordering::Greater)
        } else {
            None
        }
    }

    /// The order with these offsets from UTC in seconds.
    fn compare(&self, own_offset: i128, other: &Self, other_offset: i128) -> Ordering {
        // In one zone the parts decide, and no day need be counted; but 24:00 is the next day's first instant.
        if own_offset == other_offset && !self.is_end_of_day() && !other.is_end_of_day() {
            let parts = |moment: &Self| (moment.month, moment.day, moment.seconds);
            return self
                .year
                .cmp(other.year)
                .then_with(|| parts(self).cmp(&parts(other)))
                .then_with(|| self.significant_fraction().cmp(other.significant_fraction()));
        }
        let Some((own_year, other_year)) = comparable_years(self.year, other.year) else {
            return self.year.cmp(other.year);
        };
        self.on_time_line(own_year, own_offset)
            .cmp(&other.on_time_line(other_year, other_offset))
            .then_with(|| self.significant_fraction().cmp(other.significant_fraction()))
    }

    /// Seconds on a time line, were this the number of the year.
    fn on_time_line(&self, year: i128, own_offset: i128) -> i128 {
        // There is no year 0: the years before our era move up by its (leap) length.
        let gap = if self.year.is_negative() { 366 } else { 0 };
        let days = days_before_month(year, self.month) + i128::from(self.day) + gap;
        days * SECONDS_PER_DAY + i128::from(self.seconds) - own_offset
    }

    const fn is_end_of_day(&self) -> bool {
        self.seconds >= 86_400
    }

    fn significant_fraction(&self) -> &str {
        self.fraction.trim_end_matches('0')
    }
}

/// Seconds east of UTC.
fn offset(zone: Zone) -> i128 {
    i128::from(zone.minutes()) * 60
}

/// Numbers for two years that give the same order of moments as the years themselves; `None` when the years are so
/// far apart that they alone decide.
fn comparable_years(left: &Year, right: &Year) -> Option<(i128, i128)> {
    if let (Some(left), Some(right)) = (left.small(), right.small()) {
        return Some((left.into(), right.into()));
    }
    // Years beyond 64 bits: only the same year or its neighbour can be reached by a zone. The calendar repeats itself
    // every 400 years, so their places in the cycle stand for them.
    let (left_place, right_place) = (i128::from(left.place_in_cycle()), i128::from(right.place_in_cycle()));
    if left == right {
        Some((left_place, right_place))
    } else if left.follows(right) {
        Some((right_place + 1, right_place))
    } else if right.follows(left) {
        Some((left_place, left_place + 1))
    } else {
        None
    }
}
