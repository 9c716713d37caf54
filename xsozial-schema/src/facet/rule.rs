//! Which rule of a simple type a value breaks, and the fault made of it.

use crate::{
    Fault, NameId,
    code::Code,
    fault::{Subject, TextShape},
    schema::{PatternId, Schema, SimpleTypeId},
};

/// Patterns longer than this many characters say nothing to a reader and are not shown.
const LONGEST_PATTERN: usize = 80;

/// Of values shorter than this no letter and no digit is named.
const SHORTEST_TOLD: usize = 8;

/// A rule of a simple type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    Lexical,
    Length,
    MinLength,
    MaxLength,
    Pattern(PatternId),
    Enumeration,
    MinInclusive,
    MaxInclusive,
    MinExclusive,
    MaxExclusive,
    TotalDigits,
    FractionDigits,
    NoUnionMember,
}

/// A broken rule, before it becomes a [`Fault`]: a union tries its members and throws their violations away, so
/// making one must cost nothing.
#[derive(Clone, Copy)]
pub(super) struct Violation<'t> {
    pub(super) rule: Rule,
    /// The type whose rule it is.
    pub(super) simple_type: SimpleTypeId,
    /// The text that breaks it, as the document writes it.
    pub(super) text: &'t str,
}

impl Rule {
    const fn code(self) -> Code {
        match self {
            Self::Lexical => Code::Lexical,
            Self::Length => Code::Length,
            Self::MinLength => Code::MinLength,
            Self::MaxLength => Code::MaxLength,
            Self::Pattern(_) => Code::Pattern,
            Self::Enumeration => Code::Enumeration,
            Self::MinInclusive => Code::MinInclusive,
            Self::MaxInclusive => Code::MaxInclusive,
            Self::MinExclusive => Code::MinExclusive,
            Self::MaxExclusive => Code::MaxExclusive,
            Self::TotalDigits => Code::TotalDigits,
            Self::FractionDigits => Code::FractionDigits,
            Self::NoUnionMember => Code::NoUnionMember,
        }
    }
}

impl Schema {
    /// The fault for people: type, shape of the value and bound, never the value.
    #[cold]
    pub(super) fn value_fault(&self, violation: Violation<'_>) -> Fault {
        let text = self.facets(violation.simple_type).white_space.normalise(violation.text);
        let shape = TextShape::of(&text);
        let offending = match violation.rule {
            Rule::Pattern(pattern) => self.pattern(pattern).first_disallowed(&text),
            _ => None,
        };
        // A letter or digit of a very short value would give the value away.
        let is_telling = |character: char| character.is_alphanumeric() && shape.characters < SHORTEST_TOLD;
        Fault {
            code: violation.rule.code(),
            subject: Subject::Value {
                type_name: self.nearest_type_name(violation.simple_type),
                attribute: None,
                shape: TextShape {
                    offending: offending.filter(|&(character, _)| !is_telling(character)),
                    ..shape
                },
                bound: self.bound_text(violation),
            },
        }
    }

    /// The name of the type or of its nearest named ancestor, as its authors write it.
    fn nearest_type_name(&self, simple_type: SimpleTypeId) -> String {
        let mut current = simple_type;
        // No chain of bases is longer than the table; a damaged one ends here, too.
        for _ in 0..self.simple_types.len() {
            let known = self.simple_type(current);
            if let Some(name) = known.name.filter(|&name| name != NameId::UNKNOWN) {
                return self.names.prefixed(name);
            }
            current = known.base;
        }
        String::new()
    }

    /// The bound that was broken, as the schema writes it.
    fn bound_text(&self, violation: Violation<'_>) -> Option<String> {
        let facets = self.facets(violation.simple_type);
        let number = |facet: Option<u64>| facet.map(|bound| bound.to_string());
        match violation.rule {
            Rule::Length => number(facets.length.as_ref().map(|facet| facet.value)),
            Rule::MinLength => number(facets.min_length.as_ref().map(|facet| facet.value)),
            Rule::MaxLength => number(facets.max_length.as_ref().map(|facet| facet.value)),
            Rule::TotalDigits => number(facets.total_digits.as_ref().map(|facet| facet.value.into())),
            Rule::FractionDigits => number(facets.fraction_digits.as_ref().map(|facet| facet.value.into())),
            Rule::MinInclusive => facets.min_inclusive.as_ref().map(|facet| facet.value.text.clone()),
            Rule::MaxInclusive => facets.max_inclusive.as_ref().map(|facet| facet.value.text.clone()),
            Rule::MinExclusive => facets.min_exclusive.as_ref().map(|facet| facet.value.text.clone()),
            Rule::MaxExclusive => facets.max_exclusive.as_ref().map(|facet| facet.value.text.clone()),
            Rule::Pattern(pattern) => self.pattern_text(pattern),
            Rule::Lexical | Rule::Enumeration | Rule::NoUnionMember => None,
        }
    }

    fn pattern_text(&self, pattern: PatternId) -> Option<String> {
        let text = self.patterns.get(pattern.index())?.alternatives.join("|");
        (text.chars().count() <= LONGEST_PATTERN).then_some(text)
    }
}
