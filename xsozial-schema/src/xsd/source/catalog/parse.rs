//! Reads one catalog document.

use super::Location;
use crate::xsd::{
    error::XsdError,
    source::{location, xml},
};
use roxmltree::Node;
use std::path::{Path, PathBuf};

const NAMESPACE: &str = "urn:oasis:names:tc:entity:xmlns:xml:catalog";

/// What an entry maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A whole URI or system identifier.
    Location,
    /// A public identifier.
    Public,
    /// The beginning of a URI or system identifier.
    Rewrite,
    /// The end of a URI or system identifier.
    Suffix,
    /// The beginning of a URI or system identifier, for which another catalog is asked.
    Delegate,
    /// Everything else, for which another catalog is asked.
    Next,
}

/// One entry of a catalog.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: EntryKind,
    /// The whole, the beginning or the end that it is for.
    pub(super) name: String,
    /// Absolute path of the file or folder.
    pub(super) target: PathBuf,
}

/// The entries of a catalog in document order, those that lead to the network left out.
pub(super) fn entries(bytes: &[u8], shown: &str, folder: &Path) -> Result<Vec<Entry>, XsdError> {
    let plain = xml::plain_text(bytes, shown)?;
    let document = xml::parse(&plain, shown)?;
    let root = document.root_element();
    if !root.has_tag_name((NAMESPACE, "catalog")) {
        return Err(XsdError::NotACatalog {
            position: xml::position(&plain, shown, root.range().start),
            root: xml::expanded_name(root),
        });
    }
    let elements = root.descendants().filter(Node::is_element);
    Ok(elements.filter_map(|element| entry(element, folder)).collect())
}

fn entry(element: Node<'_, '_>, folder: &Path) -> Option<Entry> {
    if element.tag_name().namespace() != Some(NAMESPACE) {
        return None;
    }
    let (kind, name, target) = match element.tag_name().name() {
        "uri" => (EntryKind::Location, "name", "uri"),
        "system" => (EntryKind::Location, "systemId", "uri"),
        "public" => (EntryKind::Public, "publicId", "uri"),
        "rewriteURI" => (EntryKind::Rewrite, "uriStartString", "rewritePrefix"),
        "rewriteSystem" => (EntryKind::Rewrite, "systemIdStartString", "rewritePrefix"),
        "uriSuffix" => (EntryKind::Suffix, "uriSuffix", "uri"),
        "systemSuffix" => (EntryKind::Suffix, "systemIdSuffix", "uri"),
        "delegateURI" => (EntryKind::Delegate, "uriStartString", "catalog"),
        "delegateSystem" => (EntryKind::Delegate, "systemIdStartString", "catalog"),
        "nextCatalog" => (EntryKind::Next, "", "catalog"),
        _ => return None,
    };
    let name = match kind {
        EntryKind::Next => String::new(),
        _ => element.attribute(name)?.to_owned(),
    };
    let target = locate(element.attribute(target)?, &base(element, folder)?)?;
    Some(Entry { kind, name, target })
}

/// The folder that `xml:base` of the element and those around it set; `None` when it is on the network.
fn base(element: Node<'_, '_>, folder: &Path) -> Option<PathBuf> {
    let bases: Vec<&str> = element
        .ancestors()
        .filter_map(|ancestor| ancestor.attribute((crate::names::XML_NAMESPACE, "base")))
        .collect();
    let outermost_first = bases.into_iter().rev();
    outermost_first.into_iter().try_fold(folder.to_owned(), |folder, base| {
        let located = locate(base, &folder)?;
        // Like that of every URL, the last segment of a base is no folder unless a slash follows.
        let is_folder = base.ends_with('/') || base.ends_with("..") || base == ".";
        if is_folder {
            Some(located)
        } else {
            located.parent().map(Path::to_owned)
        }
    })
}

fn locate(reference: &str, folder: &Path) -> Option<PathBuf> {
    match Location::of(reference) {
        Location::Relative(path) => Some(location::join_folder(folder, &location::percent_decoded(path))),
        Location::Local(path) => Some(path),
        Location::Remote => None,
    }
}
