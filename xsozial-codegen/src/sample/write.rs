//! A document as bytes.

use super::{
    SampleError,
    prefixes::Prefixes,
    tree::{Node, NodeId, NodeName, Text, Tree},
};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event, attributes::Attribute},
    name::QName,
};
use std::{borrow::Cow, collections::BTreeSet};
use xsozial_schema::{
    NamespaceId, Schema,
    schema::{SimpleTypeId, TypeRef, Variety},
    value::Builtin,
};

/// The document as UTF-8, indented, all namespaces declared by its root.
pub(super) fn write(schema: &Schema, prefixes: &Prefixes, tree: &Tree) -> Result<Vec<u8>, SampleError> {
    let mut document = Document {
        schema,
        prefixes,
        tree,
        writer: Writer::new_with_indent(Vec::new(), b' ', 2),
    };
    document
        .writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    if !tree.nodes.is_empty() {
        document.element(0)?;
    }
    let mut bytes = document.writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

struct Document<'d> {
    schema: &'d Schema,
    prefixes: &'d Prefixes,
    tree: &'d Tree,
    writer: Writer<Vec<u8>>,
}

impl Document<'_> {
    /// The nesting of the tree is bounded by [`super::grow`].
    fn element(&mut self, id: NodeId) -> Result<(), SampleError> {
        let node = &self.tree.nodes[id];
        let name = self.name(node);
        let mut start = BytesStart::new(name.as_str());
        if id == 0 {
            for namespace in self.namespaces() {
                let key = format!("xmlns:{}", self.prefixes.prefix(namespace));
                push(&mut start, &key, self.prefixes.uri(namespace));
            }
        }
        if let Some(type_ref) = node.named_type {
            push(&mut start, "xsi:type", &self.type_name(type_ref));
        }
        if node.is_nil {
            push(&mut start, "xsi:nil", "true");
        }
        for attribute in &node.attributes {
            let namespace = self.schema.names.namespace_of(attribute.name);
            let key = self.qualified(namespace, self.schema.names.local(attribute.name));
            push(&mut start, &key, &attribute.value.content);
        }
        let text = node.text.as_ref().map_or("", |text| text.content.as_str());
        if text.is_empty() && node.children.is_empty() {
            self.writer.write_event(Event::Empty(start))?;
            return Ok(());
        }
        self.writer.write_event(Event::Start(start))?;
        if !text.is_empty() {
            self.writer
                .write_event(Event::Text(BytesText::from_escaped(escape(text))))?;
        }
        for &child in &node.children {
            self.element(child)?;
        }
        self.writer.write_event(Event::End(BytesEnd::new(name)))?;
        Ok(())
    }

    fn name(&self, node: &Node) -> String {
        match node.name {
            NodeName::Known(name) => {
                let names = &self.schema.names;
                self.qualified(names.namespace_of(name), names.local(name))
            }
            NodeName::MadeUp(namespace) => self.qualified(namespace, "synthetisch"),
        }
    }

    fn qualified(&self, namespace: NamespaceId, local: &str) -> String {
        match self.prefixes.prefix(namespace) {
            "" => local.to_owned(),
            prefix => format!("{prefix}:{local}"),
        }
    }

    fn type_name(&self, type_ref: TypeRef) -> String {
        match self.type_name_id(type_ref) {
            Some(name) => self.qualified(self.schema.names.namespace_of(name), self.schema.names.local(name)),
            None => String::new(),
        }
    }

    fn type_name_id(&self, type_ref: TypeRef) -> Option<xsozial_schema::NameId> {
        match type_ref {
            TypeRef::Simple(id) => self.schema.simple_type(id).name,
            TypeRef::Complex(id) => self.schema.complex_type(id).name,
        }
    }

    /// The namespaces that the root must declare.
    fn namespaces(&self) -> BTreeSet<NamespaceId> {
        let names = &self.schema.names;
        let mut used = BTreeSet::new();
        for node in &self.tree.nodes {
            used.insert(match node.name {
                NodeName::Known(name) => names.namespace_of(name),
                NodeName::MadeUp(namespace) => namespace,
            });
            if node.is_nil || node.named_type.is_some() {
                used.insert(NamespaceId::XSI);
            }
            let type_name = node.named_type.and_then(|type_ref| self.type_name_id(type_ref));
            used.extend(type_name.map(|name| names.namespace_of(name)));
            used.extend(
                node.attributes
                    .iter()
                    .map(|attribute| names.namespace_of(attribute.name)),
            );
            let values = node
                .attributes
                .iter()
                .map(|attribute| &attribute.value)
                .chain(&node.text);
            for value in values {
                self.namespaces_of_value(value, &mut used);
            }
        }
        for declared_otherwise in [NamespaceId::NONE, NamespaceId::XML] {
            used.remove(&declared_otherwise);
        }
        used
    }

    fn namespaces_of_value(&self, value: &Text, used: &mut BTreeSet<NamespaceId>) {
        if value.simple_type.is_some_and(|id| holds_names(self.schema, id, 0)) {
            let prefixes = value.content.split(' ').filter_map(|item| item.split_once(':'));
            used.extend(prefixes.filter_map(|(prefix, _)| self.prefixes.namespace(prefix)));
        }
    }
}

/// Whether values of the type may be names with prefixes.
fn holds_names(schema: &Schema, id: SimpleTypeId, depth: usize) -> bool {
    // No chain of members is longer than the table.
    if depth > schema.simple_types.len() {
        return false;
    }
    let simple_type = schema.simple_type(id);
    match &simple_type.variety {
        Variety::Atomic => matches!(simple_type.builtin.primitive(), Builtin::QName | Builtin::Notation),
        Variety::List(item) => holds_names(schema, *item, depth + 1),
        Variety::Union(members) => members.iter().any(|&member| holds_names(schema, member, depth + 1)),
    }
}

fn push(start: &mut BytesStart<'_>, key: &str, value: &str) {
    start.push_attribute(Attribute {
        key: QName(key),
        value: escape(value),
    });
}

/// The text with everything as a reference that would not survive being read: markup, and white space that a reader
/// changes (XML 1.0, sections 2.11 and 3.3.3).
fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\t', '\n', '\r']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_a_reader_would_change_is_written_as_a_reference() {
        assert_eq!(
            escape("a < b & \"c\"\t\r\n>"),
            "a &lt; b &amp; &quot;c&quot;&#9;&#13;&#10;&gt;"
        );
        assert_eq!(escape("schlicht"), "schlicht");
    }
}
