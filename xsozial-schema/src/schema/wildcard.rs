//! Wildcards (XML Schema part 1, section 3.10).

use super::SourceLocation;
use crate::NamespaceId;
use serde::{Deserialize, Serialize};

/// Which namespaces a wildcard admits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NamespaceConstraint {
    /// `##any`
    Any,
    /// `##other`: any namespace but this one, and never no namespace.
    Other(NamespaceId),
    /// A list of namespaces; [`NamespaceId::NONE`] stands for `##local`.
    List(Vec<NamespaceId>),
}

/// How the admitted content is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProcessContents {
    /// A declaration must be at hand and the content must be valid.
    Strict,
    /// Checked where a declaration is at hand.
    Lax,
    /// Only well-formed.
    Skip,
}

/// `xs:any` or `xs:anyAttribute`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wildcard {
    /// Which namespaces it admits.
    pub namespaces: NamespaceConstraint,
    /// How the admitted content is checked.
    pub process_contents: ProcessContents,
    /// Where it stands.
    pub source: SourceLocation,
}

impl Wildcard {
    /// Whether a name of this namespace is admitted.
    pub fn admits(&self, namespace: NamespaceId) -> bool {
        match &self.namespaces {
            NamespaceConstraint::Any => true,
            NamespaceConstraint::Other(target) => namespace != *target && namespace != NamespaceId::NONE,
            NamespaceConstraint::List(list) => list.contains(&namespace),
        }
    }

    /// Whether some namespace is admitted by both wildcards.
    pub fn overlaps(&self, other: &Self) -> bool {
        use NamespaceConstraint::{Any, List, Other};
        match (&self.namespaces, &other.namespaces) {
            (List(list), _) => list.iter().any(|&namespace| other.admits(namespace)),
            (_, List(list)) => list.iter().any(|&namespace| self.admits(namespace)),
            (Any | Other(_), Any | Other(_)) => true,
        }
    }
}
