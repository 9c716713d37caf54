//! Adding a delivery to a store.

use super::{
    Delivery, Description, Entry, ListFile, NamesFile, Store, StoreError, XdatenfelderUse,
    entry::{BASE, DESCRIPTION, DOCUMENTS, LISTS, NAMES, SCHEMA, read_documents},
    file_names::{self, Distinct},
    files::Draft,
};
use crate::{
    Schema,
    schema::documents_sha256,
    xdatenfelder::MissingCodelists,
    xsd::{
        DocumentSet, LoadedDocument,
        source::{hash, hexadecimal},
    },
};
use std::{collections::BTreeSet, time::SystemTime};

/// What adding a delivery came to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Added {
    /// The entry.
    pub entry: Entry,
    /// Whether it is new.
    pub outcome: Outcome,
}

/// Whether an added delivery is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// It was not there before.
    New,
    /// It was there with the same schema documents and code lists; nothing was changed.
    Same,
    /// It was there with the same schema documents and other code lists or names; those given now took their place.
    Replaced,
}

/// Writes the entry under a hidden name, compiles the schema from that copy, and renames it.
pub(super) fn add(store: &Store, delivery: &Delivery) -> Result<Added, StoreError> {
    let draft = Draft::begin(store.folder())?;
    let copied = Description {
        given: write_documents(&draft, &delivery.documents)?,
        builtin_documents: write_base(&draft, &delivery.documents)?,
        list_files: write_lists(&draft, delivery)?,
        xdatenfelder: write_names(&draft, delivery)?,
        ..Description::default()
    };
    let copy = read_documents(draft.folder(), &copied)?;
    let schema = Schema::compile_documents(&copy)?;
    if !same_documents(&copy, &delivery.documents) {
        return Err(StoreError::Copy);
    }
    draft.write(SCHEMA, &schema.to_bytes()?)?;
    let description = Description {
        added: humantime::format_rfc3339_seconds(SystemTime::now()).to_string(),
        given: copied.given,
        builtin_documents: copied.builtin_documents,
        list_files: copied.list_files,
        xdatenfelder: copied.xdatenfelder,
        ..Description::of(delivery, &schema)
    };
    let json = serde_json::to_vec_pretty(&description).map_err(|error| StoreError::Unwritable {
        path: draft.folder().join(DESCRIPTION),
        source: error.into(),
    })?;
    draft.write(DESCRIPTION, &json)?;
    let folder = store
        .folder()
        .join(file_names::file_name(&description.versioned_name()) + "@" + short(&description));
    let outcome = if draft.become_entry(&folder)? {
        Outcome::New
    } else if is_same(&folder, &description) {
        Outcome::Same
    } else {
        draft.replace_entry(&folder)?;
        Outcome::Replaced
    };
    Ok(Added {
        entry: Entry::open(folder)?,
        outcome,
    })
}

fn short(description: &Description) -> &str {
    let hash = &description.sha256;
    hash.get(..super::description::SHORT_HASH).unwrap_or(hash)
}

/// Writes the schema documents. Answers those that were given, where they are not all.
fn write_documents(draft: &Draft, set: &DocumentSet) -> Result<Vec<String>, StoreError> {
    let mut distinct = Distinct::default();
    let mut paths = Vec::new();
    let delivered = || set.documents.iter().filter(|document| !document.builtin);
    for document in delivered() {
        let path = distinct.path(&stored_path(document, &document.path));
        draft.write(&format!("{DOCUMENTS}/{path}"), document.bytes())?;
        paths.push(path);
    }
    // Where the same bytes were delivered twice, others may look for them at either place.
    for document in delivered() {
        for copy in &document.copies {
            let path = distinct.path(&stored_path(document, copy));
            draft.write(&format!("{DOCUMENTS}/{path}"), document.bytes())?;
        }
    }
    let are_all = set.entries == delivered().count() && !set.documents.iter().any(is_datenschema);
    paths.truncate(if are_all { 0 } else { set.entries });
    Ok(paths)
}

fn is_datenschema(document: &LoadedDocument) -> bool {
    document.datenschema().is_some()
}

/// Writes the base documents of xsozial that the delivery lacks, under their own names. Answers these.
fn write_base(draft: &Draft, set: &DocumentSet) -> Result<Vec<String>, StoreError> {
    let mut distinct = Distinct::default();
    let mut names = Vec::new();
    for document in set.documents.iter().filter(|document| document.builtin) {
        let name = distinct.path(&stored_path(document, &document.path));
        draft.write(&format!("{BASE}/{name}"), document.bytes())?;
        names.push(name);
    }
    names.sort();
    Ok(names)
}

/// An XSD must be called `*.xsd` in the store, so that it is found again. XDatenfelder files are always named.
fn stored_path(document: &LoadedDocument, path: &str) -> String {
    let path = file_names::path(path);
    let is_found = path.to_ascii_lowercase().ends_with(".xsd") || is_datenschema(document);
    if is_found { path } else { path + ".xsd" }
}

fn same_documents(copy: &DocumentSet, delivered: &DocumentSet) -> bool {
    let hashes = |set: &DocumentSet| -> BTreeSet<String> {
        set.documents.iter().map(|document| document.sha256.clone()).collect()
    };
    hashes(copy) == hashes(delivered)
}

fn write_lists(draft: &Draft, delivery: &Delivery) -> Result<Vec<ListFile>, StoreError> {
    let mut distinct = Distinct::default();
    let mut files = Vec::new();
    for delivered in &delivery.lists {
        let list = &delivered.list.identification;
        let name = match list.canonical_version_uri.as_str() {
            "" => format!("{}_{}", list.canonical_uri, list.version),
            uri => uri.to_owned(),
        };
        let file = distinct.path(&(file_names::file_name(&name) + ".xml"));
        draft.write(&format!("{LISTS}/{file}"), &delivered.bytes)?;
        files.push(ListFile {
            file,
            uri: list.canonical_uri.clone(),
            version: list.version.clone(),
            rows: delivered.list.row_count(),
        });
    }
    Ok(files)
}

/// Writes the XDatenfelder files that are there for names alone. Answers how all such files of the delivery are read.
fn write_names(draft: &Draft, delivery: &Delivery) -> Result<Option<XdatenfelderUse>, StoreError> {
    if delivery.names.is_empty() && !delivery.documents.documents.iter().any(is_datenschema) {
        return Ok(None);
    }
    let mut distinct = Distinct::default();
    let mut names = Vec::new();
    for delivered in &delivery.names {
        let file = distinct.path(&file_names::file_name(&delivered.file));
        draft.write(&format!("{NAMES}/{file}"), &delivered.bytes)?;
        let sha256 = hexadecimal(&hash(&delivered.bytes));
        names.push(NamesFile { file, sha256 });
    }
    Ok(Some(XdatenfelderUse {
        shape: delivery.shape,
        any_code: delivery.missing_codelists == MissingCodelists::AnyCode,
        names,
    }))
}

/// Whether an entry is there that holds the same lists and names as this one would. A damaged one is not the same.
fn is_same(folder: &std::path::Path, new: &Description) -> bool {
    let Ok(old) = Entry::open(folder.to_owned()) else {
        return false;
    };
    let is_loadable = old
        .schema()
        .is_ok_and(|schema| documents_sha256(&schema.documents) == new.sha256);
    let old = &old.description;
    is_loadable
        && old.list_files == new.list_files
        && old.broken_lists == new.broken_lists
        && old.xdatenfelder == new.xdatenfelder
}
