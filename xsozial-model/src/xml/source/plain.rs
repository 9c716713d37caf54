//! Tags and text in their plain form.
//!
//! Nearly all of a document is start tags, end tags that repeat a name to the letter, text, and short references. They are
//! recognised here, in text that is known to be UTF-8; everything else is left to quick-xml, and so is everything that is
//! wrong. Measured on a message of 195 KB, quick-xml's event for each of them (which validates its bytes again and keeps a
//! copy of each open name) took 29 % of strict typed reading from memory; streams became three times as fast.

use super::{
    characters::is_space,
    tokens::{Found, TokenKind},
};
use crate::xml::octets;

/// What begins at `start`, if it has the plain form. `open` is the name of the innermost open element.
#[inline]
pub(super) fn plain(document: &[u8], start: usize, open: Option<&[u8]>) -> Option<Found> {
    let rest = document.get(start..)?;
    let (kind, length) = match rest {
        [b'<', b'/', ..] => (TokenKind::End, end_tag(rest, open?)?),
        [b'<', b'!' | b'?', ..] | [b'<'] | [] => return None,
        [b'<', ..] => return start_tag(document, start),
        [b'&', ..] => (TokenKind::Reference, reference(rest)?),
        _ => {
            let length = memchr::memchr2(b'<', b'&', rest).unwrap_or(rest.len());
            (TokenKind::Text, length)
        }
    };
    Some(Found {
        kind,
        end: start + length,
        name_length: 0,
    })
}

#[inline]
fn end_tag(rest: &[u8], open: &[u8]) -> Option<usize> {
    let behind = rest[2..].strip_prefix(open)?;
    behind.starts_with(b">").then(|| open.len() + 3)
}

/// A reference that is short and holds ASCII letters and digits alone.
fn reference(rest: &[u8]) -> Option<usize> {
    const LONGEST: usize = 10;
    let length = rest.iter().take(LONGEST).position(|&byte| byte == b';')?;
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    (length > 1 && rest[1..length].iter().all(is_plain)).then_some(length + 1)
}

#[inline]
fn start_tag(document: &[u8], start: usize) -> Option<Found> {
    let name_start = start + 1;
    let name_end = name_start + name_length(&document[name_start..])?;
    let bracket = match document[name_end] {
        b'>' => name_end,
        byte if is_space(byte) => closing_bracket(document, name_end)?,
        _ => return None,
    };
    let is_empty = document[bracket - 1] == b'/' && bracket - 1 > start;
    let name_end = if is_empty { name_end.min(bracket - 1) } else { name_end };
    Some(Found {
        kind: if is_empty { TokenKind::Empty } else { TokenKind::Start },
        end: bracket + 1,
        name_length: name_end - name_start,
    })
}

/// How many bytes there are before the first that cannot be part of a name: `>`, or one up to the apostrophe.
#[inline]
fn name_length(bytes: &[u8]) -> Option<usize> {
    octets::position(
        bytes,
        |word| octets::below(word, b'\'' + 1) | octets::equal(word, b'>'),
        |byte| byte <= b'\'' || byte == b'>',
    )
}

/// The first `>` that stands in no attribute value.
fn closing_bracket(document: &[u8], mut place: usize) -> Option<usize> {
    loop {
        place += memchr::memchr3(b'>', b'"', b'\'', &document[place..])?;
        let quote = match document[place] {
            b'>' => return Some(place),
            quote => quote,
        };
        place += 1;
        place += memchr::memchr(quote, &document[place..])? + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, TokenKind, name_length, plain};
    use proptest::prelude::*;

    fn found(kind: TokenKind, end: usize, name_length: usize) -> Found {
        Found { kind, end, name_length }
    }

    #[test]
    fn plain_forms_are_recognised() {
        use TokenKind::{Empty, End, Reference, Start, Text};
        assert_eq!(plain(b"<a>x", 0, None), Some(found(Start, 3, 1)));
        assert_eq!(plain(b"..<a:b c='>' d=\"'\">x", 2, None), Some(found(Start, 19, 3)));
        assert_eq!(plain(b"<a/>", 0, None), Some(found(Empty, 4, 1)));
        assert_eq!(plain(b"<a b='1'/>", 0, None), Some(found(Empty, 10, 1)));
        assert_eq!(plain(b"</a>", 0, Some(b"a")), Some(found(End, 4, 0)));
        assert_eq!(plain(b"text<", 0, None), Some(found(Text, 4, 0)));
        assert_eq!(plain(b"te&amp;", 0, None), Some(found(Text, 2, 0)));
        assert_eq!(plain(b"text", 0, None), Some(found(Text, 4, 0)));
        assert_eq!(plain(b"&amp;x;", 0, None), Some(found(Reference, 5, 0)));
        assert_eq!(plain(b"&#xE4;", 0, None), Some(found(Reference, 6, 0)));
    }

    #[test]
    fn everything_else_is_left_alone() {
        for (document, open) in [
            (&b""[..], None),
            (b"<", None),
            (b"<a", None),
            (b"<a b='", None),
            (b"<a'b>", None),
            (b"<!-- -->", None),
            (b"<?pi?>", None),
            (b"&;", None),
            (b"&amp", None),
            (b"&a b;", None),
            (b"&#000000000000000000228;", None),
            (b"</a>", None),
            (b"</a >", Some(&b"a"[..])),
            (b"</ab>", Some(b"a")),
            (b"</a", Some(b"a")),
        ] {
            assert_eq!(plain(document, 0, open), None, "{}", String::from_utf8_lossy(document));
        }
    }

    proptest! {
        #[test]
        fn names_end_at_the_first_byte_that_is_none(bytes in prop::collection::vec(prop_oneof![b'a'..=b'z', any::<u8>(), 0x80u8..], 0..40)) {
            let first = bytes.iter().position(|&byte| byte <= b'\'' || byte == b'>');
            prop_assert_eq!(name_length(&bytes), first);
        }
    }
}
