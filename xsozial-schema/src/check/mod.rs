//! Rules that reading and validating share, beyond content automata and the value check.

mod attributes;
mod ids;
mod substitution;
mod wildcard;

pub use attributes::AttributeRule;
pub use ids::{IdKind, IdTable};
pub use substitution::ANY_TYPE;
pub use wildcard::Admission;
