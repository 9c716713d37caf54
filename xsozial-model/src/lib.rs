//! Runtime of the types that `xsozial-codegen` generates: strict XML reading and exact XML writing.
//!
//! Generated code is thin. The rules live in the compiled schema ([`schema::Schema`]); the [`xml::Reader`] steps its
//! automata and calls its value check, so the reader and the validator cannot disagree.
//!
//! Values (decimals, dates with their zone, …) come from the kernel and are found under [`value`].

// Generated standards name the runtime as users' crates do.
#[cfg(feature = "standards")]
extern crate self as xsozial_model;

mod generated;

pub use generated::embedded_schema;
pub use xsozial_schema as schema;
pub use xsozial_schema::value;

pub mod xml;

/// The invented test standard of `schemas/beispiel`. It is no standard and models no form of any office.
#[cfg(feature = "beispiel")]
#[allow(
    clippy::all,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    reason = "generated code"
)]
pub mod beispiel {
    include!(concat!(env!("OUT_DIR"), "/beispiel.rs"));
}
