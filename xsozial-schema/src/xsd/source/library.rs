//! The documents read so far, each once, and how they are read.

use super::{
    delivery::{BUILTIN, Delivery},
    document::LoadedDocument,
    limits::DOCUMENTS,
    place::Place,
    read::{self, Hash},
};
use crate::{files, xsd::error::XsdError};
use rustc_hash::FxHashMap;
use std::{fs, path::PathBuf};

/// A document and where it was found.
#[derive(Debug)]
pub(super) struct Shelved {
    pub(super) document: LoadedDocument,
    /// All places that hold these bytes and that something led to, in that order.
    pub(super) places: Vec<Place>,
    /// Whether it was given, and not only reached.
    pub(super) given: bool,
}

/// The documents read so far. A document is known by its file (whatever path leads there) and by its bytes.
#[derive(Debug, Default)]
pub(super) struct Library {
    pub(super) documents: Vec<Shelved>,
    by_place: FxHashMap<Place, usize>,
    by_hash: FxHashMap<Hash, usize>,
    /// How XDatenfelder files become schemas.
    #[cfg(feature = "xdatenfelder")]
    xdatenfelder: crate::xdatenfelder::Options,
    /// The files that were read.
    pub(super) files: Vec<PathBuf>,
}

/// What adding a place led to.
pub(super) struct Added {
    pub(super) document: usize,
    /// Whether the place was new, so that its references are still to be followed from there.
    pub(super) new_place: bool,
}

impl Library {
    /// The same library, with what XDatenfelder files become.
    #[cfg(feature = "xdatenfelder")]
    pub(super) fn with_xdatenfelder(self, xdatenfelder: crate::xdatenfelder::Options) -> Self {
        Self { xdatenfelder, ..self }
    }

    /// Reads the document at a place, unless it is there already.
    pub(super) fn add(&mut self, place: &Place, given: bool, delivery: &Delivery) -> Result<Added, XsdError> {
        if let Some(&document) = self.by_place.get(place) {
            return Ok(Added {
                document,
                new_place: false,
            });
        }
        let shown = delivery.shown(place);
        let document = match place {
            Place::File(path) => {
                let identity = fs::canonicalize(path).map_err(|source| XsdError::Unreadable {
                    path: shown.clone(),
                    source,
                })?;
                let identity = Place::File(identity);
                if let Some(&known) = self.by_place.get(&identity) {
                    self.by_place.insert(place.clone(), known);
                    known
                } else {
                    let bytes = files::read(path, &shown)?;
                    self.files.push(path.clone());
                    let document = self.shelve(&bytes, &shown, given)?;
                    self.by_place.insert(identity, document);
                    document
                }
            }
            Place::Packed { package, path } => {
                let bytes = delivery.packed(*package, path).unwrap_or_default();
                let known = self.documents.len();
                let document = self.shelve(bytes, &shown, given)?;
                // The same bytes may have been supplied by the user already.
                if document == known {
                    self.documents[document].document.builtin = *package == BUILTIN;
                }
                document
            }
        };
        self.by_place.insert(place.clone(), document);
        self.documents[document].places.push(place.clone());
        Ok(Added {
            document,
            new_place: true,
        })
    }

    fn shelve(&mut self, bytes: &[u8], shown: &str, given: bool) -> Result<usize, XsdError> {
        let hash = read::hash(bytes);
        if let Some(&known) = self.by_hash.get(&hash) {
            return Ok(known);
        }
        let index = self.documents.len();
        if index >= DOCUMENTS {
            return Err(XsdError::TooLarge {
                path: shown.to_owned(),
                what: "schema documents",
                limit: DOCUMENTS as u64,
            });
        }
        self.documents.push(Shelved {
            document: read::read_document(
                bytes,
                shown,
                &hash,
                #[cfg(feature = "xdatenfelder")]
                &self.xdatenfelder,
            )?,
            places: Vec::new(),
            given,
        });
        self.by_hash.insert(hash, index);
        Ok(index)
    }

    /// The target namespace of a document.
    pub(super) fn namespace(&self, document: usize) -> Option<&str> {
        self.documents[document].document.target_namespace.as_deref()
    }
}
