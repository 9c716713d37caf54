//! The repertoire of DIN 91379:2022-08: which data type holds which characters and sequences.
//!
//! Source: DIN 91379, as published in the form of patterns by the XÖV library (`datatypeA` … `datatypeE`, version 2022-08). A
//! test compares these tables with such patterns for every code point.

use super::DataTypes;

/// Letters of names: in every data type.
const A: DataTypes = DataTypes::from_bits(0b1_1111);
/// Further characters of names of places and streets.
const B: DataTypes = DataTypes::from_bits(0b1_1110);
/// Further normative characters.
const C: DataTypes = DataTypes::from_bits(0b1_1100);
/// Further characters that are not letters, and Greek: not normative.
const D: DataTypes = DataTypes::from_bits(0b1_1000);
/// Cyrillic: not normative.
const E: DataTypes = DataTypes::from_bits(0b1_0000);
/// White space beyond the blank, which is in C and E alone.
const W: DataTypes = DataTypes::from_bits(0b1_0100);

/// The single characters, as ranges in ascending order.
#[rustfmt::skip]
pub(super) const CHARACTERS: &[(u32, u32, DataTypes)] = &[
    (0x0009, 0x000A, W), (0x000D, 0x000D, W), (0x0020, 0x0020, A), (0x0021, 0x0026, B),
    (0x0027, 0x0027, A), (0x0028, 0x002B, B), (0x002C, 0x002E, A), (0x002F, 0x0040, B),
    (0x0041, 0x005A, A), (0x005B, 0x005F, B), (0x0060, 0x007A, A), (0x007B, 0x007D, B),
    (0x007E, 0x007E, A), (0x00A0, 0x00A0, W), (0x00A1, 0x00A3, B), (0x00A4, 0x00A4, C),
    (0x00A5, 0x00A5, B), (0x00A6, 0x00A6, C), (0x00A7, 0x00A7, B), (0x00A8, 0x00A8, A),
    (0x00A9, 0x00AC, B), (0x00AE, 0x00B3, B), (0x00B4, 0x00B4, A), (0x00B5, 0x00B6, B),
    (0x00B7, 0x00B7, A), (0x00B8, 0x00B8, C), (0x00B9, 0x00BB, B), (0x00BC, 0x00BE, C),
    (0x00BF, 0x00BF, B), (0x00C0, 0x00D6, A), (0x00D7, 0x00D7, B), (0x00D8, 0x00F6, A),
    (0x00F7, 0x00F7, B), (0x00F8, 0x017E, A), (0x0187, 0x0188, A), (0x018F, 0x018F, A),
    (0x0192, 0x0192, D), (0x0197, 0x0197, A), (0x01A0, 0x01A1, A), (0x01AF, 0x01B0, A),
    (0x01B7, 0x01B7, A), (0x01CD, 0x01DC, A), (0x01DE, 0x01DF, A), (0x01E2, 0x01F0, A),
    (0x01F4, 0x01F5, A), (0x01F8, 0x01FF, A), (0x0212, 0x0213, A), (0x0218, 0x021B, A),
    (0x021E, 0x021F, A), (0x0227, 0x0233, A), (0x0259, 0x0259, A), (0x0268, 0x0268, A),
    (0x0292, 0x0292, A), (0x02B0, 0x02B0, D), (0x02B3, 0x02B3, D), (0x02B9, 0x02BA, A),
    (0x02BE, 0x02BF, A), (0x02C6, 0x02C6, D), (0x02C8, 0x02C8, A), (0x02CC, 0x02CC, A),
    (0x02DC, 0x02DC, D), (0x02E2, 0x02E2, D), (0x0386, 0x0386, D), (0x0388, 0x038A, D),
    (0x038C, 0x038C, D), (0x038E, 0x03A1, D), (0x03A3, 0x03CE, D), (0x040D, 0x040D, E),
    (0x0410, 0x042A, E), (0x042C, 0x042C, E), (0x042E, 0x044A, E), (0x044C, 0x044C, E),
    (0x044E, 0x044F, E), (0x045D, 0x045D, E), (0x1D48, 0x1D48, D), (0x1D57, 0x1D57, D),
    (0x1E02, 0x1E03, A), (0x1E06, 0x1E07, A), (0x1E0A, 0x1E11, A), (0x1E17, 0x1E17, A),
    (0x1E1C, 0x1E2B, A), (0x1E2F, 0x1E37, A), (0x1E3A, 0x1E3B, A), (0x1E40, 0x1E49, A),
    (0x1E52, 0x1E5B, A), (0x1E5E, 0x1E63, A), (0x1E6A, 0x1E6F, A), (0x1E80, 0x1E87, A),
    (0x1E8C, 0x1E97, A), (0x1E9E, 0x1E9E, A), (0x1EA0, 0x1EF9, A), (0x2018, 0x2018, D),
    (0x2019, 0x2019, A), (0x201A, 0x201A, D), (0x201C, 0x201E, D), (0x2020, 0x2020, D),
    (0x2021, 0x2021, A), (0x2026, 0x2026, D), (0x2030, 0x2030, D), (0x2032, 0x2033, D),
    (0x2039, 0x203A, D), (0x2070, 0x2070, D), (0x2074, 0x2079, D), (0x207F, 0x2089, D),
    (0x20AC, 0x20AC, B), (0x2122, 0x2122, D), (0x221E, 0x221E, D), (0x2264, 0x2265, D),
];

