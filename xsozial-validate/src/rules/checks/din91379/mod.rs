//! DIN 91379: which characters the data types A to E hold, and in which sequences.
//!
//! Source: DIN 91379:2022-08, "Zeichen und definierte Zeichensequenzen in Unicode für die elektronische Verarbeitung von Namen
//! und den Datenaustausch in Europa"; binding for data of citizens since November 2024.
//!
//! ```
//! use xsozial_validate::rules::checks::din91379::{self, DataType};
//! assert_eq!(din91379::check("Šćepanović", DataType::A), Ok(()));
//! let violation = din91379::check("Straße 12", DataType::A).unwrap_err();
//! assert_eq!((violation.character, violation.place), ('1', 8));
//! assert_eq!(violation.allowed_in.to_string(), "B, C, D, E");
//! ```

mod repertoire;

use repertoire::{CHARACTERS, SEQUENCES};
use std::fmt;

/// One of the five data types of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataType {
    /// Names of natural persons.
    A,
    /// Other names, for example of places and streets.
    B,
    /// All normative characters.
    C,
    /// Those and the further characters that are not letters, and Greek letters; no line breaks.
    D,
    /// All characters of the standard, Cyrillic ones included.
    E,
}

impl DataType {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::A, Self::B, Self::C, Self::D, Self::E];

    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Its letter.
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
            Self::E => 'E',
        }
    }
}

/// A set of data types. `Display` lists their letters: `B, C, D, E`; the empty set is `–`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DataTypes(u8);

impl DataTypes {
    /// None at all.
    pub const NONE: Self = Self(0);
    /// All five.
    pub const ALL: Self = Self(0b1_1111);

    const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Whether this data type belongs to the set.
    #[must_use]
    pub const fn contains(self, data_type: DataType) -> bool {
        self.0 & data_type.bit() != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for DataTypes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return formatter.write_str("–");
        }
        let members = DataType::ALL.into_iter().filter(|&member| self.contains(member));
        for (place, member) in members.enumerate() {
            let separator = if place > 0 { ", " } else { "" };
            write!(formatter, "{separator}{}", member.letter())?;
        }
        Ok(())
    }
}

impl fmt::Debug for DataTypes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// The first character that a data type does not hold. `Debug` names it by its number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Violation {
    /// The character. A combining character that stands where no sequence of the standard has it is told by itself.
    pub character: char,
    /// Its place in the text, counted in characters from 1.
    pub place: usize,
    /// Which data types would hold it at this place.
    pub allowed_in: DataTypes,
}

impl fmt::Debug for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            character,
            place,
            allowed_in,
        } = *self;
        let code = u32::from(character);
        write!(formatter, "U+{code:04X} at place {place}, allowed in {allowed_in}")
    }
}

/// Whether a text is made of characters and sequences of the data type alone.
pub fn check(text: &str, data_type: DataType) -> Result<(), Violation> {
    if text.bytes().all(|byte| holds_ascii(byte, data_type)) {
        return Ok(());
    }
    let mut rest = text;
    let mut place = 1;
    while let Some(character) = rest.chars().next() {
        let allowed_in = data_types_of(character);
        if !allowed_in.contains(data_type) {
            return Err(Violation {
                character,
                place,
                allowed_in,
            });
        }
        rest = &rest[character.len_utf8()..];
        place += 1;
        // Nothing in ASCII goes on with a sequence.
        if !rest.is_empty()
            && !rest.as_bytes()[0].is_ascii()
            && let Some(combining) = sequence_after(character, rest)
        {
            rest = &rest[combining.len()..];
            place += combining.chars().count();
        }
    }
    Ok(())
}

#[inline]
fn holds_ascii(byte: u8, data_type: DataType) -> bool {
    ASCII
        .get(usize::from(byte))
        .is_some_and(|&types| types & data_type.bit() != 0)
}

/// The data types of each ASCII character, made from the table when the program is compiled.
const ASCII: [u8; 128] = {
    let mut types = [0; 128];
    let mut range = 0;
    while range < CHARACTERS.len() {
        let (first, last, data_types) = CHARACTERS[range];
        let mut code = first;
        while code <= last && code < 128 {
            types[code as usize] = data_types.0;
            code += 1;
        }
        range += 1;
    }
    types
};

/// The data types that hold a character by itself.
pub fn data_types_of(character: char) -> DataTypes {
    let code = u32::from(character);
    let place = CHARACTERS.partition_point(|&(_, last, _)| last < code);
    match CHARACTERS.get(place) {
        Some(&(first, _, data_types)) if first <= code => data_types,
        _ => DataTypes::NONE,
    }
}

/// What of the rest of a text makes a sequence with the character before it.
fn sequence_after(character: char, rest: &str) -> Option<&'static str> {
    let place = SEQUENCES.binary_search_by_key(&character, |&(base, _)| base).ok()?;
    let endings = SEQUENCES[place].1.iter();
    endings.copied().find(|ending| rest.starts_with(ending))
}

#[cfg(test)]
mod tests;
