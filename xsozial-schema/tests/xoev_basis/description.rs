//! A schema in words that do not depend on its numbering, without annotations and positions.

use std::{collections::BTreeMap, fmt::Write};
use xsozial_schema::{
    Schema,
    content::{Automaton, Label},
    facet::{Facet, Facets},
    schema::{AttributeUse, Content, ElementId, LeafTerm, SimpleTypeId, TypeRef, Variety, WildcardId},
};

/// The global types and elements of a namespace: kind and local name → what it is.
pub(crate) fn describe(schema: &Schema, namespace: &str) -> BTreeMap<String, String> {
    let namespace = schema.names.namespace(namespace);
    let is_inside = |name| schema.names.namespace_of(name) == namespace;
    let types = schema.global_types.iter().filter(|&(name, _)| is_inside(name));
    let elements = schema.global_elements.iter().filter(|&(name, _)| is_inside(name));
    let types = types.map(|(name, id)| (format!("type {}", schema.names.local(name)), type_body(schema, id)));
    let elements = elements.map(|(name, id)| {
        (
            format!("element {}", schema.names.local(name)),
            element_body(schema, id),
        )
    });
    types.chain(elements).collect()
}

fn type_name(schema: &Schema, id: TypeRef) -> String {
    let name = match id {
        TypeRef::Simple(id) => schema.simple_type(id).name,
        TypeRef::Complex(id) => schema.complex_type(id).name,
    };
    name.map_or_else(
        || format!("({})", type_body(schema, id)),
        |name| schema.names.expanded(name),
    )
}

fn type_body(schema: &Schema, id: TypeRef) -> String {
    match id {
        TypeRef::Simple(id) => simple_body(schema, id),
        TypeRef::Complex(id) => {
            let complex = schema.complex_type(id);
            let base = complex.base.map(|base| type_name(schema, base));
            let attributes: Vec<String> = complex.attributes.iter().map(|one| attribute(schema, one)).collect();
            let wildcard = complex.attribute_wildcard.map(|id| wildcard(schema, id));
            let code = complex
                .code
                .as_ref()
                .map(|code| (code.typ, &code.list_uri, &code.list_version));
            format!(
                "complex {base:?} {:?} abstract {} block {:?} {} {attributes:?} {wildcard:?} {:?} {code:?}",
                complex.derivation,
                complex.is_abstract,
                complex.block,
                content(schema, &complex.content),
                complex.base_leaves,
            )
        }
    }
}

fn simple_body(schema: &Schema, id: SimpleTypeId) -> String {
    let simple = schema.simple_type(id);
    let name = |id| type_name(schema, TypeRef::Simple(id));
    let variety = match &simple.variety {
        Variety::Atomic => "atomic".to_owned(),
        Variety::List(item) => format!("list of {}", name(*item)),
        Variety::Union(members) => format!("union of {:?}", members.iter().map(|&id| name(id)).collect::<Vec<_>>()),
    };
    let base = name(simple.base);
    format!(
        "simple {base} {variety} {:?} {}",
        simple.builtin,
        facets(schema, &simple.facets)
    )
}

fn facets(schema: &Schema, facets: &Facets) -> String {
    fn value<T>(facet: Option<&Facet<T>>) -> Option<&T> {
        facet.map(|facet| &facet.value)
    }
    let patterns: Vec<_> = facets
        .patterns
        .iter()
        .map(|id| &schema.patterns[id.index()].alternatives)
        .collect();
    let values: Vec<_> = facets.enumeration.iter().map(|one| &one.value).collect();
    let bounds = [
        &facets.min_inclusive,
        &facets.max_inclusive,
        &facets.min_exclusive,
        &facets.max_exclusive,
    ];
    let bounds = bounds.map(|bound| value(bound.as_ref()).map(|bound| &bound.value));
    let lengths = [&facets.length, &facets.min_length, &facets.max_length].map(|length| value(length.as_ref()));
    let digits = [&facets.total_digits, &facets.fraction_digits].map(|digits| value(digits.as_ref()));
    format!(
        "{:?} {lengths:?} {patterns:?} {values:?} {bounds:?} {digits:?}",
        facets.white_space
    )
}

fn attribute(schema: &Schema, attribute: &AttributeUse) -> String {
    format!(
        "{} {} required {} {:?}",
        schema.names.expanded(attribute.name),
        type_name(schema, TypeRef::Simple(attribute.simple_type)),
        attribute.required,
        attribute.constraint,
    )
}

fn wildcard(schema: &Schema, id: WildcardId) -> String {
    let wildcard = schema.wildcard(id);
    // The numbers of namespaces differ from schema to schema; whom a wildcard admits does not.
    let mut uris: Vec<_> = schema
        .names
        .namespaces()
        .filter(|&namespace| !wildcard.namespaces.admits(namespace))
        .map(|namespace| schema.names.uri(namespace))
        .collect();
    uris.sort_unstable();
    format!("wildcard except {uris:?} {:?}", wildcard.process_contents)
}

fn element_body(schema: &Schema, id: ElementId) -> String {
    let element = schema.element(id);
    let substitutes: Vec<_> = element
        .substitutes
        .iter()
        .map(|&id| schema.names.expanded(schema.element(id).name))
        .collect();
    format!(
        "{} nillable {} abstract {} {:?} {:?} {substitutes:?} {}",
        type_name(schema, element.type_ref),
        element.is_nillable,
        element.is_abstract,
        element.constraint,
        element.block,
        element.identities.len(),
    )
}

fn content(schema: &Schema, content: &Content) -> String {
    match content {
        Content::Empty => "empty".to_owned(),
        Content::Simple(id) => format!("text {}", type_name(schema, TypeRef::Simple(*id))),
        Content::Elements(elements) => {
            let leaves: Vec<String> = elements
                .leaves
                .iter()
                .map(|leaf| match leaf.term {
                    LeafTerm::Element(id) => format!(
                        "{} global {} {}",
                        schema.names.expanded(schema.element(id).name),
                        schema.element(id).is_global,
                        element_body(schema, id),
                    ),
                    LeafTerm::Wildcard(id) => wildcard(schema, id),
                })
                .collect();
            format!(
                "mixed {} {:?} {leaves:?} {}",
                elements.mixed,
                elements.particle,
                automaton(schema, &elements.automaton)
            )
        }
    }
}

fn automaton(schema: &Schema, automaton: &Automaton) -> String {
    let mut text = String::new();
    for state in &automaton.states {
        let _ = write!(text, "\n  {} {:?} {:?}:", state.accepting, state.counter, state.group);
        for transition in &automaton.transitions[state.first as usize..state.end as usize] {
            let label = match transition.label {
                Label::Element(name, _) => schema.names.expanded(name),
                Label::Wildcard(id) => wildcard(schema, id),
            };
            let _ = write!(
                text,
                " {label} leaf {} to {} {} {} {:?};",
                transition.leaf, transition.target, transition.restart, transition.repeats, transition.round
            );
        }
    }
    let abstract_elements: Vec<_> = automaton
        .abstract_elements
        .iter()
        .map(|&name| schema.names.expanded(name))
        .collect();
    let _ = write!(
        text,
        " {abstract_elements:?} {:?} {:?}",
        automaton.groups, automaton.all
    );
    text
}
