//! Schema documents, and stored schemas.

use crate::limits;
use xsozial_schema::{Schema, xsd::Sources};

/// Stands between the documents of a schema; the first is called `0.xsd`, the next `1.xsd`.
const SEPARATOR: &str = "\n%%\n";

/// Compiles schema documents. What compiles survives being stored, and the bytes are always the same; bytes that are no
/// stored schema are refused.
pub fn run(bytes: &[u8]) {
    let Some(bytes) = limits::at_most(bytes, limits::SCHEMA) else {
        return;
    };
    if Schema::is_stored(bytes) {
        let _ = Schema::from_bytes(bytes);
        return;
    }
    let mut sources = Sources::new();
    for (index, document) in split(bytes).into_iter().enumerate() {
        sources = sources.bytes(format!("{index}.xsd"), document.to_vec());
    }
    match Schema::compile(sources) {
        Ok(schema) => check_stored(&schema),
        Err(error) => {
            assert!(!error.code().is_empty());
            assert!(!error.to_string().is_empty());
        }
    }
}

fn check_stored(schema: &Schema) {
    let Ok(stored) = schema.to_bytes() else {
        panic!("a schema cannot be stored");
    };
    let Ok(loaded) = Schema::from_bytes(&stored) else {
        panic!("a stored schema cannot be loaded");
    };
    assert!(*schema == loaded, "a stored schema is another one");
    assert!(
        loaded.to_bytes().is_ok_and(|again| again == stored),
        "stored in two ways"
    );
}

fn split(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut documents = Vec::new();
    let separator = SEPARATOR.as_bytes();
    while let Some(place) = bytes.windows(separator.len()).position(|window| window == separator) {
        documents.push(&bytes[..place]);
        bytes = &bytes[place + separator.len()..];
    }
    documents.push(bytes);
    documents
}
