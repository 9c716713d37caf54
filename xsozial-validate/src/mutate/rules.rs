//! The rules that govern an element of a type, each with the part of the element that can break it.

use super::{
    particle::demands,
    rule::{Kind, Rule},
};
use xsozial_schema::{
    Code, NameId, NamespaceId, Schema,
    check::{ANY_TYPE, IdKind},
    schema::{
        ComplexType, Content, Element, ElementContent, ElementId, IdentityId, IdentityKind, LeafTerm, PatternId,
        SimpleTypeId, SourceLocation, TypeRef, Variety,
    },
    value::Builtin,
};

/// The part of an element that can break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The element as a whole.
    Element,
    /// A child that matches this leaf.
    Leaf(u32),
    /// The attribute of this use.
    Attribute(u32),
    /// The element's own value.
    Value(ValueRule),
    /// The value of the attribute of this use.
    AttributeValue(u32, ValueRule),
    /// An identity constraint.
    Identity(IdentityId),
}

/// A rule about a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ValueRule {
    /// The type of the whole value.
    pub(super) simple_type: SimpleTypeId,
    /// For a pattern: which one.
    pub(super) pattern: Option<PatternId>,
}

/// Collects the rules of one element.
struct Rules<'s> {
    schema: &'s Schema,
    found: Vec<(Rule, Target)>,
}

/// The rules about an element of this declaration and this type.
pub(super) fn rules_of(schema: &Schema, element: ElementId, type_ref: TypeRef) -> Vec<(Rule, Target)> {
    let mut rules = Rules {
        schema,
        found: Vec::new(),
    };
    let declaration = schema.element(element);
    rules.declaration(declaration);
    match type_ref {
        TypeRef::Simple(simple_type) => rules.element_value(declaration, declaration.source, simple_type),
        TypeRef::Complex(id) => rules.complex_type(declaration, schema.complex_type(id)),
    }
    rules.found
}

