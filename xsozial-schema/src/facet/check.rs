//! The one value check that reading and validating share.

use super::{
    Facets,
    enumeration::find_by,
    plan::{CheckPlan, Groups, Kind},
    rule::{Rule, Violation},
};
use crate::{
    Fault,
    schema::{Schema, SimpleTypeId, Variety},
    value::{Builtin, PrefixResolver, Value, items},
};
use std::borrow::Cow;

/// A value that keeps all rules of its type. Its `Debug` output shows no content.
#[derive(Clone, PartialEq, Eq)]
pub struct Checked<'t> {
    /// The text after white-space handling.
    pub text: Cow<'t, str>,
    /// For a union the member type that took the value (never a union itself), else the type.
    pub member: SimpleTypeId,
    /// Which of the enumerated values it is: index into [`Facets::enumeration`] of the type that was checked, or, when
    /// that is a union without enumeration of its own, of `member`. `None` when nothing is enumerated.
    pub enumeration: Option<u32>,
}

impl std::fmt::Debug for Checked<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Checked")
            .field("characters", &self.text.chars().count())
            .field("member", &self.member)
            .finish_non_exhaustive()
    }
}

impl Schema {
    /// Checks a value against its simple type: lexical form, length, pattern, enumeration, bounds, digits, in this order.
    /// `text` is the value as the document writes it. Valid text that needs no white-space handling costs no allocation.
    ///
    /// The fault tells type, shape and bound, and has one of the codes `XF…`.
    #[inline]
    pub fn check_value<'t>(
        &self,
        simple_type: SimpleTypeId,
        text: &'t str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<Checked<'t>, Box<Fault>> {
        let plan = self.check_plan(simple_type);
        // Most types have no facets of their own: a quick exit for them.
        if matches!(plan.kind, Kind::Free | Kind::Lexical) {
            let text = plan.white_space.normalise(text);
            if plan.kind == Kind::Free || plan.builtin.accepts(&text, prefixes) {
                return Ok(Checked {
                    text,
                    member: simple_type,
                    enumeration: None,
                });
            }
        }
        self.examine(simple_type, text, prefixes)
            .map_err(|violation| Box::new(self.value_fault(violation)))
    }

