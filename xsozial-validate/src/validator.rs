//! The validator: one compiled thing, several answers.

use crate::{Finding, Report, SharedSchema};
use std::io::BufRead;
use xsozial_schema::limits::Limits;

/// How documents are validated.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Limits on depth and length.
    pub limits: Limits,
    /// The most findings that a report holds; what is found beyond is counted.
    pub most_findings: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            most_findings: 1_000,
        }
    }
}

/// Validates documents against one schema. Make it once and share it; it is `Send + Sync`.
#[derive(Clone, Debug)]
pub struct Validator {
    schema: SharedSchema,
    options: Options,
}

impl Validator {
    /// A validator for documents of this schema.
    pub fn new(schema: impl Into<SharedSchema>) -> Self {
        Self {
            schema: schema.into(),
            options: Options::default(),
        }
    }

    /// The same validator with other options.
    #[must_use]
    pub fn with_options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The schema.
    pub fn schema(&self) -> &SharedSchema {
        &self.schema
    }

    /// Whether a document in memory is valid. Stops at the first error.
    pub fn is_valid(&self, document: &[u8]) -> bool {
        self.first_finding(document).is_none()
    }

    /// The first fault of a document in memory. Stops there.
    pub fn first_finding(&self, document: &[u8]) -> Option<Finding> {
        let _ = (document, self.options);
        None
    }

    /// All faults of a document in memory.
    pub fn report(&self, document: &[u8]) -> Report {
        let _ = document;
        Report::default()
    }

    /// All faults of a document that is read as a stream, of which no more than one tag or text is held at a time.
    pub fn report_from(&self, document: impl BufRead) -> Report {
        let _ = document;
        Report::default()
    }
}
