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

impl NamespaceConstraint {
    /// Whether a name of this namespace is admitted.
    pub fn admits(&self, namespace: NamespaceId) -> bool {
        match self {
            Self::Any => true,
            Self::Other(target) => namespace != *target && namespace != NamespaceId::NONE,
            Self::List(list) => list.contains(&namespace),
        }
    }

    /// What both admit (part 1, section 3.10.6, "attribute wildcard intersection"); `None` when no constraint says that.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        Some(match (self, other) {
            (Self::Any, only) | (only, Self::Any) => only.clone(),
            (Self::List(list), other) | (other, Self::List(list)) => {
                let both = list.iter().copied().filter(|&namespace| other.admits(namespace));
                Self::List(both.collect())
            }
            (Self::Other(one), Self::Other(other)) if one == other => Self::Other(*one),
            // No namespace is excluded in any case.
            (Self::Other(NamespaceId::NONE), Self::Other(only))
            | (Self::Other(only), Self::Other(NamespaceId::NONE)) => Self::Other(*only),
            (Self::Other(_), Self::Other(_)) => return None,
        })
    }

    /// What either admits (part 1, section 3.10.6, "attribute wildcard union"); `None` when no constraint says that.
    #[must_use]
    pub fn union(&self, other: &Self) -> Option<Self> {
        Some(match (self, other) {
            (Self::Any, _) | (_, Self::Any) => Self::Any,
            (Self::List(one), Self::List(other)) => {
                let mut both = one.clone();
                both.extend(other.iter().filter(|namespace| !one.contains(namespace)));
                Self::List(both)
            }
            (Self::Other(one), Self::Other(other)) if one == other => Self::Other(*one),
            (Self::Other(_), Self::Other(_)) => Self::Other(NamespaceId::NONE),
            (Self::Other(excluded), Self::List(list)) | (Self::List(list), Self::Other(excluded)) => {
                match (list.contains(excluded), list.contains(&NamespaceId::NONE)) {
                    (true, true) => Self::Any,
                    (true, false) => Self::Other(NamespaceId::NONE),
                    (false, true) => return None,
                    (false, false) => Self::Other(*excluded),
                }
            }
        })
    }
}

impl Wildcard {
    /// Whether a name of this namespace is admitted.
    pub fn admits(&self, namespace: NamespaceId) -> bool {
        self.namespaces.admits(namespace)
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

#[cfg(test)]
mod tests {
    use super::{NamespaceConstraint, NamespaceId};
    use proptest::prelude::*;

    /// `NONE` and three namespaces, so that one is left that no constraint names.
    const NAMESPACES: u32 = 5;

    fn constraint() -> impl Strategy<Value = NamespaceConstraint> {
        let namespace = || (0..NAMESPACES - 1).prop_map(NamespaceId::new);
        prop_oneof![
            Just(NamespaceConstraint::Any),
            namespace().prop_map(NamespaceConstraint::Other),
            prop::collection::vec(namespace(), 0..4).prop_map(NamespaceConstraint::List),
        ]
    }

    proptest! {
        #[test]
        fn intersection_and_union_admit_what_both_and_either_admit(one in constraint(), other in constraint()) {
            let (both, either) = (one.intersection(&other), one.union(&other));
            for namespace in (0..NAMESPACES).map(NamespaceId::new) {
                let admitted = [one.admits(namespace), other.admits(namespace)];
                if let Some(both) = &both {
                    prop_assert_eq!(both.admits(namespace), admitted == [true, true]);
                }
                if let Some(either) = &either {
                    prop_assert_eq!(either.admits(namespace), admitted != [false, false]);
                }
            }
            prop_assert_eq!(both.is_some(), other.intersection(&one).is_some());
            prop_assert_eq!(either.is_some(), other.union(&one).is_some());
        }
    }

    #[test]
    fn what_no_constraint_says_is_told() {
        let [one, other] = [4, 5].map(|index| NamespaceConstraint::Other(NamespaceId::new(index)));
        assert_eq!(one.intersection(&other), None);
        assert_eq!(one.union(&other), Some(NamespaceConstraint::Other(NamespaceId::NONE)));
        let local = NamespaceConstraint::List(vec![NamespaceId::NONE]);
        assert_eq!(one.union(&local), None);
        assert_eq!(one.intersection(&local), Some(NamespaceConstraint::List(Vec::new())));
    }
}
