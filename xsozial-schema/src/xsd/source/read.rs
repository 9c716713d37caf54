//! The bytes of one schema document → [`LoadedDocument`] with its references unresolved.

use super::{
    doctype::Prolog,
    document::{LoadedDocument, Reference, ReferenceKind},
    xml,
};
use crate::{names::XS_NAMESPACE, xsd::error::XsdError};
use roxmltree::{Document, Node};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Identity of a document's bytes.
pub(crate) type Hash = [u8; 32];

/// SHA-256 of a document's bytes.
pub(crate) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Reads a schema document. `shown` is its path as a person knows it.
pub(super) fn read_document(
    bytes: &[u8],
    shown: &str,
    hash: &Hash,
    #[cfg(feature = "xdatenfelder")] options: &crate::xdatenfelder::Options,
) -> Result<LoadedDocument, XsdError> {
    let plain = xml::plain_text(bytes, shown)?;
    let (target_namespace, references) = {
        let document = xml::parse(&plain, shown)?;
        let root = document.root_element();
        #[cfg(feature = "xdatenfelder")]
        if crate::xdatenfelder::is_xdatenfelder(root) {
            let schema = crate::xdatenfelder::read_document(&document, &plain, shown)?;
            drop(document);
            return Ok(super::xdatenfelder::translate(schema, plain, bytes, options)?);
        }
        if !root.has_tag_name((XS_NAMESPACE, "schema")) {
            return Err(XsdError::NotASchema {
                position: xml::position(&plain, shown, root.range().start),
                root: xml::expanded_name(root),
            });
        }
        let references = root.children().filter_map(|child| {
            let kind = reference_kind(child)?;
            let line = plain.positions.line(child.range().start);
            Some(reference(child, kind, line))
        });
        (target_namespace(root), references.collect())
    };
    let bytes = (plain.text.as_bytes() != bytes).then(|| bytes.into());
    Ok(LoadedDocument {
        path: shown.to_owned(),
        copies: Vec::new(),
        text: plain.text,
        sha256: hexadecimal(hash),
        target_namespace,
        references,
        builtin: false,
        positions: plain.positions,
        #[cfg(feature = "xdatenfelder")]
        datenschema: None,
        bytes,
    })
}

/// The target namespace of a schema document; `None` inside stands for no namespace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TargetNamespace(Option<String>);

impl TargetNamespace {
    /// Whether it is one of these.
    pub(super) fn is_among(&self, namespaces: &[Option<&str>]) -> bool {
        namespaces.contains(&self.0.as_deref())
    }
}

/// The target namespace of a schema document, read off its root element alone; `None` for what is no schema document.
pub(super) fn peek_namespace(bytes: &[u8]) -> Option<TargetNamespace> {
    let plain = xml::plain_text(bytes, "").ok()?;
    let tag = Prolog::of(&plain.text).ok()?.root_tag(&plain.text)?;
    let tag = plain.text.get(tag)?.strip_suffix('>')?;
    let element = format!("{}/>", tag.strip_suffix('/').unwrap_or(tag));
    let document = Document::parse(&element).ok()?;
    let root = document.root_element();
    root.has_tag_name((XS_NAMESPACE, "schema"))
        .then(|| TargetNamespace(target_namespace(root)))
}

fn target_namespace(root: Node<'_, '_>) -> Option<String> {
    attribute(root, "targetNamespace")
}

/// An attribute of type `xs:anyURI`: white space around it does not count, and empty is absent.
fn attribute(element: Node<'_, '_>, name: &str) -> Option<String> {
    let value = element.attribute(name)?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn reference_kind(element: Node<'_, '_>) -> Option<ReferenceKind> {
    let name = element.tag_name();
    match name.name() {
        _ if name.namespace() != Some(XS_NAMESPACE) => None,
        "include" => Some(ReferenceKind::Include),
        "import" => Some(ReferenceKind::Import),
        "redefine" => Some(ReferenceKind::Redefine),
        _ => None,
    }
}

fn reference(element: Node<'_, '_>, kind: ReferenceKind, line: u32) -> Reference {
    let namespace = match kind {
        ReferenceKind::Import => attribute(element, "namespace"),
        ReferenceKind::Include | ReferenceKind::Redefine => None,
    };
    Reference {
        kind,
        namespace,
        location: attribute(element, "schemaLocation"),
        resolved: Vec::new(),
        line,
    }
}

pub(crate) fn hexadecimal(hash: &Hash) -> String {
    let mut text = String::with_capacity(2 * hash.len());
    for byte in hash {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
