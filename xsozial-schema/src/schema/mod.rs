//! The compiled schema: plain data with indices, made once and shared.

mod annotation;
mod appinfo;
mod attribute;
mod builtin_types;
mod code_list_needs;
mod codeliste;
mod complex_type;
mod data;
mod element;
mod identity;
mod ids;
mod load;
mod notation;
mod origin;
mod particle;
mod simple_type;
mod wildcard;

pub use annotation::Annotation;
pub use appinfo::first_text;
pub use attribute::{AttributeDeclaration, AttributeUse, ValueConstraint};
pub use builtin_types::builtin_simple_types;
pub use code_list_needs::{CodeListNeed, code_list_needs, has_open_lists};
pub use codeliste::{CodeBinding, CodeTyp};
pub use complex_type::{ComplexType, Content, Derivation, DerivationSet, ElementContent, Leaf, LeafTerm};
pub use data::{GlobalNames, Schema, SchemaData};
pub use element::Element;
pub use identity::{IdentityConstraint, IdentityKind, IdentityPath, IdentityStep};
pub use ids::{
    AttributeId, ComplexTypeId, DocumentId, ElementId, IdentityId, PatternId, SimpleTypeId, TypeRef, WildcardId,
};
pub use load::LoadError;
pub use notation::Notation;
pub use origin::{SchemaDocument, SourceLocation, StandardInfo, builtin_notice, documents_sha256};
pub use particle::{Occurrence, Particle, Term};
pub use simple_type::{SimpleType, Variety};
pub use wildcard::{NamespaceConstraint, ProcessContents, Wildcard};
