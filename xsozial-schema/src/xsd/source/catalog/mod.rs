//! OASIS XML Catalogs: local files for the URLs that schemas name.
//!
//! Source: XML Catalogs, OASIS Standard V1.1, section 7 (resolution). A schema location is a URI reference, yet most
//! catalogs in the field list it as a system identifier, so both kinds of entry count; a namespace is looked up as a URI
//! and as a public identifier. Entries that lead to the network lead nowhere.

mod parse;

use super::{limits, location::Location};
use crate::{
    files::{self, FileFault},
    xsd::error::XsdError,
};
use rustc_hash::FxHashMap;
use std::{
    collections::VecDeque,
    fs,
    path::{Path, PathBuf},
};

/// The entries of one or several catalogs. Files are absolute paths.
#[derive(Debug, Default)]
pub(super) struct Catalog {
    /// `uri` by name, `system` by system identifier.
    locations: FxHashMap<String, PathBuf>,
    /// `public` by public identifier.
    publics: FxHashMap<String, PathBuf>,
    /// `rewriteURI` and `rewriteSystem`: URL prefix and the folder for it.
    rewrites: Vec<(String, PathBuf)>,
    /// `uriSuffix` and `systemSuffix`.
    suffixes: Vec<(String, PathBuf)>,
    /// The catalog files that were read.
    pub(super) files: Vec<PathBuf>,
    /// Catalogs that other catalogs name and that cannot be read.
    pub(super) missing: Vec<String>,
}

/// A catalog still to be read.
struct Pending {
    path: PathBuf,
    /// Only locations with this prefix are delegated to it; empty for all.
    prefix: String,
}

impl Catalog {
    /// Reads catalogs and those they name (`nextCatalog`, `delegateURI`, `delegateSystem`). Earlier ones outrank later ones.
    pub(super) fn read(paths: &[PathBuf]) -> Result<Self, XsdError> {
        let mut catalog = Self::default();
        for given in paths {
            let shown = given.display().to_string();
            let path = fs::canonicalize(given).map_err(|source| XsdError::Unreadable {
                path: shown.clone(),
                source,
            })?;
            let mut pending = VecDeque::from([Pending {
                path,
                prefix: String::new(),
            }]);
            let mut first = true;
            while let Some(next) = pending.pop_front() {
                catalog.read_one(&next, first, &shown, &mut pending)?;
                first = false;
            }
        }
        Ok(catalog)
    }

    fn read_one(
        &mut self,
        next: &Pending,
        given: bool,
        shown: &str,
        pending: &mut VecDeque<Pending>,
    ) -> Result<(), XsdError> {
        let name = file_name(&next.path);
        let shown = if given { shown } else { &name };
        // A delegated catalog may be read again for another prefix; the limit ends circles of delegation.
        if self.files.len() >= limits::CATALOGS || (next.prefix.is_empty() && self.files.contains(&next.path)) {
            return Ok(());
        }
        let bytes = match files::read(&next.path, shown) {
            Ok(bytes) => bytes,
            // A processor recovers from a catalog that another one names and that is not there (section 7.1.1).
            Err(FileFault::Unreadable { .. }) if !given => {
                self.missing.push(name);
                return Ok(());
            }
            Err(fault) => return Err(fault.into()),
        };
        self.files.push(next.path.clone());
        let folder = next.path.parent().unwrap_or(Path::new(""));
        for entry in parse::entries(&bytes, shown, folder)? {
            self.add(entry, &next.prefix, pending);
        }
        Ok(())
    }

    fn add(&mut self, entry: parse::Entry, prefix: &str, pending: &mut VecDeque<Pending>) {
        use parse::EntryKind as Kind;
        let parse::Entry { kind, name, target } = entry;
        // What a catalog is delegated for, it alone decides; other entries of it do not count.
        let delegated = name.starts_with(prefix);
        match kind {
            Kind::Location if delegated => {
                self.locations.entry(name).or_insert(target);
            }
            Kind::Public if prefix.is_empty() => {
                self.publics.entry(name).or_insert(target);
            }
            Kind::Rewrite if delegated => self.rewrites.push((name, target)),
            Kind::Suffix if prefix.is_empty() => self.suffixes.push((name, target)),
            Kind::Delegate if delegated => pending.push_back(Pending {
                path: target,
                prefix: name,
            }),
            Kind::Next => pending.push_back(Pending {
                path: target,
                prefix: prefix.to_owned(),
            }),
            _ => {}
        }
    }

    /// Whether there is no catalog at all.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The file for a schema location: the exact entry, else the longest prefix, else the longest suffix.
    pub(super) fn location(&self, location: &str) -> Option<PathBuf> {
        if let Some(path) = self.locations.get(location) {
            return Some(path.clone());
        }
        let rewrites = self.rewrites.iter().rev();
        let rewrite = rewrites
            .filter_map(|(prefix, folder)| Some((prefix.len(), folder, location.strip_prefix(prefix.as_str())?)))
            .max_by_key(|(length, ..)| *length);
        if let Some((_, folder, rest)) = rewrite {
            return Some(super::location::join_folder(
                folder,
                &super::location::percent_decoded(rest),
            ));
        }
        let suffixes = self.suffixes.iter().rev();
        suffixes
            .filter(|(suffix, _)| location.ends_with(suffix.as_str()))
            .max_by_key(|(suffix, _)| suffix.len())
            .map(|(_, path)| path.clone())
    }

    /// The file for a namespace.
    pub(super) fn namespace(&self, namespace: &str) -> Option<PathBuf> {
        let found = self.locations.get(namespace).or_else(|| self.publics.get(namespace));
        found.cloned()
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests;
