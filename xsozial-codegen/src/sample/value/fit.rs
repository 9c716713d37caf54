//! Lengths that facets allow.

use xsozial_schema::facet::Facets;

/// Fewest and most characters, octets or items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lengths {
    pub(super) fewest: usize,
    /// [`usize::MAX`] when there is no bound.
    pub(super) most: usize,
}

impl Lengths {
    /// What the facets allow.
    pub(super) fn of(facets: &Facets) -> Self {
        let number = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
        let exact = facets.length.as_ref().map(|facet| number(facet.value));
        let fewest = facets.min_length.as_ref().map(|facet| number(facet.value));
        let most = facets.max_length.as_ref().map(|facet| number(facet.value));
        Self {
            fewest: exact.or(fewest).unwrap_or(0),
            most: exact.or(most).unwrap_or(usize::MAX),
        }
    }

    /// The allowed length that is nearest to this one.
    pub(super) fn nearest(self, length: usize) -> usize {
        length.min(self.most).max(self.fewest).min(super::pattern::LONGEST)
    }
}

/// The text with the given number of characters: cut, or filled up by repeating `filler`. Neither end is a space.
pub(super) fn fit(text: &str, filler: &str, lengths: Lengths) -> String {
    let count = text.chars().count();
    let wanted = lengths.nearest(count);
    if wanted == count {
        return text.to_owned();
    }
    let mut fitted: String = text.chars().chain(filler.chars().cycle()).take(wanted).collect();
    if fitted.ends_with(' ') {
        fitted.pop();
        fitted.push('x');
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_and_filled() {
        let lengths = |fewest, most| Lengths { fewest, most };
        assert_eq!(fit("Text", " mehr", lengths(0, 9)), "Text");
        assert_eq!(fit("Text", " mehr", lengths(0, 2)), "Te");
        assert_eq!(fit("Text", " mehr", lengths(11, 20)), "Text mehr m");
        assert_eq!(fit("Text", " mehr", lengths(5, 5)), "Textx");
        assert_eq!(fit("ä ö", "", lengths(2, 2)), "äx");
    }
}
