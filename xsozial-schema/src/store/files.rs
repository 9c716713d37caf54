//! Files and folders of a store: written whole or not at all.

use super::StoreError;
use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// Beginning of the names of folders that are being written.
const NEW: &str = ".neu-";
/// Beginning of the names of folders that are being removed.
const OLD: &str = ".alt-";
/// What is older than this was left by a program that was stopped.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

pub(super) fn unwritable(path: &Path) -> impl Fn(io::Error) -> StoreError + '_ {
    move |source| StoreError::Unwritable {
        path: path.to_owned(),
        source,
    }
}

/// A folder beside the entries, under a hidden name; it vanishes unless it is [moved](Self::become_entry).
pub(super) struct Draft {
    guard: tempfile::TempDir,
    inner: PathBuf,
}

impl Draft {
    pub(super) fn begin(store: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(store).map_err(unwritable(store))?;
        sweep(store);
        let guard = tempfile::Builder::new()
            .prefix(NEW)
            .tempdir_in(store)
            .map_err(unwritable(store))?;
        // The outer folder is for its maker alone; the inner one has the rights that the user's folders have.
        let inner = guard.path().join("eintrag");
        fs::create_dir(&inner).map_err(unwritable(&inner))?;
        Ok(Self { guard, inner })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.inner
    }

    /// Writes a file below the folder, with the folders it needs.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.inner.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(unwritable(folder))?;
        }
        fs::write(&path, bytes).map_err(unwritable(&path))
    }

    /// Makes the folder the entry of this name. `false`: there is one already.
    pub(super) fn become_entry(&self, entry: &Path) -> Result<bool, StoreError> {
        if entry.exists() {
            return Ok(false);
        }
        match fs::rename(&self.inner, entry) {
            Ok(()) => Ok(true),
            // Somebody else was faster.
            Err(_) if entry.exists() => Ok(false),
            Err(error) => Err(unwritable(entry)(error)),
        }
    }

    /// Puts the folder into the place of an entry.
    pub(super) fn replace_entry(&self, entry: &Path) -> Result<(), StoreError> {
        let old = self.guard.path().join("alt");
        match fs::rename(entry, &old) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unwritable(entry)(error)),
            _ => {}
        }
        // `false`: somebody else put theirs there in between; it is as complete as this one.
        match self.become_entry(entry) {
            Ok(_) => Ok(()),
            Err(error) => {
                // Better the old one than none. The error that is told is the first.
                let _ = fs::rename(&old, entry);
                Err(error)
            }
        }
    }
}

/// Removes a folder of the store. It is renamed first, so that nobody sees half of it.
pub(super) fn remove_folder(store: &Path, folder: &Path) -> Result<(), StoreError> {
    let guard = tempfile::Builder::new()
        .prefix(OLD)
        .tempdir_in(store)
        .map_err(unwritable(store))?;
    fs::rename(folder, guard.path().join("eintrag")).map_err(unwritable(folder))?;
    guard.close().map_err(unwritable(store))
}

/// Writes a file so that whoever reads it sees the old one or the new one.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(NEW).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Removes what a program that was stopped left behind. What cannot be removed does no harm.
fn sweep(store: &Path) {
    let Ok(listing) = fs::read_dir(store) else { return };
    for entry in listing.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let age = modified
            .ok()
            .and_then(|time| SystemTime::now().duration_since(time).ok());
        if (name.starts_with(NEW) || name.starts_with(OLD)) && age.is_some_and(|age| age > LEFT_BEHIND) {
            let _ = if entry.path().is_dir() {
                fs::remove_dir_all(entry.path())
            } else {
                fs::remove_file(entry.path())
            };
        }
    }
}
