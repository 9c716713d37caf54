//! A delivery as it was given: schema documents and code lists.

use super::StoreError;
use crate::{
    genericode::{CodeList, GenericodeProblem},
    xsd::{
        DocumentSet, Sources,
        source::{Companions, companions},
    },
};
use std::path::{Path, PathBuf};

/// Files that end so hold an error message of the XRepository in place of a list.
const BROKEN: &str = "_fehlerhaft.xml";
/// What a code list holds, broken or not: the namespace of genericode.
const GENERICODE: &str = "docs.oasis-open.org/codelist/ns/genericode";

/// A delivery as it was given, read and not yet compiled.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Delivery {
    /// The schema documents, every reference resolved.
    pub documents: DocumentSet,
    /// The code lists, sorted by file.
    pub lists: Vec<DeliveredList>,
    /// Files that should be code lists and are none.
    pub broken_lists: Vec<BrokenList>,
    /// The names of the files and folders that were given, without the folders above them.
    pub sources: Vec<String>,
}

/// A code list of a delivery.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DeliveredList {
    /// Its path in the delivery, with `/`.
    pub file: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// The list.
    pub list: CodeList,
}

/// A file that should be a code list and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BrokenList {
    /// Its path in the delivery, with `/`.
    pub file: String,
    /// What is wrong, in words.
    pub reason: String,
}

impl Delivery {
    /// Reads a delivery: XSDs, folders and ZIP archives with schema documents, code lists or both, and an OASIS catalog
    /// that says where imported schemas lie. At least one of the paths must hold schema documents.
    pub fn read(paths: &[PathBuf], catalog: Option<&Path>) -> Result<Self, StoreError> {
        let mut sources = Sources::new();
        let mut lists = Vec::new();
        let mut broken_lists = Vec::new();
        let mut has_schemas = false;
        for path in paths {
            let Companions {
                has_schemas: here,
                files,
            } = companions(path)?;
            let before = lists.len() + broken_lists.len();
            for (file, bytes) in files {
                add_list(file, bytes, &mut lists, &mut broken_lists);
            }
            has_schemas |= here;
            // Of what holds neither schemas nor lists the reader of schemas knows best what is wrong with it.
            if here || lists.len() + broken_lists.len() == before {
                sources = sources.schema(path);
            }
        }
        if let Some(catalog) = catalog {
            sources = sources.catalog(catalog);
        }
        if let (Some(path), false) = (
            paths.first(),
            has_schemas || (lists.is_empty() && broken_lists.is_empty()),
        ) {
            return Err(StoreError::NoSchema { path: path.clone() });
        }
        Ok(Self {
            documents: sources.load()?,
            lists,
            broken_lists,
            sources: paths.iter().map(|path| shown_name(path)).collect(),
        })
    }

    /// Adds the code lists of a further archive or folder, which may hold none.
    pub fn with_lists(mut self, path: &Path) -> Result<Self, StoreError> {
        for (file, bytes) in companions(path)?.files {
            add_list(file, bytes, &mut self.lists, &mut self.broken_lists);
        }
        self.sources.push(shown_name(path));
        Ok(self)
    }
}

fn is_genericode(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, GENERICODE.as_bytes()).is_some()
}

/// Sorts a file out: a list, a broken list, or something else (a message, a catalog), which is passed over.
fn add_list(file: String, bytes: Vec<u8>, lists: &mut Vec<DeliveredList>, broken: &mut Vec<BrokenList>) {
    match CodeList::from_bytes(&bytes, &file) {
        Ok(list) => lists.push(DeliveredList { file, bytes, list }),
        Err(error) => {
            let is_marked = file.to_ascii_lowercase().ends_with(BROKEN);
            let is_error = error.problem == GenericodeProblem::ServerError;
            let is_other = matches!(error.problem, GenericodeProblem::NotACodeList { .. });
            if is_marked || is_error || (is_genericode(&bytes) && !is_other) {
                broken.push(BrokenList {
                    file,
                    reason: error.problem.to_string(),
                });
            }
        }
    }
}

fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
