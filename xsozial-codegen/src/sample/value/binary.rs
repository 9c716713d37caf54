//! Binary content.

use super::{Proposals, Wish, fit::Lengths};
use crate::sample::{Size, random::Random};
use xsozial_schema::{
    facet::Facets,
    value::{Base64Binary, Builtin, HexBinary},
};

const BYTES: &[u8] = b"Synthetischer Text";

/// How many different values are tried where they must differ.
const DISTINCT: usize = 500;

/// Octets that spell a text, as many as the facets allow.
pub(super) fn proposals<'p>(
    builtin: Builtin,
    facets: &'p Facets,
    wish: &Wish<'_>,
    random: &mut Random,
) -> Proposals<'p> {
    let lengths = Lengths::of(facets);
    let octets = if wish.size == Size::Random {
        random.below(200)
    } else {
        BYTES.len()
    };
    let encode = move |bytes: Vec<u8>| match builtin.primitive() {
        Builtin::HexBinary => HexBinary::from(bytes).to_string(),
        _ => Base64Binary::from(bytes).to_string(),
    };
    let fitted = move |start: Vec<u8>, octets: usize| {
        let bytes = start.into_iter().chain(BYTES.iter().copied().cycle());
        encode(bytes.take(lengths.nearest(octets)).collect())
    };
    let distinct = if wish.is_distinct() { DISTINCT } else { 0 };
    let numbered = (1..=distinct).map(move |number| fitted(number.to_string().into_bytes(), BYTES.len()));
    Box::new([fitted(Vec::new(), octets)].into_iter().chain(numbered))
}
