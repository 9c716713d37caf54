//! `totalDigits` and `fractionDigits` (part 2, sections 4.3.11 and 4.3.12).

use super::{Facet, Facets, rule::Rule};
use crate::value::NumberParts;

impl Facets {
    /// Whether a decimal number has at most the allowed digits, insignificant zeros not counted.
    pub(super) fn check_digits(&self, text: &str) -> Result<(), Rule> {
        let number = NumberParts::parse(text).ok_or(Rule::Lexical)?;
        let exceeds = |facet: &Option<Facet<u32>>, digits: usize| {
            facet
                .as_ref()
                .is_some_and(|facet| digits as u64 > u64::from(facet.value))
        };
        if exceeds(&self.total_digits, number.total_digits()) {
            Err(Rule::TotalDigits)
        } else if exceeds(&self.fraction_digits, number.fraction.len()) {
            Err(Rule::FractionDigits)
        } else {
            Ok(())
        }
    }
}
