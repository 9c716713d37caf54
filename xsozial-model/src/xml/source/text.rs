//! Text as XML defines it: line ends become line feeds (XML 1.0, section 2.11).

/// Appends text with its line ends normalised.
pub(super) fn push_normalised(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(place) = memchr::memchr(b'\r', rest.as_bytes()) {
        out.push_str(&rest[..place]);
        out.push('\n');
        rest = &rest[place + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    out.push_str(rest);
}

/// The place of `]]>`, which must not stand in text (XML 1.0, production 14).
#[inline]
pub(super) fn find_cdata_end(text: &str) -> Option<usize> {
    memchr::memchr_iter(b'>', text.as_bytes())
        .find(|&place| text.as_bytes()[..place].ends_with(b"]]"))
        .map(|place| place - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_line_feeds() {
        let mut out = String::new();
        push_normalised("a\r\nb\rc\n\r\r\nd", &mut out);
        assert_eq!(out, "a\nb\nc\n\n\nd");
    }

    #[test]
    fn the_end_of_a_cdata_section_is_found_in_text() {
        assert_eq!(find_cdata_end("a>b]>c]]d"), None);
        assert_eq!(find_cdata_end("a>]]>"), Some(2));
    }
}
