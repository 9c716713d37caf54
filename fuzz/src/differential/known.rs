//! Differences that are known, and why.

use roxmltree::{Document, Node};

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Whether a difference has a known reason.
pub(super) fn is_known(document: &Document<'_>) -> bool {
    document
        .descendants()
        .any(|node| has_unknown_instance_attribute(node) || is_spaced_base64(node) || is_read_otherwise(node))
}

/// xsd-schema accepts every attribute in the namespace of the instance; only four are declared there (XML Schema part 1,
/// section 3.2.7).
fn has_unknown_instance_attribute(node: Node<'_, '_>) -> bool {
    let known = ["type", "nil", "schemaLocation", "noNamespaceSchemaLocation"];
    let mut attributes = node.attributes();
    attributes.any(|attribute| attribute.namespace() == Some(XSI) && !known.contains(&attribute.name()))
}

/// xsd-schema refuses white space beside the padding, which belongs to the lexical space (XML Schema part 2, section
/// 3.2.16).
fn is_spaced_base64(node: Node<'_, '_>) -> bool {
    let text = node.text().unwrap_or_default();
    node.tag_name().name() == "basis" && text.contains('=') && text.contains(char::is_whitespace)
}

/// - `griechisch`: xsd-schema takes the complement of the complement of a block for something else than the block.
/// - `vieles`: xsd-schema follows references in a list of a union. The type is not derived from IDREF, so they are none by
///   the letter (XML Schema part 1, section 3.15.5, clause 2).
fn is_read_otherwise(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "griechisch" | "vieles")
}
