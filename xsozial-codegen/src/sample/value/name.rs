//! Names, tokens of names, languages and URIs.

use super::{
    Proposals, Wish,
    fit::{Lengths, fit},
};
use crate::sample::random::Random;
use xsozial_schema::{facet::Facets, value::Builtin};

/// How many different names are tried where values must differ.
const DISTINCT: usize = 5_000;

const NAMES: &[&str] = &["synthetisch", "Synthetisch", "s", "S"];
const IDS: &[&str] = &["id-synthetisch", "id_synthetisch", "ID"];
const LANGUAGES: &[&str] = &["de", "de-DE", "und", "en", "DE", "x-test"];
const URIS: &[&str] = &[
    "urn:synthetisch:text",
    "https://synthetisch.invalid/",
    "http://synthetisch.invalid/",
    "mailto:synthetisch@synthetisch.invalid",
    "urn:s",
    "s",
];

/// Names of any kind: `xs:Name`, `xs:NCName`, `xs:NMTOKEN`, `xs:ID`, `xs:language`, `xs:QName` without prefix.
pub(super) fn names<'p>(builtin: Builtin, facets: &'p Facets, wish: &Wish<'_>, random: &mut Random) -> Proposals<'p> {
    let (bases, stem) = match builtin {
        Builtin::Id => (IDS, "id-"),
        Builtin::Language => (LANGUAGES, "x-s"),
        _ => (NAMES, "s"),
    };
    numbered(bases, stem, facets, wish, random)
}

/// URIs that lead nowhere: the top-level domain `invalid` is never given out (RFC 2606).
pub(super) fn uris<'p>(facets: &'p Facets, wish: &Wish<'_>, random: &mut Random) -> Proposals<'p> {
    numbered(URIS, "urn:synthetisch:", facets, wish, random)
}

fn numbered<'p>(
    bases: &'static [&'static str],
    stem: &'static str,
    facets: &'p Facets,
    wish: &Wish<'_>,
    random: &mut Random,
) -> Proposals<'p> {
    let lengths = Lengths::of(facets);
    let mut bases = bases.to_vec();
    if wish.size == crate::sample::Size::Random && random.chance(50) {
        bases.rotate_left(1);
    }
    let plain = bases.into_iter().map(move |base| fit(base, "x", lengths));
    if !wish.is_distinct() {
        return Box::new(plain);
    }
    let numbers = (1..=DISTINCT).flat_map(move |number| {
        // Letters first: a pattern may want them, and a name never begins with a digit.
        [format!("{stem}{number}"), format!("s{number}")].map(|name| fit(&name, "x", lengths))
    });
    // All numbered alike, so that a document does not mix two manners.
    Box::new(numbers.chain(plain))
}
