//! A delivery as it was given: schema documents and code lists.

use super::{DeliveryOptions, StoreError};
use crate::{
    files,
    genericode::{CodeList, GenericodeProblem},
    xdatenfelder::{MissingCodelists, Shape, may_be_xdatenfelder},
    xsd::{
        DocumentSet, Sources, XsdError,
        source::{Companions, companions},
    },
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

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
    /// The shape of the schema that XDatenfelder files stand for.
    pub shape: Shape,
    /// What was done about code lists of XDatenfelder files that are not at hand.
    pub missing_codelists: MissingCodelists,
    /// XDatenfelder files that are there for their names alone.
    pub names: Vec<DeliveredNames>,
}

/// An XDatenfelder file that is there for its names alone.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DeliveredNames {
    /// Its name.
    pub file: String,
    /// The file.
    pub bytes: Vec<u8>,
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
        let options = DeliveryOptions {
            catalog: catalog.map(Path::to_owned),
            ..DeliveryOptions::default()
        };
        Self::read_with(paths, &options)
    }

    /// [Reads](Self::read) a delivery that may be made of XDatenfelder files: single ones, and those of a folder or archive
    /// without XSDs.
    pub fn read_with(paths: &[PathBuf], options: &DeliveryOptions) -> Result<Self, StoreError> {
        let mut parts = Parts::default();
        for path in paths {
            parts.add(path)?;
        }
        parts.require_schemas(paths)?;
        for path in &options.codelists {
            parts.add_lists(companions(path)?.files);
        }
        let shared = parts.lists.iter().map(|delivered| Arc::new(delivered.list.clone()));
        let mut sources = std::mem::take(&mut parts.sources)
            .shape(options.shape)
            .missing_codelists(options.missing_codelists)
            .codelists(shared);
        if let Some(catalog) = &options.catalog {
            sources = sources.catalog(catalog);
        }
        for path in &options.names {
            sources = sources.names(path);
        }
        let given = paths.iter().chain(&options.codelists).chain(&options.names);
        Ok(Self {
            documents: sources.load()?,
            lists: parts.lists,
            broken_lists: parts.broken_lists,
            sources: given.map(|path| shown_name(path)).collect(),
            shape: options.shape,
            missing_codelists: options.missing_codelists,
            names: options
                .names
                .iter()
                .map(|path| read_names(path))
                .collect::<Result<_, _>>()?,
        })
    }

    /// Adds the code lists of a further archive or folder, which may hold none.
    pub fn with_lists(mut self, path: &Path) -> Result<Self, StoreError> {
        let mut parts = Parts::default();
        parts.add_lists(companions(path)?.files);
        self.lists.append(&mut parts.lists);
        self.broken_lists.append(&mut parts.broken_lists);
        self.sources.push(shown_name(path));
        Ok(self)
    }
}

fn is_genericode(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, GENERICODE.as_bytes()).is_some()
}

/// What the paths of a delivery hold.
#[derive(Default)]
struct Parts {
    sources: Sources,
    has_schemas: bool,
    lists: Vec<DeliveredList>,
    broken_lists: Vec<BrokenList>,
}

impl Parts {
    fn add(&mut self, path: &Path) -> Result<(), StoreError> {
        let Companions { has_schemas, files } = companions(path)?;
        let before = self.lists.len() + self.broken_lists.len();
        // Beside XSDs, an XDatenfelder file is what they were made of.
        let is_schema = |bytes: &[u8]| !has_schemas && may_be_xdatenfelder(bytes);
        let (datenschemas, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(_, bytes)| is_schema(bytes));
        self.add_lists(others);
        self.has_schemas |= has_schemas || !datenschemas.is_empty();
        // Of what holds neither schemas nor lists the reader of schemas knows best what is wrong with it.
        let is_empty = datenschemas.is_empty() && self.lists.len() + self.broken_lists.len() == before;
        let mut sources = std::mem::take(&mut self.sources);
        if has_schemas || is_empty {
            sources = sources.schema(path);
        }
        self.sources = datenschemas
            .into_iter()
            .fold(sources, |sources, (file, bytes)| sources.bytes(file, bytes));
        Ok(())
    }

    fn require_schemas(&self, paths: &[PathBuf]) -> Result<(), StoreError> {
        let has_lists = !self.lists.is_empty() || !self.broken_lists.is_empty();
        match paths.first() {
            Some(path) if !self.has_schemas && has_lists => Err(StoreError::NoSchema { path: path.clone() }),
            _ => Ok(()),
        }
    }

    /// Sorts files out: lists, broken lists, and others (messages, catalogs), which are passed over.
    fn add_lists(&mut self, files: Vec<(String, Vec<u8>)>) {
        for (file, bytes) in files {
            match CodeList::from_bytes(&bytes, &file) {
                Ok(list) => self.lists.push(DeliveredList { file, bytes, list }),
                Err(error) => {
                    let is_marked = file.to_ascii_lowercase().ends_with(BROKEN);
                    let is_error = error.problem == GenericodeProblem::ServerError;
                    let is_other = matches!(error.problem, GenericodeProblem::NotACodeList { .. });
                    if is_marked || is_error || (is_genericode(&bytes) && !is_other) {
                        self.broken_lists.push(BrokenList {
                            file,
                            reason: error.problem.to_string(),
                        });
                    }
                }
            }
        }
    }
}

fn read_names(path: &Path) -> Result<DeliveredNames, StoreError> {
    let file = shown_name(path);
    let bytes = files::read(path, &path.display().to_string()).map_err(XsdError::from)?;
    Ok(DeliveredNames { file, bytes })
}

fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
