//! How much the smallest content of each type holds, by fixpoint.

use super::variants::Variants;
use xsozial_schema::{
    Schema,
    check::IdKind,
    schema::{
        ComplexType, Content, ElementContent, ElementId, LeafTerm, Particle, ProcessContents, SimpleTypeId, Term,
        TypeRef, WildcardId,
    },
};

/// How many elements and attributes the smallest form of something holds. A type that must hold itself, or a value that
/// does not exist, has no smallest form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight(u32);

impl Weight {
    /// Nothing is needed.
    pub(super) const NONE: Self = Self(0);
    const ONE: Self = Self(1);
    /// There is no finite form.
    pub(super) const INFINITE: Self = Self(u32::MAX);
    const HEAVIEST: u32 = u32::MAX - 1;

    pub(super) fn is_finite(self) -> bool {
        self != Self::INFINITE
    }

    /// Whether it is finite and more than this many elements and attributes.
    pub(super) fn exceeds(self, limit: usize) -> bool {
        self.is_finite() && self.0 as usize > limit
    }

    fn plus(self, other: Self) -> Self {
        if self.is_finite() && other.is_finite() {
            Self(self.0.saturating_add(other.0).min(Self::HEAVIEST))
        } else {
            Self::INFINITE
        }
    }

    fn times(self, count: u32) -> Self {
        if count == 0 {
            Self::NONE
        } else if self.is_finite() {
            Self(self.0.saturating_mul(count).min(Self::HEAVIEST))
        } else {
            Self::INFINITE
        }
    }

    fn of(possible: bool) -> Self {
        if possible { Self::NONE } else { Self::INFINITE }
    }
}

/// The weights of all elements and complex types of a schema.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    elements: Vec<Weight>,
    types: Vec<Weight>,
    /// Whether a value of each simple type may be used.
    usable: Vec<bool>,
}

impl Weights {
    /// The weights where only these simple types have values.
    pub(super) fn of(schema: &Schema, variants: &Variants, usable: Vec<bool>) -> Self {
        let mut weights = Self {
            elements: vec![Weight::INFINITE; schema.elements.len()],
            types: vec![Weight::INFINITE; schema.complex_types.len()],
            usable,
        };
        // Weights only fall, and a smallest form never holds itself: each round settles at least one type.
        for _ in 0..=schema.complex_types.len() + schema.elements.len() {
            if !weights.improve(schema, variants) {
                break;
            }
        }
        weights
    }

    /// The same without references to IDs.
    pub(super) fn without_references(&self, schema: &Schema, variants: &Variants) -> Self {
        let mut usable = self.usable.clone();
        for (index, usable) in usable.iter_mut().enumerate() {
            if let Ok(index) = u32::try_from(index) {
                *usable &= schema.id_kind(SimpleTypeId::new(index)) != IdKind::Reference;
            }
        }
        Self::of(schema, variants, usable)
    }

    fn improve(&mut self, schema: &Schema, variants: &Variants) -> bool {
        let mut changed = false;
        for index in 0..self.elements.len() {
            let Ok(id) = u32::try_from(index).map(ElementId::new) else {
                break;
            };
            let weight = self.weigh_element(schema, variants, id);
            changed |= weight < self.elements[index];
            self.elements[index] = weight;
        }
        for (index, complex_type) in schema.complex_types.iter().enumerate() {
            let weight = self
                .attributes(complex_type)
                .plus(self.content(schema, variants, complex_type));
            changed |= weight < self.types[index];
            self.types[index] = weight;
        }
        changed
    }

    fn weigh_element(&self, schema: &Schema, variants: &Variants, id: ElementId) -> Weight {
        let element = schema.element(id);
        let fixed = element.constraint.is_some();
        let weigh = |&type_ref: &TypeRef| {
            let own = match type_ref {
                // A fixed or default value is one, whether another one can be found or not.
                TypeRef::Simple(simple) => Weight::of(fixed || self.is_usable(simple)),
                TypeRef::Complex(complex) => self.complex_type(complex),
            };
            let named = if type_ref == element.type_ref {
                Weight::NONE
            } else {
                Weight::ONE
            };
            own.plus(named).plus(Weight::ONE)
        };
        let lightest = variants.types(id).iter().map(weigh).min().unwrap_or(Weight::INFINITE);
        if !lightest.is_finite() && element.is_nillable && element.constraint.is_none() {
            return self.nil(schema, variants, id);
        }
        lightest
    }

