//! The usual prefix of each namespace: the one that its own documents bind, else the one that others bind.

use crate::{
    names::{Names, NamespaceId},
    xsd::{components::Components, source::DocumentSet},
};
use rustc_hash::FxHashSet;

/// Chooses a prefix for every namespace; no two namespaces get the same one.
pub(super) fn choose(set: &DocumentSet, components: &Components, names: &mut Names) {
    let mut taken: FxHashSet<String> = ["xml", "xsi", "xs", "xmlns"].into_iter().map(str::to_owned).collect();
    for namespace in names.namespaces().skip(NamespaceId::XS.index() + 1) {
        let uri = names.uri(namespace);
        let own = |document: usize| {
            let target = set
                .documents
                .get(document)
                .and_then(|it| it.target_namespace.as_deref());
            target == Some(uri)
        };
        let bound = components
            .prefixes
            .iter()
            .filter(|(_, prefix, bound)| bound == uri && !prefix.is_empty());
        let wanted = bound
            .clone()
            .find(|&&(document, _, _)| own(document))
            .or_else(|| bound.clone().next())
            .map_or("ns", |(_, prefix, _)| prefix.as_str());
        let prefix = free(wanted, &taken);
        taken.insert(prefix.clone());
        names.set_prefix(namespace, &prefix);
    }
}

/// The prefix itself, or with the first number that makes it free. Names in the reserved `xml…` range are avoided.
fn free(wanted: &str, taken: &FxHashSet<String>) -> String {
    let is_reserved = wanted.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("xml"));
    let wanted = if is_reserved { "ns" } else { wanted };
    if !taken.contains(wanted) {
        return wanted.to_owned();
    }
    let mut number = 2_u32;
    loop {
        let candidate = format!("{wanted}{number}");
        if !taken.contains(&candidate) {
            return candidate;
        }
        number += 1;
    }
}
