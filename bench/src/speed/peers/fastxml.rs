//! fastxml: validates while it reads, IDs and references included.

use crate::speed::{Failure, Subject, bars::names};
use fastxml::schema::{FileFetcher, Schema, Validator};
use std::{fs, path::Path, sync::Arc};

/// fastxml over a slice, with one schema for all documents.
pub(super) struct Fastxml {
    schema: Arc<Schema>,
}

impl Fastxml {
    /// Compiles the schema.
    pub(super) fn new(entry: &Path) -> Result<Self, Failure> {
        let folder = entry.parent().unwrap_or(entry);
        let schema = Schema::builder()
            .add(format!("file://{}", entry.display()), fs::read(entry)?)
            .resolve_with(&FileFetcher::with_base_dir(folder))?;
        Ok(Self {
            schema: Arc::new(schema),
        })
    }
}

impl Subject for Fastxml {
    fn name(&self) -> String {
        names::FASTXML.to_owned()
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        let report = Validator::from(document).schema(Arc::clone(&self.schema)).run()?;
        match report.errors().first() {
            None => Ok(document.len()),
            Some(error) => Err(error.to_string().into()),
        }
    }
}
