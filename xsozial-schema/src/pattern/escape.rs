//! The sets of characters that escapes stand for, by XML Schema's own definitions.
//!
//! Source: XML Schema part 2, appendix F.1.1. Names of XML (`\i`, `\c`) follow the fifth edition of XML 1.0, sections
//! 2.3 [4] and [4a], whose name characters hold those of the older editions.

use super::blocks::block;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};
use std::sync::LazyLock;

fn class(ranges: &[(char, char)]) -> ClassUnicode {
    ClassUnicode::new(ranges.iter().map(|&(first, last)| ClassUnicodeRange::new(first, last)))
}

fn negated(mut class: ClassUnicode) -> ClassUnicode {
    class.negate();
    class
}

/// The set of one character.
pub(super) fn single(character: char) -> ClassUnicode {
    class(&[(character, character)])
}

/// `.`: every character but the ends of lines.
pub(super) fn any_but_line_end() -> ClassUnicode {
    negated(class(&[('\n', '\n'), ('\r', '\r')]))
}

/// The set of `\s \i \c \d \w` and of their negations; `None` for any other letter.
pub(super) fn multi_character(letter: char) -> Option<ClassUnicode> {
    Some(match letter {
        's' => class(&[('\t', '\n'), ('\r', '\r'), (' ', ' ')]),
        'i' => class(NAME_START),
        'c' => {
            let mut set = class(NAME_START);
            set.union(&class(NAME_FURTHER));
            set
        }
        'd' => category("Nd")?,
        'w' => WORD.clone(),
        'S' | 'I' | 'C' | 'D' | 'W' => negated(multi_character(letter.to_ascii_lowercase())?),
        _ => return None,
    })
}

/// The set of `\p{name}`; `None` when there is no such category or block.
pub(super) fn property(name: &str) -> Option<ClassUnicode> {
    match name.strip_prefix("Is") {
        Some(name) => block(name),
        None => category(name),
    }
}

/// General categories that XML Schema knows: those of Unicode but `Cs`.
const CATEGORIES: &[&str] = &[
    "C", "Cc", "Cf", "Cn", "Co", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P",
    "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
];

/// The characters of a general category.
fn category(name: &str) -> Option<ClassUnicode> {
    CATEGORIES.binary_search(&name).ok()?;
    let hir = regex_syntax::parse(&format!(r"\p{{{name}}}")).ok()?;
    match hir.into_kind() {
        HirKind::Class(Class::Unicode(class)) => Some(class),
        // A category of one character, as `Zl`.
        HirKind::Literal(literal) => Some(single(std::str::from_utf8(&literal.0).ok()?.chars().next()?)),
        _ => None,
    }
}

/// `\w`: everything but punctuation, separators and others.
static WORD: LazyLock<ClassUnicode> = LazyLock::new(|| {
    let mut set = ClassUnicode::empty();
    for outside in ["P", "Z", "C"].iter().filter_map(|name| category(name)) {
        set.union(&outside);
    }
    negated(set)
});

/// First characters of XML names.
const NAME_START: &[(char, char)] = &[
    (':', ':'),
    ('A', 'Z'),
    ('_', '_'),
    ('a', 'z'),
    ('\u{C0}', '\u{D6}'),
    ('\u{D8}', '\u{F6}'),
    ('\u{F8}', '\u{2FF}'),
    ('\u{370}', '\u{37D}'),
    ('\u{37F}', '\u{1FFF}'),
    ('\u{200C}', '\u{200D}'),
    ('\u{2070}', '\u{218F}'),
    ('\u{2C00}', '\u{2FEF}'),
    ('\u{3001}', '\u{D7FF}'),
    ('\u{F900}', '\u{FDCF}'),
    ('\u{FDF0}', '\u{FFFD}'),
    ('\u{1_0000}', '\u{E_FFFF}'),
];

/// What XML names may hold besides, after the first character.
const NAME_FURTHER: &[(char, char)] = &[
    ('-', '-'),
    ('.', '.'),
    ('0', '9'),
    ('\u{B7}', '\u{B7}'),
    ('\u{300}', '\u{36F}'),
    ('\u{203F}', '\u{2040}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(class: &ClassUnicode, character: char) -> bool {
        class
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&character))
    }

    #[test]
    fn every_category_is_known_to_the_unicode_tables() {
        assert!(CATEGORIES.is_sorted());
        for name in CATEGORIES {
            assert!(property(name).is_some_and(|class| !class.ranges().is_empty()), "{name}");
        }
        for name in ["Cs", "lu", "Latin", "L&", "", "Is", "Any"] {
            assert!(property(name).is_none(), "{name}");
        }
    }

    #[test]
    fn multi_character_escapes_hold_what_xml_schema_says() {
        let table = [
            ('s', " \t\n\r", "\u{A0}\u{85}a\u{2003}"),
            ('S', "\u{A0}\u{85}a", " \t\n\r"),
            ('d', "09\u{0663}\u{0967}", "a\u{B2}\u{2160}"),
            ('D', "a\u{B2}", "09\u{0663}"),
            ('i', "_:aZäßЖ中", "-.0\u{B7}\u{D7} "),
            ('I', "-.0 ", "_:aZ"),
            ('c', "_:aZä-.0\u{B7}\u{301}", " /\u{D7}!"),
            ('C', " /!", "_:a-."),
            ('w', "aZä09\u{301}€+$^<\u{2160}", "_-.,!( \u{A0}\u{AD}\u{E000}"),
            ('W', "_-.,!( \u{AD}", "aZä09€+"),
        ];
        for (letter, inside, outside) in table {
            let class = multi_character(letter).unwrap();
            assert!(inside.chars().all(|character| holds(&class, character)), "\\{letter}");
            assert!(!outside.chars().any(|character| holds(&class, character)), "\\{letter}");
        }
        assert!(multi_character('b').is_none());
    }

    #[test]
    fn the_wildcard_is_everything_but_the_two_line_ends() {
        let class = any_but_line_end();
        assert!(!holds(&class, '\n') && !holds(&class, '\r'));
        assert!(holds(&class, '\u{85}') && holds(&class, '\u{2028}') && holds(&class, '\0'));
    }
}
