//! xsd-schema: validates events of quick-xml as they come, IDs and references included.

use super::valid_without;
use crate::speed::{Candidate, Failure, Operation, Subject, bars::names, subject::time_load};
use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    time::Duration,
};
use xsd_schema::{
    SchemaSet, SchemaSetBuilder,
    validation::{CollectingValidationSink, SchemaValidator, ValidationFlags, drive_quick_xml_in},
};

/// xsd-schema over a slice, which it reads fastest; typed values are not kept.
pub(super) fn candidate(entry: &Path) -> Candidate {
    let entry = entry.to_owned();
    Candidate::peer(names::XSD_SCHEMA, Operation::Validate, || XsdSchema::new(entry))
}

struct XsdSchema {
    entry: PathBuf,
    schemas: &'static SchemaSet,
    validator: SchemaValidator<'static>,
    buffer: Vec<u8>,
}

fn compile(entry: &Path) -> Result<SchemaSet, Failure> {
    let compiled = SchemaSetBuilder::new()
        .add("", &entry.display().to_string())?
        .compile()?;
    match compiled.directive_failures().first() {
        Some(failure) => Err(format!("xsd-schema did not find {:?}", failure.schema_location()).into()),
        None => Ok(compiled.into_schema_set()),
    }
}

impl XsdSchema {
    /// Compiles the schema. It is kept until the program ends, because the validator borrows it.
    fn new(entry: PathBuf) -> Result<Self, Failure> {
        let schemas: &'static SchemaSet = Box::leak(Box::new(compile(&entry)?));
        let flags = ValidationFlags::default() & !ValidationFlags::BUILD_PSVI_TYPED_VALUES;
        Ok(Self {
            entry,
            schemas,
            validator: SchemaValidator::new(schemas, flags),
            buffer: Vec::new(),
        })
    }

    fn validate(&mut self, document: impl BufRead) -> Result<(), Failure> {
        let (mut errors, mut warnings) = (Vec::new(), Vec::new());
        let mut runtime = self.validator.start_run(CollectingValidationSink {
            errors: &mut errors,
            warnings: &mut warnings,
        });
        self.buffer.clear();
        drive_quick_xml_in(document, &mut runtime, self.schemas, &mut self.buffer)?;
        drop(runtime);
        valid_without(errors.first())
    }
}

impl Subject for XsdSchema {
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        self.validate(document)?;
        Ok(document.len())
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        time_load(|| compile(&self.entry))
    }

    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        self.validate(BufReader::new(File::open(path)?))
    }
}
