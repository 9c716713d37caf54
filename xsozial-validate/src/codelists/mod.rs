//! Codes against their lists.
//!
//! ```text
//! code type of the schema --bound once a validator--> lists of the store and their columns
//! element of that type --observed--> list by schema or document --> code --> row --> name
//! ```
//!
//! Which list a code belongs to is fixed by the schema (types 1 and 2), by schema and document (type 3), or by the document
//! alone (type 4). Values that stand in the document alone (codes, list URIs, versions) are never told in a finding: lists
//! are named as the schema or the store names them.

mod check;
mod code_type;
mod gaps;
mod memo;
mod observer;
mod options;
mod words;

pub(crate) use check::CodelistCheck;
pub use options::CodelistOptions;
