//! Values that break one rule of a simple type, found by making many and asking the value check.

mod lengths;
mod moments;
mod numbers;
mod texts;

use super::rules::ValueRule;
use std::collections::BTreeMap;
use xsozial_schema::{
    Code, Schema,
    schema::{PatternId, SimpleTypeId, Variety},
    value::NoPrefixes,
};

/// As many values are kept of each code: enough to choose from when the document's other rules object to some.
const KEPT: usize = 24;

/// Longest value that is made, in characters.
const LONGEST: u64 = 1 << 18;

/// Longest text that is altered, in bytes: of longer ones nothing new is learnt.
const LONGEST_SEED: usize = 1 << 12;

/// What each value that was tried breaks first, for one simple type.
#[derive(Default)]
pub(super) struct Tried {
    broken: BTreeMap<Code, Vec<String>>,
    valid: Vec<String>,
}

/// A value that breaks a rule.
pub(super) struct Breaking<'v> {
    pub(super) text: &'v str,
    /// Whether it is certain that it breaks no other rule of its type.
    pub(super) is_alone: bool,
}

impl Tried {
    /// Tries values made for this type, beginning with one that fits it.
    pub(super) fn of(schema: &Schema, simple_type: SimpleTypeId, fitting: &str) -> Self {
        let mut tried = Self::default();
        let mut types = vec![simple_type];
        if let Variety::List(item) = schema.simple_type(simple_type).variety {
            types.push(item);
        }
        for governing in types {
            for text in made(schema, governing, fitting) {
                tried.take(schema, simple_type, text);
            }
        }
        tried
    }

    fn take(&mut self, schema: &Schema, simple_type: SimpleTypeId, text: String) {
        let kept = match schema.check_value(simple_type, &text, &NoPrefixes) {
            Ok(_) => &mut self.valid,
            Err(fault) => self.broken.entry(fault.code).or_default(),
        };
        // Patterns of several steps need a choice: of them all are kept.
        let is_welcome = kept.len() < KEPT || schema.facets(simple_type).patterns.len() > 1;
        if is_welcome && !kept.contains(&text) {
            kept.push(text);
        }
    }

    /// Values that break the rule with this code first, those that break no other rule before those that may.
    pub(super) fn breaking(&self, schema: &Schema, rule: ValueRule, code: Code) -> Vec<Breaking<'_>> {
        let values = self.broken.get(&code).map_or(&[][..], Vec::as_slice);
        let mut breaking: Vec<Breaking<'_>> = values
            .iter()
            .filter(|text| rule.pattern.is_none_or(|step| !matches(schema, rule, step, text)))
            .map(|text| Breaking {
                text,
                is_alone: is_alone(schema, rule, code, text),
            })
            .collect();
        breaking.sort_by_key(|breaking| !breaking.is_alone);
        breaking.truncate(KEPT);
        breaking
    }

    /// Values that fit the type and differ from this one.
    pub(super) fn others(&self, schema: &Schema, simple_type: SimpleTypeId, value: &str) -> impl Iterator<Item = &str> {
        let differs = move |text: &&String| {
            *text != value && !schema.is_same_value(simple_type, (text, &NoPrefixes), (value, &NoPrefixes))
        };
        self.valid.iter().filter(differs).map(String::as_str)
    }
}

/// Whether the value keeps the rules that are checked after the broken one, as far as that can be asked.
fn is_alone(schema: &Schema, rule: ValueRule, code: Code, text: &str) -> bool {
    let facets = schema.facets(rule.simple_type);
    let keeps_patterns = || {
        let mut others = facets.patterns.iter().filter(|&&step| Some(step) != rule.pattern);
        others.all(|&step| matches(schema, rule, step, text))
    };
    match code {
        Code::Length | Code::MinLength | Code::MaxLength | Code::Pattern => {
            facets.enumeration.is_empty() && keeps_patterns()
        }
        // What has not the form of its type has no value that further rules could be about; what is checked last breaks no
        // rule before.
        _ => true,
    }
}

fn matches(schema: &Schema, rule: ValueRule, step: PatternId, text: &str) -> bool {
    let text = schema.facets(rule.simple_type).white_space.normalise(text);
    schema.pattern(step).is_match(&text)
}

/// Values to try, the most telling first.
fn made(schema: &Schema, id: SimpleTypeId, fitting: &str) -> Vec<String> {
    let facets = schema.facets(id);
    let mut seeds = vec![fitting.to_owned()];
    seeds.extend(facets.enumeration.iter().take(3).map(|known| known.text.clone()));
    seeds.extend(examples(schema, id));
    if let Variety::Union(members) = &schema.simple_type(id).variety {
        let enumerated = members.iter().flat_map(|&member| &schema.facets(member).enumeration);
        seeds.extend(enumerated.take(3).map(|known| known.text.clone()));
    }
    let mut made = lengths::made(schema, id, fitting);
    made.extend(numbers::made(facets, fitting));
    made.extend(moments::made(facets, fitting));
    for seed in seeds.iter().filter(|seed| seed.len() <= LONGEST_SEED) {
        texts::altered(seed, &mut made);
    }
    made.extend(texts::STRANGE.iter().map(|&text| text.to_owned()));
    made.extend(seeds);
    made
}

/// Texts that match the last patterns, of several lengths.
fn examples(schema: &Schema, id: SimpleTypeId) -> impl Iterator<Item = String> {
    let step = schema.facets(id).patterns.last().copied();
    step.into_iter().flat_map(move |step| {
        (0..4_usize).filter_map(move |turn| schema.pattern(step).example(turn * 3, &mut |count| turn.min(count - 1)))
    })
}
