//! Bytes of schema documents and code lists → text.
//!
//! Source: Extensible Markup Language 1.0, section 4.3.3 and appendix F (autodetection of encodings).

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// How far the XML declaration is searched for; a longer one is no XML declaration.
const DECLARATION_LIMIT: usize = 512;

/// Why bytes could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The XML declaration names an encoding that is not supported.
    #[error("the XML declaration names the encoding `{label}`, which is not supported; save the file as UTF-8")]
    UnknownEncoding {
        /// The name, cut after 40 characters.
        label: String,
    },
    /// The bytes break the rules of their encoding.
    #[error("line {line}: the bytes are not {encoding}, as the byte order mark or the XML declaration says{}",
        if *declared { "" } else { " (UTF-8 where both are silent)" })]
    Malformed {
        /// The encoding's name.
        encoding: &'static str,
        /// Whether a byte order mark or declaration names it.
        declared: bool,
        /// Line of the first wrong byte, counted from 1; 0 when it is not known.
        line: usize,
    },
}

/// The text of an XML document without byte order mark; its XML declaration stays and no longer tells the encoding.
///
/// A byte order mark outranks the XML declaration; without both the document is UTF-8. Text that is valid UTF-8 is
/// borrowed. Besides UTF-8, UTF-16 (both byte orders, with and without mark), ISO-8859-1 and Windows-1252, every
/// encoding that `encoding_rs` knows is read.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, DecodeError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..], true);
    }
    match bytes {
        [b'<', 0, ..] => return decode_as(UTF_16LE, bytes, true),
        [0, b'<', ..] => return decode_as(UTF_16BE, bytes, true),
        _ => {}
    }
    let Some(label) = declared_label(bytes) else {
        return decode_as(UTF_8, bytes, false);
    };
    if is_latin1(label) {
        // `encoding_rs` reads the label as Windows-1252, as browsers do; the two differ in 0x80 to 0x9F.
        return Ok(encoding_rs::mem::decode_latin1(bytes));
    }
    match Encoding::for_label(label) {
        // The declaration itself was readable byte for byte, so the document cannot be UTF-16: it was converted and its
        // declaration forgotten. If it is not UTF-8 after all, that is an error.
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => decode_as(UTF_8, bytes, false),
        // Everything in ASCII is UTF-8; `encoding_rs` would read the label as Windows-1252.
        Some(_) if label.eq_ignore_ascii_case(b"us-ascii") || label.eq_ignore_ascii_case(b"ascii") => {
            decode_as(UTF_8, bytes, false)
        }
        Some(encoding) => decode_as(encoding, bytes, true),
        None => Err(DecodeError::UnknownEncoding {
            label: String::from_utf8_lossy(label).chars().take(40).collect(),
        }),
    }
}

fn is_latin1(label: &[u8]) -> bool {
    ["iso-8859-1", "iso_8859-1", "iso8859-1", "latin1", "l1"]
        .iter()
        .any(|name| label.eq_ignore_ascii_case(name.as_bytes()))
}

fn decode_as<'a>(encoding: &'static Encoding, bytes: &'a [u8], declared: bool) -> Result<Cow<'a, str>, DecodeError> {
    let malformed = |line| DecodeError::Malformed {
        encoding: encoding.name(),
        declared,
        line,
    };
    if encoding == UTF_8 {
        return std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            malformed(1 + memchr::memchr_iter(b'\n', before).count())
        });
    }
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| malformed(0))
}

/// The encoding's name in the XML declaration of a document whose ASCII characters are single bytes.
fn declared_label(bytes: &[u8]) -> Option<&[u8]> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let rest = &rest[..rest.len().min(DECLARATION_LIMIT)];
    let end = memchr::memmem::find(rest, b"?>")?;
    let place = memchr::memmem::find(&rest[..end], b"encoding")?;
    let rest = rest[place + b"encoding".len()..end].trim_ascii_start();
    let rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let (&quote, rest) = rest.split_first()?;
    let end = rest.iter().position(|&byte| byte == quote)?;
    (quote == b'"' || quote == b'\'').then_some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = if mark { "\u{FEFF}" } else { "" };
        mark.encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn utf8_is_borrowed_and_its_mark_removed() {
        assert!(matches!(decode("<ä/>".as_bytes()), Ok(Cow::Borrowed("<ä/>"))));
        assert!(matches!(decode("\u{FEFF}<ä/>".as_bytes()), Ok(Cow::Borrowed("<ä/>"))));
        assert_eq!(decode(b"").unwrap(), "");
    }

    #[test]
    fn utf16_is_read_in_both_orders_with_and_without_mark() {
        let text = "<?xml version='1.0' encoding='UTF-16'?><größe>𝄞</größe>";
        for mark in [true, false] {
            assert_eq!(decode(&utf16(text, mark, u16::to_le_bytes)).unwrap(), text);
            assert_eq!(decode(&utf16(text, mark, u16::to_be_bytes)).unwrap(), text);
        }
    }

    #[test]
    fn iso_8859_1_and_windows_1252_differ_in_the_euro_sign() {
        let latin1 = b"<?xml version=\"1.0\" encoding = \"ISO-8859-1\"?><a>\xE4\x80</a>";
        assert!(decode(latin1).unwrap().ends_with("<a>ä\u{80}</a>"));
        let windows = b"<?xml version='1.0' encoding='windows-1252'?><a>\xE4\x80</a>";
        assert!(decode(windows).unwrap().ends_with("<a>ä€</a>"));
    }

    #[test]
    fn a_forgotten_utf16_declaration_does_not_hide_utf8() {
        let text = "<?xml version='1.0' encoding='UTF-16'?><größe/>";
        assert_eq!(decode(text.as_bytes()).unwrap(), text);
    }

    #[test]
    fn a_mark_outranks_the_declaration() {
        let text = "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><ä/>";
        assert!(decode(text.as_bytes()).unwrap().ends_with("<ä/>"));
    }

    #[test]
    fn wrong_bytes_are_named_with_their_line() {
        let error = decode(b"<a>\n\n\xE4</a>").unwrap_err();
        assert_eq!(
            error,
            DecodeError::Malformed {
                encoding: "UTF-8",
                declared: false,
                line: 3
            }
        );
        assert!(error.to_string().starts_with("line 3: "));
        assert!(decode(&[0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00]).is_err());
    }

    #[test]
    fn an_unknown_encoding_is_named() {
        let error = decode(b"<?xml version='1.0' encoding='EBCDIC-DE'?><a/>").unwrap_err();
        assert!(error.to_string().contains("EBCDIC-DE"));
    }

    #[test]
    fn half_a_declaration_is_no_declaration() {
        for text in [
            "<?xml",
            "<?xml ?>",
            "<?xml encoding?>",
            "<?xml encoding=?>",
            "<?xml encoding='x?>",
        ] {
            assert_eq!(decode(text.as_bytes()).unwrap(), text);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn any_text_survives_utf16(text in "<[^\0]{0,40}") {
            let bytes = utf16(&text, true, u16::to_le_bytes);
            prop_assert_eq!(decode(&bytes).unwrap(), text);
        }
    }
}
