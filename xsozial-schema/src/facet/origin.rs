//! Where the rule stands that a value breaks.

use super::Facet;
use crate::{
    Code,
    schema::{Schema, SimpleTypeId, SourceLocation},
};

impl Schema {
    /// The place of the rule that a fault of a value is about: the facet in force, which may stand with a base of the type;
    /// for lexical forms and enumerations the type. Built-in types have no place, and other codes are about no facet:
    /// then it is `holder`, the element or attribute that has the value.
    ///
    /// Of several derivation steps with patterns it is the last one.
    pub fn rule_source(&self, simple_type: SimpleTypeId, code: Code, holder: SourceLocation) -> SourceLocation {
        if !code.as_str().starts_with("XF") {
            return holder;
        }
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
        match facet.unwrap_or_else(|| self.simple_type(simple_type).source) {
            SourceLocation::BUILT_IN => holder,
            source => source,
        }
    }
}

fn source<T>(facet: Option<&Facet<T>>) -> Option<SourceLocation> {
    facet.map(|facet| facet.source)
}
