//! Comparison of xsozial with its peers, on published schema sets: verdicts, round trips, speed.
//!
//! The crate is not published. Its parts are used by the acceptance tests in `tests/` and by the benchmark command.
//! It handles public test data only, so its messages may show values; no other crate of the workspace may do that.

pub mod codelists;
pub mod corpus;
pub mod differential;
pub mod faults;
pub mod generated;
pub mod infoset;
pub mod memory;
pub mod oracle;
pub mod speed;