impl Rules<'_> {
    fn add(&mut self, component: SourceLocation, kind: Kind, subject: Option<NameId>, target: Target) {
        let rule = Rule {
            component,
            kind,
            subject,
        };
        self.found.push((rule, target));
    }

    fn declaration(&mut self, element: &Element) {
        let (source, name) = (element.source, Some(element.name));
        let is_fixed = element.constraint.as_ref().is_some_and(|known| known.fixed().is_some());
        if is_fixed {
            self.add(source, Kind::ElementFixed, name, Target::Element);
        }
        match element.is_nillable {
            false => self.add(source, Kind::NilNotAllowed, name, Target::Element),
            true if !is_fixed => self.add(source, Kind::NilNotEmpty, name, Target::Element),
            true => {}
        }
        let admits_all = [TypeRef::Complex(ANY_TYPE), TypeRef::Simple(Builtin::AnySimpleType.id())];
        if !admits_all.contains(&element.type_ref) {
            self.add(source, Kind::TypeNotDerived, name, Target::Element);
        }
        if let TypeRef::Complex(declared) = element.type_ref
            && self.schema.complex_type(declared).is_abstract
        {
            let source = self.schema.complex_type(declared).source;
            self.add(source, Kind::TypeAbstract, None, Target::Element);
        }
        for &identity in &element.identities {
            self.identity(identity);
        }
    }

    fn identity(&mut self, id: IdentityId) {
        let constraint = self.schema.identity(id);
        let kinds: &[Kind] = match constraint.kind {
            IdentityKind::Key => &[Kind::KeyDuplicate, Kind::KeyMissing],
            IdentityKind::Unique => &[Kind::KeyDuplicate],
            IdentityKind::KeyReference(_) => &[Kind::KeyReference],
        };
        for &kind in kinds {
            self.add(constraint.source, kind, Some(constraint.name), Target::Identity(id));
        }
    }

    fn complex_type(&mut self, element: &Element, complex_type: &ComplexType) {
        let source = complex_type.source;
        if source == SourceLocation::BUILT_IN {
            return;
        }
        match &complex_type.content {
            Content::Empty => self.add(source, Kind::ContentInEmpty, None, Target::Element),
            Content::Simple(simple_type) => self.element_value(element, source, *simple_type),
            Content::Elements(content) => self.content(source, content),
        }
        let wildcard = complex_type.attribute_wildcard.map(|id| self.schema.wildcard(id));
        if !wildcard.is_some_and(|wildcard| wildcard.admits(NamespaceId::NONE)) {
            self.add(source, Kind::AttributeUnknown, None, Target::Element);
        }
        for (place, known) in complex_type.attributes.iter().enumerate() {
            let Ok(place) = u32::try_from(place) else { break };
            let name = Some(known.name);
            if known.required {
                self.add(known.source, Kind::AttributeMissing, name, Target::Attribute(place));
            }
            if known.constraint.as_ref().is_some_and(|known| known.fixed().is_some()) {
                self.add(known.source, Kind::AttributeFixed, name, Target::Attribute(place));
            }
            let holder = (known.source, known.name);
            self.value(known.simple_type, holder, |rule| Target::AttributeValue(place, rule));
        }
    }

    fn content(&mut self, source: SourceLocation, content: &ElementContent) {
        if !content.mixed {
            self.add(source, Kind::TextAmongElements, None, Target::Element);
        }
        let admits_unknown = content.leaves.iter().any(|leaf| match leaf.term {
            LeafTerm::Wildcard(id) => self.schema.wildcard(id).admits(NamespaceId::NONE),
            LeafTerm::Element(_) => false,
        });
        let demands = demands(content);
        for (place, (leaf, demands)) in content.leaves.iter().zip(demands).enumerate() {
            let (LeafTerm::Element(id), Ok(place)) = (leaf.term, u32::try_from(place)) else {
                continue;
            };
            let element = self.schema.element(id);
            let kinds = [
                (Kind::ElementMissing, demands.is_needed),
                (Kind::ElementSurplus, demands.is_bounded),
                (Kind::ElementOrder, demands.is_ordered),
                (Kind::ElementUnknown, !admits_unknown),
            ];
            for (kind, _) in kinds.into_iter().filter(|(_, is_demanded)| *is_demanded) {
                self.add(leaf.source, kind, Some(element.name), Target::Leaf(place));
            }
            if element.is_abstract {
                self.add(
                    element.source,
                    Kind::ElementAbstract,
                    Some(element.name),
                    Target::Leaf(place),
                );
            }
        }
    }

    fn element_value(&mut self, element: &Element, source: SourceLocation, simple_type: SimpleTypeId) {
        let subject = (source == element.source).then_some(element.name);
        self.add(source, Kind::ElementInValue, subject, Target::Element);
        self.value(simple_type, (element.source, element.name), Target::Value);
    }

    /// The rules about the values of a type, which an element or attribute has.
    fn value(
        &mut self,
        simple_type: SimpleTypeId,
        holder: (SourceLocation, NameId),
        target: impl Fn(ValueRule) -> Target,
    ) {
        let rule = |pattern| ValueRule { simple_type, pattern };
        if let Some(kind) = self.identifying(simple_type) {
            self.add(holder.0, kind, Some(holder.1), target(rule(None)));
        }
        // What is said of the items of a list is a rule about their type.
        let item = match self.schema.simple_type(simple_type).variety {
            Variety::List(item) => Some(item),
            Variety::Atomic | Variety::Union(_) => None,
        };
        for governing in [Some(simple_type), item].into_iter().flatten() {
            for code in self.breakable(governing) {
                let component = self.schema.rule_source(governing, code, holder.0);
                let subject = (component == holder.0).then_some(holder.1);
                if let Some(kind) = kind_of(code) {
                    self.add(component, kind, subject, target(rule(None)));
                }
            }
            for &pattern in &self.schema.facets(governing).patterns {
                let component = self.schema.patterns[pattern.index()].source;
                self.add(component, Kind::Pattern, None, target(rule(Some(pattern))));
            }
        }
    }

    fn identifying(&self, simple_type: SimpleTypeId) -> Option<Kind> {
        match self.schema.id_kind(simple_type) {
            // Which item is an ID and which refers to one is up to each value.
            IdKind::None | IdKind::Items => None,
            IdKind::Id => Some(Kind::IdDuplicate),
            IdKind::Reference => Some(Kind::IdReference),
        }
    }

    /// The codes of the rules of a type that values can break, patterns apart.
    fn breakable(&self, id: SimpleTypeId) -> Vec<Code> {
        let known = self.schema.simple_type(id);
        let facets = &known.facets;
        let is_free = matches!(
            known.builtin,
            Builtin::AnySimpleType | Builtin::String | Builtin::NormalizedString | Builtin::Token
        );
        let has_form = match known.variety {
            Variety::Atomic => (!is_free).then_some(Code::Lexical),
            Variety::Union(_) => Some(Code::NoUnionMember),
            Variety::List(_) => None,
        };
        let is_there = [
            (Code::Length, facets.length.is_some()),
            (
                Code::MinLength,
                facets.min_length.as_ref().is_some_and(|facet| facet.value > 0),
            ),
            (Code::MaxLength, facets.max_length.is_some()),
            (Code::Enumeration, !facets.enumeration.is_empty()),
            (Code::MinInclusive, facets.min_inclusive.is_some()),
            (Code::MaxInclusive, facets.max_inclusive.is_some()),
            (Code::MinExclusive, facets.min_exclusive.is_some()),
            (Code::MaxExclusive, facets.max_exclusive.is_some()),
            (Code::TotalDigits, facets.total_digits.is_some()),
            (Code::FractionDigits, facets.fraction_digits.is_some()),
        ];
        let facets = is_there
            .into_iter()
            .filter(|(_, is_there)| *is_there)
            .map(|(code, _)| code);
        has_form.into_iter().chain(facets).collect()
    }
}

/// The kind of the rules about values that have this code.
fn kind_of(code: Code) -> Option<Kind> {
    Kind::ALL
        .iter()
        .copied()
        .find(|kind| code.as_str().starts_with("XF") && kind.codes() == [code])
}
