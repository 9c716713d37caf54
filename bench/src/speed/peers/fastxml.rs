//! fastxml: validates while it reads, IDs and references included.

use super::valid_without;
use crate::speed::{Candidate, Failure, Operation, Subject, bars::names, subject::time_load};
use fastxml::schema::{FileFetcher, Schema, Validator};
use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// fastxml over a slice, with one schema for all documents.
pub(super) fn candidate(entry: &Path) -> Candidate {
    let entry = entry.to_owned();
    Candidate::peer(names::FASTXML, Operation::Validate, || {
        Ok(Fastxml {
            schema: Arc::new(compile(&entry)?),
            entry,
        })
    })
}

struct Fastxml {
    entry: PathBuf,
    schema: Arc<Schema>,
}

fn compile(entry: &Path) -> Result<Schema, Failure> {
    let folder = entry.parent().unwrap_or(entry);
    let schema = Schema::builder()
        .add(format!("file://{}", entry.display()), fs::read(entry)?)
        .resolve_with(&FileFetcher::with_base_dir(folder))?;
    Ok(schema)
}

impl Fastxml {
    fn validate(&self, document: Validator<'_>) -> Result<(), Failure> {
        let report = document.schema(Arc::clone(&self.schema)).run()?;
        valid_without(report.errors().first())
    }
}

impl Subject for Fastxml {
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        self.validate(Validator::from(document))?;
        Ok(document.len())
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        time_load(|| compile(&self.entry))
    }

    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        self.validate(Validator::from_reader(BufReader::new(File::open(path)?)))
    }
}
