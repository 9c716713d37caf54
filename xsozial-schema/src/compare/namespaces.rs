//! Which namespaces of two schemas stand for one another.

use crate::{NamespaceId, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// Namespaces that only one side has, in pairs.
pub(super) struct NamespacePairs {
    /// Old URI → new URI.
    pairs: BTreeMap<String, String>,
}

/// What a namespace is called in a description: URI → name.
pub(super) type NamespaceNames = BTreeMap<String, String>;

impl NamespacePairs {
    /// Pairs what is left over on both sides by the names that it declares: the most in common first, and at least half.
    pub(super) fn of(before: &Schema, after: &Schema) -> Self {
        let [old, new] = [before, after].map(declared);
        let only_old = old.iter().filter(|(uri, _)| !new.contains_key(*uri));
        let mut candidates = Vec::new();
        for (old_uri, old_names) in only_old {
            for (new_uri, new_names) in new.iter().filter(|(uri, _)| !old.contains_key(*uri)) {
                let common = old_names.intersection(new_names).count();
                if common * 2 >= old_names.len().min(new_names.len()) && common > 0 {
                    candidates.push((common, old_uri, new_uri));
                }
            }
        }
        candidates.sort_by(|one, other| {
            other
                .0
                .cmp(&one.0)
                .then_with(|| (one.1, one.2).cmp(&(other.1, other.2)))
        });
        let (mut pairs, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for (_, old_uri, new_uri) in candidates {
            if !pairs.contains_key(old_uri) && taken.insert(new_uri) {
                pairs.insert(old_uri.clone(), new_uri.clone());
            }
        }
        Self { pairs }
    }

    /// The pairs: before, after.
    pub(super) fn renamed(&self) -> Vec<(String, String)> {
        self.pairs.iter().map(|(old, new)| (old.clone(), new.clone())).collect()
    }

    /// How the old schema's namespaces are called, so that both descriptions use the same names: as in the new one.
    pub(super) fn old_names(&self) -> NamespaceNames {
        self.pairs.clone()
    }

    /// How the new schema's namespaces are called: as they are.
    #[expect(clippy::unused_self, reason = "the counterpart of the old names")]
    pub(super) fn new_names(&self) -> NamespaceNames {
        NamespaceNames::new()
    }
}

/// The local names of the global components, by namespace.
fn declared(schema: &Schema) -> BTreeMap<String, BTreeSet<String>> {
    let mut declared: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let elements = schema.global_elements.iter().map(|(name, _)| name);
    let types = schema.global_types.iter().map(|(name, _)| name);
    let attributes = schema.global_attributes.iter().map(|(name, _)| name);
    for name in elements.chain(types).chain(attributes) {
        let namespace = schema.names.namespace_of(name);
        if namespace != NamespaceId::XS {
            let uri = schema.names.uri(namespace).to_owned();
            declared
                .entry(uri)
                .or_default()
                .insert(schema.names.local(name).to_owned());
        }
    }
    declared
}
