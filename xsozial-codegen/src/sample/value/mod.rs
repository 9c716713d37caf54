//! Values of simple types: proposed by what the type is, and always put to the schema's own check.

mod binary;
mod fit;
mod kind;
mod made_of_others;
mod name;
mod number;
mod pattern;
mod temporal;
mod text;

pub(super) use kind::Kind;

use super::{Size, prefixes::Prefixes, random::Random};
use std::collections::BTreeSet;
use xsozial_schema::{
    Schema,
    facet::Facets,
    schema::{SimpleTypeId, Variety},
    value::{Builtin, Value},
};

/// Texts to try, one after the other.
type Proposals<'p> = Box<dyn Iterator<Item = String> + 'p>;

/// What a value should be like, beyond being one of its type.
#[derive(Clone, Copy)]
pub(super) struct Wish<'w> {
    /// What it stands for.
    pub(super) kind: Kind,
    /// How varied it may be.
    pub(super) size: Size,
    /// Values that it may not be.
    pub(super) taken: Option<&'w BTreeSet<String>>,
}

impl<'w> Wish<'w> {
    /// Any value.
    pub(super) fn new(kind: Kind, size: Size) -> Self {
        Self {
            kind,
            size,
            taken: None,
        }
    }

    /// None of these values.
    pub(super) fn other_than(self, taken: &'w BTreeSet<String>) -> Self {
        Self {
            taken: Some(taken),
            ..self
        }
    }

    /// Whether many different values are needed.
    fn is_distinct(&self) -> bool {
        self.taken.is_some()
    }
}

/// Finds values.
#[derive(Clone, Copy)]
pub(super) struct Values<'v> {
    pub(super) schema: &'v Schema,
    pub(super) prefixes: &'v Prefixes,
}

impl Values<'_> {
    /// A value of the type, as a document may write it; `None` when none was found. Types of `xs:ENTITY` have none, as
    /// documents may not have a DOCTYPE.
    pub(super) fn find(&self, id: SimpleTypeId, wish: &Wish<'_>, random: &mut Random) -> Option<String> {
        let simple_type = self.schema.simple_type(id);
        if !simple_type.facets.enumeration.is_empty() {
            return self.enumerated(id, wish, random);
        }
        match &simple_type.variety {
            Variety::Atomic => self.atomic(id, simple_type.builtin, wish, random),
            Variety::List(item) => self.list(id, *item, wish, random),
            Variety::Union(members) => self.union(id, members, wish, random),
        }
        .or_else(|| self.made_of_patterns(id, wish, random))
    }

    /// The text after white-space handling, when it is a value of the type and of those that are wished for.
    pub(super) fn take(&self, id: SimpleTypeId, text: &str, wish: &Wish<'_>) -> Option<String> {
        if wish.kind == Kind::Item && (text.is_empty() || text.contains([' ', '\t', '\n', '\r'])) {
            return None;
        }
        let checked = self.schema.check_value(id, text, self.prefixes).ok()?;
        let is_taken = wish.taken.is_some_and(|taken| taken.contains(&*checked.text));
        (!is_taken).then(|| checked.text.into_owned())
    }

    fn take_first(&self, id: SimpleTypeId, proposals: Proposals<'_>, wish: &Wish<'_>) -> Option<String> {
        let mut proposals = proposals;
        proposals.find_map(|text| self.take(id, &text, wish))
    }

    /// One of the enumerated values; some of them may break another facet.
    fn enumerated(&self, id: SimpleTypeId, wish: &Wish<'_>, random: &mut Random) -> Option<String> {
        let values = &self.schema.facets(id).enumeration;
        let start = random.below(values.len());
        let mut order = values.iter().cycle().skip(start).take(values.len());
        order.find_map(|value| match &value.value {
            Value::QName(name) => {
                let prefix = self.prefixes.prefix_of(name.namespace())?;
                let text = match prefix {
                    "" => name.local().to_owned(),
                    prefix => format!("{prefix}:{}", name.local()),
                };
                self.take(id, &text, wish)
            }
            _ => self.take(id, &value.text, wish),
        })
    }

    fn atomic(&self, id: SimpleTypeId, builtin: Builtin, wish: &Wish<'_>, random: &mut Random) -> Option<String> {
        let facets = self.schema.facets(id);
        let proposals = proposals(builtin, facets, wish, random)?;
        self.take_first(id, proposals, wish)
    }
}

/// What a value of a built-in type may look like.
fn proposals<'p>(builtin: Builtin, facets: &'p Facets, wish: &Wish<'_>, random: &mut Random) -> Option<Proposals<'p>> {
    Some(match builtin.primitive() {
        Builtin::Boolean => {
            let mut texts = ["true", "false", "1", "0"];
            texts.rotate_left(random.below(if wish.size == Size::Random { 4 } else { 2 }));
            Box::new(texts.into_iter().map(str::to_owned))
        }
        Builtin::Decimal => number::exact(builtin, facets, wish, random),
        Builtin::Float | Builtin::Double => number::floating(facets, random),
        Builtin::Duration => temporal::durations(facets, random),
        Builtin::HexBinary | Builtin::Base64Binary => binary::proposals(builtin, facets, wish, random),
        Builtin::AnyUri => name::uris(facets, wish, random),
        Builtin::QName | Builtin::Notation => name::names(builtin, facets, wish, random),
        Builtin::String => match builtin {
            Builtin::String | Builtin::NormalizedString | Builtin::Token => text::proposals(facets, wish, random),
            Builtin::Entity => return None,
            _ => name::names(builtin, facets, wish, random),
        },
        Builtin::AnySimpleType => text::proposals(facets, wish, random),
        primitive => temporal::moments(primitive, facets, wish, random),
    })
}
