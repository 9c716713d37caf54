//! The rules on one schema: which of them apply to which component, so that a value costs one look-up.

use super::{
    RuleOptions,
    checks::din91379::DataType,
    names::{last_word_is, normalised},
    table::{Binding, Head, IDENTIFICATION, MESSAGE, ProseRule, RULES},
};
use xsozial_schema::{
    NameId, Schema,
    schema::{
        Annotation, ComplexType, ComplexTypeId, Content, LeafTerm, SimpleType, SimpleTypeId, SourceLocation, TypeRef,
        Variety,
    },
    value::Builtin,
};

/// A set of rules: one bit for each row of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RuleSet(u16);

const _: () = assert!(RULES.len() <= 16, "a set of rules has one bit for each");

impl RuleSet {
    pub(super) const NONE: Self = Self(0);
    const ALL: Self = Self(u16::MAX);

    const fn single(place: usize) -> Self {
        Self(1 << place)
    }

    #[inline]
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[inline]
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[inline]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The rules, in the order of the table.
    pub(super) fn rules(self) -> impl Iterator<Item = &'static ProseRule> {
        RULES
            .iter()
            .enumerate()
            .filter(move |(place, _)| self.0 & 1 << place != 0)
            .map(|(_, rule)| rule)
    }

    fn count(self) -> usize {
        self.0.count_ones() as usize
    }
}

/// What applies to the values of a simple type.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeRules {
    /// To those that keep the rules of the schema.
    pub(super) valid: RuleSet,
    /// To those that do not: rules that say more of the fault.
    pub(super) invalid: RuleSet,
    /// The rules that may apply because of a name: none where the value is no text.
    pub(super) nameable: RuleSet,
    /// The data type of DIN 91379 that is demanded where a rule on it applies.
    pub(super) data_type: DataType,
}

impl TypeRules {
    const NOTHING: Self = Self {
        valid: RuleSet::NONE,
        invalid: RuleSet::NONE,
        nameable: RuleSet::NONE,
        data_type: DataType::A,
    };
}

/// An attribute that rules apply to.
#[derive(Clone, Copy, Debug)]
pub(super) struct AttributeRules {
    pub(super) name: NameId,
    pub(super) simple_type: SimpleTypeId,
    /// What applies whatever the type.
    pub(super) always: RuleSet,
}

/// What applies inside a complex type.
#[derive(Clone, Debug, Default)]
pub(super) struct InsideRules {
    /// To its elements of these names.
    pub(super) elements: Box<[(NameId, RuleSet)]>,
    /// To its attributes.
    pub(super) attributes: Box<[AttributeRules]>,
}

/// The rules on one schema.
#[derive(Debug)]
pub(super) struct Bound {
    /// By the name of an element.
    names: Vec<RuleSet>,
    simple_types: Vec<TypeRules>,
    complex_types: Vec<InsideRules>,
    all: RuleSet,
}

impl Bound {
    /// Finds out where the rules apply.
    pub(super) fn of(schema: &Schema, options: RuleOptions) -> Self {
        let binder = Binder {
            schema,
            rules: RULES
                .iter()
                .enumerate()
                .filter(|(_, rule)| options.is_production || !rule.is_for_production)
                .map(|(place, rule)| (RuleSet::single(place), rule))
                .collect(),
            checks_codes: options.checks_codes,
        };
        let names = (0..schema.names.len()).map(|index| binder.by_name(NameId::new(index_of(index))));
        let simple_types =
            (0..schema.simple_types.len()).map(|index| binder.simple_type(SimpleTypeId::new(index_of(index))));
        let mut bound = Self {
            names: names.collect(),
            simple_types: simple_types.collect(),
            complex_types: Vec::new(),
            all: RuleSet::NONE,
        };
        bound.complex_types = schema
            .complex_types
            .iter()
            .map(|complex_type| binder.inside(complex_type, &bound))
            .collect();
        bound.all = bound.gather(schema);
        bound
    }

    /// What applies to an element of this name if its value is a text.
    #[inline]
    pub(super) fn name(&self, name: NameId) -> RuleSet {
        self.names.get(name.index()).copied().unwrap_or_default()
    }

    #[inline]
    pub(super) fn simple_type(&self, id: SimpleTypeId) -> TypeRules {
        self.simple_types[id.index()]
    }

    #[inline]
    pub(super) fn inside(&self, id: ComplexTypeId) -> &InsideRules {
        &self.complex_types[id.index()]
    }

