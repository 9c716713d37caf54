//! The code elements of a document, found by the schema alone: no part of the check of codes is used.

use roxmltree::Node;
use std::ops::Range;
use xsozial_schema::{
    NamespaceId, Schema,
    schema::{CodeBinding, CodeTyp, Content, LeafTerm, TypeRef, ValueConstraint},
};

/// A code element.
pub(crate) struct CodeElement {
    /// Where the text of the code stands.
    pub(crate) range: Range<usize>,
    /// The path of the element `code`, without namespaces.
    pub(crate) path: String,
    pub(crate) typ: CodeTyp,
    pub(crate) list_uri: String,
    pub(crate) list_version: String,
}

/// All code elements of a document that the schema describes.
pub(crate) fn code_elements(schema: &Schema, text: &str) -> Vec<CodeElement> {
    let document = roxmltree::Document::parse(text).unwrap();
    let root = document.root_element();
    let mut found = Vec::new();
    if let Some(element) = schema.global_element(name(schema, root)) {
        descend(schema, root, schema.element(element).type_ref, &mut found);
    }
    found
}

fn name(schema: &Schema, node: Node<'_, '_>) -> xsozial_schema::NameId {
    let namespace = node
        .tag_name()
        .namespace()
        .map_or(NamespaceId::NONE, |uri| schema.names.namespace(uri));
    schema.names.lookup(namespace, node.tag_name().name())
}

fn descend(schema: &Schema, node: Node<'_, '_>, type_ref: TypeRef, found: &mut Vec<CodeElement>) {
    if node
        .attribute(("http://www.w3.org/2001/XMLSchema-instance", "type"))
        .is_some()
    {
        // No published message names a type; made-up documents may.
        return;
    }
    let TypeRef::Complex(id) = type_ref else { return };
    let complex_type = schema.complex_type(id);
    let Content::Elements(content) = &complex_type.content else {
        return;
    };
    let fixed = |local: &str| {
        let known = complex_type
            .attributes
            .iter()
            .find(|known| schema.names.local(known.name) == local);
        known
            .and_then(|known| known.constraint.as_ref())
            .map(ValueConstraint::value)
    };
    for child in node.children().filter(Node::is_element) {
        if let Some(binding) = &complex_type.code
            && child.has_tag_name("code")
        {
            let said = |local: &str| {
                node.attribute(local)
                    .or(fixed(local))
                    .unwrap_or_default()
                    .trim()
                    .to_owned()
            };
            found.push(element(binding, child, said("listURI"), said("listVersionID")));
        }
        let wanted = name(schema, child);
        let declared = content.leaves.iter().find_map(|leaf| match leaf.term {
            LeafTerm::Element(id) => {
                let element = schema.element(id);
                let members = std::iter::once(id).chain(element.substitutes.iter().copied());
                members
                    .map(|id| schema.element(id))
                    .find(|element| element.name == wanted)
            }
            LeafTerm::Wildcard(_) => None,
        });
        if let Some(declared) = declared {
            descend(schema, child, declared.type_ref, found);
        }
    }
}

fn element(binding: &CodeBinding, code: Node<'_, '_>, list_uri: String, list_version: String) -> CodeElement {
    let range = code
        .first_child()
        .map_or_else(|| between_tags(code), |text| text.range());
    CodeElement {
        range,
        path: path(code),
        typ: binding.typ,
        list_uri,
        list_version,
    }
}

/// Where the text of an element would stand that is empty. No published message writes it in one tag.
fn between_tags(element: Node<'_, '_>) -> Range<usize> {
    let range = element.range();
    let text = &element.document().input_text()[range.clone()];
    let place = range.start + text.find("></").unwrap() + 1;
    place..place
}

/// `/a[1]/b[2]`, each index among siblings of the same name.
fn path(node: Node<'_, '_>) -> String {
    let before = node
        .prev_siblings()
        .skip(1)
        .filter(|other| other.is_element() && other.tag_name() == node.tag_name());
    let step = format!("/{}[{}]", node.tag_name().name(), before.count() + 1);
    let above = node.parent().filter(Node::is_element).map(path);
    above.unwrap_or_default() + &step
}

/// A path without the numbers of its steps.
pub(crate) fn without_numbers(path: &str) -> String {
    let mut names = String::new();
    for step in path.split('[') {
        names.push_str(step.split_once(']').map_or(step, |(_, rest)| rest));
    }
    names
}

/// The path of a finding without its namespaces.
pub(crate) fn short(path: &str) -> String {
    let mut short = String::new();
    let mut rest = path;
    while let Some(start) = rest.find("Q{") {
        short.push_str(&rest[..start]);
        rest = rest[start..].split_once('}').map_or("", |(_, rest)| rest);
    }
    short + rest
}
