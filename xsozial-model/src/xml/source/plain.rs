//! Tags and text in their plain form.
//!
//! Nearly all of a document is start tags, end tags that repeat a name to the letter, and text. They are recognised
//! here, in text that is known to be UTF-8; everything else is left to quick-xml, and so is everything that is wrong.
//! Measured on a message of 195 KB, quick-xml's event for each of them (which validates its bytes again and keeps a copy
//! of each open name) took 29 % of strict typed reading.

use std::ops::Range;

/// A tag or text in its plain form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    /// A start tag that ends here; where its name is, and whether it is that of an empty element.
    Start {
        end: usize,
        name: Range<usize>,
        is_empty: bool,
    },
    /// The end tag of this name, which ends here.
    End(usize),
    /// Text up to here.
    Text(usize),
}

/// What begins at `start`, if it has the plain form. `open` is the name of the innermost open element.
#[inline]
pub(super) fn plain(document: &[u8], start: usize, open: Option<&[u8]>) -> Option<Plain> {
    let rest = document.get(start..)?;
    match rest {
        [b'<', b'/', ..] => end_tag(rest, open?).map(|length| Plain::End(start + length)),
        [b'<', b'!' | b'?', ..] | [b'<'] | [b'&', ..] | [] => None,
        [b'<', ..] => start_tag(document, start),
        _ => {
            let length = memchr::memchr2(b'<', b'&', rest).unwrap_or(rest.len());
            Some(Plain::Text(start + length))
        }
    }
}

#[inline]
fn end_tag(rest: &[u8], open: &[u8]) -> Option<usize> {
    let behind = rest[2..].strip_prefix(open)?;
    behind.starts_with(b">").then(|| open.len() + 3)
}

#[inline]
fn start_tag(document: &[u8], start: usize) -> Option<Plain> {
    let name_start = start + 1;
    let ends_name = |&byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'>' | b'"' | b'\'');
    let length = document[name_start..].iter().position(ends_name)?;
    let name_end = name_start + length;
    let bracket = match document[name_end] {
        b'>' => name_end,
        b'"' | b'\'' => return None,
        _ => closing_bracket(document, name_end)?,
    };
    let is_empty = document[bracket - 1] == b'/' && bracket - 1 > start;
    let name_end = if is_empty { name_end.min(bracket - 1) } else { name_end };
    Some(Plain::Start {
        end: bracket + 1,
        name: name_start..name_end,
        is_empty,
    })
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
    use super::{Plain, plain};

    fn start(end: usize, name: std::ops::Range<usize>, is_empty: bool) -> Plain {
        Plain::Start { end, name, is_empty }
    }

    #[test]
    fn plain_forms_are_recognised() {
        assert_eq!(plain(b"<a>x", 0, None), Some(start(3, 1..2, false)));
        assert_eq!(plain(b"..<a:b c='>' d=\"'\">x", 2, None), Some(start(19, 3..6, false)));
        assert_eq!(plain(b"<a/>", 0, None), Some(start(4, 1..2, true)));
        assert_eq!(plain(b"<a b='1'/>", 0, None), Some(start(10, 1..2, true)));
        assert_eq!(plain(b"</a>", 0, Some(b"a")), Some(Plain::End(4)));
        assert_eq!(plain(b"text<", 0, None), Some(Plain::Text(4)));
        assert_eq!(plain(b"te&amp;", 0, None), Some(Plain::Text(2)));
        assert_eq!(plain(b"text", 0, None), Some(Plain::Text(4)));
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
            (b"&amp;", None),
            (b"</a>", None),
            (b"</a >", Some(&b"a"[..])),
            (b"</ab>", Some(b"a")),
            (b"</a", Some(b"a")),
        ] {
            assert_eq!(plain(document, 0, open), None, "{}", String::from_utf8_lossy(document));
        }
    }
}
