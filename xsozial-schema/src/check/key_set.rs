//! Sets of 128-bit keys that may become very large.

use rustc_hash::FxHashSet;

/// The keys are spread over so many tables.
const TABLES: usize = 64;

/// A set of keys that are hashes already.
///
/// A hash table that grows holds its old and its new half at once, and that of millions of keys would take half as much
/// memory again. Here many small tables grow one after the other.
#[derive(Debug, Default)]
pub(super) struct KeySet {
    /// Empty until there is a key, so that documents without IDs pay nothing.
    tables: Vec<FxHashSet<u128>>,
}

impl KeySet {
    /// Adds a key. `false`: it was there already.
    pub(super) fn insert(&mut self, key: u128) -> bool {
        if self.tables.is_empty() {
            self.tables.resize_with(TABLES, FxHashSet::default);
        }
        self.tables
            .get_mut(table_of(key))
            .is_some_and(|table| table.insert(key))
    }

    /// Whether a key is there.
    pub(super) fn contains(&self, key: u128) -> bool {
        self.tables.get(table_of(key)).is_some_and(|table| table.contains(&key))
    }
}

/// The uppermost bits choose the table; the tables themselves are ordered by others.
fn table_of(key: u128) -> usize {
    const SHIFT: u32 = u128::BITS - TABLES.ilog2();
    usize::try_from(key >> SHIFT).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_every_table_are_found_again() {
        let keys = (0..1_000_u128).map(|number| number << 118 | number);
        let mut set = KeySet::default();
        assert!(!set.contains(0));
        assert!(keys.clone().all(|key| set.insert(key)));
        assert!(keys.clone().all(|key| set.contains(key) && !set.insert(key)));
        assert!(!set.contains(1));
        assert_eq!(table_of(u128::MAX), TABLES - 1);
    }
}
