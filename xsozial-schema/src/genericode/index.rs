//! Looking up rows by value: a hash table of row numbers, which is stored as it is.

use super::{rows::Rows, table::Table};
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// For a column, the first row of each value. Slots hold the row number plus one, zero is empty; a taken slot leads to
/// the next one. There are at least twice as many slots as rows, and their number is a power of two.
#[derive(Clone, Default)]
pub(super) struct ColumnIndex(Table<u32>);

impl ColumnIndex {
    pub(super) fn of(rows: &Rows, column: usize) -> Self {
        let mut slots = vec![0_u32; (rows.len() * 2).next_power_of_two()];
        for row in 0..rows.len() {
            let (Some(value), Ok(number)) = (rows.bytes(row, column), u32::try_from(row + 1)) else {
                continue;
            };
            let mut place = slot(value, slots.len());
            loop {
                match slots[place] {
                    0 => break slots[place] = number,
                    // Of rows with one value the first counts.
                    taken if rows.bytes(taken as usize - 1, column) == Some(value) => break,
                    _ => place = (place + 1) & (slots.len() - 1),
                }
            }
        }
        Self(Table::Owned(slots))
    }

    /// The index in the bytes of a stored list; `None` when it cannot be one for so many rows.
    pub(super) fn stored(slots: Table<u32>, rows: usize) -> Option<Self> {
        (slots.len().is_power_of_two() && slots.len() >= rows * 2).then_some(Self(slots))
    }

    pub(super) fn slots(&self) -> &Table<u32> {
        &self.0
    }

    #[inline]
    pub(super) fn find(&self, rows: &Rows, column: usize, value: &[u8]) -> Option<usize> {
        let count = self.0.len();
        let mut place = slot(value, count);
        // Half of the slots are empty; the bound holds for damaged bytes too.
        for _ in 0..count {
            let row = (self.0.get(place)? as usize).checked_sub(1)?;
            if rows.bytes(row, column) == Some(value) {
                return Some(row);
            }
            place = (place + 1) & (count - 1);
        }
        None
    }
}

/// The slot to begin with. The hash is the same on every machine, since slots are stored.
#[inline]
fn slot(value: &[u8], count: usize) -> usize {
    let mut hasher = SipHasher13::new();
    hasher.write(value);
    // The remainder is below the number of slots.
    usize::try_from(hasher.finish() & (count as u64).wrapping_sub(1)).unwrap_or_default()
}
