//! Our validator.

use super::{Failure, Subject, bars::names};
use std::{io::BufReader, path::Path};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// Validates documents in memory, IDs and references included.
struct ValidateSlice(Validator);

impl Subject for ValidateSlice {
    fn name(&self) -> String {
        names::VALIDATE_SLICE.to_owned()
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        if self.0.is_valid(document) {
            Ok(document.len())
        } else {
            Err("the document is not valid".into())
        }
    }
}

/// Validates documents that are read in pieces of eight kilobytes, as from a file.
struct ValidateStream(Validator);

impl Subject for ValidateStream {
    fn name(&self) -> String {
        names::VALIDATE_STREAM.to_owned()
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        match self.0.report_from(BufReader::new(document)).valid() {
            Some(true) => Ok(document.len()),
            _ => Err("the document is not valid".into()),
        }
    }
}

/// Our validator in its two ways, for the schemas of this folder.
pub(super) fn subjects(schemas: &Path) -> Result<Vec<Box<dyn Subject>>, Failure> {
    let validator = Validator::new(Schema::compile(Sources::new().schema(schemas))?);
    Ok(vec![
        Box::new(ValidateSlice(validator.clone())),
        Box::new(ValidateStream(validator)),
    ])
}
