//! uppsala: makes a tree of the document and validates that. It checks neither fixed values of attributes nor IDs.

use crate::speed::{Candidate, Failure, Operation, Subject};
use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use uppsala::{XsdValidator, parse};

/// uppsala over text in memory, which is all that it reads.
pub(super) fn candidate(entry: &Path) -> Candidate {
    let entry = entry.to_owned();
    Candidate::peer("uppsala, tree", Operation::Validate, || {
        Ok(Uppsala {
            validator: compile(&entry)?,
            entry,
        })
    })
}

struct Uppsala {
    entry: PathBuf,
    validator: XsdValidator,
}

fn compile(entry: &Path) -> Result<XsdValidator, Failure> {
    let text = fs::read_to_string(entry)?;
    Ok(XsdValidator::from_schema_with_base_path(&parse(&text)?, Some(entry))?)
}

impl Subject for Uppsala {
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        let tree = parse(std::str::from_utf8(document)?)?;
        match self.validator.validate(&tree).first() {
            None => Ok(document.len()),
            Some(error) => Err(error.to_string().into()),
        }
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        let start = Instant::now();
        drop(black_box(compile(&self.entry)?));
        Ok(Some(start.elapsed()))
    }
}
