//! Generates Rust types, readers and writers from an XÖV standard's schemas.
//!
//! [`Generator`] is the way in for build scripts, the command `xsozial-codegen generate` for crates that are checked in.
//! Generated code needs `xsozial-model` and nothing of this crate. Its `Document` holds one message of the standard, of whatever
//! kind, and has `from_xml`, `from_reader`, `to_xml` and `to_writer`.
//!
//! ```no_run
//! // build.rs; in lib.rs: include!(concat!(env!("OUT_DIR"), "/xwasser.rs"));
//! fn main() -> Result<(), xsozial_codegen::Error> {
//!     xsozial_codegen::Generator::new().schema("schemas/xwasser-1.0.0.zip").name("xwasser").build_script()?;
//!     Ok(())
//! }
//! ```
//!
//! # How it works
//!
//! ```text
//! paths --xsozial-schema--> Schema --model--> plan --render--> tokens --package--> files
//! ```
//!
//! - `naming` decides about every Rust name; the rule in full stands in its source, `src/naming/mod.rs`.
//! - `model` plans what is generated: modules, structs, enums, fields, as plain data.
//! - `render` turns the plan into tokens, one concept a file.
//! - `package` makes files of the tokens: a crate, or one file for `include!`.
//!
//! - [`sample`] makes synthetic documents of a schema.
//!
//! The output depends on the schema alone: the same input gives the same bytes.

pub mod cli;
mod codelists;
mod diff;
mod doctor;
mod error;
mod error_code;
#[cfg(feature = "fetch")]
mod fetch;
mod fim_xsd;
mod generator;
mod inputs;
mod installed;
mod manual;
mod model;
mod naming;
mod package;
mod render;
pub mod sample;

pub use error::Error;
#[cfg(feature = "fetch")]
pub use fetch::{FetchError, NotFoundReason};
pub use generator::{Generated, Generator};
pub use package::GeneratedFile;
pub use xsozial_schema::xdatenfelder::Shape;
