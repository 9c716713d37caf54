//! What simple types say.

use super::{Describer, Part, Property};
use crate::{
    facet::{Bound, Facet, Facets},
    schema::{SimpleType, SimpleTypeId, TypeRef, Variety},
    value::WhiteSpace,
};

impl Describer<'_> {
    /// Adds the rules of a simple type: those of its base are left to the base where that has a name.
    pub(super) fn simple_rules(&self, part: &mut Part, id: SimpleTypeId) {
        let simple_type = self.schema.simple_type(id);
        let base = self.schema.simple_type(simple_type.base);
        let inherited = base.name.is_some().then_some(&base.facets);
        part.text(
            "base",
            self.type_name(TypeRef::Simple(simple_type.base)).unwrap_or_default(),
        );
        part.text("variety", self.variety(simple_type));
        self.facet_rules(part, &simple_type.facets, inherited);
    }

    fn variety(&self, simple_type: &SimpleType) -> String {
        match &simple_type.variety {
            Variety::Atomic => format!("atomic xs:{}", simple_type.builtin.name()),
            Variety::List(item) => format!("list of {}", self.member(*item)),
            Variety::Union(members) => {
                let members: Vec<String> = members.iter().map(|&member| self.member(member)).collect();
                format!("union of {}", members.join(" "))
            }
        }
    }

    /// A type that others are made of: by its name, or by its rules.
    fn member(&self, id: SimpleTypeId) -> String {
        self.type_name(TypeRef::Simple(id)).unwrap_or_else(|| {
            let mut part = Part::default();
            self.simple_rules(&mut part, id);
            let rules: Vec<String> = part
                .rules
                .iter()
                .map(|(name, rule)| format!("{name}={}", rule.text()))
                .collect();
            format!("({})", rules.join("; "))
        })
    }

    fn facet_rules(&self, part: &mut Part, facets: &Facets, inherited: Option<&Facets>) {
        let default = Facets::default();
        let base = inherited.unwrap_or(&default);
        if inherited.is_none() || facets.white_space != base.white_space {
            part.text("whiteSpace", white_space(facets.white_space).to_owned());
        }
        if let Some(value) = own(facets.length.as_ref(), base.length.as_ref()) {
            part.rule("length", Property::Demand(value.to_string()));
        }
        if let Some(&value) = own(facets.min_length.as_ref(), base.min_length.as_ref()) {
            part.rule("minLength", Property::AtLeast(value));
        }
        if let Some(&value) = own(facets.max_length.as_ref(), base.max_length.as_ref()) {
            part.rule("maxLength", Property::AtMost(Some(value)));
        }
        if let Some(&value) = own(facets.total_digits.as_ref(), base.total_digits.as_ref()) {
            part.rule("totalDigits", Property::AtMost(Some(u64::from(value))));
        }
        if let Some(&value) = own(facets.fraction_digits.as_ref(), base.fraction_digits.as_ref()) {
            part.rule("fractionDigits", Property::AtMost(Some(u64::from(value))));
        }
        self.bound_rules(part, facets, base);
        let patterns = facets
            .patterns
            .iter()
            .filter(|pattern| !base.patterns.contains(pattern));
        let patterns: Vec<String> = patterns
            .map(|pattern| self.schema.patterns[pattern.index()].alternatives.join(" | "))
            .collect();
        if !patterns.is_empty() {
            part.rule("pattern", Property::Demand(patterns.join(" and ")));
        }
        let texts = |facets: &Facets| facets.enumeration.iter().map(|value| value.text.clone()).collect();
        if !facets.enumeration.is_empty() && (inherited.is_none() || facets.enumeration != base.enumeration) {
            part.rule("enumeration", Property::Allowed(texts(facets)));
        }
    }

    #[expect(clippy::unused_self, reason = "one of the rules of a type")]
    fn bound_rules(&self, part: &mut Part, facets: &Facets, base: &Facets) {
        let from = |bound: &Bound| Property::From(bound.value.clone(), bound.text.clone());
        let up_to = |bound: &Bound| Property::UpTo(bound.value.clone(), bound.text.clone());
        let bounds = [
            ("minInclusive", &facets.min_inclusive, &base.min_inclusive, true),
            ("minExclusive", &facets.min_exclusive, &base.min_exclusive, true),
            ("maxInclusive", &facets.max_inclusive, &base.max_inclusive, false),
            ("maxExclusive", &facets.max_exclusive, &base.max_exclusive, false),
        ];
        for (name, facet, inherited, is_lower) in bounds {
            if let Some(bound) = own(facet.as_ref(), inherited.as_ref()) {
                part.rule(name, if is_lower { from(bound) } else { up_to(bound) });
            }
        }
    }
}

/// The value of a facet that the base does not have.
fn own<'f, T: PartialEq>(facet: Option<&'f Facet<T>>, inherited: Option<&Facet<T>>) -> Option<&'f T> {
    let facet = facet?;
    let is_inherited = inherited.is_some_and(|known| known.value == facet.value);
    (!is_inherited).then_some(&facet.value)
}

const fn white_space(white_space: WhiteSpace) -> &'static str {
    match white_space {
        WhiteSpace::Preserve => "preserve",
        WhiteSpace::Replace => "replace",
        WhiteSpace::Collapse => "collapse",
    }
}
