//! Components by name, in the order of the documents.

use super::Named;
use crate::{NameId, names::Names, schema::SourceLocation, xsd::fault::SchemaFault};
use rustc_hash::FxHashMap;

/// A table of global components of one kind.
pub(in crate::xsd) struct Table<T> {
    items: Vec<T>,
    by_name: FxHashMap<NameId, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            by_name: FxHashMap::default(),
        }
    }
}

impl<T: Named> Table<T> {
    /// Adds a component. One that is there already is taken once, if both are alike but for annotations and places.
    pub(super) fn insert(
        &mut self,
        component: T,
        names: &Names,
        place: impl Fn(SourceLocation) -> crate::xsd::error::SchemaPosition,
    ) -> Result<(), SchemaFault> {
        let Some(name) = component.name() else {
            return Ok(());
        };
        match self.by_name.get(&name) {
            Some(&known) if self.items[known] == component => Ok(()),
            Some(&known) => Err(SchemaFault::Conflict {
                kind: T::KIND,
                name: names.expanded(name),
                first: place(self.items[known].source()),
                second: place(component.source()),
            }),
            None => {
                self.by_name.insert(name, self.items.len());
                self.items.push(component);
                Ok(())
            }
        }
    }

    /// Puts a component in the place of the one of this name, which is renamed.
    pub(super) fn supersede(&mut self, name: NameId, hidden: NameId, component: T) {
        let index = self.items.len();
        if let Some(original) = self.by_name.insert(name, index) {
            self.items[original].rename(hidden);
            self.by_name.insert(hidden, original);
        }
        self.items.push(component);
    }

    /// Index of the component of this name.
    pub(in crate::xsd) fn index(&self, name: NameId) -> Option<usize> {
        self.by_name.get(&name).copied()
    }

    /// The component of this name.
    pub(in crate::xsd) fn get(&self, name: NameId) -> Option<&T> {
        self.index(name).map(|index| &self.items[index])
    }

    /// All components in the order of the documents.
    pub(in crate::xsd) fn items(&self) -> &[T] {
        &self.items
    }
}
