//! Identity constraints (XML Schema part 1, section 3.11).

use super::{IdentityId, SourceLocation};
use crate::{NameId, NamespaceId};
use serde::{Deserialize, Serialize};

/// Which kind of identity constraint it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IdentityKind {
    /// `xs:key`: every field must be there, and no two alike.
    Key,
    /// `xs:unique`: no two alike.
    Unique,
    /// `xs:keyref`: must be among the values of this key.
    KeyReference(IdentityId),
}

/// One step of a restricted XPath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IdentityStep {
    /// A child element of this name.
    Child(NameId),
    /// Any child element of this namespace.
    AnyChildOf(NamespaceId),
    /// Any child element.
    AnyChild,
    /// An attribute of this name.
    Attribute(NameId),
    /// Any attribute of this namespace.
    AnyAttributeOf(NamespaceId),
    /// Any attribute.
    AnyAttribute,
}

/// One alternative of a selector or field. Names without a prefix are in no namespace, whatever the default namespace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityPath {
    /// Whether the path begins with `.//`.
    pub descendant: bool,
    /// The steps; none of them means the element itself.
    pub steps: Vec<IdentityStep>,
}

/// `xs:key`, `xs:unique` or `xs:keyref`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityConstraint {
    /// Its expanded name.
    pub name: NameId,
    /// Which kind it is.
    pub kind: IdentityKind,
    /// Alternatives of the selector.
    pub selector: Vec<IdentityPath>,
    /// Alternatives of each field.
    pub fields: Vec<Vec<IdentityPath>>,
    /// Where it stands.
    pub source: SourceLocation,
}
