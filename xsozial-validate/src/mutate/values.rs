//! Breaking what values must keep: facets, forms, fixed values, IDs and references.

use super::{
    attempt::{Attempt, Place},
    attribute,
    copy::{self, Given},
    edit::{Edit, escaped},
    rule::Kind,
    rules::ValueRule,
    value::Tried,
};
use std::collections::BTreeMap;
use xsozial_schema::{
    Code, Schema,
    schema::{AttributeUse, SimpleTypeId},
};

/// Values that are tried of each kind at one place.
const MOST: usize = 8;

/// What was tried for each type.
#[derive(Default)]
pub(super) struct Values(BTreeMap<SimpleTypeId, Tried>);

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) enum Holder<'d> {
    /// In an element.
    Element(Place<'d>),
    /// In an attribute, which may be absent.
    Attribute(Place<'d>, &'d AttributeUse),
}

impl Values {
    pub(super) fn tried(&mut self, schema: &Schema, simple_type: SimpleTypeId, fitting: &str) -> &Tried {
        self.0
            .entry(simple_type)
            .or_insert_with(|| Tried::of(schema, simple_type, fitting))
    }

    /// Ways to break a rule about values.
    pub(super) fn attempts(&mut self, holder: Holder<'_>, kind: Kind, rule: ValueRule) -> Vec<Attempt> {
        let place = holder.place();
        let Some(&code) = kind.codes().first() else {
            return Vec::new();
        };
        let tried = self.tried(place.schema, rule.simple_type, holder.value());
        match kind {
            Kind::IdDuplicate => duplicate_ids(holder, code),
            Kind::IdReference => {
                let ids = copy::all_ids(place);
                let is_known = |id: &str| ids.iter().any(|given| given.id == id);
                let others = tried.others(place.schema, rule.simple_type, holder.value());
                let strangers = others.filter(|text| !text.split_ascii_whitespace().any(is_known));
                strangers
                    .take(MOST)
                    .map(|text| holder.attempt(code, text, true))
                    .collect()
            }
            _ => tried
                .breaking(place.schema, rule, code)
                .iter()
                .take(MOST)
                .map(|breaking| holder.attempt(code, breaking.text, breaking.is_alone))
                .collect(),
        }
    }

    /// Ways to differ from a fixed value.
    pub(super) fn other_than(&mut self, holder: Holder<'_>, code: Code, simple_type: SimpleTypeId) -> Vec<Attempt> {
        let Some(fixed) = holder.fixed() else {
            return Vec::new();
        };
        let schema = holder.place().schema;
        let tried = self.tried(schema, simple_type, fixed);
        let others = tried.others(schema, simple_type, fixed).take(MOST);
        others.map(|text| holder.attempt(code, text, true)).collect()
    }
}

/// The ID of another element. Of two alike, the later one is the fault.
fn duplicate_ids(holder: Holder<'_>, code: Code) -> Vec<Attempt> {
    let ids = copy::all_ids(holder.place());
    let others = ids.iter().filter(|given| given.id != holder.value().trim());
    let attempt = |given: &Given<'_>| {
        let mut attempt = holder.attempt(code, given.id, true);
        attempt.expected.push((code, given.holder.path()));
        attempt
    };
    others.take(MOST).map(attempt).collect()
}

impl<'d> Holder<'d> {
    fn place(self) -> Place<'d> {
        match self {
            Self::Element(place) | Self::Attribute(place, _) => place,
        }
    }

    /// The type of the value.
    pub(super) fn simple_type(self) -> Option<SimpleTypeId> {
        match self {
            Self::Element(place) => place.value_type(),
            Self::Attribute(_, known) => Some(known.simple_type),
        }
    }

    /// The value that is there, or that the schema gives.
    pub(super) fn value(self) -> &'d str {
        match self {
            Self::Element(place) => &place.node().value,
            Self::Attribute(place, known) => match place.node().attribute(known.name) {
                Some(attribute) => &attribute.value,
                None => known.constraint.as_ref().map_or("", |constraint| constraint.value()),
            },
        }
    }

    fn fixed(self) -> Option<&'d str> {
        let constraint = match self {
            Self::Element(place) => place.element()?.constraint.as_ref(),
            Self::Attribute(_, known) => known.constraint.as_ref(),
        };
        constraint?.fixed()
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::Element(place) => place.path(),
            Self::Attribute(place, known) => attribute::path(place, known),
        }
    }

    /// Puts in another value.
    pub(super) fn set(self, value: &str) -> Edit {
        match self {
            Self::Element(place) => place.node().tag.fill(&place.document.text, &escaped(value)),
            Self::Attribute(place, known) => attribute::set(place, known, value),
        }
    }

    fn attempt(self, code: Code, value: &str, is_alone: bool) -> Attempt {
        Attempt {
            is_alone,
            ..Attempt::one(self.set(value), code, self.path())
        }
    }
}
