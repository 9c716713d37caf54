//! `xs:anyURI` (part 2, section 3.2.17) and `xs:language` (section 3.3.3).

/// Whether it may be a URI reference. XML Schema 1.0 allows nearly every text, since disallowed characters count as
/// escaped. Refused is only what no processor takes: a `%` without two hexadecimal digits, a second `#`, and a first
/// segment that ends in a colon without being a scheme.
pub fn is_any_uri(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut fragments, mut in_first_segment) = (0, true);
    for (place, &byte) in bytes.iter().enumerate() {
        match byte {
            b':' if in_first_segment && !is_scheme(&bytes[..place]) => return false,
            b':' | b'/' | b'?' => in_first_segment = false,
            b'#' => {
                in_first_segment = false;
                fragments += 1;
            }
            b'%' if !is_escape(&bytes[place..]) => return false,
            _ => {}
        }
    }
    fragments <= 1
}

/// Whether the text begins with a whole escape.
const fn is_escape(bytes: &[u8]) -> bool {
    matches!(bytes, [b'%', first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit())
}

fn is_scheme(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// Whether it has the form of a language tag: up to eight letters, then parts of up to eight letters and digits.
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_short = |part: &str| (1..=8).contains(&part.len());
    parts
        .next()
        .is_some_and(|first| is_short(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && parts.all(|part| is_short(part) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_every_text_is_a_uri() {
        for fine in [
            "",
            "a b",
            "urn:xoev-de:liste",
            "../a/b:c",
            "http://ä.example/%20?q#f",
            "#",
            "{x}",
            "?a:b",
            "http:",
        ] {
            assert!(is_any_uri(fine), "{fine}");
        }
        for wrong in ["%", "a%2", "%zz", "%é0", "a#b#c", ":a", "1a:b", "a b:c"] {
            assert!(!is_any_uri(wrong), "{wrong}");
        }
    }

    #[test]
    fn language_tags_have_short_parts() {
        for fine in ["de", "de-DE", "x-klingon-1", "abcdefgh-12345678"] {
            assert!(is_language(fine), "{fine}");
        }
        for wrong in ["", "d1", "de_DE", "de-", "-de", "abcdefghi", "de-123456789", "dé"] {
            assert!(!is_language(wrong), "{wrong}");
        }
    }
}