    fn examine<'t>(
        &self,
        id: SimpleTypeId,
        raw: &'t str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<Checked<'t>, Violation<'t>> {
        let plan = self.check_plan(id);
        if plan.kind == Kind::Union {
            return self.examine_union(id, raw, prefixes);
        }
        let text = plan.white_space.normalise(raw);
        let outcome = match plan.kind {
            // A union never gets here: its members normalise the text.
            Kind::Free | Kind::Union => Ok(None),
            Kind::Lexical if plan.builtin.accepts(&text, prefixes) => Ok(None),
            Kind::Lexical => Err(Rule::Lexical),
            Kind::Atomic(groups) => self.examine_atomic(id, plan, groups, &text, prefixes),
            Kind::List => {
                self.examine_items(id, raw, prefixes)?;
                self.examine_list(id, &text, prefixes)
            }
        };
        match outcome {
            Ok(enumeration) => Ok(Checked {
                text,
                member: id,
                enumeration,
            }),
            Err(rule) => Err(Violation {
                rule,
                simple_type: id,
                text: raw,
            }),
        }
    }

    fn examine_atomic(
        &self,
        id: SimpleTypeId,
        plan: &CheckPlan,
        groups: Groups,
        text: &str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<Option<u32>, Rule> {
        let facets = self.facets(id);
        // Where the value itself is needed, reading it is the check of its form.
        let needs_value = groups.bounds || (groups.enumeration && !is_text(plan.builtin));
        let value = if needs_value {
            Some(Value::parse(plan.builtin, text, prefixes).ok_or(Rule::Lexical)?)
        } else if plan.builtin.accepts(text, prefixes) {
            None
        } else {
            return Err(Rule::Lexical);
        };
        if groups.length {
            facets.check_text_length(plan.builtin, text)?;
        }
        self.check_patterns(facets, text)?;
        let mut enumeration = None;
        if groups.enumeration {
            let found = match &value {
                Some(value) if !is_text(plan.builtin) => find_by(&facets.enumeration, |known| known.value == *value),
                _ => plan.text_index(facets).find(&facets.enumeration, text),
            };
            enumeration = Some(found.ok_or(Rule::Enumeration)?);
        }
        if let Some(value) = value.filter(|_| groups.bounds) {
            facets.check_bounds(&value)?;
        }
        if groups.digits {
            facets.check_digits(text)?;
        }
        Ok(enumeration)
    }

    /// The items of a list; what is broken is a rule of the item type.
    fn examine_items<'t>(
        &self,
        id: SimpleTypeId,
        raw: &'t str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<(), Violation<'t>> {
        if let Variety::List(item_type) = self.simple_type(id).variety {
            for item in items(raw) {
                self.examine(item_type, item, prefixes)?;
            }
        }
        Ok(())
    }

    /// A list as a whole, when its items are right.
    fn examine_list(&self, id: SimpleTypeId, text: &str, prefixes: &dyn PrefixResolver) -> Result<Option<u32>, Rule> {
        let facets = self.facets(id);
        let groups = Groups::of(facets);
        if groups.length {
            facets.check_length(items(text).count())?;
        }
        self.check_patterns(facets, text)?;
        self.find_enumerated(id, facets, text, prefixes)
    }

    /// The first member type that takes the value, then the union's own facets.
    fn examine_union<'t>(
        &self,
        id: SimpleTypeId,
        raw: &'t str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<Checked<'t>, Violation<'t>> {
        let violation = |rule| Violation {
            rule,
            simple_type: id,
            text: raw,
        };
        let Variety::Union(members) = &self.simple_type(id).variety else {
            return Err(violation(Rule::NoUnionMember));
        };
        let checked = members
            .iter()
            .find_map(|&member| self.examine(member, raw, prefixes).ok())
            .ok_or_else(|| violation(Rule::NoUnionMember))?;
        let facets = self.facets(id);
        self.check_patterns(facets, &checked.text).map_err(violation)?;
        let own = self
            .find_enumerated(id, facets, &checked.text, prefixes)
            .map_err(violation)?;
        Ok(Checked {
            enumeration: own.or(checked.enumeration),
            ..checked
        })
    }

    fn check_patterns(&self, facets: &Facets, text: &str) -> Result<(), Rule> {
        match facets.patterns.iter().find(|&&id| !self.pattern(id).is_match(text)) {
            Some(&id) => Err(Rule::Pattern(id)),
            None => Ok(()),
        }
    }

    /// The place of a list's or union's value in the enumeration, if there is one.
    fn find_enumerated(
        &self,
        id: SimpleTypeId,
        facets: &Facets,
        text: &str,
        prefixes: &dyn PrefixResolver,
    ) -> Result<Option<u32>, Rule> {
        if facets.enumeration.is_empty() {
            return Ok(None);
        }
        // Nearly always the text is the one in the schema. Else each enumerated text is read as a value of this very
        // type: which member of a union takes it decides what it is equal to.
        let plan = self.check_plan(id);
        plan.text_index(facets)
            .find(&facets.enumeration, text)
            .or_else(|| {
                let value = self.parse_value(id, text, prefixes)?;
                find_by(&facets.enumeration, |known| {
                    known.value == value || self.parse_value(id, &known.text, prefixes).as_ref() == Some(&value)
                })
            })
            .map(Some)
            .ok_or(Rule::Enumeration)
    }
}

/// Whether the value of a type is its text.
fn is_text(builtin: Builtin) -> bool {
    matches!(
        builtin.primitive(),
        Builtin::String | Builtin::AnyUri | Builtin::AnySimpleType
    )
}
