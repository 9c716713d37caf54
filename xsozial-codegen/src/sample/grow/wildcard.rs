//! Elements that wildcards admit.

use super::{Growth, Turn};
use crate::sample::{
    SampleError, Size,
    tree::{NodeId, NodeName},
    weight::admitted,
};
use xsozial_schema::{
    NamespaceId,
    schema::{ElementId, NamespaceConstraint, ProcessContents, WildcardId},
};

impl Growth<'_, '_> {
    /// Adds an element that the wildcard admits: a declared one, held small, or one that nobody declared where that is
    /// allowed.
    pub(super) fn admitted_element(&mut self, id: WildcardId, parent: NodeId, size: Size) -> Result<(), SampleError> {
        let wildcard = self.ground.schema.wildcard(id);
        let declared = match wildcard.process_contents {
            ProcessContents::Skip => None,
            // The least is an element without rules.
            ProcessContents::Lax if size == Size::Minimal => None,
            ProcessContents::Strict | ProcessContents::Lax => self.declared(id, size),
        };
        if let Some(element) = declared {
            return self.element(element, Some(parent), Size::Minimal, None);
        }
        match self.free_namespace(id) {
            Some(namespace) if wildcard.process_contents != ProcessContents::Strict => {
                self.tree.add(Some(parent), NodeName::MadeUp(namespace), None);
                Ok(())
            }
            _ => Err(SampleError::NothingAdmitted {
                place: self.ground.schema.describe_source(wildcard.source),
            }),
        }
    }

    fn declared(&mut self, id: WildcardId, size: Size) -> Option<ElementId> {
        let schema = self.ground.schema;
        let weights = self.ground.weights;
        let candidates: Vec<ElementId> = admitted(schema, id)
            .filter(|&element| !schema.element(element).is_abstract && weights.element(element).is_finite())
            .collect();
        match size {
            Size::Minimal => candidates
                .iter()
                .min_by_key(|&&element| weights.element(element))
                .copied(),
            Size::Full => {
                let turn = self.turn(Turn::Wildcard(schema.wildcard(id).source));
                candidates.get(turn % candidates.len().max(1)).copied()
            }
            Size::Random => self.random.pick(&candidates).copied(),
        }
    }

    /// A namespace that the wildcard admits, rather one in which nothing is declared.
    fn free_namespace(&self, id: WildcardId) -> Option<NamespaceId> {
        match &self.ground.schema.wildcard(id).namespaces {
            NamespaceConstraint::Any | NamespaceConstraint::Other(_) => Some(self.ground.values.prefixes.foreign),
            NamespaceConstraint::List(namespaces) => namespaces.first().copied(),
        }
    }
}
