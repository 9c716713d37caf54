//! What was downloaded before.
//!
//! The XRepository asks its clients to cache. Schemas are downloaded again when the XRepository says that the version was
//! changed; code lists, which come in their current versions, also after a day.

use super::{FetchArguments, FetchError, kennung::VersionKennung, metadata::Metadata};
use crate::Error;
use etcetera::BaseStrategy;
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use tempfile::TempDir;

/// How long the code lists of the cache are taken for the current ones.
const CURRENT: Duration = Duration::from_secs(24 * 60 * 60);

/// The cache of one XRepository for one version.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    name: String,
    refresh: bool,
}

/// A folder for what is being downloaded; it vanishes unless it is [kept](Self::keep).
pub(super) struct Download<'c> {
    cache: &'c Cache,
    /// The archive of the schemas, and whether it is there already.
    pub(super) schemas: PathBuf,
    pub(super) has_schemas: bool,
    /// The archive of the code lists, and whether it is there already.
    pub(super) lists: PathBuf,
    pub(super) has_lists: bool,
    /// Whether there is no archive of code lists.
    pub(super) lacks_lists: bool,
    _folder: TempDir,
}

fn unwritable(path: &Path) -> impl Fn(io::Error) -> FetchError + '_ {
    move |source| FetchError::Cache {
        path: path.to_owned(),
        source,
    }
}

impl Cache {
    pub(super) fn open(arguments: &FetchArguments, base: &str, kennung: &VersionKennung) -> Result<Self, Error> {
        let own = || {
            Some(
                etcetera::base_strategy::choose_native_strategy()
                    .ok()?
                    .cache_dir()
                    .join("xsozial"),
            )
        };
        let folder = arguments
            .cache
            .clone()
            .or_else(own)
            .unwrap_or_else(|| std::env::temp_dir().join("xsozial"));
        // Two XRepositories may give different answers.
        let host: String = base
            .chars()
            .map(|character| {
                if character.is_ascii_alphanumeric() || character == '.' {
                    character
                } else {
                    '_'
                }
            })
            .collect();
        let folder = folder.join(host);
        fs::create_dir_all(&folder).map_err(unwritable(&folder))?;
        Ok(Self {
            folder,
            name: kennung.file_name(),
            refresh: arguments.refresh,
        })
    }

    fn stamp(&self) -> PathBuf {
        self.folder.join(format!("{}.stand", self.name))
    }

    /// Where to download to, and what need not be downloaded.
    pub(super) fn begin(&self, metadata: &Metadata) -> Result<Download<'_>, Error> {
        let folder = tempfile::Builder::new()
            .prefix(".neu-")
            .tempdir_in(&self.folder)
            .map_err(unwritable(&self.folder))?;
        let schemas_name = format!("{}.schemas.zip", self.name);
        let lists_name = format!("{}.codelisten.zip", self.name);
        let is_unchanged = !self.refresh
            && !metadata.changed.is_empty()
            && fs::read_to_string(self.stamp()).is_ok_and(|stamp| stamp == metadata.changed);
        let old_schemas = self.folder.join(&schemas_name);
        let old_lists = self.folder.join(&lists_name);
        let has_schemas = is_unchanged && old_schemas.is_file();
        let has_lists = is_unchanged && is_current(&old_lists);
        let place = |has: bool, old: PathBuf, name: String| if has { old } else { folder.path().join(name) };
        Ok(Download {
            cache: self,
            schemas: place(has_schemas, old_schemas, schemas_name),
            has_schemas,
            lists: place(has_lists, old_lists, lists_name),
            has_lists,
            lacks_lists: false,
            _folder: folder,
        })
    }
}

impl Download<'_> {
    /// Makes a complete download part of the cache. The stamp comes last: without it nothing of the cache counts. A cache
    /// that cannot be written costs another download, nothing more.
    pub(super) fn keep(&self, metadata: &Metadata) {
        let cache = self.cache;
        let _ = fs::remove_file(cache.stamp());
        let keep = |path: &Path| match path.file_name() {
            Some(name) if path.parent() != Some(&cache.folder) => fs::rename(path, cache.folder.join(name)),
            _ => Ok(()),
        };
        let kept = keep(&self.schemas).and_then(|()| if self.lacks_lists { Ok(()) } else { keep(&self.lists) });
        if kept.is_ok() {
            let _ = fs::write(cache.stamp(), &metadata.changed);
        }
    }
}

fn is_current(path: &Path) -> bool {
    let modified = fs::metadata(path).and_then(|metadata| metadata.modified());
    modified.is_ok_and(|time| SystemTime::now().duration_since(time).is_ok_and(|age| age < CURRENT))
}
