//! One schema document that brings a whole delivery together, and a catalog: what other validators begin with.

use crate::{Error, doctor::workplace};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::{Path, PathBuf},
};
use xsozial_schema::{
    store::Entry,
    xsd::{DocumentSet, LoadedDocument, ReferenceKind},
};

/// What validators begin with.
pub(super) struct EntrySchema {
    /// The schema document that imports all namespaces.
    pub(super) schema: PathBuf,
    /// The OASIS catalog that says where the documents lie that are imported by URL.
    pub(super) catalog: PathBuf,
    /// The documents of the delivery: the path as a person knows it, and where it lies. In place of an XDatenfelder file
    /// lies the XSD that it stands for. What the delivery lacks and xsozial has is not among them.
    pub(super) documents: Vec<(String, PathBuf)>,
}

impl EntrySchema {
    /// Writes both into this folder. Each namespace has a document that includes its own; those that only repeat what
    /// others declare are left out. Namespaces come after those that they import, since libxml2 keeps what it meets first.
    pub(super) fn write(entry: &Entry, folder: &Path) -> Result<Self, Error> {
        let set = entry.documents()?;
        let place = Place::of(entry, &set, folder)?;
        let mut imports = String::new();
        for (number, namespace) in in_order(&set).into_iter().enumerate() {
            let attribute = |name: &str| match namespace {
                "" => String::new(),
                uri => format!(" {name}=\"{}\"", escaped(uri)),
            };
            let mut includes = String::new();
            for document in without_copies(&set, namespace) {
                let location = place.of_document(entry, document);
                let _ = writeln!(includes, "<xs:include schemaLocation=\"{location}\"/>");
            }
            if includes.is_empty() {
                continue;
            }
            let path = folder.join(format!("namensraum-{number}.xsd"));
            workplace::write(&path, wrapped(&attribute("targetNamespace"), &includes))?;
            let namespace = attribute("namespace");
            let _ = writeln!(
                imports,
                "<xs:import{namespace} schemaLocation=\"namensraum-{number}.xsd\"/>"
            );
        }
        let schema = folder.join("alle.xsd");
        workplace::write(&schema, wrapped(" targetNamespace=\"urn:xsozial:doctor\"", &imports))?;
        let catalog = folder.join("catalog.xml");
        workplace::write(&catalog, catalog_of(entry, &set, &place))?;
        let delivered = set.documents.iter().filter(|document| !document.builtin);
        Ok(Self {
            schema,
            catalog,
            documents: delivered
                .map(|document| (document.path.clone(), place.path(entry, document)))
                .collect(),
        })
    }
}

fn wrapped(attributes: &str, content: &str) -> String {
    format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"{attributes}>\n{content}</xs:schema>\n")
}

