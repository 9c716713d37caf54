//! Generated code for every schema in `xsozial-codegen/tests/xsd` and `…/xdatenfelder`, compiled as modules of one crate.

use xsozial_model::xml::{Error, ReadOptions, WriteOptions};

/// A schema and what its generated code can do.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// Name of the schema.
    pub name: &'static str,
    /// Reads a document and writes it again.
    pub round_trip: fn(&[u8]) -> Result<RoundTrip, Error>,
}

/// A document that was read and written again.
#[derive(Clone, Debug)]
pub struct RoundTrip {
    /// What was written.
    pub written: Vec<u8>,
    /// Whether reading that gives the same value.
    pub is_equal: bool,
    /// The value's `Debug`, which must not show content.
    pub debug: String,
}

macro_rules! case {
    ($name:ident) => {
        Case {
            name: stringify!($name),
            round_trip: |document| {
                let value = $name::Document::from_reader(document, &ReadOptions::default())?;
                let mut written = Vec::new();
                value.to_writer(&mut written, &WriteOptions::default())?;
                let is_equal = $name::Document::from_xml(&written)? == value;
                Ok(RoundTrip {
                    written,
                    is_equal,
                    debug: format!("{value:?}"),
                })
            },
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/modules.rs"));
