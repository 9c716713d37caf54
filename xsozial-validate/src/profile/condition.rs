//! What a condition asks of a value.

use super::file::{ConditionEntry, Scalar};
use toml::Spanned;
use xsozial_schema::{Schema, schema::SimpleTypeId, value::NoPrefixes};

/// What a condition asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// That one of the values is one of these.
    OneOf(Vec<String>),
    /// That something is there, or that nothing is.
    Present(bool),
}

impl Test {
    /// What an entry asks for; `None` if it does not ask exactly one thing.
    pub(super) fn of(entry: &ConditionEntry) -> Option<Self> {
        match (&entry.equals, &entry.one_of, entry.present) {
            (Some(value), None, None) => Some(Self::OneOf(vec![value.get_ref().text()])),
            (None, Some(values), None) if !values.is_empty() => {
                let values = values.iter().map(Spanned::get_ref).map(Scalar::text);
                Some(Self::OneOf(values.collect()))
            }
            (None, None, Some(present)) => Some(Self::Present(present)),
            _ => None,
        }
    }

    /// Whether a value that is not empty fits.
    pub(super) fn fits(&self, schema: &Schema, simple_type: Option<SimpleTypeId>, text: &str) -> bool {
        match self {
            Self::Present(_) => true,
            Self::OneOf(values) => match simple_type {
                Some(simple_type) => is_one_of(schema, simple_type, text, values),
                None => values.iter().any(|value| value == text.trim()),
            },
        }
    }
}

/// Whether a text is one of these values, in the value space of its type: `1` is `true`, and `1.0` is the decimal `1`.
fn is_one_of(schema: &Schema, simple_type: SimpleTypeId, text: &str, values: &[String]) -> bool {
    let text = schema.facets(simple_type).white_space.normalise(text);
    values.iter().any(|value| {
        text == value.as_str() || schema.is_same_value(simple_type, (&text, &NoPrefixes), (value, &NoPrefixes))
    })
}
