//! Bytes looked for eight at a time, where most texts are too short for vector instructions to pay.

const ONES: u64 = u64::MAX / 0xFF;
const HIGH: u64 = ONES << 7;

/// The lowest high bit that is set is that of the first byte that is less than `limit`, which is at most 0x80. `word` holds
/// eight bytes, the first one lowest.
#[inline]
pub(super) const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * limit as u64) & !word & HIGH
}

/// The lowest high bit that is set is that of the first byte that is this one.
#[inline]
pub(super) const fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * byte as u64), 1)
}

/// The place of the first byte that is looked for. `in_word` tells of eight bytes like [`below`] and [`equal`], or of several
/// such answers joined by `|`; `is_it` tells the same of one byte.
#[inline]
pub(super) fn position(bytes: &[u8], in_word: impl Fn(u64) -> u64, is_it: impl Fn(u8) -> bool) -> Option<usize> {
    let Some(last) = bytes.last_chunk::<8>() else {
        return bytes.iter().position(|&byte| is_it(byte));
    };
    let place = |found: u64| found.trailing_zeros() as usize / 8;
    for (number, block) in bytes.as_chunks::<8>().0.iter().enumerate() {
        let found = in_word(u64::from_le_bytes(*block));
        if found != 0 {
            return Some(number * 8 + place(found));
        }
    }
    // Some bytes are looked at again; nothing is found among them.
    let found = in_word(u64::from_le_bytes(*last));
    (found != 0).then(|| bytes.len() - 8 + place(found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_find_what_bytes_find(bytes in prop::collection::vec(any::<u8>(), 0..40), limit in 0..=0x80_u8, wanted: u8) {
            let is_it = |byte| byte < limit || byte == wanted;
            let found = position(&bytes, |word| below(word, limit) | equal(word, wanted), is_it);
            prop_assert_eq!(found, bytes.iter().position(|&byte| is_it(byte)));
        }

        #[test]
        fn neighbours_of_what_is_found_do_not_disturb(place in 0..20_usize, before: u8, behind: u8) {
            prop_assume!(before != 7);
            let mut bytes = vec![before; 20];
            bytes[place] = 7;
            bytes[place + 1..].fill(behind);
            prop_assert_eq!(position(&bytes, |word| equal(word, 7), |byte| byte == 7), Some(place));
        }
    }
}
