//! Boxes where a type would hold itself.
//!
//! A field is boxed when its type leads back to the type that has the field without a `Vec` between them. `Vec` holds its
//! items elsewhere anyway. The rule looks at the schema alone, so the same type is boxed in every version of the generator.

use super::data::{Cardinality, Field, Item, Plan, TypePath, ValueType};
use std::collections::{BTreeMap, BTreeSet};

type Edges = BTreeMap<TypePath, Vec<TypePath>>;

/// Boxes every field, branch and alternative that closes a cycle.
pub(super) fn break_cycles(plan: &mut Plan) {
    let mut edges = Edges::new();
    for module in &plan.modules {
        for item in &module.items {
            let (name, targets) = direct_parts(item);
            let path = TypePath {
                module: module.name.clone(),
                name: name.to_owned(),
            };
            edges.insert(path, targets);
        }
    }
    for module in &mut plan.modules {
        for item in &mut module.items {
            let path = TypePath {
                module: module.name.clone(),
                name: direct_parts(item).0.to_owned(),
            };
            box_cycles(item, &path, &edges);
        }
    }
}

/// Name of an item's type, and the types whose values it holds directly.
fn direct_parts(item: &Item) -> (&str, Vec<TypePath>) {
    match item {
        Item::Record(record) => (&record.name, of_fields(&record.fields)),
        Item::Choice(choice) => (&choice.name, of_fields(&choice.branches)),
        Item::Mixed(mixed) => (&mixed.name, of_fields(&mixed.branches)),
        Item::Substitution(substitution) => (&substitution.name, of_fields(&substitution.branches)),
        Item::Wrapper(wrapper) => (
            &wrapper.name,
            target(&wrapper.value_type).into_iter().cloned().collect(),
        ),
        Item::Variants(variants) => {
            let paths = variants.alternatives.iter().map(|alternative| alternative.path.clone());
            (&variants.name, paths.collect())
        }
        Item::Enumeration(enumeration) => (&enumeration.name, Vec::new()),
        Item::Code(code) => (&code.name, Vec::new()),
    }
}

fn of_fields(fields: &[Field]) -> Vec<TypePath> {
    fields
        .iter()
        .filter(|field| !matches!(field.cardinality, Cardinality::Many { .. }))
        .filter_map(|field| target(&field.value_type).cloned())
        .collect()
}

fn target(value_type: &ValueType) -> Option<&TypePath> {
    match value_type {
        ValueType::Generated(path) => Some(path),
        ValueType::Nillable(inner) => target(inner),
        ValueType::Plain(_) | ValueType::Value(_) | ValueType::Xml(_) | ValueType::List(_) => None,
    }
}

fn box_cycles(item: &mut Item, path: &TypePath, edges: &Edges) {
    let closes_cycle = |value_type: &ValueType| target(value_type).is_some_and(|target| leads_to(edges, target, path));
    let box_fields = |fields: &mut Vec<Field>| {
        for field in fields {
            field.boxed = !matches!(field.cardinality, Cardinality::Many { .. }) && closes_cycle(&field.value_type);
        }
    };
    match item {
        Item::Record(record) => box_fields(&mut record.fields),
        Item::Choice(choice) => box_fields(&mut choice.branches),
        Item::Mixed(mixed) => box_fields(&mut mixed.branches),
        Item::Substitution(substitution) => box_fields(&mut substitution.branches),
        Item::Wrapper(wrapper) => wrapper.boxed = closes_cycle(&wrapper.value_type),
        Item::Variants(variants) => {
            for alternative in &mut variants.alternatives {
                alternative.boxed = leads_to(edges, &alternative.path, path);
            }
        }
        Item::Enumeration(_) | Item::Code(_) => {}
    }
}

fn leads_to(edges: &Edges, from: &TypePath, to: &TypePath) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(path) = open.pop() {
        if path == to {
            return true;
        }
        if seen.insert(path) {
            open.extend(edges.get(path).into_iter().flatten());
        }
    }
    false
}
