//! Rules that reading and validating share, beyond content automata and the value check.

mod attributes;
mod derivation;
mod ids;
mod key_set;
mod substitution;
mod value;
mod wildcard;

pub use attributes::{AttributeDemand, AttributeRule};
pub use ids::{IdKind, IdTable};
pub use substitution::ANY_TYPE;
pub use value::{Constrained, Tolerance};
pub use wildcard::Admission;
