//! Where the rule stands that a value breaks.

use super::Facet;
use crate::{
    Code,
    schema::{Schema, SimpleTypeId, SourceLocation},
};

impl Schema {
    /// The place of the facet that a fault of this code is about: the facet in force, which may stand with a base of the
    /// type. For lexical forms, enumerations and codes that are about no facet it is the place of the type.
    ///
    /// Of several derivation steps with patterns it is the last one.
    pub fn rule_source(&self, simple_type: SimpleTypeId, code: Code) -> SourceLocation {
        let facets = self.facets(simple_type);
        let facet = match code {
            Code::Length => source(facets.length.as_ref()),
            Code::MinLength => source(facets.min_length.as_ref()),
            Code::MaxLength => source(facets.max_length.as_ref()),
            Code::TotalDigits => source(facets.total_digits.as_ref()),
            Code::FractionDigits => source(facets.fraction_digits.as_ref()),
            Code::MinInclusive => source(facets.min_inclusive.as_ref()),
            Code::MaxInclusive => source(facets.max_inclusive.as_ref()),
            Code::MinExclusive => source(facets.min_exclusive.as_ref()),
            Code::MaxExclusive => source(facets.max_exclusive.as_ref()),
            Code::Pattern => facets.patterns.last().map(|&step| self.patterns[step.index()].source),
            _ => None,
        };
        facet.unwrap_or_else(|| self.simple_type(simple_type).source)
    }
}

fn source<T>(facet: Option<&Facet<T>>) -> Option<SourceLocation> {
    facet.map(|facet| facet.source)
}
