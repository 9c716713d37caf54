//! Which elements and types a document can hold.

use super::{
    rule::Rule,
    rules::{Target, rules_of},
};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use xsozial_schema::{
    Schema,
    check::ANY_TYPE,
    schema::{ComplexTypeId, Content, DerivationSet, ElementId, LeafTerm, TypeRef},
};

/// An element of a declaration and a type.
type About = (ElementId, TypeRef);

/// The rules of every element and type that can be reached from a root.
pub(super) struct Reach {
    /// All rules, each once, in the order of the schema's documents and lines.
    rules: Vec<Rule>,
    /// For each element and type the rules about it, as places in `rules`.
    known: FxHashMap<About, Vec<(usize, Target)>>,
}

impl Reach {
    /// All that can be reached from the elements that may be the root of a document.
    pub(super) fn of(schema: &Schema) -> Self {
        let mut open: Vec<ElementId> = schema.global_elements.iter().map(|(_, id)| id).collect();
        open.retain(|&id| !schema.element(id).is_abstract);
        let mut seen: BTreeSet<ElementId> = open.iter().copied().collect();
        let mut found = Vec::new();
        while let Some(element) = open.pop() {
            for type_ref in types_of(schema, element) {
                found.push(((element, type_ref), rules_of(schema, element, type_ref)));
                open.extend(children_of(schema, type_ref).filter(|&child| seen.insert(child)));
            }
        }
        Self::numbered(found)
    }

    fn numbered(found: Vec<(About, Vec<(Rule, Target)>)>) -> Self {
        let each = found.iter().flat_map(|(_, rules)| rules).map(|(rule, _)| *rule);
        let rules: Vec<Rule> = each.collect::<BTreeSet<Rule>>().into_iter().collect();
        let numbered = |(rule, target)| Some((rules.binary_search(&rule).ok()?, target));
        let known = found
            .into_iter()
            .map(|(about, rules)| (about, rules.into_iter().filter_map(numbered).collect()))
            .collect();
        Self { rules, known }
    }

    /// All rules.
    pub(super) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules about an element of this declaration and type, as places in [`Self::rules`].
    pub(super) fn about(&self, element: ElementId, type_ref: TypeRef) -> &[(usize, Target)] {
        self.known.get(&(element, type_ref)).map_or(&[], Vec::as_slice)
    }
}

/// The types that an element may have in a document.
fn types_of(schema: &Schema, id: ElementId) -> Vec<TypeRef> {
    let element = schema.element(id);
    let TypeRef::Complex(declared) = element.type_ref else {
        return vec![element.type_ref];
    };
    let own = schema.complex_type(declared);
    let blocked = DerivationSet {
        extension: element.block.extension || own.block.extension,
        restriction: element.block.restriction || own.block.restriction,
        substitution: false,
    };
    let ids = (0..schema.complex_types.len()).filter_map(|index| u32::try_from(index).ok().map(ComplexTypeId::new));
    let may_stand = |&candidate: &ComplexTypeId| {
        let known = schema.complex_type(candidate);
        // Every type is derived from xs:anyType; nobody means them all.
        let is_meant = known.name.is_some() && declared != ANY_TYPE;
        !known.is_abstract
            && (candidate == declared
                || is_meant && schema.is_derived(TypeRef::Complex(candidate), element.type_ref, blocked))
    };
    ids.filter(may_stand).map(TypeRef::Complex).collect()
}

/// The elements that may stand inside an element of this type.
fn children_of(schema: &Schema, type_ref: TypeRef) -> impl Iterator<Item = ElementId> {
    let content = match type_ref {
        TypeRef::Complex(id) => match &schema.complex_type(id).content {
            Content::Elements(content) => Some(content),
            Content::Empty | Content::Simple(_) => None,
        },
        TypeRef::Simple(_) => None,
    };
    let leaves = content.into_iter().flat_map(|content| &content.leaves);
    let heads = leaves.filter_map(|leaf| match leaf.term {
        LeafTerm::Element(id) => Some(id),
        LeafTerm::Wildcard(_) => None,
    });
    heads
        .flat_map(|id| [id].into_iter().chain(schema.element(id).substitutes.iter().copied()))
        .filter(|&id| !schema.element(id).is_abstract)
}
