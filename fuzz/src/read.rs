//! Documents of the invented standard: read from memory and from streams.

use crate::{
    chunks::{Chunks, SIZES},
    limits,
};
use std::sync::LazyLock;
use xsozial_model::{
    beispiel::{Document, schema},
    xml::{ReadOptions, from_reader, from_xml},
};
use xsozial_validate::Validator;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| Validator::new(schema()));

/// Reads a document in every way: all agree on the value or on the error, place and path included. The strict reader
/// refuses a document exactly when the validator finds a fault, and names the first.
pub fn run(bytes: &[u8]) {
    let Some(document) = limits::at_most(bytes, limits::DOCUMENT) else {
        return;
    };
    let strict = ReadOptions::default();
    let tolerant = ReadOptions {
        unknown_elements: true,
        unknown_attributes: true,
        fixed_values: true,
        facets: true,
        dangling_references: true,
        ..ReadOptions::default()
    };
    for options in [&strict, &tolerant] {
        let whole = from_xml::<Document>(document, options);
        for size in SIZES {
            let parted = from_reader::<Document>(Chunks::new(document, size), options);
            assert_eq!(whole, parted, "parts of {size}");
        }
    }
    let value = Document::from_xml(document);
    let finding = VALIDATOR.first_finding(document);
    assert_eq!(
        value.err().map(|error| error.code()),
        finding.map(|finding| finding.code()),
        "reader and validator"
    );
}
