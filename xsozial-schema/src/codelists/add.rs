//! From files, folders, archives and bytes to lists.

use super::{
    error::StoreError,
    problem::StoreProblemKind,
    store::{CodelistStore, StoredList},
};
use crate::{
    files::{self, Unreadable, is_archive_start, limits::FOLDER_ENTRIES},
    genericode::{Bytes, CodeList, StoredListError},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The extension of genericode files.
const EXTENSION: &str = "xml";

impl CodelistStore {
    /// Adds all lists of these paths.
    ///
    /// # Errors
    /// When one of the paths cannot be used at all; see [`add_path`](Self::add_path).
    pub fn load<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, StoreError> {
        let mut store = Self::new();
        for path in paths {
            store.add_path(path)?;
        }
        Ok(store)
    }

    /// Adds a genericode file, a folder (all `*.xml` and ZIP archives in it and below, in the order of their paths), a ZIP
    /// archive (all `*.xml`), or what [`to_bytes`](Self::to_bytes) made.
    ///
    /// # Errors
    /// When the path cannot be read, holds no file that could be a list, or is a damaged archive or store. What is wrong
    /// with single files is a [problem](Self::problems) of the store.
    pub fn add_path(&mut self, path: impl AsRef<Path>) -> Result<(), StoreError> {
        let path = path.as_ref();
        let shown = path.display().to_string();
        let metadata = fs::metadata(path).map_err(|source| StoreError::Unreadable {
            path: shown.clone(),
            source,
        })?;
        if metadata.is_dir() {
            return self.add_folder(path, &shown);
        }
        let bytes = files::read(path, &shown)?;
        if is_archive_start(&bytes) || files::has_extension(&shown, "zip") {
            return self.add_archive_bytes(shown, bytes);
        }
        if Self::is_stored(&bytes) {
            return self.add_stored(bytes, &shown);
        }
        self.add_bytes(shown, bytes);
        Ok(())
    }

    /// Adds a genericode file in memory. `name` stands for its path.
    pub fn add_bytes(&mut self, name: impl Into<String>, bytes: impl AsRef<[u8]>) {
        let path = name.into();
        match CodeList::from_bytes(bytes.as_ref(), &path) {
            Ok(list) => self.add_list(path, list),
            Err(error) => self.note(path, error.line, error.problem.into()),
        }
    }

    /// Adds all lists of a ZIP archive in memory. `name` stands for its path.
    ///
    /// # Errors
    /// When it holds no file that could be a list, or is damaged.
    pub fn add_archive_bytes(&mut self, name: impl Into<String>, bytes: Vec<u8>) -> Result<(), StoreError> {
        let path = name.into();
        match self.add_archive(bytes, &path)? {
            0 => Err(StoreError::NoList { path }),
            _ => Ok(()),
        }
    }

    /// Adds a list. `path` says where it comes from.
    pub fn add_list(&mut self, path: impl Into<String>, list: CodeList) {
        self.insert(StoredList {
            sha256: list.content_hash(),
            path: path.into(),
            list,
        });
    }

    /// Adds the lists of a store that was written by [`to_bytes`](Self::to_bytes): bytes of the program itself
    /// (`include_bytes!`) or of a file. They are used in place; no XML is read. `name` stands for them in the error.
    ///
    /// # Errors
    /// When the bytes are of another version of xsozial, or damaged.
    pub fn add_stored(&mut self, bytes: impl Into<Bytes>, name: &str) -> Result<(), StoreError> {
        let stored = |source: StoredListError| StoreError::Stored {
            path: name.to_owned(),
            source,
        };
        for list in super::stored::read(&bytes.into()).map_err(stored)? {
            self.insert(list);
        }
        Ok(())
    }

    fn add_folder(&mut self, folder: &Path, shown: &str) -> Result<(), StoreError> {
        let listing = files::list(folder, EXTENSION, FOLDER_ENTRIES, Unreadable::Fail);
        let listing = listing.map_err(|source| StoreError::Unreadable {
            path: shown.to_owned(),
            source,
        })?;
        if listing.cut {
            return Err(StoreError::TooLarge {
                path: shown.to_owned(),
                what: "files",
                limit: FOLDER_ENTRIES as u64,
            });
        }
        if listing.files.is_empty() && listing.archives.is_empty() {
            return Err(StoreError::NoList { path: shown.to_owned() });
        }
        let mut paths: Vec<PathBuf> = listing.files.into_iter().chain(listing.archives).collect();
        paths.sort();
        for path in paths {
            let name = below(folder, &path);
            let added = files::read(&path, &name).map_err(StoreError::from).and_then(|bytes| {
                if is_archive_start(&bytes) {
                    self.add_archive(bytes, &name)?;
                } else {
                    self.add_bytes(name.clone(), bytes);
                }
                Ok(())
            });
            if let Err(error) = added {
                self.note_error(name, &error);
            }
        }
        Ok(())
    }

    /// A file of a folder cannot be read; the others can.
    fn note_error(&mut self, path: String, error: &StoreError) {
        let reason = match error {
            StoreError::Unreadable { source, .. } => source.to_string(),
            StoreError::Archive { entry, reason, .. } => match entry {
                Some(entry) => format!("entry `{entry}`: {reason}"),
                None => reason.clone(),
            },
            StoreError::TooLarge { what, limit, .. } => format!("more than {limit} {what}"),
            StoreError::NoList { .. } | StoreError::Stored { .. } => error.to_string(),
        };
        self.note(path, 0, StoreProblemKind::Unreadable(reason));
    }

    /// Adds the lists of an archive; answers how many files could be lists.
    #[cfg(feature = "zip")]
    fn add_archive(&mut self, bytes: Vec<u8>, shown: &str) -> Result<usize, StoreError> {
        let unpacked = files::archive::unpack(io::Cursor::new(bytes), EXTENSION, shown)?;
        let count = unpacked.documents.len();
        for name in unpacked.nested {
            self.note(format!("{shown}/{name}"), 0, StoreProblemKind::NestedArchive);
        }
        for (name, bytes) in unpacked.documents {
            self.add_bytes(format!("{shown}/{name}"), bytes);
        }
        Ok(count)
    }

    #[cfg(not(feature = "zip"))]
    #[expect(clippy::unused_self, reason = "the same signature as with the feature")]
    fn add_archive(&mut self, _bytes: Vec<u8>, shown: &str) -> Result<usize, StoreError> {
        Err(StoreError::Unreadable {
            path: shown.to_owned(),
            source: io::Error::other("this program was built without ZIP archives; unpack it first"),
        })
    }
}

/// A path below a folder, with `/`.
fn below(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}
