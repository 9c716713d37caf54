//! Crates that the generator makes of published schema sets, built and run as a user would.
//!
//! The generated crate does not exist when this one is compiled, so a small program around it is written from
//! `template/`, built by cargo and run.

mod build;
mod error;
mod generate;
pub mod peers;
mod reader;

pub use build::{Linked, Profile, Program, Template};
pub use error::GeneratedError;
pub use generate::{GeneratedCrate, Generator};
pub use reader::{Outcome, ReaderRefusal, read_all};
