//! A valid document as a tree of places, each with its declaration, its type and its bytes.

use super::{MutateError, tag};
use std::{collections::HashMap, ops::Range};
use xsozial_model::xml::attribute_step;
use xsozial_schema::{
    NameId, NamespaceId, Schema,
    check::Admission,
    content::{Cursor, Label},
    names::{Names, XSI_NAMESPACE},
    schema::{Content, ElementContent, ElementId, TypeRef},
    value::PrefixResolver,
};

/// A source document.
pub(super) struct Document {
    pub(super) name: String,
    pub(super) text: String,
    /// All elements; parents before their children.
    pub(super) nodes: Vec<Node>,
}

/// Index of an element in its document.
pub(super) type NodeId = usize;

/// An element.
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    pub(super) children: Vec<NodeId>,
    pub(super) name: NameId,
    pub(super) namespace: NamespaceId,
    /// `Q{uri}local`
    pub(super) expanded: String,
    /// Which of its siblings of the same name it is, counted from 1.
    pub(super) occurrence: u32,
    /// Its declaration and its type, which `xsi:type` may name; `None` where a wildcard admits it unchecked.
    pub(super) declared: Option<(ElementId, TypeRef)>,
    /// The leaf of its parent's content model that it matches.
    pub(super) leaf: Option<u32>,
    pub(super) is_nil: bool,
    /// Its bytes, from `<` to behind the last `>`.
    pub(super) range: Range<usize>,
    pub(super) tag: tag::Tag,
    pub(super) attributes: Vec<Attribute>,
    /// Its text, where it has no children.
    pub(super) value: String,
}

/// An attribute that is there.
pub(super) struct Attribute {
    pub(super) name: NameId,
    /// Its bytes, from the name to behind the closing quote.
    pub(super) range: Range<usize>,
    pub(super) value_range: Range<usize>,
    pub(super) value: String,
}

/// An element that is still to be read.
struct Open<'a, 'input> {
    xml: roxmltree::Node<'a, 'input>,
    parent: Option<NodeId>,
    element: Option<ElementId>,
    leaf: Option<u32>,
    occurrence: u32,
}

/// The namespaces in scope of an element.
struct InScope<'a, 'input>(roxmltree::Node<'a, 'input>);

impl PrefixResolver for InScope<'_, '_> {
    fn namespace_uri(&self, prefix: &str) -> Option<&str> {
        self.0.lookup_namespace_uri((!prefix.is_empty()).then_some(prefix))
    }
}

impl Document {
    /// Reads a document that is valid.
    pub(super) fn read(schema: &Schema, name: &str, text: String) -> Result<Self, MutateError> {
        let mut nodes = Vec::new();
        {
            let tree = roxmltree::Document::parse(&text).map_err(|_| MutateError::NoTree)?;
            let root = tree.root_element();
            let mut open = vec![Open {
                xml: root,
                parent: None,
                element: schema.global_element(name_of(&schema.names, root.tag_name()).1),
                leaf: None,
                occurrence: 1,
            }];
            while let Some(next) = open.pop() {
                let id = nodes.len();
                let node = read_node(schema, &text, &next);
                if let Some(parent) = next.parent.and_then(|parent| nodes.get_mut(parent)) {
                    let parent: &mut Node = parent;
                    parent.children.push(id);
                }
                let children = children_of(schema, &node, id, next.xml);
                nodes.push(node);
                open.extend(children.into_iter().rev());
            }
        }
        Ok(Self {
            name: name.to_owned(),
            text,
            nodes,
        })
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// The path of an element, as findings tell it.
    pub(super) fn path(&self, id: NodeId) -> String {
        let mut steps = Vec::new();
        let mut current = Some(id);
        while let Some(node) = current.map(|id| self.node(id)) {
            steps.push(step(&node.expanded, node.occurrence));
            current = node.parent;
        }
        steps.reverse();
        steps.concat()
    }

    /// The bytes of an element as text.
    pub(super) fn text_of(&self, id: NodeId) -> &str {
        self.text.get(self.node(id).range.clone()).unwrap_or_default()
    }
}

impl Node {
    pub(super) fn attribute(&self, name: NameId) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The content model, where it has one and is not nil.
    pub(super) fn content<'s>(&self, schema: &'s Schema) -> Option<&'s ElementContent> {
        match self.declared {
            Some((_, TypeRef::Complex(id))) if !self.is_nil => match &schema.complex_type(id).content {
                Content::Elements(content) => Some(content),
                Content::Empty | Content::Simple(_) => None,
            },
            _ => None,
        }
    }
}