/// A character with the combining characters that may follow it, longer sequences before shorter ones; in ascending order. Every
/// data type holds every sequence.
#[rustfmt::skip]
pub(super) const SEQUENCES: &[(char, &[&str])] = &[
    ('A', &["\u{030B}"]),
    ('C', &["\u{0328}\u{0306}", "\u{0300}", "\u{0304}", "\u{0306}", "\u{0308}", "\u{0315}", "\u{0323}", "\u{0326}"]),
    ('D', &["\u{0302}"]),
    ('F', &["\u{0300}", "\u{0304}"]),
    ('G', &["\u{0300}"]),
    ('H', &["\u{0304}", "\u{0326}", "\u{0331}"]),
    ('J', &["\u{0301}", "\u{030C}"]),
    ('K', &["\u{035F}H", "\u{035F}h", "\u{0300}", "\u{0302}", "\u{0304}", "\u{0307}", "\u{0315}", "\u{031B}", "\u{0326}"]),
    ('L', &["\u{0325}\u{0304}", "\u{0302}", "\u{0325}", "\u{0326}"]),
    ('M', &["\u{0300}", "\u{0302}", "\u{0306}", "\u{0310}"]),
    ('N', &["\u{0302}", "\u{0304}", "\u{0306}", "\u{0326}"]),
    ('P', &["\u{0300}", "\u{0304}", "\u{0315}", "\u{0323}"]),
    ('R', &["\u{0325}\u{0304}", "\u{0306}", "\u{0325}"]),
    ('S', &["\u{031B}\u{0304}", "\u{0300}", "\u{0304}", "\u{0331}"]),
    ('T', &["\u{0300}", "\u{0304}", "\u{0308}", "\u{0315}", "\u{031B}"]),
    ('U', &["\u{0307}"]),
    ('Z', &["\u{0300}", "\u{0304}", "\u{0306}", "\u{0308}", "\u{0327}"]),
    ('a', &["\u{030B}"]),
    ('c', &["\u{0328}\u{0306}", "\u{0300}", "\u{0304}", "\u{0306}", "\u{0308}", "\u{0315}", "\u{0323}", "\u{0326}"]),
    ('d', &["\u{0302}"]),
    ('f', &["\u{0300}", "\u{0304}"]),
    ('g', &["\u{0300}"]),
    ('h', &["\u{0304}", "\u{0326}"]),
    ('j', &["\u{0301}"]),
    ('k', &["\u{035F}h", "\u{0300}", "\u{0302}", "\u{0304}", "\u{0307}", "\u{0315}", "\u{031B}", "\u{0326}"]),
    ('l', &["\u{0325}\u{0304}", "\u{0302}", "\u{0325}", "\u{0326}"]),
    ('m', &["\u{0300}", "\u{0302}", "\u{0306}", "\u{0310}"]),
    ('n', &["\u{0302}", "\u{0304}", "\u{0306}", "\u{0326}"]),
    ('p', &["\u{0300}", "\u{0304}", "\u{0315}", "\u{0323}"]),
    ('r', &["\u{0325}\u{0304}", "\u{0306}", "\u{0325}"]),
    ('s', &["\u{031B}\u{0304}", "\u{0300}", "\u{0304}", "\u{0331}"]),
    ('t', &["\u{0300}", "\u{0304}", "\u{0315}", "\u{031B}"]),
    ('u', &["\u{0307}"]),
    ('z', &["\u{0300}", "\u{0304}", "\u{0306}", "\u{0308}", "\u{0327}"]),
    ('\u{00C7}', &["\u{0306}"]),
    ('\u{00DB}', &["\u{0304}"]),
    ('\u{00E7}', &["\u{0306}"]),
    ('\u{00FB}', &["\u{0304}"]),
    ('\u{00FF}', &["\u{0301}"]),
    ('\u{010C}', &["\u{0315}", "\u{0323}"]),
    ('\u{010D}', &["\u{0315}", "\u{0323}"]),
    ('\u{0113}', &["\u{030D}"]),
    ('\u{012A}', &["\u{0301}"]),
    ('\u{012B}', &["\u{0301}"]),
    ('\u{014D}', &["\u{030D}"]),
    ('\u{017D}', &["\u{0326}", "\u{0327}"]),
    ('\u{017E}', &["\u{0326}", "\u{0327}"]),
    ('\u{1E32}', &["\u{0304}"]),
    ('\u{1E33}', &["\u{0304}"]),
    ('\u{1E62}', &["\u{0304}"]),
    ('\u{1E63}', &["\u{0304}"]),
    ('\u{1E6C}', &["\u{0304}"]),
    ('\u{1E6D}', &["\u{0304}"]),
    ('\u{1EA0}', &["\u{0308}"]),
    ('\u{1EA1}', &["\u{0308}"]),
    ('\u{1ECC}', &["\u{0308}"]),
    ('\u{1ECD}', &["\u{0308}"]),
    ('\u{1EE4}', &["\u{0304}", "\u{0308}"]),
    ('\u{1EE5}', &["\u{0304}", "\u{0308}"]),
];
