//! `minInclusive`, `maxInclusive`, `minExclusive` and `maxExclusive` (part 2, sections 4.3.7 to 4.3.10).

use super::{Bound, Facet, Facets, rule::Rule};
use crate::value::Value;
use std::cmp::Ordering;

impl Facets {
    /// Whether the value is within all bounds. A value that has no order with a bound is not.
    pub(super) fn check_bounds(&self, value: &Value) -> Result<(), Rule> {
        let breaks = |bound: &Option<Facet<Bound>>, is_within: fn(Ordering) -> bool| {
            bound
                .as_ref()
                .is_some_and(|facet| !value.partial_cmp(&facet.value.value).is_some_and(is_within))
        };
        if breaks(&self.min_inclusive, Ordering::is_ge) {
            Err(Rule::MinInclusive)
        } else if breaks(&self.max_inclusive, Ordering::is_le) {
            Err(Rule::MaxInclusive)
        } else if breaks(&self.min_exclusive, Ordering::is_gt) {
            Err(Rule::MinExclusive)
        } else if breaks(&self.max_exclusive, Ordering::is_lt) {
            Err(Rule::MaxExclusive)
        } else {
            Ok(())
        }
    }
}