    /// How many rules the schema gives occasion to.
    pub(super) fn count(&self) -> usize {
        self.all.count()
    }

    fn gather(&self, schema: &Schema) -> RuleSet {
        let mut all = RuleSet::NONE;
        for element in &schema.elements {
            if let Some(simple_type) = value_type(schema, element.type_ref) {
                let rules = self.simple_type(simple_type);
                let by_name = self.name(element.name).and(rules.nameable);
                all = all.with(rules.valid).with(rules.invalid).with(by_name);
            }
        }
        for inside in &self.complex_types {
            for &(_, rules) in &inside.elements {
                all = all.with(rules);
            }
            for attribute in &inside.attributes {
                all = all.with(self.attribute(*attribute));
            }
        }
        all
    }

    /// What applies to an attribute.
    #[inline]
    pub(super) fn attribute(&self, attribute: AttributeRules) -> RuleSet {
        let rules = self.simple_type(attribute.simple_type);
        let by_name = self.name(attribute.name).and(rules.nameable);
        attribute.always.with(rules.valid).with(by_name)
    }
}

/// The type of the value of an element of this type, if it has one.
fn value_type(schema: &Schema, type_ref: TypeRef) -> Option<SimpleTypeId> {
    match type_ref {
        TypeRef::Simple(id) => Some(id),
        TypeRef::Complex(id) => match schema.complex_type(id).content {
            Content::Simple(id) => Some(id),
            _ => None,
        },
    }
}

