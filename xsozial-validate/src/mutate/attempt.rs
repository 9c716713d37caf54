//! One way to break a rule at one place.

use super::{
    document::{Document, Node, NodeId},
    edit::Edit,
};
use xsozial_schema::{
    Code, NameId, NamespaceId, Schema,
    schema::{AttributeUse, ComplexType, Content, Element, SimpleTypeId, TypeRef},
};

/// A change that should break one rule.
pub(super) struct Attempt {
    pub(super) edits: Vec<Edit>,
    /// The findings that it may give: code and path. One of them, and no other, must come.
    pub(super) expected: Vec<(Code, String)>,
    /// Whether no other rule of the value's type is broken.
    pub(super) is_alone: bool,
}

impl Attempt {
    pub(super) fn new(edits: Vec<Edit>, expected: Vec<(Code, String)>) -> Self {
        Self {
            edits,
            expected,
            is_alone: true,
        }
    }

    pub(super) fn one(edit: Edit, code: Code, path: String) -> Self {
        Self::new(vec![edit], vec![(code, path)])
    }
}

/// An element of a document, where something may be broken.
#[derive(Clone, Copy)]
pub(super) struct Place<'d> {
    pub(super) schema: &'d Schema,
    pub(super) document: &'d Document,
    pub(super) id: NodeId,
}

impl<'d> Place<'d> {
    pub(super) fn node(self) -> &'d Node {
        self.document.node(self.id)
    }

    pub(super) fn path(self) -> String {
        self.document.path(self.id)
    }

    /// The same document at another element.
    pub(super) fn at(self, id: NodeId) -> Self {
        Self { id, ..self }
    }

    pub(super) fn element(self) -> Option<&'d Element> {
        self.node().declared.map(|(element, _)| self.schema.element(element))
    }

    pub(super) fn complex_type(self) -> Option<&'d ComplexType> {
        match self.node().declared {
            Some((_, TypeRef::Complex(id))) => Some(self.schema.complex_type(id)),
            _ => None,
        }
    }

    /// The type of the element's value, where it holds one.
    pub(super) fn value_type(self) -> Option<SimpleTypeId> {
        match self.node().declared? {
            (_, TypeRef::Simple(simple_type)) => Some(simple_type),
            (_, TypeRef::Complex(id)) => match self.schema.complex_type(id).content {
                Content::Simple(simple_type) => Some(simple_type),
                Content::Empty | Content::Elements(_) => None,
            },
        }
    }

    pub(super) fn attribute_use(self, number: u32) -> Option<&'d AttributeUse> {
        self.complex_type()?.attributes.get(number as usize)
    }
}

/// A name in no namespace that the schema does not know.
pub(super) fn unknown_name(schema: &Schema) -> String {
    let mut name = "unbekannt".to_owned();
    while schema.names.lookup(NamespaceId::NONE, &name) != NameId::UNKNOWN {
        name.push_str("-x");
    }
    name
}
