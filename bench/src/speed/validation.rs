//! Our validator.

use super::{Candidate, Failure, Operation, Subject, bars::names, subject::time_load};
use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    time::Duration,
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// A validator and where its schemas lie.
struct Loaded {
    validator: Validator,
    schemas: PathBuf,
}

impl Loaded {
    fn new(schemas: &Path) -> Result<Self, Failure> {
        Ok(Self {
            validator: Validator::new(Schema::compile(Sources::new().schema(schemas))?),
            schemas: schemas.to_owned(),
        })
    }

    fn load(&self) -> Result<Option<Duration>, Failure> {
        time_load(|| Self::new(&self.schemas))
    }
}

/// Validates documents in memory, IDs and references included.
struct ValidateSlice(Loaded);

impl Subject for ValidateSlice {
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        if self.0.validator.is_valid(document) {
            Ok(document.len())
        } else {
            Err("the document is not valid".into())
        }
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        self.0.load()
    }
}

/// Validates documents that are read in pieces of eight kilobytes, as from a file.
struct ValidateStream(Loaded);

impl ValidateStream {
    fn validate(&self, document: impl BufRead) -> Result<(), Failure> {
        match self.0.validator.report_from(document).valid() {
            Some(true) => Ok(()),
            _ => Err("the document is not valid".into()),
        }
    }
}

impl Subject for ValidateStream {
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        self.validate(BufReader::new(document))?;
        Ok(document.len())
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        self.0.load()
    }

    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        self.validate(BufReader::new(File::open(path)?))
    }
}

/// Our validator in its two ways, for the schemas of this folder.
pub(super) fn candidates(schemas: &Path) -> Vec<Candidate> {
    let (slice, stream) = (schemas.to_owned(), schemas.to_owned());
    vec![
        Candidate::own(names::VALIDATE_SLICE, Operation::Validate, move || {
            Loaded::new(&slice).map(ValidateSlice)
        }),
        Candidate::own(names::VALIDATE_STREAM, Operation::Validate, move || {
            Loaded::new(&stream).map(ValidateStream)
        }),
    ]
}
