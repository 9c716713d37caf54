//! Complex types (XML Schema part 1, section 3.4).

use super::{
    Annotation, AttributeUse, CodeBinding, ElementId, Particle, SimpleTypeId, SourceLocation, TypeRef, WildcardId,
};
use crate::{NameId, content::Automaton};
use serde::{Deserialize, Serialize};

/// How a type was derived from its base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Derivation {
    /// The base's content with more at the end.
    Extension,
    /// The base's content with less.
    Restriction,
}

/// A set of derivations, for `block` and `final`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DerivationSet {
    /// `extension`
    pub extension: bool,
    /// `restriction`
    pub restriction: bool,
    /// `substitution`
    pub substitution: bool,
}

impl DerivationSet {
    /// The derivations of either set.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            extension: self.extension || other.extension,
            restriction: self.restriction || other.restriction,
            substitution: self.substitution || other.substitution,
        }
    }
}

/// A complex type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComplexType {
    /// Its expanded name; `None` for an anonymous type.
    pub name: Option<NameId>,
    /// The type it is derived from; `None` when that is `xs:anyType`.
    pub base: Option<TypeRef>,
    /// How it is derived from `base`.
    pub derivation: Derivation,
    /// Whether a document must name a derived type by `xsi:type`.
    pub is_abstract: bool,
    /// Derivations that may not stand in for this type.
    pub block: DerivationSet,
    /// What its elements hold, inherited content included.
    pub content: Content,
    /// Its attributes, inherited ones included; the base's come first.
    pub attributes: Vec<AttributeUse>,
    /// Which further attributes it admits.
    pub attribute_wildcard: Option<WildcardId>,
    /// For a type derived by restriction with element content: the leaf of the base that each leaf restricts.
    pub base_leaves: Vec<u32>,
    /// What the type says of its code list, when it is a XÖV code.
    pub code: Option<CodeBinding>,
    /// Documentation and application information.
    pub annotation: Annotation,
    /// Where it stands.
    pub source: SourceLocation,
}

/// What the elements of a complex type hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Nothing, not even text.
    Empty,
    /// Text of a simple type.
    Simple(SimpleTypeId),
    /// Elements, and text between them if it is mixed.
    Elements(ElementContent),
}

/// Element content: the model as written, and the automaton that decides about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ElementContent {
    /// Whether text may stand between the elements.
    pub mixed: bool,
    /// The content model as written, normalised. `None` admits no element (a mixed type with text alone).
    pub particle: Option<Particle>,
    /// The elements and wildcards of the model, in the order of the schema.
    pub leaves: Vec<Leaf>,
    /// The deterministic automaton over `leaves`.
    pub automaton: Automaton,
}

/// An element or wildcard inside a content model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// What it admits.
    pub term: LeafTerm,
    /// Documentation of a reference; that of a local declaration stands with its element.
    pub annotation: Annotation,
    /// Where it stands (for a reference: the reference, not the declaration).
    pub source: SourceLocation,
}

/// What a leaf admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeafTerm {
    /// An element (or, later, a member of its substitution group).
    Element(ElementId),
    /// Whatever the wildcard admits.
    Wildcard(WildcardId),
}
