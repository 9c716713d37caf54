//! `xs:key`, `xs:unique` and `xs:keyref` (XML Schema part 1, section 3.11): values are changed until the rules hold.

mod fields;
mod paths;

pub(super) use fields::FieldNames;

use super::{
    SampleError, Size,
    grow::Ground,
    random::Random,
    tree::{NodeId, Slot, Tree},
    value::{Kind, Wish},
};
use paths::select;
use std::collections::{BTreeMap, BTreeSet};
use xsozial_schema::{
    check::IdKind,
    schema::{IdentityConstraint, IdentityId, IdentityKind},
};

/// How often all rules are gone through: changing a value for one may break another.
const ROUNDS: usize = 4;

/// The values of a node's fields; `None` where a field is absent.
type Fields = Vec<Option<Slot>>;

/// Makes keys unique and lets key references point to keys.
pub(super) fn resolve(ground: Ground<'_>, tree: &mut Tree, random: &mut Random) -> Result<(), SampleError> {
    if ground.schema.identities.is_empty() {
        return Ok(());
    }
    let scopes = scopes(ground, tree);
    for _ in 0..ROUNDS {
        let mut changed = false;
        for references in [false, true] {
            for &(node, id) in &scopes {
                let constraint = ground.schema.identity(id);
                let is_reference = matches!(constraint.kind, IdentityKind::KeyReference(_));
                if is_reference == references {
                    changed |= keep(ground, tree, random, (node, constraint), &scopes)?;
                }
            }
        }
        if !changed {
            return Ok(());
        }
    }
    match scopes.first() {
        Some(&(_, id)) => Err(broken(ground, ground.schema.identity(id))),
        None => Ok(()),
    }
}

/// The elements that have rules, with each of their rules, in document order.
fn scopes(ground: Ground<'_>, tree: &Tree) -> Vec<(NodeId, IdentityId)> {
    let rules = |declaration| &ground.schema.element(declaration).identities;
    let nodes = tree.nodes.iter().enumerate();
    nodes
        .filter_map(|(node, known)| known.declaration.map(|declaration| (node, rules(declaration))))
        .flat_map(|(node, rules)| rules.iter().map(move |&rule| (node, rule)))
        .collect()
}

/// Makes one rule hold in its scope; tells whether a value had to be changed.
fn keep(
    ground: Ground<'_>,
    tree: &mut Tree,
    random: &mut Random,
    (scope, constraint): (NodeId, &IdentityConstraint),
    scopes: &[(NodeId, IdentityId)],
) -> Result<bool, SampleError> {
    match constraint.kind {
        IdentityKind::Key | IdentityKind::Unique => make_unique(ground, tree, random, scope, constraint),
        IdentityKind::KeyReference(key) => {
            let inside = descendants(tree, scope);
            let keys: Vec<Vec<String>> = scopes
                .iter()
                .filter(|(node, id)| *id == key && inside.contains(node))
                .flat_map(|&(node, id)| tuples(ground, tree, node, ground.schema.identity(id)))
                .collect();
            point_to_keys(ground, tree, random, (scope, constraint), &keys)
        }
    }
}

fn make_unique(
    ground: Ground<'_>,
    tree: &mut Tree,
    random: &mut Random,
    scope: NodeId,
    constraint: &IdentityConstraint,
) -> Result<bool, SampleError> {
    let mut changed = false;
    let mut seen: BTreeSet<Vec<String>> = BTreeSet::new();
    // All values of each field, so that a new one is like none of them.
    let mut used: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let selected = fields_of_all(ground, tree, scope, constraint).ok_or_else(|| broken(ground, constraint))?;
    for fields in &selected {
        for (field, slot) in fields.iter().enumerate() {
            let text = slot
                .and_then(|slot| tree.value(slot))
                .map(|value| value.content.clone());
            used.entry(field).or_default().extend(text);
        }
    }
    for fields in selected {
        let Some(mut tuple) = texts(tree, &fields) else {
            if constraint.kind == IdentityKind::Key {
                return Err(broken(ground, constraint));
            }
            continue;
        };
        if seen.contains(&tuple) {
            let other = replace_one(ground, tree, random, &fields, &mut used);
            let (field, text) = other.ok_or_else(|| broken(ground, constraint))?;
            tuple[field] = text;
            changed = true;
        }
        seen.insert(tuple);
    }
    Ok(changed)
}

