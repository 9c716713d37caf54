//! `enumeration` (part 2, section 4.3.5).

use super::EnumerationValue;
use crate::names::index_of;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Up to this many values a scan is as fast as a table.
const SHORT: usize = 8;
const EMPTY: u32 = u32::MAX;

/// Finds the place of a text among the values of an enumeration.
#[derive(Debug, Default)]
pub(crate) struct TextIndex {
    /// Open-addressing table of places; its length is a power of two. Empty for a short enumeration.
    table: Box<[u32]>,
}

impl TextIndex {
    pub(super) fn new(values: &[EnumerationValue]) -> Self {
        if values.len() <= SHORT {
            return Self::default();
        }
        let mut table = vec![EMPTY; (values.len() * 2).next_power_of_two()].into_boxed_slice();
        for (place, value) in values.iter().enumerate() {
            let free = probe(&table, &value.text).find(|&slot| table[slot] == EMPTY);
            if let Some(slot) = free {
                table[slot] = index_of(place);
            }
        }
        Self { table }
    }

    /// The place of the first value with this text.
    pub(super) fn find(&self, values: &[EnumerationValue], text: &str) -> Option<u32> {
        if self.table.is_empty() {
            return find_by(values, |value| value.text == text);
        }
        probe(&self.table, text)
            .map(|slot| self.table[slot])
            .take_while(|&place| place != EMPTY)
            .find(|&place| values[place as usize].text == text)
    }
}

/// The place of the first value of which this holds.
pub(super) fn find_by(values: &[EnumerationValue], holds: impl FnMut(&EnumerationValue) -> bool) -> Option<u32> {
    values.iter().position(holds).map(index_of)
}

/// The slots in which a text may stand, in the order to look at them.
fn probe(table: &[u32], text: &str) -> impl Iterator<Item = usize> + use<> {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    let mask = table.len() - 1;
    #[expect(clippy::cast_possible_truncation, reason = "only low bits are used")]
    let start = hasher.finish() as usize;
    (0..table.len()).map(move |step| start.wrapping_add(step) & mask)
}
