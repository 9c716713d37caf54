//! The bodies of the fuzz targets: each takes bytes and panics when something is wrong.
//!
//! | target | bytes | what must hold |
//! |---|---|---|
//! | [`read`] | a document | slice and stream agree; the reader refuses what the validator refuses, with the same code |
//! | [`roundtrip`] | choices | value → XML → value is the same; a value is valid as its document is |
//! | [`validate`] | schema, limit, document | slice and stream agree, limits are kept, every format can be written |
//! | [`schema`] | XSDs | a compiled schema survives being stored |
//! | [`genericode`] | a code list | whatever is in the list is found |
//! | [`archive`] | a ZIP, or entries of one | no path leads out |
//! | [`differential`] | schema, document | other programs come to the same verdict |
//!
//! They stand in a library so that the seeds run as ordinary tests, without libFuzzer.

pub mod archive;
mod choices;
mod chunks;
pub mod differential;
pub mod genericode;
mod limits;
mod outputs;
pub mod read;
pub mod roundtrip;
pub mod schema;
mod schemas;
pub mod validate;

/// The body of a target.
pub type Target = fn(&[u8]);

/// All targets by name.
pub const TARGETS: &[(&str, Target)] = &[
    ("archive", archive::run),
    ("differential", differential::run),
    ("genericode", genericode::run),
    ("read", read::run),
    ("roundtrip", roundtrip::run),
    ("schema", schema::run),
    ("validate", validate::run),
];
