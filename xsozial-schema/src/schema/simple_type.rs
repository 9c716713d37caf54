//! Simple types (XML Schema part 1, section 3.14; part 2).

use super::{Annotation, SimpleTypeId, SourceLocation};
use crate::{NameId, facet::Facets, value::Builtin};
use serde::{Deserialize, Serialize};

/// What the values of a simple type are made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Variety {
    /// One value.
    Atomic,
    /// A list of values of this type, separated by white space.
    List(SimpleTypeId),
    /// A value of one of these types; the first that fits.
    Union(Vec<SimpleTypeId>),
}

/// A simple type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimpleType {
    /// Its expanded name; `None` for an anonymous type.
    pub name: Option<NameId>,
    /// The type it restricts; for `xs:anySimpleType` itself.
    pub base: SimpleTypeId,
    /// What its values are made of.
    pub variety: Variety,
    /// The nearest built-in type above it (for lists and unions: `anySimpleType`, unless built in).
    pub builtin: Builtin,
    /// All facets in force, inherited ones included.
    pub facets: Facets,
    /// Documentation and application information.
    pub annotation: Annotation,
    /// Where it stands.
    pub source: SourceLocation,
}
