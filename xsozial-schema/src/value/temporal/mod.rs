//! Dates, times and durations (part 2, sections 3.2.6 to 3.2.14).
//!
//! A value keeps the form it was read in (zone, digits of the fraction), and is compared on the time line.
//! The order of values with and without zone is partial (section 3.2.7.4).

mod calendar;
mod clock;
mod date;
mod date_time;
mod duration;
mod gregorian;
mod moment;
mod scanner;
mod time;
mod year;
mod zone;

pub use date::Date;
pub use date_time::DateTime;
pub use duration::Duration;
pub use gregorian::{GDay, GMonth, GMonthDay, GYear, GYearMonth};
pub use time::Time;
pub use zone::Zone;

use moment::Moment;

/// Implements what all date and time types share: text, shape, and equality, hash and order on the time line.
macro_rules! temporal_value {
    ($type:ident) => {
        $crate::value::as_text::value_as_text!($type);

        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.partial_cmp(other) == Some(std::cmp::Ordering::Equal)
            }
        }

        impl Eq for $type {}

        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                self.moment().partial_compare(&other.moment())
            }
        }

        impl std::hash::Hash for $type {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.moment().hash_into(state);
            }
        }

        impl $type {
            /// The time zone, if the value has one.
            pub const fn zone(&self) -> Option<$crate::value::Zone> {
                self.zone
            }

            /// The same local value in this zone, or without one.
            #[must_use]
            pub const fn with_zone(mut self, zone: Option<$crate::value::Zone>) -> Self {
                self.zone = zone;
                self
            }
        }
    };
}

use temporal_value;
