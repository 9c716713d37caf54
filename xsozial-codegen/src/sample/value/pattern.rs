//! Values that patterns ask for.

use super::{Kind, Values, Wish, fit::Lengths};
use crate::sample::{Size, random::Random};
use xsozial_schema::{pattern::CompiledPattern, schema::SimpleTypeId};

/// Longest text that is made: longer ones are nothing a test needs.
pub(super) const LONGEST: usize = 1 << 16;

/// How many texts are made of each pattern by chance, before the lengths are gone through one by one.
const ATTEMPTS: usize = 60;
/// How many lengths are gone through, and how many texts are made of each.
const LENGTHS: usize = 100;
const ATTEMPTS_EACH: usize = 3;

impl Values<'_> {
    /// A value made from one derivation step's patterns that keeps all the other rules, too.
    pub(super) fn made_of_patterns(&self, id: SimpleTypeId, wish: &Wish<'_>, random: &mut Random) -> Option<String> {
        let facets = self.schema.facets(id);
        // The last step is mostly the narrowest one.
        let steps: Vec<&CompiledPattern> = facets
            .patterns
            .iter()
            .rev()
            .map(|&step| self.schema.pattern(step))
            .collect();
        let wanted = Lengths::of(facets);
        let by_chance = steps
            .iter()
            .find_map(|pattern| self.by_chance(id, pattern, wanted, wish, random));
        by_chance.or_else(|| {
            let mut steps = steps.iter();
            steps.find_map(|pattern| self.by_length(id, pattern, wanted, wish, random))
        })
    }

    fn by_chance(
        &self,
        id: SimpleTypeId,
        pattern: &CompiledPattern,
        wanted: Lengths,
        wish: &Wish<'_>,
        random: &mut Random,
    ) -> Option<String> {
        let lengths = shared(pattern, wanted)?;
        // What looks least like real data comes first, where nothing speaks for variety.
        let plain_first = !wish.is_distinct() && (wish.size != Size::Random || wish.kind == Kind::Identifier);
        (0..ATTEMPTS).find_map(|attempt| {
            let is_plain = plain_first && attempt == 0;
            let more = if is_plain { 0 } else { random.below(12) };
            let characters = lengths.nearest(lengths.fewest.saturating_add(more));
            let text = pattern.example(characters, &mut |count| if is_plain { 0 } else { random.below(count) })?;
            self.take(id, &text, wish)
        })
    }

    /// Length by length, for narrow combinations of rules.
    fn by_length(
        &self,
        id: SimpleTypeId,
        pattern: &CompiledPattern,
        wanted: Lengths,
        wish: &Wish<'_>,
        random: &mut Random,
    ) -> Option<String> {
        let lengths = shared(pattern, wanted)?;
        let longest = lengths.most.min(lengths.fewest.saturating_add(LENGTHS));
        (lengths.fewest..=longest).find_map(|characters| {
            (0..ATTEMPTS_EACH).find_map(|_| {
                let text = pattern.example(characters, &mut |count| random.below(count))?;
                self.take(id, &text, wish)
            })
        })
    }
}

/// The lengths that pattern and facets allow; `None` when there are none, or only very long ones.
fn shared(pattern: &CompiledPattern, wanted: Lengths) -> Option<Lengths> {
    let (fewest, most) = pattern.lengths()?;
    let shared = Lengths {
        fewest: fewest.max(wanted.fewest),
        most: most.unwrap_or(usize::MAX).min(wanted.most),
    };
    // Lengths of lists and binary content count items and octets, so that a contradiction may only seem one.
    let shared = if shared.fewest > shared.most {
        Lengths {
            fewest,
            most: most.unwrap_or(usize::MAX),
        }
    } else {
        shared
    };
    (shared.fewest <= LONGEST).then_some(shared)
}
