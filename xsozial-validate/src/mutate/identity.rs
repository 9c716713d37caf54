//! Breaking keys, uniqueness and key references.

use super::{
    attempt::{Attempt, Place},
    attribute,
    document::{NodeId, step},
    edit::Edit,
    rule::Kind,
    values::{Holder, Values},
};
use xsozial_schema::{
    Code, NameId, Schema,
    schema::{IdentityConstraint, IdentityPath, IdentityStep},
};

/// Selected elements that are looked at in one scope.
const SELECTED: usize = 6;
/// Values that are tried for a field of a key reference.
const VALUES: usize = 4;

/// Ways to break an identity constraint whose scope is this element.
pub(super) fn attempts(scope: Place<'_>, kind: Kind, rule: &IdentityConstraint, values: &mut Values) -> Vec<Attempt> {
    let mut selected = select(scope, &rule.selector);
    selected.sort_by_key(|&id| scope.document.node(id).range.start);
    let keyed: Vec<(NodeId, Vec<Holder<'_>>)> = selected
        .into_iter()
        .filter_map(|id| Some((id, fields(scope.at(id), rule)?)))
        .take(SELECTED)
        .collect();
    match kind {
        Kind::KeyDuplicate => duplicates(scope, &keyed),
        Kind::KeyMissing => missing(scope, &keyed),
        Kind::KeyReference => references(scope, &keyed, values),
        _ => Vec::new(),
    }
}

/// Two elements get the key of one of them, or an element stands twice. Of two alike the later one is the fault.
fn duplicates(scope: Place<'_>, keyed: &[(NodeId, Vec<Holder<'_>>)]) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for (number, (_, first)) in keyed.iter().enumerate() {
        for (later, fields) in &keyed[number + 1..] {
            for (from, to) in [(first, fields), (fields, first)] {
                let edits = from.iter().zip(to).map(|(from, to)| to.set(from.value())).collect();
                attempts.push(Attempt::new(edits, vec![(Code::KeyDuplicate, scope.at(*later).path())]));
            }
        }
    }
    for &(id, _) in keyed {
        let node = scope.document.node(id);
        let Some(parent) = node.parent else { continue };
        let copy = Edit::insert(node.range.end, scope.document.text_of(id));
        let path = scope.at(parent).path() + &step(&node.expanded, node.occurrence.saturating_add(1));
        attempts.push(Attempt::one(copy, Code::KeyDuplicate, path));
    }
    attempts
}

/// A field goes.
fn missing(scope: Place<'_>, keyed: &[(NodeId, Vec<Holder<'_>>)]) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for (id, fields) in keyed {
        let edits = fields.iter().filter_map(|field| match field {
            Holder::Element(place) if place.id != *id => Some(Edit::remove(place.node().range.clone())),
            Holder::Element(_) => None,
            Holder::Attribute(place, known) => attribute::removed(*place, known),
        });
        let path = scope.at(*id).path();
        attempts.extend(edits.map(|edit| Attempt::one(edit, Code::KeyMissing, path.clone())));
    }
    attempts
}

/// A field gets a value that no key has.
fn references(scope: Place<'_>, keyed: &[(NodeId, Vec<Holder<'_>>)], values: &mut Values) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for (id, fields) in keyed {
        let path = scope.at(*id).path();
        for field in fields {
            let Some(simple_type) = field.simple_type() else {
                continue;
            };
            let tried = values.tried(scope.schema, simple_type, field.value());
            let others = tried.others(scope.schema, simple_type, field.value()).take(VALUES);
            attempts.extend(others.map(|text| Attempt::one(field.set(text), Code::KeyReference, path.clone())));
        }
    }
    attempts
}

/// The elements that a selector selects.
fn select(scope: Place<'_>, selector: &[IdentityPath]) -> Vec<NodeId> {
    let mut selected: Vec<NodeId> = selector
        .iter()
        .flat_map(|path| follow(scope, path, path.steps.len()))
        .collect();
    selected.sort_unstable();
    selected.dedup();
    selected
}

/// The fields of a selected element, where each of them is there once.
fn fields<'d>(selected: Place<'d>, rule: &IdentityConstraint) -> Option<Vec<Holder<'d>>> {
    let field = |paths: &Vec<IdentityPath>| -> Option<Holder<'d>> {
        let mut found = paths.iter().flat_map(|path| holders(selected, path));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    rule.fields.iter().map(field).collect()
}

/// The values that a field's path leads to.
fn holders<'d>(selected: Place<'d>, path: &IdentityPath) -> Vec<Holder<'d>> {
    let Some((last, before)) = path.steps.split_last().filter(|(last, _)| is_attribute(**last)) else {
        let elements = follow(selected, path, path.steps.len()).into_iter();
        return elements.map(|id| Holder::Element(selected.at(id))).collect();
    };
    let mut holders = Vec::new();
    for id in follow(selected, path, before.len()) {
        let place = selected.at(id);
        let uses = place.complex_type().map_or(&[][..], |known| &known.attributes);
        let is_meant = |name| fits(selected.schema, *last, name) && place.node().attribute(name).is_some();
        let meant = uses.iter().filter(|known| is_meant(known.name));
        holders.extend(meant.map(|known| Holder::Attribute(place, known)));
    }
    holders
}

/// The elements that so many steps of a path lead to.
fn follow(from: Place<'_>, path: &IdentityPath, steps: usize) -> Vec<NodeId> {
    let mut current = vec![from.id];
    if path.descendant {
        let mut next = 0;
        while let Some(&id) = current.get(next) {
            current.extend(&from.document.node(id).children);
            next += 1;
        }
    }
    for &step in path.steps.iter().take(steps) {
        let children = current.iter().flat_map(|&id| &from.document.node(id).children);
        current = children
            .copied()
            .filter(|&id| fits(from.schema, step, from.document.node(id).name))
            .collect();
    }
    current
}

fn is_attribute(step: IdentityStep) -> bool {
    matches!(
        step,
        IdentityStep::Attribute(_) | IdentityStep::AnyAttributeOf(_) | IdentityStep::AnyAttribute
    )
}

fn fits(schema: &Schema, step: IdentityStep, name: NameId) -> bool {
    match step {
        IdentityStep::Child(wanted) | IdentityStep::Attribute(wanted) => name == wanted,
        IdentityStep::AnyChildOf(namespace) | IdentityStep::AnyAttributeOf(namespace) => {
            schema.names.namespace_of(name) == namespace
        }
        IdentityStep::AnyChild | IdentityStep::AnyAttribute => true,
    }
}