/// Gives one field another value, the last one that allows it.
fn replace_one(
    ground: Ground<'_>,
    tree: &mut Tree,
    random: &mut Random,
    fields: &Fields,
    used: &mut BTreeMap<usize, BTreeSet<String>>,
) -> Option<(usize, String)> {
    for (field, slot) in fields.iter().enumerate().rev() {
        let Some((slot, value)) = slot.and_then(|slot| Some((slot, tree.value(slot)?))) else {
            continue;
        };
        let Some(simple_type) = value.simple_type.filter(|_| !value.is_fixed) else {
            continue;
        };
        // Another ID or reference would have to fit the rest of the document.
        if ground.schema.id_kind(simple_type) != IdKind::None {
            continue;
        }
        let taken = used.entry(field).or_default();
        let wish = Wish::new(Kind::Plain, Size::Full).other_than(taken);
        if let Some(text) = ground.values.find(simple_type, &wish, random) {
            taken.insert(text.clone());
            tree.set(slot, text.clone());
            return Some((field, text));
        }
    }
    None
}

fn point_to_keys(
    ground: Ground<'_>,
    tree: &mut Tree,
    random: &mut Random,
    (scope, constraint): (NodeId, &IdentityConstraint),
    keys: &[Vec<String>],
) -> Result<bool, SampleError> {
    let mut changed = false;
    for fields in fields_of_all(ground, tree, scope, constraint).ok_or_else(|| broken(ground, constraint))? {
        let Some(tuple) = texts(tree, &fields) else { continue };
        if keys.contains(&tuple) {
            continue;
        }
        let start = random.below(keys.len());
        let mut order = keys.iter().cycle().skip(start).take(keys.len());
        let key = order.find(|key| fits(ground, tree, &fields, key));
        let key = key.ok_or_else(|| broken(ground, constraint))?;
        for (slot, text) in fields.iter().flatten().zip(key) {
            tree.set(*slot, text.clone());
        }
        changed = true;
    }
    Ok(changed)
}

/// Whether the fields may have the values of this key.
fn fits(ground: Ground<'_>, tree: &Tree, fields: &Fields, key: &[String]) -> bool {
    let wish = Wish::new(Kind::Plain, Size::Full);
    fields.iter().flatten().zip(key).all(|(&slot, text)| {
        tree.value(slot).is_some_and(|value| {
            value.content == *text
                || (!value.is_fixed
                    && value.simple_type.is_some_and(|id| {
                        ground.schema.id_kind(id) == IdKind::None && ground.values.take(id, text, &wish).is_some()
                    }))
        })
    })
}

fn tuples(ground: Ground<'_>, tree: &Tree, scope: NodeId, constraint: &IdentityConstraint) -> Vec<Vec<String>> {
    let selected = fields_of_all(ground, tree, scope, constraint).unwrap_or_default();
    selected.iter().filter_map(|fields| texts(tree, fields)).collect()
}

/// The fields of every selected node; `None` when a field is found more than once, which no document may have.
fn fields_of_all(
    ground: Ground<'_>,
    tree: &Tree,
    scope: NodeId,
    constraint: &IdentityConstraint,
) -> Option<Vec<Fields>> {
    let selected: BTreeSet<NodeId> = select(ground.schema, tree, scope, &constraint.selector)
        .into_iter()
        .filter(|slot| slot.attribute.is_none())
        .map(|slot| slot.node)
        .collect();
    let field_of = |node, paths: &Vec<_>| {
        let slots: BTreeSet<Slot> = select(ground.schema, tree, node, paths)
            .into_iter()
            .filter(|&slot| tree.value(slot).is_some())
            .collect();
        (slots.len() < 2).then(|| slots.first().copied())
    };
    selected
        .into_iter()
        .map(|node| constraint.fields.iter().map(|paths| field_of(node, paths)).collect())
        .collect()
}

/// The values of all fields; `None` when one is absent.
fn texts(tree: &Tree, fields: &Fields) -> Option<Vec<String>> {
    fields
        .iter()
        .map(|slot| Some(tree.value((*slot)?)?.content.clone()))
        .collect()
}

/// The element and everything in it.
fn descendants(tree: &Tree, scope: NodeId) -> BTreeSet<NodeId> {
    let mut inside = BTreeSet::new();
    let mut open = vec![scope];
    while let Some(node) = open.pop() {
        inside.insert(node);
        open.extend(&tree.nodes[node].children);
    }
    inside
}

fn broken(ground: Ground<'_>, constraint: &IdentityConstraint) -> SampleError {
    SampleError::Identity {
        name: ground.schema.names.prefixed(constraint.name),
        place: ground.schema.describe_source(constraint.source),
    }
}
