//! The keys of one constraint.

use crate::engine::references::Reference;
use rustc_hash::FxHashSet;

/// Key values as hashes, and references that wait for theirs.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) known: FxHashSet<u128>,
    /// The hash in two halves, so that no space is lost to alignment.
    pub(super) open: Vec<([u64; 2], Reference)>,
    /// Some keys may be missing because of a fault that has been reported.
    pub(super) is_incomplete: bool,
}

impl Keys {
    /// Takes over the keys of an inner scope.
    pub(super) fn merge(&mut self, inner: Self) {
        if self.known.is_empty() {
            self.known = inner.known;
        } else {
            self.known.extend(inner.known);
        }
        self.is_incomplete |= inner.is_incomplete;
    }

    #[expect(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
    pub(super) fn refer(&mut self, key: u128, place: Reference) {
        self.open.push(([(key >> 64) as u64, key as u64], place));
    }
}

/// The hash of an open reference.
pub(super) fn whole([high, low]: [u64; 2]) -> u128 {
    (u128::from(high) << 64) | u128::from(low)
}
