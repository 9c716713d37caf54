//! What an entry is: the contents of `eintrag.json`.

use super::delivery::Delivery;
use crate::{
    Schema,
    names::NamespaceId,
    schema::{ElementId, StandardInfo, TypeRef, code_list_needs, documents_sha256, has_open_lists},
    xdatenfelder::{CodelisteReferenz, Datenschema, MissingCodelists, Shape},
    xsd::{DocumentSet, ReferenceKind},
};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The layout of descriptions that this version writes and reads.
pub(super) const FORMAT: u32 = 1;
/// How much of the SHA-256 stands in names.
pub(super) const SHORT_HASH: usize = 16;

/// What an entry is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Description {
    /// Version of this layout.
    pub format: u32,
    /// The standard's Kennung, a URN; where the delivery names none, the namespace of its messages.
    pub kennung: String,
    /// The version of the standard; empty where the delivery names none.
    pub version: String,
    /// The standard's long name; empty where the delivery names none.
    pub name: String,
    /// The licence; `None`: the delivery names none.
    pub lizenz: Option<String>,
    /// SHA-256 over the schema documents, see [`documents_sha256`].
    pub sha256: String,
    /// When it was added, as RFC 3339 in UTC.
    pub added: String,
    /// The names of the files and folders that were given.
    pub sources: Vec<String>,
    /// How many schema documents there are.
    pub documents: usize,
    /// The schema documents to begin with, below `xsd`; empty means all of them.
    pub given: Vec<String>,
    /// The base documents of xsozial that were taken because the delivery lacks them, below `basis`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub builtin_documents: Vec<String>,
    /// The elements that can be the root of a document, by namespace.
    pub namespaces: Vec<NamespaceMessages>,
    /// The code lists that the schema refers to, at hand or not.
    pub used_lists: Vec<UsedList>,
    /// Whether there are codes besides whose lists the document names (Code type 4).
    pub has_open_lists: bool,
    /// The code lists below `codelisten`.
    pub list_files: Vec<ListFile>,
    /// Files that should be code lists and are none.
    pub broken_lists: Vec<LackingList>,
    /// How XDatenfelder files are read; `None`: there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xdatenfelder: Option<XdatenfelderUse>,
}

/// How the XDatenfelder files of an entry are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct XdatenfelderUse {
    /// The shape of the schema that they stand for.
    pub shape: Shape,
    /// Whether select fields take any code where their code list is not at hand.
    pub any_code: bool,
    /// Files below `namen` that are there for their names alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NamesFile>,
}

impl XdatenfelderUse {
    /// What is to be done about code lists that are not at hand.
    pub fn missing_codelists(&self) -> MissingCodelists {
        if self.any_code {
            MissingCodelists::AnyCode
        } else {
            MissingCodelists::Refuse
        }
    }
}

/// An XDatenfelder file that is there for its names alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamesFile {
    /// The file below `namen`.
    pub file: String,
    /// Its SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

/// The elements of one namespace that can be the root of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamespaceMessages {
    /// The namespace; empty for none.
    pub uri: String,
    /// Whether it is the delivery's own: no other of its namespaces imports it.
    pub is_own: bool,
    /// The elements, sorted by name.
    pub roots: Vec<RootMessage>,
}

/// An element that can be the root of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RootMessage {
    /// The name without prefix.
    pub local: String,
    /// The fixed value of its attribute `standard` (XÖV Basisnachricht).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<String>,
    /// The fixed value of its attribute `version`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// A code list that the schema refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UsedList {
    /// `listURI`.
    pub uri: String,
    /// `listVersionID`; `None` where the document names the version (Code type 3).
    pub version: Option<String>,
    /// Whether it is at hand; for Code type 3, any version of it.
    pub is_present: bool,
}

/// A code list of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListFile {
    /// The file below `codelisten`.
    pub file: String,
    /// `CanonicalUri`.
    pub uri: String,
    /// `Version`.
    pub version: String,
    /// How many rows it has.
    pub rows: usize,
}

/// A file that should be a code list and is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LackingList {
    /// The file in the delivery.
    pub file: String,
    /// What is wrong.
    pub reason: String,
}

impl Description {
    /// Describes a delivery whose schema is compiled, all but its copy (`given`, `builtin_documents`, `list_files` and `xdatenfelder`).
    pub fn of(delivery: &Delivery, schema: &Schema) -> Self {
        let namespaces = namespaces(schema, &delivery.documents);
        let StandardInfo {
            name,
            kennung,
            version,
            lizenz,
        } = schema.standard.clone();
        let own = namespaces.iter().find(|namespace| namespace.is_own);
        let known = || own.or(namespaces.first()).map(|namespace| namespace.uri.clone());
        Self {
            format: FORMAT,
            kennung: Some(kennung)
                .filter(|it| !it.is_empty())
                .or_else(known)
                .unwrap_or_default(),
            version,
            name,
            lizenz: Some(lizenz).filter(|it| !it.is_empty()),
            sha256: documents_sha256(&schema.documents),
            added: String::new(),
            sources: delivery.sources.clone(),
            documents: schema.documents.len(),
            given: Vec::new(),
            builtin_documents: Vec::new(),
            used_lists: used_lists(schema, delivery),
            has_open_lists: has_open_lists(schema),
            namespaces,
            list_files: Vec::new(),
            xdatenfelder: None,
            broken_lists: delivery
                .broken_lists
                .iter()
                .map(|broken| LackingList {
                    file: broken.file.clone(),
                    reason: broken.reason.clone(),
                })
                .collect(),
        }
    }

    /// `KENNUNG_VERSION@HASH`: names the entry among all others, and selects it.
    pub fn full_name(&self) -> String {
        let short = self.sha256.get(..SHORT_HASH).unwrap_or(&self.sha256);
        format!("{}@{short}", self.versioned_name())
    }

