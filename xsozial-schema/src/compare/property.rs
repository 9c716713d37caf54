//! Rules of components in a form that can be compared.

use super::ChangeKind;
use crate::value::Value;
use std::{cmp::Ordering, collections::BTreeSet};

/// What a rule says, and which way it tightens.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Property {
    /// Another text is another rule.
    Text(String),
    /// A demand that is there or not: there it tightens.
    Demand(String),
    /// A permission that is there or not: there it loosens.
    Permission(String),
    /// A number that values must reach.
    AtLeast(u64),
    /// A number that values must not exceed; `None` is no bound.
    AtMost(Option<u64>),
    /// A bound that values must not fall below.
    From(Value, String),
    /// A bound that values must not exceed.
    UpTo(Value, String),
    /// What is allowed, one of these.
    Allowed(BTreeSet<String>),
}

/// The difference between two states of one rule.
pub(super) struct Difference {
    pub(super) kind: ChangeKind,
    pub(super) before: String,
    pub(super) after: String,
}

impl Property {
    /// What the rule says.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text)
            | Self::Demand(text)
            | Self::Permission(text)
            | Self::From(_, text)
            | Self::UpTo(_, text) => text.clone(),
            Self::AtLeast(number) => number.to_string(),
            Self::AtMost(number) => number.map_or_else(|| "unbounded".to_owned(), |number| number.to_string()),
            Self::Allowed(values) => values.iter().cloned().collect::<Vec<_>>().join(" | "),
        }
    }

    /// What became of the rule; `None` when it is the same.
    pub(super) fn difference(before: Option<&Self>, after: Option<&Self>) -> Option<Difference> {
        if let (Some(Self::Allowed(before)), Some(Self::Allowed(after))) = (before, after) {
            return allowed(before, after);
        }
        let kind = match (before, after) {
            (None, None) => return None,
            (Some(before), Some(after)) if before.is_same(after) => return None,
            (Some(before), Some(after)) => between(before, after),
            (None, Some(only)) => only.when_added(),
            (Some(only), None) => match only.when_added() {
                ChangeKind::Tightened => ChangeKind::Loosened,
                ChangeKind::Loosened => ChangeKind::Tightened,
                kind => kind,
            },
        };
        let text = |property: Option<&Self>| property.map_or_else(String::new, Self::text);
        Some(Difference {
            kind,
            before: text(before),
            after: text(after),
        })
    }

    /// Whether both say the same; bounds are compared as values.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::From(one, _), Self::From(other, _)) | (Self::UpTo(one, _), Self::UpTo(other, _)) => one == other,
            _ => self == other,
        }
    }

    fn when_added(&self) -> ChangeKind {
        match self {
            Self::Text(_) => ChangeKind::Changed,
            Self::Permission(_) => ChangeKind::Loosened,
            _ => ChangeKind::Tightened,
        }
    }
}

fn between(before: &Property, after: &Property) -> ChangeKind {
    let order = match (before, after) {
        (Property::AtLeast(before), Property::AtLeast(after)) => Some(after.cmp(before)),
        (Property::AtMost(before), Property::AtMost(after)) => {
            let [before, after] = [before, after].map(|bound| bound.unwrap_or(u64::MAX));
            Some(before.cmp(&after))
        }
        (Property::From(before, _), Property::From(after, _)) => after.partial_cmp(before),
        (Property::UpTo(before, _), Property::UpTo(after, _)) => before.partial_cmp(after),
        _ => None,
    };
    match order {
        Some(Ordering::Greater) => ChangeKind::Tightened,
        Some(Ordering::Less) => ChangeKind::Loosened,
        _ => ChangeKind::Changed,
    }
}

/// What is allowed no longer, and what is allowed now.
fn allowed(before: &BTreeSet<String>, after: &BTreeSet<String>) -> Option<Difference> {
    let only =
        |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> { one.difference(other).cloned().collect() };
    let (gone, new) = (only(before, after), only(after, before));
    let kind = match (gone.is_empty(), new.is_empty()) {
        (true, true) => return None,
        (false, true) => ChangeKind::Tightened,
        (true, false) => ChangeKind::Loosened,
        (false, false) => ChangeKind::Changed,
    };
    Some(Difference {
        kind,
        before: gone.join(" | "),
        after: new.join(" | "),
    })
}
