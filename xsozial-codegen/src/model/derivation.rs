//! Which types may stand in for which.

use xsozial_schema::{
    Schema,
    names::XS_NAMESPACE,
    schema::{
        ComplexType, ComplexTypeId, Content, Derivation, ElementId, LeafTerm, Occurrence, Particle, Term, TypeRef,
    },
};

/// Whether a complex type is `xs:anyType`.
pub(crate) fn is_any_type(schema: &Schema, id: ComplexTypeId) -> bool {
    schema.complex_type(id).name.is_some_and(|name| {
        schema.names.local(name) == "anyType" && schema.names.uri(schema.names.namespace_of(name)) == XS_NAMESPACE
    })
}

/// Whether a type is a code that `Code<L>` can hold: exactly `code` and perhaps `name`, no attribute but the list's URI
/// and version.
pub(crate) fn is_code(schema: &Schema, id: ComplexTypeId) -> bool {
    let complex_type = schema.complex_type(id);
    let Content::Elements(content) = &complex_type.content else {
        return false;
    };
    complex_type.code.is_some()
        && !content.mixed
        && content.particle.as_ref().is_some_and(is_one_and_perhaps_another)
        && content
            .leaves
            .iter()
            .zip(["code", "name"])
            .all(|(leaf, local)| match leaf.term {
                LeafTerm::Element(element) => is_text_element(schema, element, local),
                LeafTerm::Wildcard(_) => false,
            })
        && complex_type.attribute_wildcard.is_none()
        && complex_type
            .attributes
            .iter()
            .all(|attribute| matches!(schema.names.local(attribute.name), "listURI" | "listVersionID"))
}

/// Whether a content model is one element, which must stand, and at most one more, which may.
fn is_one_and_perhaps_another(particle: &Particle) -> bool {
    let stands = |particle: &Particle, leaf: u32, is_mandatory: bool| {
        let Occurrence { min, max } = particle.occurrence;
        particle.term == Term::Leaf(leaf) && max == Some(1) && (min == 1 || !is_mandatory)
    };
    match &particle.term {
        Term::Sequence(parts) if particle.occurrence.is_once() => match parts.as_slice() {
            [code] => stands(code, 0, true),
            [code, name] => stands(code, 0, true) && stands(name, 1, false),
            _ => false,
        },
        _ => stands(particle, 0, true),
    }
}

/// Whether an element has this local name and a text that is never nil.
fn is_text_element(schema: &Schema, element: ElementId, local: &str) -> bool {
    let declaration = schema.element(element);
    schema.names.local(declaration.name) == local
        && matches!(declaration.type_ref, TypeRef::Simple(_))
        && !declaration.is_nillable
}

/// The complex type that a type is derived from.
pub(crate) fn complex_base(complex_type: &ComplexType) -> Option<ComplexTypeId> {
    match complex_type.base {
        Some(TypeRef::Complex(base)) => Some(base),
        Some(TypeRef::Simple(_)) | None => None,
    }
}

/// All complex types, by id.
pub(crate) fn complex_type_ids(schema: &Schema) -> impl Iterator<Item = ComplexTypeId> + use<> {
    (0..u32::try_from(schema.complex_types.len()).unwrap_or(u32::MAX)).map(ComplexTypeId::new)
}

/// The types that need a variant of their own where `base` is declared: those derived from it by extension that a
/// document can hold. In the order of the schema.
pub(crate) fn extensions_of(schema: &Schema, base: ComplexTypeId) -> Vec<ComplexTypeId> {
    let block = schema.complex_type(base).block;
    complex_type_ids(schema)
        .filter(|&id| {
            id != base
                && schema.complex_type(id).name.is_some()
                && schema.complex_type(id).derivation == Derivation::Extension
                && is_derived(schema, id, base, |step| match step {
                    Derivation::Extension => !block.extension,
                    Derivation::Restriction => !block.restriction,
                })
                && is_instantiable(schema, id)
        })
        .collect()
}

/// Whether a document may name a restriction of this type by `xsi:type`, to be read as this type.
pub(crate) fn has_named_restrictions(schema: &Schema, id: ComplexTypeId) -> bool {
    let block = schema.complex_type(id).block;
    !block.restriction
        && complex_type_ids(schema).any(|other| {
            other != id
                && schema.complex_type(other).name.is_some()
                && is_derived(schema, other, id, |step| step == Derivation::Restriction)
        })
}

/// Whether a document can hold the type: it is not abstract, or some restriction of it is not.
pub(crate) fn is_instantiable(schema: &Schema, id: ComplexTypeId) -> bool {
    !schema.complex_type(id).is_abstract
        || complex_type_ids(schema).any(|other| {
            other != id
                && !schema.complex_type(other).is_abstract
                && schema.complex_type(other).name.is_some()
                && is_derived(schema, other, id, |step| step == Derivation::Restriction)
        })
}

/// Whether `id` is derived from `base` by steps that are all admitted.
fn is_derived(schema: &Schema, id: ComplexTypeId, base: ComplexTypeId, admits: impl Fn(Derivation) -> bool) -> bool {
    let mut current = id;
    // A chain of derivations cannot be longer than there are types.
    for _ in 0..schema.complex_types.len() {
        let complex_type = schema.complex_type(current);
        match complex_base(complex_type) {
            Some(next) if admits(complex_type.derivation) => {
                if next == base {
                    return true;
                }
                current = next;
            }
            _ => return false,
        }
    }
    false
}
