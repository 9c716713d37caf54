//! Free text, which says that it is synthetic, and names of impossible persons.

use super::{
    Kind, Proposals, Wish,
    fit::{Lengths, fit},
};
use crate::sample::{Size, random::Random};
use xsozial_schema::facet::Facets;

const TEXTS: &[&str] = &["Synthetischer Text", "Synthetisch", "synthetisch", "SYNTHETISCH"];
const NAMES: &[&str] = &[
    "Muster-Unmöglich",
    "Muster-Unmoeglich",
    "Unmöglich",
    "Unmoeglich",
    "SYNTHETISCH",
];
const MARKS: &[&str] = &["SYNTHETISCH-0000", "SYNTHETISCH", "synthetisch", "0000"];
const ITEMS: &[&str] = &["synthetisch", "SYNTHETISCH"];

/// Longest text that is made only because the type allows it.
const LONG: usize = 400;

/// How many different texts are tried where values must differ.
const DISTINCT: usize = 500;

/// Texts that fit the length facets.
pub(super) fn proposals<'p>(facets: &'p Facets, wish: &Wish<'_>, random: &mut Random) -> Proposals<'p> {
    let lengths = Lengths::of(facets);
    let (bases, filler) = match wish.kind {
        Kind::Name => (NAMES, "-Unmöglich"),
        Kind::Identifier => (MARKS, "0"),
        Kind::Item => (ITEMS, "x"),
        Kind::Plain | Kind::Birth => (TEXTS, " Synthetischer Text"),
    };
    let mut first = Vec::new();
    if wish.size == Size::Random {
        first.extend(varied(bases[0], filler, lengths, random));
    }
    let distinct = if wish.is_distinct() { DISTINCT } else { 0 };
    let numbered = (1..=distinct).flat_map(move |number| {
        let digits = number.to_string();
        // The number first, so that it survives being cut.
        [format!("{}{digits}", bases[1]), format!("{digits}{filler}"), digits]
            .map(move |text| fit(&text, filler, lengths))
    });
    let plain = bases.iter().map(move |base| fit(base, filler, lengths));
    let ciphers = ["0", "1", "X", ""].map(|text| fit(text, text.get(..1).unwrap_or("X"), lengths));
    Box::new(first.into_iter().chain(plain).chain(ciphers).chain(numbered))
}

/// Texts of other lengths and with other letters.
fn varied(base: &str, filler: &str, lengths: Lengths, random: &mut Random) -> Vec<String> {
    let text = match random.below(5) {
        0 => format!("{base} {}", random.below(10_000)),
        1 => format!("{base} Ä ö ü ß é"),
        2 => fit("S", filler, Lengths { most: 1, ..lengths }),
        3 => {
            let longest = lengths.most.min(LONG);
            let characters = lengths.nearest(random.below(longest.saturating_add(1)));
            let exactly = Lengths {
                fewest: characters,
                most: characters,
            };
            fit(base, filler, exactly)
        }
        _ => return Vec::new(),
    };
    vec![fit(&text, filler, lengths)]
}
