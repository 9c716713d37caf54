//! Notation declarations (XML Schema part 1, section 3.12).

use super::{Annotation, SourceLocation};
use crate::NameId;
use serde::{Deserialize, Serialize};

/// A notation declaration: a name for a data format that a value of type `xs:NOTATION` can refer to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notation {
    /// Its expanded name.
    pub name: NameId,
    /// The public identifier.
    pub public_id: Option<String>,
    /// The system identifier, as the schema writes it; it is never fetched.
    pub system_id: Option<String>,
    /// Documentation and application information.
    pub annotation: Annotation,
    /// Where it stands.
    pub source: SourceLocation,
}
