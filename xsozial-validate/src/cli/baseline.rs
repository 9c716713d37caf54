//! The file of known findings.

use super::Error;
use crate::Baseline;
use std::{fs, path::Path};

/// Reads the file of known findings.
pub(super) fn read(path: &Path) -> Result<Baseline, Error> {
    let text = fs::read_to_string(path).map_err(|source| Error::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    Baseline::from_json(&text).map_err(|source| Error::Baseline {
        path: path.to_owned(),
        source,
    })
}

/// Writes the file of known findings.
pub(super) fn write(baseline: &Baseline, path: &Path) -> Result<(), Error> {
    let text = baseline.to_json().map_err(|source| Error::Baseline {
        path: path.to_owned(),
        source,
    })?;
    fs::write(path, text).map_err(|source| Error::Unwritable {
        path: path.to_owned(),
        source,
    })
}
