//! Why something has no finite form: the component that is the reason.

use super::{SampleError, grow::Ground};
use std::collections::BTreeSet;
use xsozial_schema::{
    Schema,
    check::IdKind,
    schema::{
        ComplexTypeId, Content, ElementContent, ElementId, LeafTerm, Particle, SimpleTypeId, SourceLocation, Term,
        TypeRef,
    },
};

/// Why no value of the type was found; it is told by the type's place, or by that of its user where it is built in.
pub(super) fn no_value(schema: &Schema, id: SimpleTypeId, user: SourceLocation) -> SampleError {
    let own = schema.simple_type(id).source;
    let source = if own == SourceLocation::BUILT_IN { user } else { own };
    SampleError::NoValue {
        type_name: schema.type_name(TypeRef::Simple(id)),
        place: schema.describe_source(source),
    }
}

/// Why there is no finite form of the element.
pub(super) fn element(ground: Ground<'_>, id: ElementId) -> SampleError {
    let mut search = Search {
        ground,
        seen: BTreeSet::new(),
    };
    let reason = search.element(id);
    reason.unwrap_or_else(|| endless(ground.schema, id))
}

fn endless(schema: &Schema, id: ElementId) -> SampleError {
    let element = schema.element(id);
    SampleError::Endless {
        name: schema.names.prefixed(element.name),
        place: schema.describe_source(element.source),
    }
}

/// Follows what is mandatory and has no finite form.
struct Search<'g> {
    ground: Ground<'g>,
    seen: BTreeSet<ComplexTypeId>,
}

impl Search<'_> {
    /// The reason; `None` when everything leads back to what was seen.
    fn element(&mut self, id: ElementId) -> Option<SampleError> {
        let schema = self.ground.schema;
        let element = schema.element(id);
        let types = self.ground.variants.types(id);
        let members = self.ground.variants.members(id);
        if types.is_empty() || members.is_empty() {
            return Some(SampleError::NothingConcrete {
                name: schema.names.prefixed(element.name),
                place: schema.describe_source(element.source),
            });
        }
        types.iter().find_map(|&type_ref| match type_ref {
            TypeRef::Simple(simple) => self.simple(simple, id),
            TypeRef::Complex(complex) => self.complex(complex, id),
        })
    }

    fn simple(&self, id: SimpleTypeId, holder: ElementId) -> Option<SampleError> {
        if self.ground.weights.is_usable(id) {
            return None;
        }
        let schema = self.ground.schema;
        let element = schema.element(holder);
        Some(match schema.id_kind(id) {
            IdKind::Reference => SampleError::DanglingReference {
                name: schema.names.prefixed(element.name),
                place: schema.describe_source(element.source),
            },
            _ => no_value(schema, id, element.source),
        })
    }

    fn complex(&mut self, id: ComplexTypeId, holder: ElementId) -> Option<SampleError> {
        if self.ground.weights.complex_type(id).is_finite() || !self.seen.insert(id) {
            return None;
        }
        let complex_type = self.ground.schema.complex_type(id);
        let mut required = complex_type.attributes.iter().filter(|attribute| attribute.required);
        let attribute = required.find_map(|attribute| match attribute.constraint {
            Some(_) => None,
            None => self.simple(attribute.simple_type, holder),
        });
        attribute.or_else(|| match &complex_type.content {
            Content::Empty => None,
            Content::Simple(simple) => self.simple(*simple, holder),
            Content::Elements(content) => self.particle(content, content.particle.as_ref()?),
        })
    }

    fn particle(&mut self, content: &ElementContent, particle: &Particle) -> Option<SampleError> {
        let ground = self.ground;
        let weight = ground
            .weights
            .particle(ground.schema, ground.variants, content, particle);
        if weight.is_finite() {
            return None;
        }
        match &particle.term {
            Term::Leaf(leaf) => match content.leaves.get(*leaf as usize)?.term {
                LeafTerm::Element(id) => self.element(id),
                LeafTerm::Wildcard(id) => Some(SampleError::NothingAdmitted {
                    place: ground.schema.describe_source(ground.schema.wildcard(id).source),
                }),
            },
            Term::Sequence(parts) | Term::Choice(parts) | Term::All(parts) => {
                parts.iter().find_map(|part| self.particle(content, part))
            }
        }
    }
}
