//! Attribute declarations and uses (XML Schema part 1, sections 3.2 and 3.5).

use super::{Annotation, SimpleTypeId, SourceLocation};
use crate::NameId;
use serde::{Deserialize, Serialize};

/// A default or fixed value, as it stands in the schema after the type's white-space handling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueConstraint {
    /// Used where the document is silent.
    Default(String),
    /// The only value that the document may give.
    Fixed(String),
}

impl ValueConstraint {
    /// The value, whichever kind it is.
    pub fn value(&self) -> &str {
        match self {
            Self::Default(value) | Self::Fixed(value) => value,
        }
    }

    /// The fixed value, if it is one.
    pub fn fixed(&self) -> Option<&str> {
        match self {
            Self::Fixed(value) => Some(value),
            Self::Default(_) => None,
        }
    }
}

/// A global attribute declaration; needed where a wildcard admits the attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeDeclaration {
    /// Its expanded name.
    pub name: NameId,
    /// Type of its value.
    pub simple_type: SimpleTypeId,
    /// Default or fixed value.
    pub constraint: Option<ValueConstraint>,
    /// Documentation and application information.
    pub annotation: Annotation,
    /// Where it stands.
    pub source: SourceLocation,
}

/// An attribute of a complex type. Prohibited attributes are not among the uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeUse {
    /// Its expanded name.
    pub name: NameId,
    /// Type of its value.
    pub simple_type: SimpleTypeId,
    /// Whether the document must give it.
    pub required: bool,
    /// Default or fixed value.
    pub constraint: Option<ValueConstraint>,
    /// Documentation and application information.
    pub annotation: Annotation,
    /// Where it stands.
    pub source: SourceLocation,
}
