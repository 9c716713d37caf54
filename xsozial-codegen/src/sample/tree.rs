//! A document before it is written: elements in one table, so that later passes can change values anywhere.

use xsozial_schema::{
    NameId, NamespaceId,
    schema::{ElementId, SimpleTypeId, TypeRef},
};

/// Index of an element in its tree. Parents come before their children.
pub(super) type NodeId = usize;

/// The text of an element or attribute.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// Its type; `None` for mixed content and for what nobody declared.
    pub(super) simple_type: Option<SimpleTypeId>,
    pub(super) content: String,
    /// Whether the schema leaves no other value.
    pub(super) is_fixed: bool,
}

impl Text {
    /// A value that the schema says itself.
    pub(super) fn constant(simple_type: SimpleTypeId, content: &str) -> Self {
        Self {
            simple_type: Some(simple_type),
            content: content.to_owned(),
            is_fixed: true,
        }
    }
}

/// An attribute.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub(super) name: NameId,
    pub(super) value: Text,
}

/// What an element is called.
#[derive(Clone, Copy, Debug)]
pub(super) enum NodeName {
    /// A name of the schema.
    Known(NameId),
    /// A made-up element in this namespace.
    MadeUp(NamespaceId),
}

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) name: NodeName,
    pub(super) declaration: Option<ElementId>,
    /// The type that the document must name.
    pub(super) named_type: Option<TypeRef>,
    pub(super) is_nil: bool,
    pub(super) attributes: Vec<Attribute>,
    /// Its text; in mixed content the text before the first child.
    pub(super) text: Option<Text>,
    pub(super) children: Vec<NodeId>,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    pub(super) node: NodeId,
    /// Index of the attribute; `None` for the element's own text.
    pub(super) attribute: Option<usize>,
}

/// A document.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// Adds an element below its parent; without one it is the root.
    pub(super) fn add(&mut self, parent: Option<NodeId>, name: NodeName, declaration: Option<ElementId>) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node {
            name,
            declaration,
            named_type: None,
            is_nil: false,
            attributes: Vec::new(),
            text: None,
            children: Vec::new(),
        });
        if let Some(parent) = parent {
            self.nodes[parent].children.push(id);
        }
        id
    }

    /// The value that stands there.
    pub(super) fn value(&self, slot: Slot) -> Option<&Text> {
        let node = &self.nodes[slot.node];
        match slot.attribute {
            Some(attribute) => node.attributes.get(attribute).map(|attribute| &attribute.value),
            None => node.text.as_ref(),
        }
    }

    /// Replaces the text of a value.
    pub(super) fn set(&mut self, slot: Slot, text: String) {
        let node = &mut self.nodes[slot.node];
        let value = match slot.attribute {
            Some(attribute) => node.attributes.get_mut(attribute).map(|attribute| &mut attribute.value),
            None => node.text.as_mut(),
        };
        if let Some(value) = value {
            value.content = text;
        }
    }
}
