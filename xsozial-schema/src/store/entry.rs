//! An installed delivery.

use super::{Description, StoreError, description::FORMAT};
use crate::{
    Schema,
    genericode::CodeList,
    schema::LoadError,
    xsd::{DocumentSet, LoadedDocument, Sources},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Description, compiled schema, schema documents and code lists of an entry.
pub(super) const DESCRIPTION: &str = "eintrag.json";
pub(super) const SCHEMA: &str = "schema.bin";
pub(super) const DOCUMENTS: &str = "xsd";
/// The base documents of xsozial that the delivery lacks.
pub(super) const BASE: &str = "basis";
pub(super) const LISTS: &str = "codelisten";
pub(super) const NAMES: &str = "namen";

/// An installed delivery.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry {
    folder: PathBuf,
    /// What it is.
    pub description: Description,
}

impl Entry {
    /// Reads the description of an entry; its schema stays where it is.
    pub(super) fn open(folder: PathBuf) -> Result<Self, StoreError> {
        let path = folder.join(DESCRIPTION);
        let damaged = |reason: String| StoreError::Damaged {
            folder: folder.clone(),
            reason,
        };
        let bytes = fs::read(&path).map_err(|error| damaged(format!("{DESCRIPTION}: {error}")))?;
        let description: Description =
            serde_json::from_slice(&bytes).map_err(|error| damaged(format!("{DESCRIPTION}: {error}")))?;
        if description.format != FORMAT {
            return Err(damaged(format!("{DESCRIPTION}: it was written by another version")));
        }
        if !folder.join(SCHEMA).is_file() {
            return Err(damaged(format!("{SCHEMA} is missing")));
        }
        Ok(Self { folder, description })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// `KENNUNG_VERSION@HASH`, see [`Description::full_name`].
    pub fn name(&self) -> String {
        self.description.full_name()
    }

    /// The folder of the schema documents as they were delivered.
    pub fn schema_folder(&self) -> PathBuf {
        self.folder.join(DOCUMENTS)
    }

    /// The files of the code lists, for whoever checks codes. `codelisten` holds nothing else.
    pub fn codelists(&self) -> impl Iterator<Item = PathBuf> {
        let lists = self.folder.join(LISTS);
        self.description
            .list_files
            .iter()
            .map(move |list| lists.join(&list.file))
    }

    /// The folder of the code lists; `None` when there are none.
    pub fn codelist_folder(&self) -> Option<PathBuf> {
        let has_lists = !self.description.list_files.is_empty();
        has_lists.then(|| self.folder.join(LISTS))
    }

    /// XDatenfelder files that are there for their names alone.
    pub fn names(&self) -> impl Iterator<Item = PathBuf> {
        names(&self.folder, &self.description)
    }

    /// The compiled schema. One that another version of this program stored is compiled anew from the schema documents,
    /// which takes longer and changes nothing in the store.
    pub fn schema(&self) -> Result<Schema, StoreError> {
        let path = self.folder.join(SCHEMA);
        let bytes = fs::read(&path).map_err(|source| StoreError::Unreadable { path, source })?;
        let schema = match Schema::from_bytes(&bytes) {
            Ok(schema) => schema,
            Err(LoadError::WrongVersion) => Schema::compile_documents(&self.documents()?)?,
            Err(LoadError::Damaged(error)) => {
                return Err(StoreError::Damaged {
                    folder: self.folder.clone(),
                    reason: format!("{SCHEMA}: {error}"),
                });
            }
        };
        Ok(schema)
    }

    /// The schema documents, read from the store.
    pub fn documents(&self) -> Result<DocumentSet, StoreError> {
        read_documents(&self.folder, &self.description)
    }

    /// Where a document of [`documents`](Self::documents) lies.
    pub fn path_of(&self, document: &LoadedDocument) -> PathBuf {
        let folder = if document.builtin { BASE } else { DOCUMENTS };
        self.folder.join(folder).join(&document.path)
    }
}

/// Reads the schema documents of an entry: all of them, or those that were given and what they refer to. An entry is complete
/// by itself: what it was made from decides, whatever base documents this program has.
pub(super) fn read_documents(folder: &Path, description: &Description) -> Result<DocumentSet, StoreError> {
    let documents = folder.join(DOCUMENTS);
    let mut sources = if description.given.is_empty() {
        Sources::new().schema(documents)
    } else {
        let paths = description.given.iter().map(|path| documents.join(path));
        paths.fold(Sources::new(), Sources::schema)
    };
    sources = sources.without_builtin_base();
    for name in &description.builtin_documents {
        let path = folder.join(BASE).join(name);
        let bytes = fs::read(&path).map_err(|source| StoreError::Unreadable { path, source })?;
        sources = sources.builtin_base(name, bytes);
    }
    if let Some(xdatenfelder) = &description.xdatenfelder {
        sources = sources
            .shape(xdatenfelder.shape)
            .missing_codelists(xdatenfelder.missing_codelists())
            .codelists(read_lists(folder, description)?);
        sources = names(folder, description).fold(sources, Sources::names);
    }
    Ok(sources.load()?)
}

fn names(folder: &Path, description: &Description) -> impl Iterator<Item = PathBuf> {
    let names = description.xdatenfelder.iter().flat_map(|it| &it.names);
    names.map(move |names| folder.join(NAMES).join(&names.file))
}

/// The code lists, whose codes are part of what XDatenfelder files stand for.
fn read_lists(folder: &Path, description: &Description) -> Result<Vec<Arc<CodeList>>, StoreError> {
    let read = |name: &str| {
        let path = folder.join(LISTS).join(name);
        let bytes = fs::read(&path).map_err(|source| StoreError::Unreadable { path, source })?;
        let list = CodeList::from_bytes(&bytes, name).map_err(|error| StoreError::Damaged {
            folder: folder.to_owned(),
            reason: error.to_string(),
        })?;
        Ok(Arc::new(list))
    };
    description.list_files.iter().map(|list| read(&list.file)).collect()
}
