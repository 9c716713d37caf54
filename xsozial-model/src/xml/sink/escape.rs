//! Escaping (XML 1.0, section 2.4).

use crate::xml::octets;
use xsozial_schema::{Code, Fault};

/// What a byte asks for.
const PLAIN: u8 = 0;
/// Escaped, or refused, in text and attributes.
const SPECIAL: u8 = 1;
/// Escaped in attributes alone.
const SPECIAL_IN_ATTRIBUTES: u8 = 2;

/// What each byte asks for.
static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [PLAIN; 256];
    let mut byte = 0;
    while byte < 0x20 {
        classes[byte] = SPECIAL;
        byte += 1;
    }
    classes[b'\t' as usize] = SPECIAL_IN_ATTRIBUTES;
    classes[b'\n' as usize] = SPECIAL_IN_ATTRIBUTES;
    classes[b'"' as usize] = SPECIAL_IN_ATTRIBUTES;
    classes[b'&' as usize] = SPECIAL;
    classes[b'<' as usize] = SPECIAL;
    classes[b'>' as usize] = SPECIAL;
    // May begin U+FFFE or U+FFFF.
    classes[0xEF] = SPECIAL;
    classes
}

/// Appends text with what XML gives a meaning escaped. A carriage return becomes a reference, else it would be read as a
/// line feed.
#[inline]
pub(super) fn push_text(text: &str, out: &mut Vec<u8>) -> Result<(), Fault> {
    push::<SPECIAL>(text.as_bytes(), out)
}

/// Appends an attribute's value, to stand in double quotes. Tab and line feed become references, else they would be read
/// as spaces.
#[inline]
pub(super) fn push_attribute(value: &str, out: &mut Vec<u8>) -> Result<(), Fault> {
    push::<SPECIAL_IN_ATTRIBUTES>(value.as_bytes(), out)
}

#[inline]
fn push<const HIGHEST: u8>(mut text: &[u8], out: &mut Vec<u8>) -> Result<(), Fault> {
    let in_word = |word| {
        // Below the space there is also what text may hold as it is; it is found seldom enough.
        let special = octets::below(word, b' ')
            | octets::equal(word, b'&')
            | octets::equal(word, b'<')
            | octets::equal(word, b'>')
            | octets::equal(word, 0xEF);
        match HIGHEST {
            SPECIAL => special,
            _ => special | octets::equal(word, b'"'),
        }
    };
    let is_special = |byte: u8| {
        let class = CLASSES[byte as usize];
        class != PLAIN && class <= HIGHEST
    };
    while let Some(place) = octets::position(text, in_word, is_special) {
        out.extend_from_slice(&text[..place]);
        if is_special(text[place]) {
            out.extend_from_slice(replacement(&text[place..])?);
        } else {
            out.push(text[place]);
        }
        text = &text[place + 1..];
    }
    out.extend_from_slice(text);
    Ok(())
}

fn replacement(text: &[u8]) -> Result<&[u8], Fault> {
    match text {
        [b'&', ..] => Ok(b"&amp;"),
        [b'<', ..] => Ok(b"&lt;"),
        [b'>', ..] => Ok(b"&gt;"),
        [b'"', ..] => Ok(b"&quot;"),
        [b'\r', ..] => Ok(b"&#13;"),
        [b'\n', ..] => Ok(b"&#10;"),
        [b'\t', ..] => Ok(b"&#9;"),
        [0xEF, 0xBF, 0xBE | 0xBF, ..] => Err(Fault::new(Code::Character)),
        [first @ 0xEF, ..] => Ok(std::slice::from_ref(first)),
        _ => Err(Fault::new(Code::Character)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::source::is_allowed;
    use proptest::prelude::*;

    fn escaped(text: &str, is_attribute: bool) -> Option<String> {
        let mut out = Vec::new();
        let result = if is_attribute {
            push_attribute(text, &mut out)
        } else {
            push_text(text, &mut out)
        };
        result.ok().map(|()| String::from_utf8(out).unwrap())
    }

    #[test]
    fn each_place_escapes_what_it_must() {
        let text = "a<b>&\"'\t\n\rä\u{FFFD}\u{FEFF}";
        assert_eq!(
            escaped(text, false).unwrap(),
            "a&lt;b&gt;&amp;\"'\t\n&#13;ä\u{FFFD}\u{FEFF}"
        );
        assert_eq!(
            escaped(text, true).unwrap(),
            "a&lt;b&gt;&amp;&quot;'&#9;&#10;&#13;ä\u{FFFD}\u{FEFF}"
        );
    }

    proptest! {
        #[test]
        fn characters_that_xml_does_not_allow_are_refused(text in any::<String>()) {
            let is_fine = text.chars().all(is_allowed);
            prop_assert_eq!(escaped(&text, false).is_some(), is_fine);
            prop_assert_eq!(escaped(&text, true).is_some(), is_fine);
        }
    }
}
