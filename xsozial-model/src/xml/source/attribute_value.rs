//! Normalisation of attribute values (XML 1.0, section 3.3.3).

use super::{characters::is_space, references::resolve};
use crate::xml::octets;
use xsozial_schema::{Code, Fault};

/// The first byte that may not be copied as it is: a line end, a tab, `&` or `<`.
#[inline]
fn special(text: &str) -> Option<usize> {
    octets::position(
        text.as_bytes(),
        |word| octets::below(word, b' ') | octets::equal(word, b'&') | octets::equal(word, b'<'),
        |byte| byte < b' ' || matches!(byte, b'&' | b'<'),
    )
}

/// Appends the normalised value to `out`, if it differs from `raw`, and says so. The error has its place in `raw`.
pub(super) fn normalise(raw: &str, out: &mut String) -> Result<bool, (Fault, usize)> {
    if special(raw).is_none() {
        return Ok(false);
    }
    let mut rest = raw;
    while let Some(length) = special(rest) {
        out.push_str(&rest[..length]);
        let place = raw.len() - rest.len() + length;
        rest = &rest[length..];
        match rest.as_bytes() {
            [b'<', ..] => {
                return Err((
                    Fault::because(
                        Code::NotXml,
                        (
                            "der Wert eines Attributs enthält ein Kleiner-Zeichen",
                            "an attribute's value holds a less-than sign",
                        ),
                    ),
                    place,
                ));
            }
            [b'&', ..] => {
                let Some(end) = rest.find(';') else {
                    return Err((
                        Fault::because(
                            Code::NotXml,
                            (
                                "auf ein kaufmännisches Und folgt kein Verweis",
                                "an ampersand begins no reference",
                            ),
                        ),
                        place,
                    ));
                };
                out.push(resolve(&rest[1..end]).map_err(|code| (Fault::new(code), place))?);
                rest = &rest[end + 1..];
            }
            [b'\r', b'\n', ..] => {
                out.push(' ');
                rest = &rest[2..];
            }
            [byte, ..] if is_space(*byte) => {
                out.push(' ');
                rest = &rest[1..];
            }
            _ => break,
        }
    }
    out.push_str(rest);
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normalised(raw: &str) -> Result<String, (Code, usize)> {
        let mut out = String::new();
        match normalise(raw, &mut out) {
            Ok(true) => Ok(out),
            Ok(false) => Ok(raw.to_owned()),
            Err((fault, place)) => Err((fault.code, place)),
        }
    }

    #[test]
    fn white_space_becomes_spaces_and_references_are_kept() {
        assert_eq!(normalised("a b").unwrap(), "a b");
        assert_eq!(normalised("a\r\nb\tc\nd\re").unwrap(), "a b c d e");
        assert_eq!(normalised("&#10;&#xD;&amp;&lt;ä").unwrap(), "\n\r&<ä");
    }

    #[test]
    fn what_is_not_allowed_is_refused_at_its_place() {
        assert_eq!(normalised("a<b"), Err((Code::NotXml, 1)));
        assert_eq!(normalised("a&b"), Err((Code::NotXml, 1)));
        assert_eq!(normalised("\n&foo;"), Err((Code::Entity, 1)));
        assert_eq!(normalised("&#0;"), Err((Code::Character, 0)));
    }
}