fn catalog_of(entry: &Entry, set: &DocumentSet, place: &Place) -> String {
    let mut entries = BTreeMap::new();
    for reference in set.documents.iter().flat_map(|document| &document.references) {
        let target = reference.resolved.first().and_then(|&index| set.documents.get(index));
        if let (Some(location), Some(target)) = (&reference.location, target)
            && location.contains("://")
        {
            entries.insert(location.clone(), place.of_document(entry, target));
        }
    }
    let mut lines = String::new();
    for (url, uri) in &entries {
        let url = escaped(url);
        // Writing to a string does not fail.
        let _ = writeln!(lines, "<system systemId=\"{url}\" uri=\"{uri}\"/>");
        let _ = writeln!(lines, "<uri name=\"{url}\" uri=\"{uri}\"/>");
    }
    format!("<catalog xmlns=\"urn:oasis:names:tc:entity:xmlns:xml:catalog\">\n{lines}</catalog>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Where the documents lie, seen from the folder that the files are written to. Validators tell documents by their
/// addresses; relative ones lead to the same address by whatever way a document is reached.
struct Place {
    /// The folder of the entry, as a relative URL.
    url: String,
    folder: PathBuf,
}

impl Place {
    /// Both folders lie in folders of the workplace. The XSDs that XDatenfelder files stand for are written into the second.
    fn of(entry: &Entry, set: &DocumentSet, folder: &Path) -> Result<Self, Error> {
        let base = folder.parent().unwrap_or(folder);
        let below = entry.folder().strip_prefix(base).map_err(|_| Error::Internal {
            what: "the delivery lies outside the workplace",
            place: entry.folder().display().to_string(),
        })?;
        let below = below.to_string_lossy().replace('\\', "/");
        let place = Self {
            url: format!("../{}", percent_encoded(&below)),
            folder: folder.to_owned(),
        };
        for document in set.documents.iter().filter(|document| document.datenschema().is_some()) {
            workplace::write(&place.path(entry, document), &document.text)?;
        }
        Ok(place)
    }

    fn of_document(&self, entry: &Entry, document: &LoadedDocument) -> String {
        if let Some(name) = translated_name(document) {
            return percent_encoded(&name);
        }
        let path = entry.path_of(document);
        let path = path.strip_prefix(entry.folder()).unwrap_or(&path).to_string_lossy();
        format!("{}/{}", self.url, percent_encoded(&path.replace('\\', "/")))
    }

    fn path(&self, entry: &Entry, document: &LoadedDocument) -> PathBuf {
        match translated_name(document) {
            Some(name) => self.folder.join(name),
            None => entry.path_of(document),
        }
    }
}

/// The name of the XSD that an XDatenfelder file stands for; `None` for all other documents.
fn translated_name(document: &LoadedDocument) -> Option<String> {
    let identifikation = document.datenschema()?.identifikation();
    let file = document.path.rsplit('/').next().unwrap_or_default();
    Some(format!("{file}-{}.xsd", identifikation.id))
}

/// The `file:` URL of an absolute path.
pub(super) fn uri_of(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let text = text.strip_prefix("//?/").unwrap_or(&text);
    let begin = if text.starts_with('/') { "file://" } else { "file:///" };
    format!("{begin}{}", percent_encoded(text))
}

fn percent_encoded(path: &str) -> String {
    let mut encoded = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:@._-~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

fn namespace_of(document: &LoadedDocument) -> &str {
    document.target_namespace.as_deref().unwrap_or_default()
}

/// The namespaces, each after those that its documents import.
fn in_order(set: &DocumentSet) -> Vec<&str> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    for document in &set.documents {
        visit(set, namespace_of(document), &mut seen, &mut order);
    }
    order
}

/// Namespaces may import one another in chains as long as there are documents; each is visited once.
fn visit<'s>(set: &'s DocumentSet, namespace: &'s str, seen: &mut BTreeSet<&'s str>, order: &mut Vec<&'s str>) {
    if !seen.insert(namespace) {
        return;
    }
    let own = set
        .documents
        .iter()
        .filter(|document| namespace_of(document) == namespace);
    for reference in own.flat_map(|document| &document.references) {
        for target in reference.resolved.iter().filter_map(|&index| set.documents.get(index)) {
            visit(set, namespace_of(target), seen, order);
        }
    }
    order.push(namespace);
}

/// The documents of a namespace but for those that only repeat what the others declare, and those that are included by
/// documents of another namespace.
fn without_copies<'s>(set: &'s DocumentSet, namespace: &str) -> Vec<&'s LoadedDocument> {
    let included: BTreeSet<usize> = set
        .documents
        .iter()
        .filter(|document| document.target_namespace.is_some())
        .flat_map(|document| &document.references)
        .filter(|reference| reference.kind != ReferenceKind::Import)
        .flat_map(|reference| reference.resolved.iter().copied())
        .collect();
    let mut declared = BTreeSet::new();
    let documents = set.documents.iter().enumerate().filter(|(index, document)| {
        let is_taken_in = document.target_namespace.is_none() && included.contains(index);
        namespace_of(document) == namespace && !is_taken_in
    });
    documents
        .map(|(_, document)| document)
        .filter(|document| {
            let components = declarations(document);
            let is_new = components.is_empty() || components.iter().any(|component| !declared.contains(component));
            declared.extend(components);
            is_new
        })
        .collect()
}

/// Kind and name of each component that a document declares.
fn declarations(document: &LoadedDocument) -> Vec<(String, String)> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    // A document that was loaded is well-formed.
    let Ok(tree) = roxmltree::Document::parse_with_options(&document.text, options) else {
        return Vec::new();
    };
    let children = tree.root_element().children().filter(roxmltree::Node::is_element);
    children
        .filter_map(|child| Some((child.tag_name().name().to_owned(), child.attribute("name")?.to_owned())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_urls() {
        assert_eq!(uri_of(Path::new("/a b/ü@1.xsd")), "file:///a%20b/%C3%BC@1.xsd");
        assert_eq!(uri_of(Path::new(r"\\?\C:\a\b.xsd")), "file:///C:/a/b.xsd");
    }
}
