//! From paths to a resolved set of schema documents.
//!
//! [`Sources`] takes what a user has (single XSDs, folders, ZIP archives, catalogs, documents in memory) and loads every
//! document that is needed, each once. Nothing is ever fetched from the network. Where the document of a reference comes
//! from, in this order:
//!
//! 1. the `schemaLocation`, relative to the document that holds it;
//! 2. a document that was given, by target namespace; one with the file name of the location outranks the others;
//! 3. a catalog that was given;
//! 4. a document beside the asking one or below its folder or those given, by file name and namespace, then by namespace;
//! 5. a [built-in base document](super::base), where nothing else supplies the namespace.
//!
//! Documents of one namespace are all kept; merging them is the compiler's work.

mod catalog;
mod companions;
mod delivery;
mod doctype;
mod document;
mod library;
mod limits;
mod loader;
mod location;
mod place;
mod positions;
mod read;
mod search;
mod siblings;
#[cfg(feature = "xdatenfelder")]
mod xdatenfelder;
mod xml;

#[cfg(test)]
mod tests;

pub use companions::{Companions, companions};
pub use document::{LoadedDocument, Reference, ReferenceKind};
#[cfg(feature = "store")]
pub(crate) use read::{hash, hexadecimal};

#[cfg(feature = "xdatenfelder")]
pub(crate) use {doctype::PlainText, xml::parse, xml::plain_text};

use super::error::XsdError;
use catalog::Catalog;
use delivery::Delivery;
use library::Library;
use loader::Loader;
use std::path::PathBuf;

/// What a schema is made from.
///
/// ```
/// use xsozial_schema::xsd::Sources;
/// let xsd = br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:a"/>"#;
/// let set = Sources::new().bytes("a.xsd", xsd.to_vec()).load()?;
/// assert_eq!(set.documents[0].target_namespace.as_deref(), Some("urn:example:a"));
/// # Ok::<(), xsozial_schema::xsd::XsdError>(())
/// ```
#[derive(Clone, Default)]
pub struct Sources {
    schemas: Vec<PathBuf>,
    catalogs: Vec<PathBuf>,
    memory: Vec<(String, Vec<u8>)>,
    archives: Vec<(String, Vec<u8>)>,
    builtin: Vec<(String, Vec<u8>)>,
    is_without_base: bool,
    #[cfg(feature = "xdatenfelder")]
    xdatenfelder: xdatenfelder::Settings,
}

impl Sources {
    /// Nothing yet but the built-in [base schemas](super::base), which are used where nothing else supplies their namespaces.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an XSD, a folder (all its XSDs, those in folders below included) or a ZIP archive (the same). With the feature
    /// `xdatenfelder` also a single XDatenfelder file, which its root element tells.
    #[must_use]
    pub fn schema(mut self, path: impl Into<PathBuf>) -> Self {
        self.schemas.push(path.into());
        self
    }

    /// Adds an OASIS XML Catalog. Of several, the first that has an entry counts.
    #[must_use]
    pub fn catalog(mut self, path: impl Into<PathBuf>) -> Self {
        self.catalogs.push(path.into());
        self
    }

    /// Adds a document that lies in memory. Its name serves as its path; a URL as the name stands for that URL.
    #[must_use]
    pub fn bytes(mut self, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        self.memory.push((name.into(), bytes));
        self
    }

    /// Adds a ZIP archive that lies in memory: all its XSDs. Its name serves as its path.
    #[must_use]
    pub fn archive(mut self, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        self.archives.push((name.into(), bytes));
        self
    }

    /// Adds a base document that is used only where nothing else supplies its namespace. It outranks the [built-in
    /// ones](super::base) of its namespace.
    #[must_use]
    pub fn builtin_base(mut self, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        self.builtin.push((name.into(), bytes));
        self
    }

    /// Uses none of the [base schemas](super::base) that are built in: what is imported must have been delivered.
    #[must_use]
    pub fn without_builtin_base(mut self) -> Self {
        self.is_without_base = true;
        self
    }

    /// Loads the documents and all that they refer to.
    pub fn load(self) -> Result<DocumentSet, XsdError> {
        let delivery =
            Delivery::open(&self.schemas, self.memory, self.archives, self.builtin)?.with_base(!self.is_without_base);
        let catalog = Catalog::read(&self.catalogs)?;
        let library = Library::default();
        #[cfg(feature = "xdatenfelder")]
        let library = library.with_xdatenfelder(self.xdatenfelder.options.clone());
        let mut loader = Loader::new(delivery, catalog, library)?;
        let entries = loader.library.documents.len();
        loader.run()?;
        let files = loader.files();
        #[cfg(feature = "xdatenfelder")]
        let files = files.into_iter().chain(self.xdatenfelder.name_files()).collect();
        Ok(DocumentSet {
            files,
            #[cfg(feature = "xdatenfelder")]
            names: self.xdatenfelder.read_names()?,
            documents: loader.into_documents(),
            entries,
        })
    }
}

/// A set of schema documents in which every reference is resolved.
#[derive(Clone, Debug)]
pub struct DocumentSet {
    /// The documents: those given, sorted by path, then the others in the order of their discovery. The same input gives
    /// the same order.
    pub documents: Vec<LoadedDocument>,
    /// How many of the documents were given.
    pub entries: usize,
    /// All files that were read (schema documents, archives, catalogs), by absolute path and sorted; for build scripts
    /// that run again when one of them changes.
    pub files: Vec<PathBuf>,
    /// XDatenfelder files that are there for their names alone.
    #[cfg(feature = "xdatenfelder")]
    names: Vec<crate::xdatenfelder::Datenschema>,
}

impl DocumentSet {
    /// Lets go of the texts, which nobody needs when their components have been read.
    pub(crate) fn forget_texts(&mut self) {
        for document in &mut self.documents {
            document.text = String::new();
            document.bytes = None;
        }
    }
}
