//! Validates documents against a compiled schema: **every fault once, with place and rule**.
//!
//! ```text
//! bytes -> EventSource -> engine (automata and value check of the kernel) -> findings -> Report
//! ```

mod engine;
mod finding;
mod findings;
mod report;
mod shared_schema;
mod typed;
mod validator;

pub use finding::{Finding, Rule, RuleKind};
pub use findings::Findings;
pub use report::Report;
pub use shared_schema::SharedSchema;
pub use typed::{Validate, read_validated, read_validated_from};
pub use validator::{Options, Validator};
