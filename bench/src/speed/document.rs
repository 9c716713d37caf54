//! The documents that are read.

use super::Failure;
use std::{fs, path::Path};

/// A document in memory.
#[derive(Debug)]
pub struct BenchDocument {
    /// The name of its file without the extension.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl BenchDocument {
    /// Reads a document.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, bytes })
    }
}
