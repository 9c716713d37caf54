//! xsd-schema: validates events of quick-xml as they come, IDs and references included.

use crate::speed::{Failure, Subject, bars::names};
use std::path::Path;
use xsd_schema::{
    SchemaSet, SchemaSetBuilder,
    validation::{CollectingValidationSink, SchemaValidator, ValidationFlags, drive_quick_xml_in},
};

/// xsd-schema over a slice, which it reads fastest; typed values are not kept.
pub(super) struct XsdSchema {
    schemas: &'static SchemaSet,
    validator: SchemaValidator<'static>,
    buffer: Vec<u8>,
}

impl XsdSchema {
    /// Compiles the schema. It is kept until the program ends, because the validator borrows it.
    pub(super) fn new(entry: &Path) -> Result<Self, Failure> {
        let compiled = SchemaSetBuilder::new()
            .add("", &entry.display().to_string())?
            .compile()?;
        if let Some(failure) = compiled.directive_failures().first() {
            return Err(format!("xsd-schema did not find {:?}", failure.schema_location()).into());
        }
        let schemas: &'static SchemaSet = Box::leak(Box::new(compiled.into_schema_set()));
        let flags = ValidationFlags::default() & !ValidationFlags::BUILD_PSVI_TYPED_VALUES;
        Ok(Self {
            schemas,
            validator: SchemaValidator::new(schemas, flags),
            buffer: Vec::new(),
        })
    }
}

impl Subject for XsdSchema {
    fn name(&self) -> String {
        names::XSD_SCHEMA.to_owned()
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        let (mut errors, mut warnings) = (Vec::new(), Vec::new());
        let mut runtime = self.validator.start_run(CollectingValidationSink {
            errors: &mut errors,
            warnings: &mut warnings,
        });
        self.buffer.clear();
        drive_quick_xml_in(document, &mut runtime, self.schemas, &mut self.buffer)?;
        drop(runtime);
        match errors.first() {
            None => Ok(document.len()),
            Some(error) => Err(error.to_string().into()),
        }
    }
}
