//! Facets and the value check.

mod bounds;
mod builtin;
mod check;
mod digits;
mod enumeration;
mod length;
mod origin;
mod plan;
mod rule;
#[cfg(test)]
mod tests;
mod typed;

pub use builtin::facets_of_builtin;
pub use check::Checked;

pub(crate) use plan::CheckPlan;

use crate::{
    schema::{PatternId, SourceLocation, first_text},
    value::{Value, WhiteSpace},
};
use serde::{Deserialize, Serialize};

/// A facet with the place where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facet<T> {
    /// The facet's value.
    pub value: T,
    /// Where it stands.
    pub source: SourceLocation,
}

/// A bound, as a value and as the schema writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    /// The value.
    pub value: Value,
    /// The text in the schema.
    pub text: String,
}

/// One allowed value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EnumerationValue {
    /// The text in the schema after white-space handling.
    pub text: String,
    /// The value.
    pub value: Value,
    /// Documentation and application information: what the code means.
    pub annotation: crate::schema::Annotation,
    /// Where it stands.
    pub source: SourceLocation,
}

impl EnumerationValue {
    /// What the value means: its documentation, else the first text of its application information, where XÖV puts the
    /// description column of the code list.
    pub fn meaning(&self) -> Option<String> {
        let annotation = &self.annotation;
        let documentation = annotation.documentation.iter().find(|text| !text.trim().is_empty());
        documentation
            .cloned()
            .or_else(|| annotation.appinfo.iter().find_map(|appinfo| first_text(appinfo)))
    }
}

/// All facets in force for a simple type, inherited ones included.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facets {
    /// `whiteSpace`
    pub white_space: WhiteSpace,
    /// `length`
    pub length: Option<Facet<u64>>,
    /// `minLength`
    pub min_length: Option<Facet<u64>>,
    /// `maxLength`
    pub max_length: Option<Facet<u64>>,
    /// `pattern`: one entry for each derivation step; the value must match each.
    pub patterns: Vec<PatternId>,
    /// `enumeration`, empty when there is none.
    pub enumeration: Vec<EnumerationValue>,
    /// `minInclusive`
    pub min_inclusive: Option<Facet<Bound>>,
    /// `maxInclusive`
    pub max_inclusive: Option<Facet<Bound>>,
    /// `minExclusive`
    pub min_exclusive: Option<Facet<Bound>>,
    /// `maxExclusive`
    pub max_exclusive: Option<Facet<Bound>>,
    /// `totalDigits`
    pub total_digits: Option<Facet<u32>>,
    /// `fractionDigits`
    pub fraction_digits: Option<Facet<u32>>,
}
