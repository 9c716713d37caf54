//! Code lists that were given beside the schema, for the names of codes.

use crate::Error;
use std::{collections::BTreeMap, path::PathBuf};
use xsozial_schema::schema::CodeBinding;

/// A code and what it means.
type Entry = (String, String);

/// Code lists by URI and version.
#[derive(Clone, Debug, Default)]
pub(crate) struct Codelists {
    /// URI → version → entries.
    lists: BTreeMap<String, BTreeMap<String, Vec<Entry>>>,
}

impl Codelists {
    /// Reads all lists of these folders.
    pub(crate) fn read(_folders: &[PathBuf]) -> Result<Self, Error> {
        Ok(Self::default())
    }

    /// The entries of the list that a code type is bound to; none when it is not at hand. A type that leaves the version
    /// to the document (type 3) gets its constants only if a single version is at hand.
    pub(crate) fn entries(&self, binding: &CodeBinding) -> &[Entry] {
        let Some(versions) = binding.list_uri.as_ref().and_then(|uri| self.lists.get(uri)) else {
            return &[];
        };
        let entries = match &binding.list_version {
            Some(version) => versions.get(version),
            None if versions.len() == 1 => versions.values().next(),
            None => None,
        };
        entries.map_or(&[], Vec::as_slice)
    }
}
