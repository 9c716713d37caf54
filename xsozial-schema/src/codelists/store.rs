//! The store.

use super::{
    problem::{StoreProblem, StoreProblemKind},
    version::compare_versions,
};
use crate::genericode::CodeList;
use sha2::{Digest, Sha256};
use std::{cmp::Ordering, fmt::Write, ops::Range};

/// Code lists by URI and version. Make it once and share it as `Arc<CodelistStore>`.
///
/// What was added in which order makes no difference to what it holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodelistStore {
    /// In the order of URI, version (the oldest first) and hash.
    pub(super) lists: Vec<StoredList>,
    pub(super) problems: Vec<StoreProblem>,
}

/// A list in a store.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoredList {
    /// The list.
    pub list: CodeList,
    /// The file it comes from, as a person knows it; of several that hold the same list the first by name.
    pub path: String,
    /// [`CodeList::content_hash`]
    pub sha256: [u8; 32],
}

impl StoredList {
    /// The URI that documents and schemas name the list by.
    pub fn uri(&self) -> &str {
        self.list.identification.list_uri()
    }

    /// The version of the list.
    pub fn version(&self) -> &str {
        &self.list.identification.version
    }

    fn compare(&self, uri: &str, version: &str) -> Ordering {
        self.uri()
            .cmp(uri)
            .then_with(|| compare_versions(self.version(), version))
    }
}

impl CodelistStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// All lists in the order of URI and version, the oldest version first.
    pub fn lists(&self) -> &[StoredList] {
        &self.lists
    }

    /// What was given and is of no use, sorted by path.
    pub fn problems(&self) -> &[StoreProblem] {
        &self.problems
    }

    /// Whether there is no list.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// All versions of a list, the oldest first; empty when it is not at hand.
    pub fn versions(&self, uri: &str) -> &[StoredList] {
        &self.lists[self.range(uri)]
    }

    /// The list of this URI and version: one, unless files with different content claim to be it
    /// ([`StoreProblemKind::Conflict`]); empty when it is not at hand.
    pub fn get(&self, uri: &str, version: &str) -> &[StoredList] {
        &self.lists[self.range_of_version(uri, version)]
    }

    /// Where [`versions`](Self::versions) stand among all [`lists`](Self::lists).
    pub fn range(&self, uri: &str) -> Range<usize> {
        let start = self.lists.partition_point(|stored| stored.uri() < uri);
        let count = self.lists[start..].partition_point(|stored| stored.uri() == uri);
        start..start + count
    }

    /// Where [`get`](Self::get) finds what it answers among all [`lists`](Self::lists).
    pub fn range_of_version(&self, uri: &str, version: &str) -> Range<usize> {
        let order = |ordering| move |stored: &StoredList| stored.compare(uri, version) == ordering;
        let start = self.lists.partition_point(order(Ordering::Less));
        let count = self.lists[start..].partition_point(order(Ordering::Equal));
        start..start + count
    }

    /// SHA-256 over the sorted hashes of these lists, each in lower-case hexadecimal and followed by a line feed; itself in
    /// lower-case hexadecimal. It depends on content alone: not on paths, machines or any order.
    pub fn hash_of<'l>(lists: impl IntoIterator<Item = &'l StoredList>) -> String {
        let mut sums: Vec<String> = lists.into_iter().map(|stored| hexadecimal(&stored.sha256)).collect();
        sums.sort_unstable();
        sums.dedup();
        let mut hash = Sha256::new();
        for sum in sums {
            hash.update(sum);
            hash.update("\n");
        }
        hexadecimal(&hash.finalize())
    }

    /// Takes a list in.
    pub(super) fn insert(&mut self, new: StoredList) {
        let (uri, version) = (new.uri(), new.version());
        let missing = match (uri.is_empty(), version.is_empty()) {
            (true, _) => Some("URI (CanonicalUri)"),
            (false, true) => Some("version (Version)"),
            (false, false) => None,
        };
        if let Some(missing) = missing {
            return self.note(new.path, 0, StoreProblemKind::Unidentified(missing));
        }
        let start = self
            .lists
            .partition_point(|stored| stored.compare(uri, version) == Ordering::Less);
        let others = self.get(uri, version).len();
        let group = &mut self.lists[start..start + others];
        if let Some(same) = group.iter_mut().find(|stored| stored.sha256 == new.sha256) {
            if new.path < same.path {
                same.path = new.path;
                self.note_conflicts(start, others);
            }
            return;
        }
        let place = group.partition_point(|stored| stored.sha256 < new.sha256);
        self.lists.insert(start + place, new);
        self.note_conflicts(start, others + 1);
    }

    /// Of lists that claim to be the same, each but the first by name conflicts with that one.
    fn note_conflicts(&mut self, start: usize, count: usize) {
        let group = &self.lists[start..start + count];
        let mut paths: Vec<String> = group.iter().map(|stored| stored.path.clone()).collect();
        paths.sort_unstable();
        let (list_uri, list_version) = (group[0].uri().to_owned(), group[0].version().to_owned());
        self.problems.retain(|problem| {
            !matches!(&problem.kind, StoreProblemKind::Conflict { list_uri: uri, list_version: version, .. }
                if *uri == list_uri && *version == list_version)
        });
        let mut paths = paths.into_iter();
        let Some(first) = paths.next() else { return };
        for path in paths {
            let kind = StoreProblemKind::Conflict {
                other: first.clone(),
                list_uri: list_uri.clone(),
                list_version: list_version.clone(),
            };
            self.note(path, 0, kind);
        }
    }

    /// Notes a problem, each once.
    pub(super) fn note(&mut self, path: String, line: u32, kind: StoreProblemKind) {
        let problem = StoreProblem { path, line, kind };
        let key = |problem: &StoreProblem| (problem.path.clone(), problem.line, problem.kind.to_string());
        let new = key(&problem);
        if let Err(place) = self.problems.binary_search_by(|known| key(known).cmp(&new)) {
            self.problems.insert(place, problem);
        }
    }
}

/// Bytes in lower-case hexadecimal.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