/// A step of a path to an element.
pub(super) fn step(expanded: &str, occurrence: u32) -> String {
    format!("/{expanded}[{occurrence}]")
}

/// A step of a path to an attribute.
pub(super) fn step_to(names: &Names, attribute: NameId) -> String {
    attribute_step(names.uri(names.namespace_of(attribute)), names.local(attribute))
}

fn read_node(schema: &Schema, text: &str, open: &Open<'_, '_>) -> Node {
    let xml = open.xml;
    let names = &schema.names;
    let (namespace, name) = name_of(names, xml.tag_name());
    let instance = |local| xml.attribute((XSI_NAMESPACE, local));
    let declared = open.element.map(|id| {
        let element = schema.element(id);
        let stand_in = instance("type").and_then(|value| {
            let scope = InScope(xml);
            schema.named_type(Some(element), element.type_ref, value, &scope).ok()
        });
        (id, stand_in.unwrap_or(element.type_ref))
    });
    let is_nil = open.element.is_some_and(|id| {
        let is_nil = |value| schema.is_nil(Some(schema.element(id)), value).unwrap_or(false);
        instance("nil").is_some_and(is_nil)
    });
    let range = xml.range();
    Node {
        parent: open.parent,
        children: Vec::new(),
        name,
        namespace,
        expanded: expanded(xml.tag_name()),
        occurrence: open.occurrence,
        declared,
        leaf: open.leaf,
        is_nil,
        tag: tag::Tag::read(text, range.clone()),
        range,
        attributes: xml.attributes().map(|known| read_attribute(names, &known)).collect(),
        value: xml
            .children()
            .filter_map(|child| child.text().filter(|_| child.is_text()))
            .collect(),
    }
}

fn read_attribute(names: &Names, attribute: &roxmltree::Attribute<'_, '_>) -> Attribute {
    let namespace = names.namespace(attribute.namespace().unwrap_or_default());
    Attribute {
        name: names.lookup(namespace, attribute.name()),
        range: attribute.range(),
        value_range: attribute.range_value(),
        value: attribute.value().to_owned(),
    }
}

/// The children of an element, with what its content model says of them. Below an element that nobody declares there is
/// nothing to break.
fn children_of<'a, 'input>(
    schema: &Schema,
    node: &Node,
    id: NodeId,
    xml: roxmltree::Node<'a, 'input>,
) -> Vec<Open<'a, 'input>> {
    let Some(content) = node.content(schema) else {
        return Vec::new();
    };
    let mut cursor = Cursor::default();
    let mut occurrences = HashMap::new();
    let mut children: Vec<Open<'a, 'input>> = Vec::new();
    for child in xml.children().filter(roxmltree::Node::is_element) {
        let (namespace, name) = name_of(&schema.names, child.tag_name());
        let step = content.automaton.step(&mut cursor, name, namespace, &schema.wildcards);
        let element = step.and_then(|step| match step.label {
            Label::Element(_, element) => Some(element),
            Label::Wildcard(wildcard) => match schema.admit(wildcard, name, false) {
                Some(Admission::Declared(element)) => Some(element),
                Some(Admission::Lax | Admission::Skip) | None => None,
            },
        });
        let occurrence = occurrences.entry(expanded(child.tag_name())).or_insert(0_u32);
        *occurrence = occurrence.saturating_add(1);
        children.push(Open {
            xml: child,
            parent: Some(id),
            element,
            leaf: step.map(|step| step.leaf),
            occurrence: *occurrence,
        });
    }
    children
}

fn name_of(names: &Names, name: roxmltree::ExpandedName<'_, '_>) -> (NamespaceId, NameId) {
    let namespace = names.namespace(name.namespace().unwrap_or_default());
    (namespace, names.lookup(namespace, name.name()))
}

fn expanded(name: roxmltree::ExpandedName<'_, '_>) -> String {
    match name.namespace() {
        None | Some("") => name.name().to_owned(),
        Some(uri) => format!("Q{{{uri}}}{}", name.name()),
    }
}
