//! What may stand in for a declared element or type: substitution groups and `xsi:type`.

use xsozial_schema::{
    Schema,
    check::ANY_TYPE,
    schema::{ComplexTypeId, DerivationSet, ElementId, TypeRef},
};

/// For each element its concrete types and the elements that may stand in its place.
#[derive(Clone, Debug)]
pub(super) struct Variants {
    types: Vec<Vec<TypeRef>>,
    members: Vec<Vec<ElementId>>,
}

impl Variants {
    pub(super) fn of(schema: &Schema) -> Self {
        let descendants = descendants(schema);
        let ids = || (0..schema.elements.len()).filter_map(|index| u32::try_from(index).ok().map(ElementId::new));
        Self {
            types: ids().map(|id| types(schema, id, &descendants)).collect(),
            members: ids().map(|id| members(schema, id)).collect(),
        }
    }

    /// The concrete types that the element may have, the declared one first.
    pub(super) fn types(&self, element: ElementId) -> &[TypeRef] {
        self.types.get(element.index()).map_or(&[], Vec::as_slice)
    }

    /// The elements that may stand where the element is asked for, itself first; abstract ones are left out.
    pub(super) fn members(&self, element: ElementId) -> &[ElementId] {
        self.members.get(element.index()).map_or(&[], Vec::as_slice)
    }
}

/// For each complex type the named concrete types derived from it, in any number of steps.
fn descendants(schema: &Schema) -> Vec<Vec<ComplexTypeId>> {
    let mut descendants = vec![Vec::new(); schema.complex_types.len()];
    for (index, complex_type) in schema.complex_types.iter().enumerate() {
        let Ok(index) = u32::try_from(index) else { break };
        if complex_type.is_abstract || complex_type.name.is_none() {
            continue;
        }
        let mut base = complex_type.base;
        // A chain of derivations has no more steps than there are types.
        for _ in 0..schema.complex_types.len() {
            let Some(TypeRef::Complex(ancestor)) = base.filter(|&base| base != TypeRef::Complex(ANY_TYPE)) else {
                break;
            };
            descendants[ancestor.index()].push(ComplexTypeId::new(index));
            base = schema.complex_type(ancestor).base;
        }
    }
    descendants
}

fn types(schema: &Schema, id: ElementId, descendants: &[Vec<ComplexTypeId>]) -> Vec<TypeRef> {
    let element = schema.element(id);
    let declared = match element.type_ref {
        TypeRef::Simple(_) => return vec![element.type_ref],
        TypeRef::Complex(declared) => declared,
    };
    let own = schema.complex_type(declared);
    let blocked = DerivationSet {
        extension: element.block.extension || own.block.extension,
        restriction: element.block.restriction || own.block.restriction,
        substitution: false,
    };
    let itself = (!own.is_abstract).then_some(element.type_ref);
    let derived = descendants[declared.index()]
        .iter()
        .map(|&derived| TypeRef::Complex(derived));
    let allowed = derived.filter(|&derived| schema.is_derived(derived, element.type_ref, blocked));
    // The default or fixed value of the declared type need not be one of a derived type.
    let allowed = allowed.filter(|_| element.constraint.is_none() || itself.is_none());
    itself.into_iter().chain(allowed).collect()
}

fn members(schema: &Schema, id: ElementId) -> Vec<ElementId> {
    let element = schema.element(id);
    let members = [id].into_iter().chain(element.substitutes.iter().copied());
    members.filter(|&member| !schema.element(member).is_abstract).collect()
}
