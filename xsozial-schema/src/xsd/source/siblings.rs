//! Schema documents that lie beside a document and below its folder, without having been given.

use super::{
    limits::SIBLING_ENTRIES,
    place::Place,
    read::{self, TargetNamespace},
};
use crate::files::{self, Unreadable};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// Lists folders and peeks into files, each once.
#[derive(Debug, Default)]
pub(super) struct Siblings {
    folders: FxHashMap<PathBuf, Vec<PathBuf>>,
    /// By file; `None` for a file that is no schema document.
    namespaces: FxHashMap<PathBuf, Option<TargetNamespace>>,
}

impl Siblings {
    /// The schema documents in and below a folder whose target namespace is one of these; with a file name, only those
    /// that have it.
    pub(super) fn find(&mut self, folder: &Path, namespaces: &[Option<&str>], name: Option<&str>) -> Vec<Place> {
        let Self {
            folders,
            namespaces: peeked,
        } = self;
        let files = folders.entry(folder.to_owned()).or_insert_with(|| {
            let listing = files::list(folder, "xsd", SIBLING_ENTRIES, Unreadable::PassOver);
            listing.map_or_else(|_| Vec::new(), |listing| listing.files)
        });
        let named = files.iter().filter(|path| {
            let found = path.file_name().map(|name| name.to_string_lossy());
            name.is_none_or(|name| found.is_some_and(|found| found.eq_ignore_ascii_case(name)))
        });
        let fitting = named.filter(|path| {
            let peeked = peeked.entry((*path).clone()).or_insert_with(|| peek(path));
            peeked.as_ref().is_some_and(|namespace| namespace.is_among(namespaces))
        });
        fitting.map(|path| Place::File(path.clone())).collect()
    }
}

/// A file that cannot be read is not what is looked for.
fn peek(path: &Path) -> Option<TargetNamespace> {
    read::peek_namespace(&files::read(path, "").ok()?)
}
