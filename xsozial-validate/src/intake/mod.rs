//! Intake: what did arrive, and what a person might do about it.
//!
//! An application counts from its receipt. So even a document that breaks every rule is read as far as it can be: each value that
//! arrived is a [`Field`], with the schema's label and its place, and beside the findings stands a [`Recommendation`] for the
//! person who decides.

mod collect;
mod fields;
mod meaning;
mod node;
mod problems;
mod reading;
mod recommendation;

pub(crate) use collect::FieldCollector;
pub use fields::{Field, Fields};
pub use problems::{Problem, ProblemEntry, ProblemTable, RejectionClass, UnlistedProblem};
pub use reading::{Intake, Reading, intake, intake_from};
pub(crate) use recommendation::sentence;
pub use recommendation::{Advice, Reason, Recommendation};
