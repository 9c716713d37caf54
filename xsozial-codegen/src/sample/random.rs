//! Choices that depend on the seed alone.

/// A small generator of numbers (SplitMix64 by Sebastiano Vigna): the same seed gives the same numbers on every machine,
/// and nothing of the system goes into it. It is good enough for choices and for nothing else.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// A generator of its own for each seed, purpose and attempt.
    pub(super) fn new(seed: u64, purpose: &str, attempt: u64) -> Self {
        let mut random = Self(seed);
        // FNV-1a, so that purposes that differ begin at places that have nothing to do with each other.
        let label = purpose.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        random.0 = random.next() ^ label ^ attempt.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `count`; 0 when `count` is 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let wide = u128::from(self.next()) * count as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// Whether something happens that has this probability in per cent.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A number of a range, both ends included; the range may not span more than 2⁶⁴ numbers, else its first part counts.
    pub(super) fn within(&mut self, first: i128, last: i128) -> i128 {
        let span = last.saturating_sub(first).clamp(0, i128::from(u64::MAX) - 1) + 1;
        let wide = i128::from(self.next() >> 1).saturating_mul(span.min(i128::from(i64::MAX)));
        first.saturating_add(wide >> 63)
    }

    /// One of these.
    pub(super) fn pick<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        items.get(self.below(items.len()))
    }

    /// Puts these into another order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Random;
    use proptest::prelude::*;

    #[test]
    fn the_numbers_are_the_same_everywhere() {
        let mut random = Random::new(7, "antrag", 0);
        let numbers: Vec<_> = (0..6).map(|_| random.below(1000)).collect();
        let mut again = Random::new(7, "antrag", 0);
        assert_eq!(numbers, (0..6).map(|_| again.below(1000)).collect::<Vec<_>>());
        let mut other = Random::new(7, "antrag", 1);
        assert_ne!(numbers, (0..6).map(|_| other.below(1000)).collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn numbers_stay_in_their_range(seed: u64, first: i64, span in 0_i128..1 << 62, count in 1_usize..1000) {
            let mut random = Random::new(seed, "", 0);
            let number = random.within(first.into(), i128::from(first) + span);
            prop_assert!(number >= i128::from(first) && number <= i128::from(first) + span);
            prop_assert!(random.below(count) < count);
            prop_assert_eq!(random.below(0), 0);
        }
    }
}
