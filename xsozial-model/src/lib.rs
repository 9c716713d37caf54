//! Runtime of the types that `xsozial-codegen` generates: strict XML reading and exact XML writing.
//!
//! Generated code is thin. The rules live in the compiled schema ([`schema::Schema`]); the [`xml::Reader`] steps its
//! automata and calls its value check, so the reader and the validator cannot disagree.
//!
//! Values (decimals, dates with their zone, …) come from the kernel and are found under [`value`].

mod generated;

pub use generated::embedded_schema;
pub use xsozial_schema as schema;
pub use xsozial_schema::value;

pub mod xml;