    /// The weight of the element with `xsi:nil`.
    fn nil(&self, schema: &Schema, variants: &Variants, id: ElementId) -> Weight {
        let weigh = |&type_ref: &TypeRef| match type_ref {
            TypeRef::Simple(_) => Weight::NONE,
            TypeRef::Complex(complex) => self.attributes(schema.complex_type(complex)),
        };
        let attributes = variants.types(id).iter().map(weigh).min().unwrap_or(Weight::INFINITE);
        attributes.plus(Weight(3))
    }

    fn attributes(&self, complex_type: &ComplexType) -> Weight {
        let required = complex_type.attributes.iter().filter(|attribute| attribute.required);
        required.fold(Weight::NONE, |sum, attribute| {
            let is_possible = attribute.constraint.is_some() || self.is_usable(attribute.simple_type);
            sum.plus(Weight::ONE).plus(Weight::of(is_possible))
        })
    }

    fn content(&self, schema: &Schema, variants: &Variants, complex_type: &ComplexType) -> Weight {
        match &complex_type.content {
            Content::Empty => Weight::NONE,
            Content::Simple(simple) => Weight::of(self.is_usable(*simple)),
            Content::Elements(content) => content.particle.as_ref().map_or(Weight::NONE, |particle| {
                self.particle(schema, variants, content, particle)
            }),
        }
    }

    /// The weight of the smallest content of a particle, all its mandatory occurrences together.
    pub(super) fn particle(
        &self,
        schema: &Schema,
        variants: &Variants,
        content: &ElementContent,
        particle: &Particle,
    ) -> Weight {
        if particle.occurrence.min == 0 {
            return Weight::NONE;
        }
        self.term(schema, variants, content, &particle.term)
            .times(particle.occurrence.min)
    }

    /// The weight of one occurrence.
    pub(super) fn term(&self, schema: &Schema, variants: &Variants, content: &ElementContent, term: &Term) -> Weight {
        let weigh = |particle: &Particle| self.particle(schema, variants, content, particle);
        match term {
            Term::Leaf(leaf) => match content.leaves.get(*leaf as usize).map(|leaf| leaf.term) {
                Some(LeafTerm::Element(element)) => {
                    let members = variants.members(element).iter();
                    members
                        .map(|&member| self.element(member))
                        .min()
                        .unwrap_or(Weight::INFINITE)
                }
                Some(LeafTerm::Wildcard(wildcard)) => self.wildcard(schema, variants, wildcard),
                None => Weight::INFINITE,
            },
            Term::Sequence(parts) | Term::All(parts) => {
                parts.iter().fold(Weight::NONE, |sum, part| sum.plus(weigh(part)))
            }
            Term::Choice(branches) => branches.iter().map(weigh).min().unwrap_or(Weight::INFINITE),
        }
    }

    fn wildcard(&self, schema: &Schema, variants: &Variants, id: WildcardId) -> Weight {
        if schema.wildcard(id).process_contents != ProcessContents::Strict {
            return Weight::ONE;
        }
        let admitted = admitted(schema, id).filter(|&element| variants.members(element).first() == Some(&element));
        admitted
            .map(|element| self.element(element))
            .min()
            .unwrap_or(Weight::INFINITE)
    }

    /// The weight of an element that nothing stands in for.
    pub(super) fn element(&self, id: ElementId) -> Weight {
        self.elements.get(id.index()).copied().unwrap_or(Weight::INFINITE)
    }

    pub(super) fn complex_type(&self, id: xsozial_schema::schema::ComplexTypeId) -> Weight {
        self.types.get(id.index()).copied().unwrap_or(Weight::INFINITE)
    }

    /// Whether there is a value of the type that may be used.
    pub(super) fn is_usable(&self, id: SimpleTypeId) -> bool {
        self.usable.get(id.index()).copied().unwrap_or(false)
    }

    /// The weight of the element's content and attributes when it has this type.
    pub(super) fn of_type(&self, type_ref: TypeRef) -> Weight {
        match type_ref {
            TypeRef::Simple(simple) => Weight::of(self.is_usable(simple)),
            TypeRef::Complex(complex) => self.complex_type(complex),
        }
    }
}

/// The global elements that a wildcard admits, in the order of their names.
pub(super) fn admitted(schema: &Schema, id: WildcardId) -> impl Iterator<Item = ElementId> + '_ {
    let wildcard = schema.wildcard(id);
    let globals = schema.global_elements.iter();
    globals
        .filter(|&(name, _)| wildcard.admits(schema.names.namespace_of(name)))
        .map(|(_, element)| element)
}
