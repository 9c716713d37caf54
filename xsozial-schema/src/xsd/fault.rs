//! What can be wrong with the components of a schema.

use super::error::SchemaPosition;
use crate::content::BuildError;

/// A schema that cannot be compiled, with the place of the reason.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SchemaFault {
    /// A construct that this version does not support; it is refused rather than ignored.
    #[error("{place}: {construct} is not supported by this version")]
    Unsupported {
        /// Where it stands.
        place: SchemaPosition,
        /// What it is.
        construct: String,
    },
    /// A breach of the rules for schema documents.
    #[error("{place}: {reason}")]
    Invalid {
        /// Where it stands.
        place: SchemaPosition,
        /// What is wrong.
        reason: String,
    },
    /// A reference to a component that no document declares.
    #[error("{place}: {kind} {name} is declared in none of the schema documents; pass the document that declares it")]
    Unknown {
        /// Where the reference stands.
        place: SchemaPosition,
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
        first: SchemaPosition,
        /// Where it stands again.
        second: SchemaPosition,
    },
    /// A content model that has no deterministic automaton.
    #[error("{place}: {reason}{}", among(.leaves))]
    ContentModel {
        /// The type whose content it is.
        place: SchemaPosition,
        /// The particles concerned.
        leaves: Vec<SchemaPosition>,
        /// Why.
        reason: BuildError,
    },
}

impl SchemaFault {
    /// The stable code of the fault.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unsupported { .. } => "XM0001",
            Self::Invalid { .. } => "XM0101",
            Self::Unknown { .. } => "XM0102",
            Self::Conflict { .. } => "XM0103",
            Self::ContentModel { .. } => "XM0201",
        }
    }

    /// Where the reason stands.
    pub const fn position(&self) -> &SchemaPosition {
        match self {
            Self::Unsupported { place, .. }
            | Self::Invalid { place, .. }
            | Self::Unknown { place, .. }
            | Self::Conflict { second: place, .. }
            | Self::ContentModel { place, .. } => place,
        }
    }
}

fn among(leaves: &[SchemaPosition]) -> String {
    if leaves.is_empty() {
        return String::new();
    }
    let places: Vec<String> = leaves.iter().map(ToString::to_string).collect();
    format!(" ({})", places.join(" and "))
}
