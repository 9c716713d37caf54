//! Schema components as their authors wrote them, names resolved: what stands between documents and the compiled schema.
//!
//! Every construct of a document ends up here or is refused with file and line. Components are plain data; two of
//! them are equal when they differ in nothing but annotations and places.

mod attribute;
mod complex;
mod context;
mod element;
mod group;
mod identity;
mod identity_path;
mod instances;
mod notation;
mod particle;
mod redefine;
mod schema;
mod simple;
mod standard;
mod table;

pub(super) use attribute::{AttributeComponent, AttributeItem, AttributeType, AttributeUseKind, Attributes};
pub(super) use complex::{ComplexComponent, ComplexDerivation};
pub(super) use element::{ElementComponent, ElementType, RawConstraint};
pub(super) use identity::{IdentityComponent, IdentityComponentKind};
pub(super) use notation::NotationComponent;
pub(super) use particle::{ParticleComponent, TermComponent, WildcardComponent};
pub(super) use schema::{faults, read};
pub(super) use simple::{FacetComponent, SimpleBase, SimpleComponent, SimpleDerivation};
pub(super) use table::Table;

use crate::{
    NameId,
    names::Names,
    schema::{SourceLocation, StandardInfo},
};
use rustc_hash::FxHashSet;

/// Everything that the documents declare at their top.
#[derive(Default)]
pub(super) struct Components {
    /// All names met so far.
    pub(super) names: Names,
    /// Elements.
    pub(super) elements: Table<ElementComponent>,
    /// Simple and complex types.
    pub(super) types: Table<TypeComponent>,
    /// Attributes.
    pub(super) attributes: Table<AttributeComponent>,
    /// Named model groups.
    pub(super) groups: Table<GroupComponent>,
    /// Named attribute groups.
    pub(super) attribute_groups: Table<AttributeGroupComponent>,
    /// Notations.
    pub(super) notations: Table<NotationComponent>,
    /// The names that redefined components have now; no document can write them.
    pub(super) hidden: FxHashSet<NameId>,
    /// Attribute `version` of each document.
    pub(super) versions: Vec<String>,
    /// What each document says of its standard, beside the index of the document.
    pub(super) standards: Vec<(usize, StandardInfo)>,
    /// Prefixes that the documents bind: document, prefix, namespace URI.
    pub(super) prefixes: Vec<(usize, String, String)>,
}

/// A type: simple or complex.
#[derive(Clone, PartialEq)]
pub(super) enum TypeComponent {
    Simple(SimpleComponent),
    Complex(ComplexComponent),
}

/// A named model group.
#[derive(Clone, PartialEq)]
pub(super) struct GroupComponent {
    pub(super) name: NameId,
    pub(super) particle: Option<ParticleComponent>,
    pub(super) source: Aside<SourceLocation>,
}

/// A named attribute group.
#[derive(Clone, PartialEq)]
pub(super) struct AttributeGroupComponent {
    pub(super) name: NameId,
    pub(super) attributes: Attributes,
    pub(super) source: Aside<SourceLocation>,
}

/// Something that does not count when components are compared: annotations and places.
#[derive(Clone, Default)]
pub(super) struct Aside<T>(pub(super) T);

impl<T> PartialEq for Aside<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A component with a name and a place.
pub(super) trait Named: PartialEq {
    /// What such components are called in messages.
    const KIND: &'static str;
    /// The name; `None` for an anonymous component, which is never looked up.
    fn name(&self) -> Option<NameId>;
    /// Gives it another name.
    fn rename(&mut self, name: NameId);
    /// Where it stands.
    fn source(&self) -> SourceLocation;
}

macro_rules! named {
    ($($component:ident $kind:literal |$it:ident, $new:ident| $name:expr, $rename:expr, $source:expr;)*) => {$(
        impl Named for $component {
            const KIND: &'static str = $kind;

            fn name(&self) -> Option<NameId> {
                let $it = self;
                $name
            }

            fn rename(&mut self, $new: NameId) {
                let $it = self;
                $rename;
            }

            fn source(&self) -> SourceLocation {
                let $it = self;
                $source
            }
        }
    )*};
}

named! {
    ElementComponent "element" |it, new| Some(it.name), it.name = new, it.source.0;
    AttributeComponent "attribute" |it, new| Some(it.name), it.name = new, it.source.0;
    GroupComponent "group" |it, new| Some(it.name), it.name = new, it.source.0;
    AttributeGroupComponent "attribute group" |it, new| Some(it.name), it.name = new, it.source.0;
    NotationComponent "notation" |it, new| Some(it.name), it.name = new, it.source.0;
    TypeComponent "type" |it, new| match it {
        TypeComponent::Simple(simple) => simple.name,
        TypeComponent::Complex(complex) => complex.name,
    }, match it {
        TypeComponent::Simple(simple) => simple.name = Some(new),
        TypeComponent::Complex(complex) => complex.name = Some(new),
    }, match it {
        TypeComponent::Simple(simple) => simple.source.0,
        TypeComponent::Complex(complex) => complex.source.0,
    };
}
