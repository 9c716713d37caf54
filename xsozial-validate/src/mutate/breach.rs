//! From a rule and a place to ways of breaking the rule there.

use super::{
    attempt::{Attempt, Place},
    attribute, content, identity, instance,
    rule::{Kind, Rule},
    rules::Target,
    values::{Holder, Values},
};
use xsozial_schema::Code;

/// Ways to break a rule at a place.
pub(super) fn attempts(place: Place<'_>, rule: Rule, target: Target, values: &mut Values) -> Vec<Attempt> {
    match target {
        Target::Element => of_element(place, rule.kind, values),
        Target::Leaf(leaf) => content::attempts(place, rule.kind, leaf),
        Target::Attribute(number) => of_attribute(place, rule.kind, number, values),
        Target::Value(value) if !place.node().is_nil => values.attempts(Holder::Element(place), rule.kind, value),
        Target::Value(_) => Vec::new(),
        Target::AttributeValue(number, value) => match place.attribute_use(number) {
            Some(known) => values.attempts(Holder::Attribute(place, known), rule.kind, value),
            None => Vec::new(),
        },
        Target::Identity(id) => identity::attempts(place, rule.kind, place.schema.identity(id), values),
    }
}

fn of_element(place: Place<'_>, kind: Kind, values: &mut Values) -> Vec<Attempt> {
    let attempt = match kind {
        Kind::NilNotAllowed => instance::nil(place),
        Kind::NilNotEmpty => instance::nil_not_empty(place),
        Kind::TypeNotDerived => instance::type_not_derived(place),
        Kind::TypeAbstract => instance::type_abstract(place),
        Kind::AttributeUnknown => Some(attribute::unknown(place)),
        Kind::ElementFixed => {
            let Some(simple_type) = place.value_type() else {
                return Vec::new();
            };
            return values.other_than(Holder::Element(place), Code::ElementFixed, simple_type);
        }
        _ => content::filling(place, kind),
    };
    attempt.into_iter().collect()
}

fn of_attribute(place: Place<'_>, kind: Kind, number: u32, values: &mut Values) -> Vec<Attempt> {
    match kind {
        Kind::AttributeMissing => attribute::missing(place, number).into_iter().collect(),
        Kind::AttributeFixed => match place.attribute_use(number) {
            Some(known) => values.other_than(Holder::Attribute(place, known), Code::AttributeFixed, known.simple_type),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}
