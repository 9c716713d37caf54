//! From two descriptions to their differences.

use super::{
    Change, ChangeKind, ComponentKind,
    bounds::Model,
    describe::{Component, Description, Part},
    property::Property,
};
use std::collections::{BTreeMap, BTreeSet};

type Key<'d> = &'d (ComponentKind, String);

/// All differences, in the order of components and their places.
pub(super) fn changes(old: &Description, new: &Description) -> Vec<Change> {
    let renamed = renamed(old, new);
    let gone_by_new_name: BTreeSet<Key<'_>> = renamed.values().copied().collect();
    let mut changes = Vec::new();
    let keys: BTreeSet<Key<'_>> = old.keys().chain(new.keys()).collect();
    for key in keys {
        match (old.get(key), new.get(key)) {
            (Some(before), Some(after)) => inside(key, before, after, &mut changes),
            (Some(before), None) => match renamed.get(key) {
                Some(new_key) => changes.push(Change {
                    before: key.1.clone(),
                    after: new_key.1.clone(),
                    new_source: new.get(new_key).map_or_else(String::new, Component::source),
                    ..whole(ChangeKind::Renamed, key, before.source(), String::new())
                }),
                None => changes.push(whole(ChangeKind::Removed, key, before.source(), String::new())),
            },
            (None, Some(after)) if !gone_by_new_name.contains(key) => {
                changes.push(whole(ChangeKind::Added, key, String::new(), after.source()));
            }
            (None, _) => {}
        }
    }
    changes
}

/// Components that are gone and stand under another name, the same in all else. Where several are alike, none was renamed.
fn renamed<'d>(old: &'d Description, new: &'d Description) -> BTreeMap<Key<'d>, Key<'d>> {
    let gone = old.iter().filter(|(key, _)| !new.contains_key(*key));
    let added: Vec<_> = new.iter().filter(|(key, _)| !old.contains_key(*key)).collect();
    let mut pairs: Vec<(Key<'_>, Key<'_>)> = Vec::new();
    for (old_key, before) in gone {
        let alike = added
            .iter()
            .filter(|(new_key, after)| new_key.0 == old_key.0 && before.is_alike(after));
        pairs.extend(alike.map(|(new_key, _)| (old_key, *new_key)));
    }
    let is_single = |pair: &&(Key<'_>, Key<'_>)| {
        pairs
            .iter()
            .filter(|other| other.0 == pair.0 || other.1 == pair.1)
            .count()
            == 1
    };
    pairs.iter().filter(is_single).copied().collect()
}

fn whole(kind: ChangeKind, key: Key<'_>, old_source: String, new_source: String) -> Change {
    Change {
        kind,
        component_kind: key.0,
        component: key.1.clone(),
        place: String::new(),
        rule: String::new(),
        before: String::new(),
        after: String::new(),
        old_source,
        new_source,
    }
}

/// The differences inside a component that both have.
fn inside(key: Key<'_>, before: &Component, after: &Component, changes: &mut Vec<Change>) {
    let first = changes.len();
    let places: BTreeSet<&String> = before.parts.keys().chain(after.parts.keys()).collect();
    let mut passed_over: Option<String> = None;
    for place in places {
        // What stands in a part that was added or removed goes with it.
        if passed_over
            .as_ref()
            .is_some_and(|outer| place.starts_with(outer.as_str()))
        {
            continue;
        }
        let (old_part, new_part) = (before.parts.get(place), after.parts.get(place));
        let change = |kind: ChangeKind| Change {
            place: place.clone(),
            ..whole(kind, key, source(old_part), source(new_part))
        };
        match (old_part, new_part) {
            (Some(old_part), Some(new_part)) => rules(old_part, new_part, &change, changes),
            (Some(_), None) => {
                passed_over = Some(format!("{place}/"));
                changes.push(change(ChangeKind::Removed));
            }
            (None, Some(_)) => {
                passed_over = Some(format!("{place}/"));
                changes.push(change(ChangeKind::Added));
            }
            (None, None) => {}
        }
    }
    models(key, before, after, first, changes);
}

/// Content models that differ by more than what has been said of their children.
fn models(key: Key<'_>, before: &Component, after: &Component, first: usize, changes: &mut Vec<Change>) {
    for (place, old_part) in &before.parts {
        let Some(new_part) = after.parts.get(place) else {
            continue;
        };
        let text = |part: &Part| part.model.as_ref().map_or_else(String::new, Model::text);
        let (old_text, new_text) = (text(old_part), text(new_part));
        if old_text == new_text {
            continue;
        }
        let (old_names, new_names) = (names(old_part), names(new_part));
        let pruned = |part: &Part| {
            let model = part.model.as_ref()?;
            model.pruned(&|name| old_names.contains(name) && new_names.contains(name))
        };
        let is_told = changes[first..].iter().any(|change| is_child(&change.place, place));
        if !is_told || pruned(old_part) != pruned(new_part) {
            changes.push(Change {
                place: place.clone(),
                rule: "content".to_owned(),
                before: old_text,
                after: new_text,
                ..whole(ChangeKind::Changed, key, source(Some(old_part)), source(Some(new_part)))
            });
        }
    }
}

fn names(part: &Part) -> BTreeSet<String> {
    let bounds = part.model.as_ref().map(Model::bounds).unwrap_or_default();
    bounds.into_keys().collect()
}

/// Whether a place is that of a child of another; the names of steps may hold slashes inside braces.
fn is_child(place: &str, parent: &str) -> bool {
    let Some(rest) = place.strip_prefix(parent) else {
        return false;
    };
    let step = if parent.is_empty() {
        Some(rest)
    } else {
        rest.strip_prefix('/')
    };
    step.is_some_and(|step| {
        let local = step
            .strip_prefix("Q{")
            .and_then(|step| step.split_once('}'))
            .map_or(step, |(_, local)| local);
        !local.is_empty() && !local.contains('/')
    })
}

fn source(part: Option<&Part>) -> String {
    part.map_or_else(String::new, |part| part.source.clone())
}

/// The rules of one part that are not the same.
fn rules(before: &Part, after: &Part, change: &dyn Fn(ChangeKind) -> Change, changes: &mut Vec<Change>) {
    let names: BTreeSet<&String> = before.rules.keys().chain(after.rules.keys()).collect();
    let mut found = Vec::new();
    for name in names {
        if let Some(difference) = Property::difference(before.rules.get(name), after.rules.get(name)) {
            found.push(Change {
                rule: name.clone(),
                before: difference.before,
                after: difference.after,
                ..change(difference.kind)
            });
        }
    }
    changes.append(&mut found);
}
