//! What can be wrong with the components of a schema.

use crate::content::BuildError;
use std::fmt;

/// A place in a schema document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The document as a person knows it.
    pub path: String,
    /// Line, counted from 1.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.path, self.line)
    }
}

/// A schema that cannot be compiled, with the place of the reason.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SchemaFault {
    /// A construct that this version does not support; it is refused rather than ignored.
    #[error("{place}: {construct} is not supported by this version")]
    Unsupported {
        /// Where it stands.
        place: Place,
        /// What it is.
        construct: String,
    },
    /// A breach of the rules for schema documents.
    #[error("{place}: {reason}")]
    Invalid {
        /// Where it stands.
        place: Place,
        /// What is wrong.
        reason: String,
    },
    /// A reference to a component that no document declares.
    #[error("{place}: {kind} {name} is declared in none of the schema documents; pass the document that declares it")]
    Unknown {
        /// Where the reference stands.
        place: Place,
        /// Kind of component.
        kind: &'static str,
        /// Its name as `Q{uri}local`.
        name: String,
    },
    /// Two components of one kind and name that differ in more than their annotations.
    #[error(
        "{kind} {name} is declared twice and differently, at {first} and at {second}; pass only one of the two documents"
    )]
    Conflict {
        /// Kind of component.
        kind: &'static str,
        /// Its name as `Q{uri}local`.
        name: String,
        /// Where it stands first.
        first: Place,
        /// Where it stands again.
        second: Place,
    },
    /// A content model that has no deterministic automaton.
    #[error("{place}: {reason}{}", among(.leaves))]
    ContentModel {
        /// The type whose content it is.
        place: Place,
        /// The particles concerned.
        leaves: Vec<Place>,
        /// Why.
        reason: BuildError,
    },
}

fn among(leaves: &[Place]) -> String {
    if leaves.is_empty() {
        return String::new();
    }
    let places: Vec<String> = leaves.iter().map(Place::to_string).collect();
    format!(" ({})", places.join(" and "))
}
