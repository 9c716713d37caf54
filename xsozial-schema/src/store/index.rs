//! What documents find their entries by.

use super::{
    Entry, Selector, Store, StoreError,
    description::{Description, FORMAT, NamespaceMessages, RootMessage},
    files,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs, path::PathBuf};

const FILE: &str = "index.json";

/// What documents find their entries by. Entries never change their schemas, so the index is right when it names the
/// folders that are there; otherwise it is made anew.
#[derive(Clone, Debug, Default)]
pub struct Index {
    store: PathBuf,
    candidates: BTreeMap<String, Candidate>,
    damaged: Vec<String>,
}

/// An entry as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Candidate {
    /// The entry's folder in the store.
    folder: String,
    /// Its Kennung, or the namespace that stands for it.
    pub kennung: String,
    /// Its version; empty for none.
    pub version: String,
    /// SHA-256 of its schema documents.
    pub sha256: String,
    namespaces: Vec<NamespaceMessages>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    format: u32,
    candidates: Vec<Candidate>,
}

impl Index {
    pub(super) fn of(store: &Store) -> Result<Self, StoreError> {
        let folders = store.folders()?;
        let mut known = read(store).unwrap_or_default();
        let mut index = Self {
            store: store.folder().to_owned(),
            ..Self::default()
        };
        let mut is_current = known.len() == folders.len();
        for folder in folders {
            if let Some(candidate) = known.remove(&folder) {
                index.candidates.insert(folder, candidate);
                continue;
            }
            is_current = false;
            match Entry::open(store.folder().join(&folder)) {
                Ok(entry) => {
                    let candidate = Candidate::of(&folder, entry.description);
                    index.candidates.insert(folder, candidate);
                }
                Err(error) => index.damaged.push(error.to_string()),
            }
        }
        if !is_current {
            index.write();
        }
        Ok(index)
    }

    /// Makes the next start faster. A store that cannot be written works without.
    fn write(&self) {
        let stored = Stored {
            format: FORMAT,
            candidates: self.candidates.values().cloned().collect(),
        };
        if let Ok(bytes) = serde_json::to_vec(&stored) {
            let _ = files::write_whole(&self.store.join(FILE), &bytes);
        }
    }

    /// All entries, sorted by folder.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.values()
    }

    /// What is wrong with the folders that cannot be used, in words; each names its folder.
    pub fn damaged(&self) -> &[String] {
        &self.damaged
    }

    /// The entries that a selector means.
    pub fn selected(&self, selector: &Selector) -> Vec<&Candidate> {
        let selects = |it: &&Candidate| selector.selects_parts(&it.kennung, &it.version, &it.sha256);
        self.candidates().filter(selects).collect()
    }

    /// Opens the entry of a candidate.
    pub fn open(&self, candidate: &Candidate) -> Result<Entry, StoreError> {
        Entry::open(self.store.join(&candidate.folder))
    }
}

impl Candidate {
    fn of(folder: &str, description: Description) -> Self {
        Self {
            folder: folder.to_owned(),
            kennung: description.kennung,
            version: description.version,
            sha256: description.sha256,
            namespaces: description.namespaces,
        }
    }

    /// The entry's root of this name.
    pub fn root(&self, namespace: &str, local: &str) -> Option<&RootMessage> {
        let roots = &self.namespace(namespace)?.roots;
        roots.iter().find(|root| root.local == local)
    }

    /// Whether the entry has roots in this namespace and the namespace is its own.
    pub fn owns(&self, namespace: &str) -> bool {
        self.namespace(namespace).is_some_and(|namespace| namespace.is_own)
    }

    fn namespace(&self, uri: &str) -> Option<&NamespaceMessages> {
        self.namespaces.iter().find(|namespace| namespace.uri == uri)
    }

    /// `KENNUNG_VERSION@HASH`, which selects it; with so many characters of the hash.
    pub fn name(&self, hash: usize) -> String {
        let description = Description {
            kennung: self.kennung.clone(),
            version: self.version.clone(),
            ..Description::default()
        };
        let hash = self.sha256.get(..hash).unwrap_or(&self.sha256);
        format!("{}@{hash}", description.versioned_name())
    }
}

/// The index as it is stored; `None` when it is absent, damaged or of another version: it is made anew then.
fn read(store: &Store) -> Option<BTreeMap<String, Candidate>> {
    let bytes = fs::read(store.folder().join(FILE)).ok()?;
    let stored: Stored = serde_json::from_slice(&bytes).ok()?;
    let candidates = stored.candidates.into_iter();
    let by_folder = candidates.map(|candidate| (candidate.folder.clone(), candidate));
    (stored.format == FORMAT).then(|| by_folder.collect())
}
