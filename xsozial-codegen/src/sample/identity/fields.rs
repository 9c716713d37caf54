//! Which elements and attributes keys are made of.

use std::collections::BTreeSet;
use xsozial_schema::{
    NameId, Schema,
    schema::{IdentityKind, IdentityStep},
};

/// Names of fields, whatever element has them: a document has such parts even where they are optional, because a key
/// without one of its fields is none.
#[derive(Clone, Debug, Default)]
pub(in crate::sample) struct FieldNames {
    /// Elements on the way to a field of a key or uniqueness rule.
    pub(in crate::sample) elements: BTreeSet<NameId>,
    /// Attributes that are fields of such a rule.
    pub(in crate::sample) attributes: BTreeSet<NameId>,
    referring_elements: BTreeSet<NameId>,
    referring_attributes: BTreeSet<NameId>,
}

impl FieldNames {
    pub(in crate::sample) fn of(schema: &Schema) -> Self {
        let mut names = Self::default();
        for constraint in &schema.identities {
            let (elements, attributes) = match constraint.kind {
                IdentityKind::Key => (&mut names.elements, &mut names.attributes),
                IdentityKind::KeyReference(_) => (&mut names.referring_elements, &mut names.referring_attributes),
                // Uniqueness asks for nothing to be there.
                IdentityKind::Unique => continue,
            };
            for step in constraint.fields.iter().flatten().flat_map(|path| &path.steps) {
                match step {
                    IdentityStep::Child(name) => drop(elements.insert(*name)),
                    IdentityStep::Attribute(name) => drop(attributes.insert(*name)),
                    _ => {}
                }
            }
        }
        names
    }

    /// Whether an attribute of this name only refers to a key.
    pub(in crate::sample) fn refers_by_attribute(&self, name: NameId) -> bool {
        self.referring_attributes.contains(&name) && !self.attributes.contains(&name)
    }

    /// Whether an element of this name only refers to a key.
    pub(in crate::sample) fn refers_by_element(&self, name: NameId) -> bool {
        self.referring_elements.contains(&name) && !self.elements.contains(&name)
    }
}
