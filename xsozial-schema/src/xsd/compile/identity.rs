//! Identity constraints.

use super::Compiler;
use crate::{
    NameId,
    names::index_of,
    schema::{ElementId, IdentityConstraint, IdentityId, IdentityKind, SourceLocation},
    xsd::{
        components::{IdentityComponent, IdentityComponentKind},
        fault::SchemaFault,
    },
};
use rustc_hash::FxHashMap;

/// What is known of identity constraints while they are compiled.
#[derive(Default)]
pub(super) struct Identities {
    /// Beside each constraint the byte at which it begins in its document.
    by_name: FxHashMap<NameId, (IdentityId, usize)>,
    /// The key references and the names they refer to: keys may stand further on.
    references: Vec<(IdentityId, NameId)>,
}

impl Compiler<'_> {
    /// Gives an element its identity constraints.
    pub(super) fn add_identities(
        &mut self,
        element: ElementId,
        components: &[IdentityComponent],
    ) -> Result<(), SchemaFault> {
        for component in components {
            let id = self.identity(component)?;
            self.data.elements[element.index()].identities.push(id);
        }
        Ok(())
    }

    /// The compiled constraint. An element inside a named group is compiled for each use of the group: its constraints
    /// are still the same ones.
    fn identity(&mut self, component: &IdentityComponent) -> Result<IdentityId, SchemaFault> {
        let source = component.source.0;
        if let Some(&(known, offset)) = self.identities.by_name.get(&component.name) {
            let first = self.data.identities[known.index()].source;
            return if first == source && offset == component.offset.0 {
                Ok(known)
            } else {
                Err(self.name_taken(component, first))
            };
        }
        let id = IdentityId::new(index_of(self.data.identities.len()));
        let kind = match component.kind {
            IdentityComponentKind::Key => IdentityKind::Key,
            IdentityComponentKind::Unique => IdentityKind::Unique,
            IdentityComponentKind::KeyReference(refer) => {
                self.identities.references.push((id, refer));
                // Stands in for the key until all are known.
                IdentityKind::KeyReference(id)
            }
        };
        self.data.identities.push(IdentityConstraint {
            name: component.name,
            kind,
            selector: component.selector.clone(),
            fields: component.fields.clone(),
            source,
        });
        self.identities.by_name.insert(component.name, (id, component.offset.0));
        Ok(id)
    }

    fn name_taken(&self, component: &IdentityComponent, first: SourceLocation) -> SchemaFault {
        let reason = format!(
            "the name of the identity constraint {} is taken: another one stands at {}",
            self.data.names.expanded(component.name),
            self.place(first)
        );
        self.invalid(component.source.0, reason)
    }

    /// Leads every key reference to its key, which may stand anywhere.
    pub(super) fn resolve_key_references(&mut self) -> Result<(), SchemaFault> {
        for (id, refer) in std::mem::take(&mut self.identities.references) {
            let reference = &self.data.identities[id.index()];
            let (source, fields) = (reference.source, reference.fields.len());
            let key = self.identities.by_name.get(&refer).map(|&(key, _)| key);
            let key = key.ok_or_else(|| self.unknown("key", refer, source))?;
            let target = &self.data.identities[key.index()];
            if matches!(target.kind, IdentityKind::KeyReference(_)) {
                return Err(self.invalid(source, "xs:keyref refers to another xs:keyref, not to a key"));
            }
            if target.fields.len() != fields {
                let reason = format!(
                    "xs:keyref has {fields} fields, the key it refers to has {}",
                    target.fields.len()
                );
                return Err(self.invalid(source, reason));
            }
            self.data.identities[id.index()].kind = IdentityKind::KeyReference(key);
        }
        Ok(())
    }
}
