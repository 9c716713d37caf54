//! What the examples share. Each program in `src/bin` is what a user would write; here is what they have in common:
//!
//! - [`round_trip`]: the way of a document, the same for every Leistung;
//! - [`office`]: the checks that an office makes of what it receives or sends;
//! - [`summary`]: the clerk's screen;
//! - [`attachments`]: sums over attachments;
//! - [`nachbau`] and [`xfall`]: heads of messages and invented persons.
//!
//! All data are invented: the persons were born in years that no living applicant was born in, live in a place with the postal
//! code 00000 and have accounts at no bank.

pub mod attachments;
pub mod nachbau;
pub mod office;
pub mod round_trip;
pub mod summary;
pub mod xfall;

/// Why an example could not go on. A program with callers would have a type of its own, see `examples/vendor`.
pub type Failure = Box<dyn std::error::Error>;
