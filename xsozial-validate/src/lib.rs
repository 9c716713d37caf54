//! Validates documents against a compiled schema: **every fault once, with place and rule**.
//!
//! ```text
//! bytes -> EventSource -> engine (automata and value check of the kernel) -> findings -> Report -> format
//! ```
//!
//! | feature | what it adds |
//! |---|---|
//! | `cli` (default) | `cli`: the command line, with the reader of XSDs; brings `mutate` |
//! | `mutate` | `mutate`: documents that break one rule each |

mod baseline;
#[cfg(feature = "cli")]
pub mod cli;
mod codelists;
#[cfg(feature = "cli")]
mod documents;
mod engine;
pub mod explain;
mod finding;
mod findings;
pub mod format;
pub mod intake;
#[cfg(feature = "mutate")]
pub mod mutate;
pub mod profile;
mod report;
pub mod rules;
mod severities;
mod shared_schema;
mod standard;
mod typed;
mod validator;

pub use baseline::{Baseline, BaselineError};
pub use codelists::CodelistOptions;
pub use finding::{Finding, Rule, RuleKind};
pub use findings::Findings;
pub use report::Report;
pub use severities::{FixedWeight, Level, Severities};
pub use shared_schema::SharedSchema;
pub use standard::{Judged, Offer, OfferedRoot, Root, Standard, Standards};
pub use typed::{Validate, read_validated, read_validated_from};
pub use validator::{Options, Validator};
