//! Which of the standards that a delivery mentions is the delivery's own.

use crate::{
    schema::StandardInfo,
    xsd::{
        components::Components,
        source::{DocumentSet, ReferenceKind},
    },
};
use rustc_hash::FxHashSet;

/// What the delivery says of itself: the first standard in a namespace that no other namespace imports.
pub(super) fn main_standard(set: &DocumentSet, components: &Components) -> StandardInfo {
    let namespace = |index: usize| {
        set.documents
            .get(index)
            .and_then(|document| document.target_namespace.as_deref())
    };
    let imported: FxHashSet<Option<&str>> = set
        .documents
        .iter()
        .flat_map(|document| &document.references)
        .filter(|reference| reference.kind == ReferenceKind::Import)
        .flat_map(|reference| reference.resolved.iter().map(|&index| namespace(index)))
        .collect();
    let own = components
        .standards
        .iter()
        .find(|&&(index, _)| !imported.contains(&namespace(index)))
        .or_else(|| components.standards.first());
    own.map(|(_, standard)| standard.clone()).unwrap_or_default()
}
