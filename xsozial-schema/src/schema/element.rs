//! Element declarations (XML Schema part 1, section 3.3).

use super::{Annotation, DerivationSet, ElementId, IdentityId, SourceLocation, TypeRef, ValueConstraint};
use crate::NameId;
use serde::{Deserialize, Serialize};

/// An element declaration, global or local.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// Its expanded name.
    pub name: NameId,
    /// Its declared type.
    pub type_ref: TypeRef,
    /// Whether it is declared at the top of a schema document.
    pub is_global: bool,
    /// Whether `xsi:nil` may be true.
    pub is_nillable: bool,
    /// Whether a member of its substitution group must stand in.
    pub is_abstract: bool,
    /// Default or fixed value.
    pub constraint: Option<ValueConstraint>,
    /// What may not stand in for it or its type.
    pub block: DerivationSet,
    /// The elements of its substitution group that may stand in for it: direct members first, then theirs, each in the order
    /// of the schema. Neither itself nor abstract members are among them.
    pub substitutes: Vec<ElementId>,
    /// Keys, key references and uniqueness rules whose scope it is.
    pub identities: Vec<IdentityId>,
    /// Documentation and application information.
    pub annotation: Annotation,
    /// Where it stands.
    pub source: SourceLocation,
}
