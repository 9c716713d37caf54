//! The folder that all work is done in.

use crate::Error;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// The folder that all work is done in. It vanishes unless the user wants to keep it.
pub(super) struct Workplace {
    folder: PathBuf,
    _temporary: Option<TempDir>,
}

impl Workplace {
    pub(super) fn new(keep: Option<&Path>) -> Result<Self, Error> {
        let Some(folder) = keep else {
            let temporary = tempfile::Builder::new().prefix("xsozial-").tempdir();
            let temporary = temporary.map_err(|source| Error::File {
                path: std::env::temp_dir(),
                source,
            })?;
            return Ok(Self {
                folder: temporary.path().to_owned(),
                _temporary: Some(temporary),
            });
        };
        let failed = |source| Error::File {
            path: folder.to_owned(),
            source,
        };
        fs::create_dir_all(folder).map_err(failed)?;
        if fs::read_dir(folder).map_err(failed)?.next().is_some() {
            return Err(Error::ForeignFile {
                path: folder.to_owned(),
            });
        }
        Ok(Self {
            // Programs are started in folders below it.
            folder: fs::canonicalize(folder).map_err(failed)?,
            _temporary: None,
        })
    }

    /// A folder in it, which is there afterwards.
    pub(super) fn folder(&self, name: &str) -> Result<PathBuf, Error> {
        let path = self.folder.join(name);
        fs::create_dir_all(&path).map_err(|source| Error::File {
            path: path.clone(),
            source,
        })?;
        Ok(path)
    }

    /// The path of a folder in it, there or not.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Writes a file.
pub(super) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|source| Error::File {
        path: path.to_owned(),
        source,
    })
}
