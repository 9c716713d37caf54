//! Lines of a document, read again where a finding is about them.

use crate::format::{SourceLine, printable};
use std::io::{Read, Seek, SeekFrom};

/// How many bytes are read on either side of a place.
const REACH: u64 = 400;
/// How many characters are shown before the place, and behind it.
const SHOWN: usize = 60;
/// How much of the document is searched for its XML declaration.
const HEAD: u64 = 512;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Lines of a UTF-8 document.
pub(crate) struct SourceLines<D> {
    document: D,
    /// Length of the byte order mark, which offsets do not count.
    mark: u64,
}

impl<D: Read + Seek> SourceLines<D> {
    /// The lines of a document; `None` when its encoding is not UTF-8.
    pub(crate) fn of(mut document: D) -> Option<Self> {
        document.seek(SeekFrom::Start(0)).ok()?;
        let mut head = Vec::new();
        (&mut document).take(HEAD).read_to_end(&mut head).ok()?;
        let rest = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&head);
        if !is_utf8(rest) {
            return None;
        }
        let mark = if rest.len() < head.len() { 3 } else { 0 };
        Some(Self { document, mark })
    }

    /// The line with the byte at this offset; `None` when it cannot be read or is not UTF-8.
    pub(crate) fn at(&mut self, offset: u64) -> Option<SourceLine> {
        let begin = offset.saturating_sub(REACH);
        self.document
            .seek(SeekFrom::Start(begin.checked_add(self.mark)?))
            .ok()?;
        let mut bytes = Vec::new();
        (&mut self.document).take(2 * REACH).read_to_end(&mut bytes).ok()?;
        let place = usize::try_from(offset - begin).ok()?;
        let (before, behind) = bytes.split_at_checked(place)?;
        let line_start = before
            .iter()
            .rposition(|&byte| is_line_end(byte))
            .map_or(0, |end| end + 1);
        let line_end = behind
            .iter()
            .position(|&byte| is_line_end(byte))
            .unwrap_or(behind.len());
        shown(
            whole_characters(&before[line_start..])?,
            whole_characters(&behind[..line_end])?,
        )
    }
}

/// Puts the two halves of a line together, leaving out its indentation and what is far from the place.
fn shown(before: &str, behind: &str) -> Option<SourceLine> {
    let before = before.trim_start();
    let skipped = before.chars().count().saturating_sub(SHOWN);
    let mut text: String = if skipped > 0 { "…".to_owned() } else { String::new() };
    text.extend(before.chars().skip(skipped));
    let place = text.chars().count();
    text.extend(behind.chars().take(SHOWN));
    if behind.chars().count() > SHOWN {
        text.push('…');
    }
    (!text.is_empty()).then(|| SourceLine {
        text: printable(text.trim_end()).into_owned(),
        before: place,
    })
}

/// The text of these bytes, without a character that was cut in half at either end.
fn whole_characters(bytes: &[u8]) -> Option<&str> {
    let cut = bytes.iter().take(3).take_while(|&&byte| byte & 0xC0 == 0x80).count();
    let bytes = &bytes[cut..];
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok(),
        Err(_) => None,
    }
}

const fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether the beginning of a document allows that it is UTF-8: no mark of UTF-16, and no other encoding declared.
fn is_utf8(head: &[u8]) -> bool {
    if matches!(
        head,
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [b'<', 0, ..] | [0, b'<', ..]
    ) {
        return false;
    }
    declared_encoding(head).is_none_or(|label| {
        ["utf-8", "utf8", "us-ascii", "ascii"]
            .iter()
            .any(|known| label.eq_ignore_ascii_case(known.as_bytes()))
    })
}

fn declared_encoding(head: &[u8]) -> Option<&[u8]> {
    let declaration = head.strip_prefix(b"<?xml")?;
    let declaration = &declaration[..find(declaration, b"?>")?];
    let rest = &declaration[find(declaration, b"encoding")? + b"encoding".len()..];
    let rest = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = rest.split_first()?;
    rest.split(|byte| byte == quote).next()
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn line(document: &[u8], offset: u64) -> Option<(String, usize)> {
        let line = SourceLines::of(Cursor::new(document))?.at(offset)?;
        Some((line.text, line.before))
    }

    #[test]
    fn the_line_is_cut_out_and_the_place_counted_in_characters() {
        let document = "<a>\r\n  <größe>ä</größe>\r\n</a>";
        let offset = document.find("ä<").unwrap() as u64;
        assert_eq!(
            line(document.as_bytes(), offset),
            Some(("<größe>ä</größe>".to_owned(), 7))
        );
        assert_eq!(line(document.as_bytes(), 0), Some(("<a>".to_owned(), 0)));
    }

    #[test]
    fn a_byte_order_mark_is_not_counted() {
        assert_eq!(
            line("\u{FEFF}<a>\n<b/></a>".as_bytes(), 4),
            Some(("<b/></a>".to_owned(), 0))
        );
    }

    #[test]
    fn of_a_long_line_only_the_neighbourhood_is_shown() {
        let document = format!("<a>{}<b/>{}</a>", "ä".repeat(3_000), "ö".repeat(3_000));
        let (text, before) = line(document.as_bytes(), document.find("<b/>").unwrap() as u64).unwrap();
        assert_eq!(text.chars().count(), 2 * SHOWN + 2);
        assert_eq!(text.chars().nth(before), Some('<'));
        assert!(text.starts_with("…ä") && text.ends_with("ö…"));
    }

    #[test]
    fn every_place_of_every_document_is_survived() {
        let document = "<a>\tä€𝄞\n\u{1}</a>\r\r".repeat(40);
        for offset in 0..document.len() as u64 + 3 {
            let _ = line(document.as_bytes(), offset);
        }
        assert_eq!(line(document.as_bytes(), u64::MAX), None);
        assert_eq!(line(b"<a>\xC3\x28</a>", 0), None);
    }

    #[test]
    fn other_encodings_show_no_line() {
        for document in [
            &b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>"[..],
            b"<?xml version=\"1.0\" encoding = \"UTF-16\" ?><a/>",
            b"\xFF\xFE<\0a\0/\0>\0",
            b"<\0a\0/\0>\0",
        ] {
            assert_eq!(line(document, 0), None);
        }
        assert!(line(b"<?xml version='1.0' encoding='utf-8'?><a/>", 0).is_some());
    }

    #[test]
    fn control_characters_are_not_shown() {
        assert_eq!(line(b"<a>\x1B[2J</a>", 0), Some(("<a>\u{FFFD}[2J</a>".to_owned(), 0)));
    }
}
