//! Which names stand for IDs anywhere in a schema.

use rustc_hash::FxHashSet;
use xsozial_schema::{
    NameId, Schema,
    check::IdKind,
    schema::{Content, TypeRef},
};

/// The attributes and elements that give IDs somewhere in the schema.
///
/// In a part of the document that is not checked, no declaration says which values are IDs. Whatever has such a name counts,
/// so that references to it are not reported as well.
#[derive(Clone, Debug, Default)]
pub(crate) struct IdNames {
    attributes: FxHashSet<NameId>,
    /// Local names, because an element may stand in a wrong namespace.
    elements: FxHashSet<Box<str>>,
}

impl IdNames {
    pub(crate) fn of(schema: &Schema) -> Self {
        let is_id = |simple_type| matches!(schema.id_kind(simple_type), IdKind::Id | IdKind::Items);
        let uses = schema
            .complex_types
            .iter()
            .flat_map(|complex_type| &complex_type.attributes);
        let attributes = uses
            .map(|known| (known.name, known.simple_type))
            .chain(schema.attributes.iter().map(|known| (known.name, known.simple_type)))
            .filter(|&(_, simple_type)| is_id(simple_type))
            .map(|(name, _)| name)
            .collect();
        let elements = schema
            .elements
            .iter()
            .filter(|element| match element.type_ref {
                TypeRef::Simple(simple_type) => is_id(simple_type),
                TypeRef::Complex(id) => match schema.complex_type(id).content {
                    Content::Simple(simple_type) => is_id(simple_type),
                    _ => false,
                },
            })
            .map(|element| schema.names.local(element.name).into())
            .collect();
        Self { attributes, elements }
    }

    pub(super) fn is_attribute(&self, name: NameId) -> bool {
        self.attributes.contains(&name)
    }

    pub(super) fn is_element(&self, local: &str) -> bool {
        !self.elements.is_empty() && self.elements.contains(local)
    }
}
