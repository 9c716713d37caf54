//! Names resolved before: documents repeat a few names again and again.

use super::prefixes::BindingId;
use rustc_hash::FxHasher;
use std::hash::Hasher;
use xsozial_schema::{NameId, NamespaceId};

/// A qualified name resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ResolvedName {
    /// The expanded name, or [`NameId::UNKNOWN`].
    pub(super) name: NameId,
    /// Its namespace, or [`NamespaceId::UNKNOWN`].
    pub(super) namespace: NamespaceId,
    /// What its prefix is bound to.
    pub(super) binding: BindingId,
    /// Bytes before the local part.
    pub(super) local_start: u32,
}

/// Longer names are resolved each time.
const LONGEST_NAME: usize = 128;

#[derive(Clone, Copy)]
struct Entry {
    generation: u32,
    start: u32,
    length: u32,
    resolved: ResolvedName,
}

/// A table from qualified names to what they mean while no declaration comes into scope or leaves it.
pub(super) struct NameCache {
    entries: Vec<Entry>,
    text: String,
    generation: u32,
}

impl NameCache {
    /// An empty table of so many places, a power of two.
    pub(super) fn new(places: usize) -> Self {
        let empty = Entry {
            generation: 0,
            start: 0,
            length: 0,
            resolved: ResolvedName {
                name: NameId::UNKNOWN,
                namespace: NamespaceId::UNKNOWN,
                binding: BindingId::NONE,
                local_start: 0,
            },
        };
        Self {
            entries: vec![empty; places],
            text: String::new(),
            generation: 1,
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.generation = self.generation.wrapping_add(1);
        if self.generation == 0 {
            // After 2^32 rounds old entries would come back to life.
            *self = Self::new(self.entries.len());
        }
    }

    #[inline]
    pub(super) fn get(&self, qname: &str) -> Option<ResolvedName> {
        let [first, second] = self.places(qname);
        self.look_at(first, qname).or_else(|| self.look_at(second, qname))
    }

    /// The two places where a name may be.
    #[inline]
    fn places(&self, qname: &str) -> [usize; 2] {
        let mut hasher = FxHasher::default();
        hasher.write(qname.as_bytes());
        #[expect(clippy::cast_possible_truncation, reason = "only some bits are used")]
        let hash = hasher.finish() as usize;
        let mask = self.entries.len() - 1;
        [hash & mask, (hash >> 16) & mask]
    }

    #[inline]
    fn look_at(&self, place: usize, qname: &str) -> Option<ResolvedName> {
        let entry = self.entries.get(place)?;
        let start = entry.start as usize;
        let is_known = entry.generation == self.generation
            && entry.length as usize == qname.len()
            && self.text.as_bytes().get(start..start + qname.len()) == Some(qname.as_bytes());
        is_known.then_some(entry.resolved)
    }

    pub(super) fn insert(&mut self, qname: &str, resolved: ResolvedName) {
        if qname.len() > LONGEST_NAME {
            return;
        }
        // Names that displace each other fill the text; then it begins anew.
        if self.text.len() > 2 * self.entries.len() * LONGEST_NAME {
            self.clear();
        }
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(qname);
        // The first of two places where it is free, else the second: so names that meet do not always displace each other.
        let [first, second] = self.places(qname);
        let is_taken = self
            .entries
            .get(first)
            .is_some_and(|entry| entry.generation == self.generation);
        if let Some(entry) = self.entries.get_mut(if is_taken { second } else { first }) {
            *entry = Entry {
                generation: self.generation,
                start,
                length: u32::try_from(qname.len()).unwrap_or(u32::MAX),
                resolved,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(number: u32) -> ResolvedName {
        ResolvedName {
            name: NameId::new(number),
            namespace: NamespaceId::NONE,
            binding: BindingId::NONE,
            local_start: 0,
        }
    }

    #[test]
    fn it_never_confuses_names() {
        let mut cache = NameCache::new(256);
        for number in 0..100_000 {
            let name = format!("name{number}");
            assert_eq!(cache.get(&name), None);
            cache.insert(&name, resolved(number));
            assert_eq!(cache.get(&name), Some(resolved(number)));
        }
        assert!(cache.text.len() <= 2 * 256 * LONGEST_NAME + LONGEST_NAME);
        cache.clear();
        assert_eq!(cache.get("name99999"), None);
    }
}