fn index_of(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Finds out where rules apply.
struct Binder<'s> {
    schema: &'s Schema,
    rules: Vec<(RuleSet, &'static ProseRule)>,
    checks_codes: bool,
}

impl Binder<'_> {
    /// The rules with a binding for which this holds.
    fn rules_where(&self, mut applies: impl FnMut(&Binding) -> bool) -> RuleSet {
        let applying = self
            .rules
            .iter()
            .filter(|(_, rule)| rule.bindings.iter().any(&mut applies));
        applying.fold(RuleSet::NONE, |all, &(rule, _)| all.with(rule))
    }

    fn by_name(&self, name: NameId) -> RuleSet {
        let name = self.schema.names.local(name);
        let plain = normalised(name);
        self.rules_where(|binding| match binding {
            Binding::Name(names) => names.contains(&plain.as_str()),
            Binding::LastWord(word) => last_word_is(name, word),
            _ => false,
        })
    }

    fn simple_type(&self, id: SimpleTypeId) -> TypeRules {
        if !is_text(self.schema.simple_type(id)) {
            return TypeRules::NOTHING;
        }
        let of_texts = self.rules_where(|binding| *binding == Binding::Text);
        let mut rules = TypeRules {
            valid: of_texts,
            nameable: RuleSet::ALL,
            ..TypeRules::NOTHING
        };
        for ancestor in self.ancestors(id) {
            let name = ancestor.name.map_or("", |name| self.schema.names.local(name));
            let by_type = self.rules_where(|binding| matches!(binding, Binding::Type(names) if names.contains(&name)));
            rules.valid = rules.valid.with(by_type);
            let of_characters = self.rules_where(|binding| characters(binding, name).is_some());
            if of_characters.is_empty() {
                continue;
            }
            rules.nameable = rules.nameable.without(of_characters);
            rules.invalid = of_characters.with(of_texts);
            let demanded = self.bindings().find_map(|binding| characters(binding, name));
            if let Some((data_type, is_prescribed)) = demanded {
                rules.data_type = data_type;
                if is_prescribed && !ancestor.facets.patterns.is_empty() {
                    // The type's own pattern keeps its values right; only of wrong ones is there more to say.
                    rules.valid = rules.valid.without(of_texts);
                } else {
                    rules.valid = rules.valid.with(of_characters);
                }
            }
            break;
        }
        rules
    }

    fn bindings(&self) -> impl Iterator<Item = &'static Binding> {
        self.rules.iter().flat_map(|(_, rule)| rule.bindings)
    }

    /// A simple type and those that it is derived from, without the built-in ones.
    fn ancestors(&self, id: SimpleTypeId) -> impl Iterator<Item = &SimpleType> {
        std::iter::successors(Some(id), move |&id| {
            let base = self.schema.simple_type(id).base;
            (base != id).then_some(base)
        })
        .map(|id| self.schema.simple_type(id))
        .filter(|known| known.source != SourceLocation::BUILT_IN)
    }

    fn inside(&self, complex_type: &ComplexType, bound: &Bound) -> InsideRules {
        let mut elements = Vec::new();
        if let Content::Elements(content) = &complex_type.content {
            let is_head = self.is_one_of(complex_type, IDENTIFICATION);
            let list = complex_type.code.as_ref().and_then(|code| code.list_uri.as_deref());
            for leaf in &content.leaves {
                let LeafTerm::Element(id) = leaf.term else { continue };
                let element = self.schema.element(id);
                let local = self.schema.names.local(element.name);
                let rules = self.rules_where(|binding| match binding {
                    Binding::HeadElement(name) => is_head && *name == local,
                    Binding::Documented(names, text) => {
                        names.contains(&normalised(local).as_str())
                            && cites([&leaf.annotation, &element.annotation], text)
                    }
                    Binding::Codelist(ending) => {
                        self.checks_codes && local == "code" && list.is_some_and(|list| list.ends_with(ending))
                    }
                    _ => false,
                });
                if !rules.is_empty() {
                    elements.push((element.name, rules));
                }
            }
        }
        let is_message = self.is_one_of(complex_type, MESSAGE);
        let attributes = complex_type.attributes.iter().filter_map(|attribute| {
            let local = self.schema.names.local(attribute.name);
            let always = self.rules_where(
                |binding| matches!(binding, Binding::MessageAttribute(name) if is_message && *name == local),
            );
            let rules = AttributeRules {
                name: attribute.name,
                simple_type: attribute.simple_type,
                always,
            };
            let has_constraint = attribute
                .constraint
                .as_ref()
                .is_some_and(|known| known.fixed().is_some());
            (!has_constraint && !bound.attribute(rules).is_empty()).then_some(rules)
        });
        InsideRules {
            attributes: attributes.collect(),
            elements: elements.into(),
        }
    }

    /// Whether a type belongs to one of these heads.
    fn is_one_of(&self, complex_type: &ComplexType, heads: &[Head]) -> bool {
        heads.iter().any(|head| {
            let has_name = self.lineage(complex_type).any(|known| {
                let name = known.name.map_or("", |name| self.schema.names.local(name));
                head.types.contains(&name)
            });
            let has_parts = !head.parts.is_empty() && head.parts.iter().all(|part| self.has_part(complex_type, part));
            has_name || has_parts
        })
    }

    /// A complex type and those that it is derived from.
    fn lineage<'a>(&'a self, complex_type: &'a ComplexType) -> impl Iterator<Item = &'a ComplexType> {
        std::iter::successors(Some(complex_type), |known| match known.base {
            Some(TypeRef::Complex(base)) => Some(self.schema.complex_type(base)),
            _ => None,
        })
    }

    /// Whether a type has an attribute or element of this local name.
    fn has_part(&self, complex_type: &ComplexType, part: &str) -> bool {
        let names = &self.schema.names;
        let has_attribute = complex_type
            .attributes
            .iter()
            .any(|attribute| names.local(attribute.name) == part);
        let has_element = match &complex_type.content {
            Content::Elements(content) => content.leaves.iter().any(|leaf| match leaf.term {
                LeafTerm::Element(id) => names.local(self.schema.element(id).name) == part,
                LeafTerm::Wildcard(_) => false,
            }),
            _ => false,
        };
        has_attribute || has_element
    }
}

fn cites<'a>(annotations: impl IntoIterator<Item = &'a Annotation>, text: &str) -> bool {
    annotations
        .into_iter()
        .flat_map(|annotation| &annotation.documentation)
        .any(|documentation| documentation.contains(text))
}

/// Whether the values of a simple type are texts of free form.
fn is_text(simple_type: &SimpleType) -> bool {
    simple_type.variety == Variety::Atomic
        && simple_type.facets.enumeration.is_empty()
        && matches!(
            simple_type.builtin,
            Builtin::String | Builtin::NormalizedString | Builtin::Token
        )
}

/// The data type of DIN 91379 that a binding demands of types of this name, and whether the type says so itself.
fn characters(binding: &Binding, name: &str) -> Option<(DataType, bool)> {
    match binding {
        Binding::Din91379(beginnings) => {
            let letter = beginnings.iter().find_map(|beginning| name.strip_prefix(beginning))?;
            let mut data_types = DataType::ALL.into_iter();
            let found = data_types.find(|known| letter.len() == 1 && letter.starts_with(known.letter()));
            found.map(|data_type| (data_type, true))
        }
        Binding::StringLatin(names) => names.contains(&name).then_some((DataType::C, false)),
        _ => None,
    }
}
