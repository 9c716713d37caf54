//! Tests of the value check with small schemas made by hand.

mod atomic;
mod faults;
mod list_and_union;

use super::{Bound, EnumerationValue, Facet, Facets, facets_of_builtin};
use crate::{
    Code, Fault,
    names::{Names, NamespaceId},
    pattern::PatternStep,
    schema::{
        Annotation, PatternId, Schema, SchemaData, SimpleType, SimpleTypeId, SourceLocation, Variety,
        builtin_simple_types,
    },
    value::{Builtin, NoPrefixes, Value},
};

pub(super) const SOURCE: SourceLocation = SourceLocation::BUILT_IN;

/// Makes schemas of simple types.
pub(super) struct Types {
    names: Names,
    simple: Vec<SimpleType>,
    patterns: Vec<PatternStep>,
}

impl Types {
    pub(super) fn new() -> Self {
        let mut names = Names::new();
        let simple = builtin_simple_types(&mut names);
        Self {
            names,
            simple,
            patterns: Vec::new(),
        }
    }

    fn add(&mut self, base: Builtin, variety: Variety, facets: Facets) -> SimpleTypeId {
        self.simple.push(SimpleType {
            name: None,
            base: base.id(),
            variety,
            builtin: base,
            facets,
            annotation: Annotation::default(),
            source: SOURCE,
        });
        SimpleTypeId::new(u32::try_from(self.simple.len() - 1).unwrap())
    }

    /// A restriction of a built-in type.
    pub(super) fn atomic(&mut self, builtin: Builtin, change: impl FnOnce(&mut Facets)) -> SimpleTypeId {
        let mut facets = facets_of_builtin(builtin);
        change(&mut facets);
        self.add(builtin, Variety::Atomic, facets)
    }

    pub(super) fn list(&mut self, item: SimpleTypeId, change: impl FnOnce(&mut Facets)) -> SimpleTypeId {
        let mut facets = Facets::default();
        change(&mut facets);
        self.add(Builtin::AnySimpleType, Variety::List(item), facets)
    }

    pub(super) fn union(&mut self, members: &[SimpleTypeId], change: impl FnOnce(&mut Facets)) -> SimpleTypeId {
        let mut facets = Facets::default();
        change(&mut facets);
        self.add(Builtin::AnySimpleType, Variety::Union(members.to_vec()), facets)
    }

    pub(super) fn name(&mut self, id: SimpleTypeId, local: &str) {
        let namespace = self.names.intern_namespace("urn:example:a");
        self.names.set_prefix(namespace, "a");
        self.simple[id.index()].name = Some(self.names.intern(namespace, local));
        assert_ne!(namespace, NamespaceId::NONE);
    }

    pub(super) fn rebase(&mut self, id: SimpleTypeId, base: SimpleTypeId) {
        self.simple[id.index()].base = base;
    }

    pub(super) fn pattern(&mut self, expression: &str) -> PatternId {
        self.patterns.push(PatternStep {
            alternatives: vec![expression.to_owned()],
            source: SOURCE,
        });
        PatternId::new(u32::try_from(self.patterns.len() - 1).unwrap())
    }

    pub(super) fn schema(self) -> Schema {
        Schema::new(SchemaData {
            names: self.names,
            simple_types: self.simple,
            patterns: self.patterns,
            ..SchemaData::default()
        })
    }
}

#[expect(clippy::unnecessary_wraps, reason = "facets are optional fields")]
pub(super) fn facet<T>(value: T) -> Option<Facet<T>> {
    Some(Facet { value, source: SOURCE })
}

pub(super) fn bound(builtin: Builtin, text: &str) -> Option<Facet<Bound>> {
    facet(Bound {
        value: Value::parse(builtin, text, &NoPrefixes).unwrap(),
        text: text.to_owned(),
    })
}

pub(super) fn enumeration(builtin: Builtin, texts: &[&str]) -> Vec<EnumerationValue> {
    texts
        .iter()
        .map(|&text| EnumerationValue {
            text: text.to_owned(),
            value: Value::parse(builtin, text, &NoPrefixes).unwrap(),
            annotation: Annotation::default(),
            source: SOURCE,
        })
        .collect()
}

/// The code of the fault, `None` for a valid value.
pub(super) fn code(schema: &Schema, id: SimpleTypeId, text: &str) -> Option<Code> {
    fault(schema, id, text).map(|fault| fault.code)
}

pub(super) fn fault(schema: &Schema, id: SimpleTypeId, text: &str) -> Option<Box<Fault>> {
    schema.check_value(id, text, &NoPrefixes).err()
}