    /// `KENNUNG_VERSION`, or the Kennung alone where there is no version.
    pub fn versioned_name(&self) -> String {
        if self.version.is_empty() {
            self.kennung.clone()
        } else {
            format!("{}_{}", self.kennung, self.version)
        }
    }

    /// Namespace and root of each message of the delivery's own namespaces; where it has none, of all.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &RootMessage)> {
        let has_own = self.namespaces.iter().any(|namespace| namespace.is_own);
        let shown = self
            .namespaces
            .iter()
            .filter(move |namespace| namespace.is_own || !has_own);
        shown.flat_map(|namespace| namespace.roots.iter().map(|root| (namespace.uri.as_str(), root)))
    }

    /// The lists that are referred to and are not at hand.
    pub fn missing_lists(&self) -> impl Iterator<Item = &UsedList> {
        self.used_lists.iter().filter(|list| !list.is_present)
    }

    /// The lists that came along and are not among those used: their codes stand in the schema itself (Code type 1), or
    /// the schema does not name them.
    pub fn further_lists(&self) -> impl Iterator<Item = &ListFile> {
        let is_used = |file: &ListFile, used: &UsedList| {
            used.uri == file.uri && used.version.as_ref().is_none_or(|version| *version == file.version)
        };
        let used = &self.used_lists;
        self.list_files
            .iter()
            .filter(move |file| !used.iter().any(|used| is_used(file, used)))
    }
}

fn used_lists(schema: &Schema, delivery: &Delivery) -> Vec<UsedList> {
    let present: FxHashSet<(&str, &str)> = delivery
        .lists
        .iter()
        .map(|it| &it.list.identification)
        .map(|list| (list.canonical_uri.as_str(), list.version.as_str()))
        .collect();
    let uris: FxHashSet<&str> = present.iter().map(|&(uri, _)| uri).collect();
    let used = code_list_needs(schema).into_iter().map(|need| UsedList {
        is_present: match &need.version {
            Some(version) => present.contains(&(need.uri.as_str(), version.as_str())),
            None => uris.contains(need.uri.as_str()),
        },
        uri: need.uri,
        version: need.version,
    });
    used.chain(lists_of_datenschemas(&delivery.documents)).collect()
}

/// The code lists that fields of XDatenfelder files refer to. Their codes are part of the schema.
fn lists_of_datenschemas(documents: &DocumentSet) -> Vec<UsedList> {
    let mut lists: BTreeMap<(String, Option<String>), bool> = BTreeMap::new();
    let schemas = documents.documents.iter().filter_map(|document| document.datenschema());
    for feld in schemas.flat_map(Datenschema::felder) {
        if let Some(reference) = &feld.codeliste {
            let is_present = lists.entry(uri_and_version(reference)).or_default();
            *is_present |= !feld.werte.is_empty();
        }
    }
    let used = lists.into_iter();
    used.map(|((uri, version), is_present)| UsedList {
        uri,
        version,
        is_present,
    })
    .collect()
}

/// The version may be told by the URI of the version alone: `<URI>_<version>`.
fn uri_and_version(reference: &CodelisteReferenz) -> (String, Option<String>) {
    let CodelisteReferenz {
        uri,
        version,
        version_uri,
        ..
    } = reference;
    let filled = |text: &str| Some(text.to_owned()).filter(|it| !it.is_empty());
    match version_uri.rsplit_once('_') {
        Some((of_version, told)) if uri.is_empty() => (of_version.to_owned(), filled(told)),
        Some((of_version, told)) if version.is_empty() && of_version == uri => (uri.clone(), filled(told)),
        None if uri.is_empty() => (version_uri.clone(), None),
        _ => (uri.clone(), filled(version)),
    }
}

fn namespaces(schema: &Schema, documents: &DocumentSet) -> Vec<NamespaceMessages> {
    let imported = imported_namespaces(documents);
    let mut by_uri: BTreeMap<&str, Vec<RootMessage>> = BTreeMap::new();
    for (name, id) in schema.global_elements.iter() {
        if !schema.element(id).is_abstract {
            let uri = schema.names.uri(schema.names.namespace_of(name));
            by_uri.entry(uri).or_default().push(root_message(schema, id));
        }
    }
    let mut namespaces: Vec<_> = by_uri
        .into_iter()
        .map(|(uri, mut roots)| {
            roots.sort();
            NamespaceMessages {
                uri: uri.to_owned(),
                is_own: !imported.contains(uri),
                roots,
            }
        })
        .collect();
    // Two namespaces that import each other would leave none; then all are.
    if namespaces.iter().all(|namespace| !namespace.is_own) {
        for namespace in &mut namespaces {
            namespace.is_own = true;
        }
    }
    namespaces
}

fn imported_namespaces(documents: &DocumentSet) -> FxHashSet<&str> {
    let imports = documents.documents.iter().flat_map(|document| {
        let imports = document.references.iter().filter(|it| it.kind == ReferenceKind::Import);
        imports.map(|it| it.namespace.as_deref().unwrap_or_default())
    });
    imports.collect()
}

fn root_message(schema: &Schema, id: ElementId) -> RootMessage {
    let element = schema.element(id);
    let fixed = |local: &str| {
        let TypeRef::Complex(complex) = element.type_ref else {
            return None;
        };
        let name = schema.names.lookup(NamespaceId::NONE, local);
        let attributes = &schema.complex_type(complex).attributes;
        let attribute = attributes.iter().find(|attribute| attribute.name == name)?;
        attribute.constraint.as_ref()?.fixed().map(str::to_owned)
    };
    RootMessage {
        local: schema.names.local(element.name).to_owned(),
        standard: fixed("standard"),
        version: fixed("version"),
    }
}
