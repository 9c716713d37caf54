//! From the documents given to all documents they need.

use super::{
    catalog::Catalog,
    delivery::{BUILTIN, Delivery},
    document::{LoadedDocument, ReferenceKind},
    library::{Library, Shelved},
    location::{self, Location},
    place::Place,
    search::{self, Search, Wanted},
    siblings::Siblings,
};
use crate::{
    names::{XML_NAMESPACE, XS_NAMESPACE, XSI_NAMESPACE},
    xsd::error::{SchemaPosition, UnresolvedImport, XsdError},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;

/// A document whose references are to be followed from one of its places.
struct Visit {
    document: usize,
    place: Place,
}

/// A reference whose location leads nowhere.
struct Open {
    document: usize,
    reference: usize,
    place: Place,
    tried: Vec<String>,
}

/// Which documents are searched.
#[derive(Clone, Copy)]
enum Stock {
    /// Those that the user has.
    Supplied,
    /// The built-in ones.
    Builtin,
}

/// Follows references until all documents are there.
///
/// Locations that work are followed first, as far as they lead. Only then the others are resolved, by namespace, so that
/// the result does not depend on the order in which documents are read; the built-in documents come last.
pub(super) struct Loader {
    delivery: Delivery,
    catalog: Catalog,
    pub(super) library: Library,
    siblings: Siblings,
    visits: VecDeque<Visit>,
    open: VecDeque<Open>,
    seen_open: FxHashSet<(usize, usize)>,
    /// The URLs for which a catalog led to a place.
    urls: FxHashMap<Place, String>,
}

/// One error for all that is missing: whoever has to look for documents looks once.
fn all_missing(missing: Vec<UnresolvedImport>) -> Result<(), XsdError> {
    let mut missing = missing.into_iter();
    let Some(mut first) = missing.next() else {
        return Ok(());
    };
    let named = first.missing();
    for other in missing.map(|other| other.missing()) {
        if other != named && !first.also_missing.contains(&other) {
            first.also_missing.push(other);
        }
    }
    Err(XsdError::UnresolvedImport(Box::new(first)))
}

impl Loader {
    /// Reads the documents given.
    pub(super) fn new(delivery: Delivery, catalog: Catalog, library: Library) -> Result<Self, XsdError> {
        let mut loader = Self {
            delivery,
            catalog,
            library,
            siblings: Siblings::default(),
            visits: VecDeque::new(),
            open: VecDeque::new(),
            seen_open: FxHashSet::default(),
            urls: FxHashMap::default(),
        };
        for place in loader.delivery.entries().to_vec() {
            loader.add(&place, true)?;
        }
        if loader.library.documents.is_empty() {
            return Err(XsdError::NothingGiven);
        }
        Ok(loader)
    }

    /// Follows all references.
    pub(super) fn run(&mut self) -> Result<(), XsdError> {
        let mut unresolved = VecDeque::new();
        let mut missing = Vec::new();
        loop {
            if let Some(visit) = self.visits.pop_front() {
                self.visit(&visit)?;
            } else if let Some(open) = self.open.pop_front() {
                if !self.resolve(&open, Stock::Supplied)? {
                    unresolved.push_back(open);
                }
            } else if let Some(open) = unresolved.pop_front() {
                // A built-in document read meanwhile may hold the namespace.
                let found = self.resolve(&open, Stock::Supplied)? || self.resolve(&open, Stock::Builtin)?;
                if !found && !self.is_known_anyway(&open) {
                    missing.push(self.unresolved(open));
                }
            } else {
                return all_missing(missing);
            }
        }
    }

    fn add(&mut self, place: &Place, given: bool) -> Result<usize, XsdError> {
        let added = self.library.add(place, given, &self.delivery)?;
        if added.new_place {
            self.visits.push_back(Visit {
                document: added.document,
                place: place.clone(),
            });
        }
        Ok(added.document)
    }

    fn visit(&mut self, visit: &Visit) -> Result<(), XsdError> {
        let builtin = matches!(visit.place, Place::Packed { package: BUILTIN, .. });
        for index in 0..self.library.documents[visit.document].document.references.len() {
            let reference = &self.library.documents[visit.document].document.references[index];
            let import = reference.kind == ReferenceKind::Import;
            if import && reference.namespace.as_deref() == Some(XS_NAMESPACE) {
                continue;
            }
            let mut tried = Vec::new();
            // A built-in document takes what it imports from the user where the user has it.
            let location = reference.location.as_deref().filter(|_| !(builtin && import));
            let target =
                location.and_then(|location| search::follow(&visit.place, location, &self.delivery, &mut tried));
            if let Some(target) = target {
                self.link(visit.document, index, &target)?;
            } else if self.seen_open.insert((visit.document, index)) {
                self.open.push_back(Open {
                    document: visit.document,
                    reference: index,
                    place: visit.place.clone(),
                    tried,
                });
            }
        }
        Ok(())
    }

    /// Resolves an open reference by searching; whether anything was found.
    fn resolve(&mut self, open: &Open, stock: Stock) -> Result<bool, XsdError> {
        let asking = &self.library.documents[open.document].document;
        let reference = &asking.references[open.reference];
        if !reference.resolved.is_empty() {
            return Ok(true);
        }
        let wanted = Wanted {
            document: open.document,
            place: &open.place,
            kind: reference.kind,
            namespaces: match reference.kind {
                ReferenceKind::Import => vec![reference.namespace.as_deref()],
                _ if asking.target_namespace.is_none() => vec![None],
                _ => vec![asking.target_namespace.as_deref(), None],
            },
            location: reference.location.as_deref(),
            url: self.url(&open.place, reference.location.as_deref()),
            name: reference.location.as_deref().and_then(location::file_name),
        };
        let mut search = Search {
            delivery: &self.delivery,
            catalog: &self.catalog,
            library: &self.library,
            siblings: &mut self.siblings,
        };
        let places = match stock {
            Stock::Supplied => search.find(&wanted),
            Stock::Builtin => search.find_builtin(&wanted),
        };
        let url = wanted.url;
        for place in &places {
            if let (Some(url), Place::File(path)) = (&url, place)
                && self.catalog.location(url).as_ref() == Some(path)
            {
                self.urls.insert(place.clone(), url.clone());
            }
            self.link(open.document, open.reference, place)?;
        }
        Ok(!places.is_empty())
    }

    /// The location as an absolute URL; a relative one can be told only of a document that came from a URL.
    fn url(&self, place: &Place, location: Option<&str>) -> Option<String> {
        let location = location?;
        match Location::of(location) {
            Location::Remote => Some(location.to_owned()),
            Location::Relative(relative) => location::join_packed(self.urls.get(place)?, relative),
            Location::Local(_) => None,
        }
    }

    /// Notes the document at `place` as one that the reference means.
    fn link(&mut self, document: usize, reference: usize, place: &Place) -> Result<(), XsdError> {
        let target = self.add(place, false)?;
        let found = self.library.namespace(target);
        let asking = &self.library.documents[document].document;
        let import = asking.references[reference].kind == ReferenceKind::Import;
        let expected = if import {
            asking.references[reference].namespace.as_deref()
        } else {
            asking.target_namespace.as_deref()
        };
        if found != expected && (import || found.is_some()) {
            return Err(XsdError::NamespaceMismatch {
                position: SchemaPosition::of_line(&asking.path, asking.references[reference].line),
                location: self.delivery.shown(place),
                expected: expected.map(str::to_owned),
                found: found.map(str::to_owned),
            });
        }
        let resolved = &mut self.library.documents[document].document.references[reference].resolved;
        if !resolved.contains(&target) {
            resolved.push(target);
        }
        Ok(())
    }

    /// The compiler knows the attributes of the prefix `xml` itself, and those of the instance namespace, which every schema
    /// holds (XML Schema part 1, section 3.2.7).
    fn is_known_anyway(&self, open: &Open) -> bool {
        let reference = &self.library.documents[open.document].document.references[open.reference];
        let known = matches!(reference.namespace.as_deref(), Some(XML_NAMESPACE | XSI_NAMESPACE));
        known && reference.kind == ReferenceKind::Import
    }

    fn unresolved(&self, open: Open) -> UnresolvedImport {
        let asking = &self.library.documents[open.document].document;
        let reference = &asking.references[open.reference];
        let mut tried = open.tried;
        tried.push("the schema documents given".to_owned());
        if self.catalog.is_empty() {
            tried.push("no catalog (none was given)".to_owned());
        } else {
            tried.push(match self.catalog.files.len() {
                1 => "the catalog".to_owned(),
                files => format!("{files} catalogs"),
            });
        }
        let missing = &self.catalog.missing;
        tried.extend(
            missing
                .iter()
                .map(|name| format!("the catalog `{name}` (named by another one, unreadable)")),
        );
        if matches!(open.place, Place::File(_)) {
            tried.push("the folder of the document and those below".to_owned());
        }
        if self.delivery.base().next().is_some() {
            tried.push("the base schemas of xsozial".to_owned());
        }
        UnresolvedImport {
            position: SchemaPosition::of_line(&asking.path, reference.line),
            kind: reference.kind.as_str(),
            namespace: match reference.kind {
                ReferenceKind::Import => reference.namespace.clone(),
                ReferenceKind::Include | ReferenceKind::Redefine => asking.target_namespace.clone(),
            },
            location: reference.location.clone(),
            tried,
            also_missing: Vec::new(),
        }
    }

    /// The documents that were read, each with all the paths at which its bytes lie.
    pub(super) fn into_documents(self) -> Vec<LoadedDocument> {
        let delivery = self.delivery;
        let with_copies = |shelved: Shelved| {
            let mut document = shelved.document;
            let paths = shelved.places.iter().map(|place| delivery.shown(place));
            document.copies = paths.filter(|path| *path != document.path).collect();
            document.copies.sort();
            document.copies.dedup();
            document
        };
        self.library.documents.into_iter().map(with_copies).collect()
    }

    /// The files that were read: schema documents, archives, catalogs; sorted.
    pub(super) fn files(&self) -> Vec<std::path::PathBuf> {
        let parts = [&self.library.files, &self.delivery.archives, &self.catalog.files];
        let mut files: Vec<_> = parts.into_iter().flatten().cloned().collect();
        files.sort();
        files.dedup();
        files
    }
}
