//! How much memory validation takes: documents that are made while they are read, and the peak of the process.

mod case;
mod generated;
mod peak;

pub use case::{Allowance, Case};
pub use generated::Generated;
pub use peak::{code_of_process, peak_of, peak_of_process};

use std::{
    error::Error,
    fs::File,
    io::{BufReader, Read},
    path::Path,
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// The schema of the generated documents.
const SCHEMA: &[u8] = include_bytes!("bestand.xsd");

/// Validates the generated document of this case as a stream.
pub fn validate_case(case: Case, size: u64) -> Result<(), Box<dyn Error>> {
    let schema = Schema::compile(Sources::new().bytes("bestand.xsd", SCHEMA.to_vec()))?;
    validate(schema, case.document(size))
}

/// Validates a document from a file as a stream, by the schemas of a folder.
pub fn validate_file(schemas: &Path, document: &Path) -> Result<(), Box<dyn Error>> {
    let schema = Schema::compile(Sources::new().schema(schemas))?;
    validate(schema, File::open(document)?)
}

fn validate(schema: Schema, document: impl Read) -> Result<(), Box<dyn Error>> {
    let report = Validator::new(schema).report_from(BufReader::new(document));
    match report.findings.first() {
        None => Ok(()),
        Some(finding) => Err(format!("the document is not valid: {finding}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_generated_document_is_valid() {
        for case in Case::ALL {
            for size in [0, 1, 2, 3, 1_000] {
                validate_case(case, size).unwrap();
            }
        }
    }
}
