//! uppsala: makes a tree of the document and validates that. It checks neither fixed values of attributes nor IDs.

use super::valid_without;
use crate::speed::{Candidate, Failure, Operation, Subject, subject::time_load};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
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
        valid_without(self.validator.validate(&tree).first())?;
        Ok(document.len())
    }

    fn load(&mut self) -> Result<Option<Duration>, Failure> {
        time_load(|| compile(&self.entry))
    }
}
