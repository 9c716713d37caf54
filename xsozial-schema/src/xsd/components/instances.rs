//! Which documents are read for which namespaces.
//!
//! A document without a target namespace takes that of each document that includes or redefines it (part 1, section
//! 4.2.1, "chameleon"); it is read once for each. All others are read once.

use crate::xsd::{
    error::SchemaPosition,
    fault::SchemaFault,
    source::{DocumentSet, ReferenceKind},
};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// A document without namespace is read again for every namespace that includes it; more than this is no delivery.
const MOST_INSTANCES: usize = 40_000;

/// A document as it is read for one namespace.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Instance {
    /// Index of the document.
    pub(super) document: usize,
    /// The namespace of its components.
    pub(super) namespace: Option<String>,
}

/// All documents with their namespaces, in the order of the documents.
pub(super) fn instances(set: &DocumentSet) -> Result<BTreeSet<Instance>, SchemaFault> {
    let own = |document: usize| Instance {
        document,
        namespace: set.documents[document].target_namespace.clone(),
    };
    let included = included(set);
    let mut instances = BTreeSet::new();
    let documents = 0..set.documents.len();
    let leading = documents.clone().filter(|document| !included.contains(document));
    spread(set, leading.map(own).collect(), &mut instances)?;
    // Documents that only include one another still have no namespace.
    for document in documents {
        if !instances.iter().any(|instance| instance.document == document) {
            spread(set, vec![own(document)], &mut instances)?;
        }
    }
    Ok(instances)
}

/// The documents without a namespace that another document includes or redefines.
fn included(set: &DocumentSet) -> FxHashSet<usize> {
    let mut included = FxHashSet::default();
    for (index, document) in set.documents.iter().enumerate() {
        for reference in &document.references {
            if reference.kind != ReferenceKind::Import {
                included.extend(reference.resolved.iter().copied().filter(|&target| target != index));
            }
        }
    }
    included.retain(|&document| set.documents[document].target_namespace.is_none());
    included
}

/// Adds these and all that they refer to.
fn spread(set: &DocumentSet, mut open: Vec<Instance>, instances: &mut BTreeSet<Instance>) -> Result<(), SchemaFault> {
    while let Some(instance) = open.pop() {
        if instances.contains(&instance) {
            continue;
        }
        if instances.len() >= MOST_INSTANCES {
            return Err(SchemaFault::Unsupported {
                place: SchemaPosition::of_file(set.documents[instance.document].path.clone()),
                construct: format!("inclusion of documents without namespace into more than {MOST_INSTANCES} others"),
            });
        }
        for reference in &set.documents[instance.document].references {
            for &document in &reference.resolved {
                let own = set.documents[document].target_namespace.as_ref();
                let namespace = match reference.kind {
                    ReferenceKind::Import => own,
                    ReferenceKind::Include | ReferenceKind::Redefine => own.or(instance.namespace.as_ref()),
                };
                open.push(Instance {
                    document,
                    namespace: namespace.cloned(),
                });
            }
        }
        instances.insert(instance);
    }
    Ok(())
}
