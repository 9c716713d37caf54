//! Which characters XML allows (XML 1.0, productions 2 and 3), with fast paths for what documents hold.

use xsozial_schema::value::is_nc_name;

/// Whether a byte is white space (production 3).
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether the text is white space alone.
#[inline]
pub fn is_blank(text: &str) -> bool {
    const SPACES: &[u8; 8] = b"        ";
    let bytes = text.as_bytes();
    // Between elements there are mostly a line feed and many spaces.
    let spaces = bytes.strip_prefix(b"\n").unwrap_or(bytes);
    let is_indentation = spaces.ends_with(SPACES) && spaces.as_chunks::<8>().0.iter().all(|block| block == SPACES);
    is_indentation || bytes.iter().copied().all(is_space)
}

/// Whether a character may stand in a document (production 2).
pub(crate) const fn is_allowed(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The character as messages and paths show it, which are one line. A namespace may hold line ends, written as references.
pub(crate) fn shown(character: char) -> char {
    if character.is_control() {
        char::REPLACEMENT_CHARACTER
    } else {
        character
    }
}

/// Whether all characters of a text may stand in a document (production 2).
pub fn are_allowed(text: &str) -> bool {
    survey(text.as_bytes()).disallowed.is_none()
}

/// Whether a byte may begin something that is not allowed, or is a carriage return.
const fn is_suspicious(byte: u8) -> bool {
    (byte < b' ' && byte != b'\n' && byte != b'\t') || byte == 0xEF
}

/// What a look over all bytes of a text finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// Place of the first byte of a character that is not allowed.
    pub(super) disallowed: Option<usize>,
    /// Whether there is a carriage return.
    pub(super) has_carriage_return: bool,
}

/// Looks over valid UTF-8 that does not end inside a character.
pub(super) fn survey(text: &[u8]) -> Survey {
    let mut survey = Survey::default();
    for (number, block) in text.chunks(256).enumerate() {
        // Without early exit: so it is compiled into a few vector instructions.
        if block
            .iter()
            .fold(0, |found, &byte| found | u8::from(is_suspicious(byte)))
            == 0
        {
            continue;
        }
        for (index, &byte) in block.iter().enumerate() {
            let place = number * 256 + index;
            if byte == b'\r' {
                survey.has_carriage_return = true;
            } else if is_suspicious(byte) && begins_disallowed(&text[place..]) {
                survey.disallowed = Some(place);
                return survey;
            }
        }
    }
    survey
}

fn begins_disallowed(text: &[u8]) -> bool {
    match text {
        // U+FFFE and U+FFFF
        [0xEF, rest @ ..] => matches!(rest, [0xBF, 0xBE | 0xBF, ..]),
        _ => true,
    }
}

/// Parts a qualified name at its colon; `None` if it is none (Namespaces in XML 1.0, production 7). The prefix is empty
/// where there is none.
pub(crate) fn split_qname(text: &str) -> Option<(&str, &str)> {
    let (prefix, local) = text.split_once(':').unwrap_or(("", text));
    let has_prefix = prefix.len() != text.len() && local.len() != text.len();
    ((!has_prefix || is_nc_name(prefix)) && is_nc_name(local)).then_some((prefix, local))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_survey_finds_the_first_disallowed_character() {
        assert_eq!(survey(b"").disallowed, None);
        assert_eq!(survey("ä\t\nüEF\u{FEFF}\u{FFFD}".as_bytes()), Survey::default());
        assert_eq!(survey(b"ab\0").disallowed, Some(2));
        assert_eq!(survey("\u{FFFF}".as_bytes()).disallowed, Some(0));
        let long = format!("{}\r\u{1F}", "x".repeat(100));
        let found = survey(long.as_bytes());
        assert_eq!((found.disallowed, found.has_carriage_return), (Some(101), true));
    }

    #[test]
    fn names_follow_the_productions() {
        for name in ["a", "_", "ä.b-c1", "nachricht.0020", "𐀀"] {
            assert_eq!(split_qname(name), Some(("", name)));
        }
        assert_eq!(split_qname("p:a"), Some(("p", "a")));
        for name in ["", "1a", "-a", "a b", ":a", "a:", "a:b:c", "a:1", "\u{B7}", "a\u{D7}"] {
            assert_eq!(split_qname(name), None, "{name}");
        }
    }

    #[test]
    fn blank_text_is_white_space_alone() {
        for blank in [
            "",
            "\n",
            " ",
            "\r\n\t",
            "\n        ",
            "\n            ",
            "            \n            ",
        ] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for other in [
            "x",
            "\n       x        ",
            "\n        x",
            "        x        ",
            "\u{a0}",
            "               x",
        ] {
            assert!(!is_blank(other), "{other:?}");
        }
    }

    proptest! {
        #[test]
        fn the_survey_agrees_with_the_definition(text in any::<String>()) {
            let first = text.char_indices().find(|&(_, character)| !is_allowed(character)).map(|(place, _)| place);
            prop_assert_eq!(survey(text.as_bytes()).disallowed, first);
        }
    }
}
