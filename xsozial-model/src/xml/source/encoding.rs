//! Which encoding a document has (XML 1.0, section 4.3.3 and appendix F).

use super::{
    characters::is_space,
    convert::{Converter, CutCharacter},
};

/// The encodings that documents may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, or ASCII as a part of it.
    Utf8,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// ISO-8859-1
    Latin1,
    /// Windows-1252
    Windows1252,
}

/// The most bytes that an XML declaration may have, so that its end is found.
pub(super) const LONGEST_DECLARATION: usize = 1024;

/// What the first bytes say.
pub(super) struct Detected {
    /// The encoding; `None` if the declaration names one that is not known.
    pub(super) encoding: Option<Encoding>,
    /// Length of the byte order mark.
    pub(super) mark: usize,
}

impl Encoding {
    /// The encoding that a declaration names. `UTF-16` fits both byte orders.
    pub(super) fn names(label: &str) -> &'static [Self] {
        let label = label.to_ascii_lowercase();
        match label.as_str() {
            // ASCII is a part of UTF-8.
            "utf-8" | "utf8" | "us-ascii" | "ascii" => &[Self::Utf8],
            "utf-16" | "utf16" => &[Self::Utf16Le, Self::Utf16Be],
            "utf-16le" => &[Self::Utf16Le],
            "utf-16be" => &[Self::Utf16Be],
            "iso-8859-1" | "iso_8859-1" | "iso8859-1" | "latin1" | "latin-1" | "l1" => &[Self::Latin1],
            "windows-1252" | "cp1252" | "cp-1252" => &[Self::Windows1252],
            _ => &[],
        }
    }

    /// Reads the encoding off the first bytes: all of them, or at least [`LONGEST_DECLARATION`].
    pub(super) fn detect(head: &[u8]) -> Detected {
        let (encoding, mark) = match head {
            [0xEF, 0xBB, 0xBF, ..] => (Self::Utf8, 3),
            [0xFF, 0xFE, ..] => (Self::Utf16Le, 2),
            [0xFE, 0xFF, ..] => (Self::Utf16Be, 2),
            [b'<', 0, _, 0, ..] => (Self::Utf16Le, 0),
            [0, b'<', 0, _, ..] => (Self::Utf16Be, 0),
            _ => {
                let encoding = match declared(head) {
                    None => Some(Self::Utf8),
                    // What could be read byte by byte is not UTF-16.
                    Some(label) => Self::names(&label)
                        .first()
                        .copied()
                        .filter(|encoding| !matches!(encoding, Self::Utf16Le | Self::Utf16Be)),
                };
                return Detected { encoding, mark: 0 };
            }
        };
        Detected {
            encoding: Some(encoding),
            mark,
        }
    }

    /// Whether the head is long enough for [`detect`](Self::detect).
    pub(super) fn is_head_complete(head: &[u8]) -> bool {
        let could_be_declaration = b"<?xml".iter().zip(head).all(|(expected, byte)| expected == byte);
        head.len() >= LONGEST_DECLARATION
            || (head.len() >= 4 && !could_be_declaration)
            || memchr::memmem::find(head, b"?>").is_some()
    }

    /// A converter to UTF-8.
    pub(super) fn converter(self) -> Converter {
        let encoding = match self {
            Self::Utf8 => return Converter::Utf8(CutCharacter::default()),
            Self::Latin1 => return Converter::Latin1,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        };
        Converter::Other(encoding.new_decoder_without_bom_handling())
    }
}

/// The label in the XML declaration of a document in an encoding that agrees with ASCII.
fn declared(head: &[u8]) -> Option<String> {
    let rest = head.strip_prefix(b"<?xml")?;
    let end = memchr::memmem::find(rest, b"?>")?;
    let rest = &rest[..end];
    let place = memchr::memmem::find(rest, b"encoding")?;
    let rest = rest[place + b"encoding".len()..].trim_ascii_start();
    let rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let (&quote, rest) = rest.split_first()?;
    let end = rest.iter().position(|&byte| byte == quote)?;
    Some(String::from_utf8_lossy(&rest[..end]).into_owned())
}

/// A part of the XML declaration: the next `name="value"` and what is behind it.
pub(super) fn declaration_part(text: &str) -> Option<(&str, &str, &str)> {
    let trimmed = text.trim_start_matches(|character: char| character.is_ascii() && is_space(character as u8));
    if trimmed.len() == text.len() {
        return None;
    }
    let (name, rest) = trimmed.split_once('=')?;
    let rest = rest.trim_ascii_start();
    let quote = rest
        .chars()
        .next()
        .filter(|character| matches!(character, '"' | '\''))?;
    let (value, rest) = rest[1..].split_once(quote)?;
    Some((name.trim_ascii_end(), value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell_the_encoding() {
        let of = |head: &[u8]| Encoding::detect(head).encoding;
        assert_eq!(of(b""), Some(Encoding::Utf8));
        assert_eq!(of(b"<a/>"), Some(Encoding::Utf8));
        assert_eq!(of(b"\xEF\xBB\xBF<a/>"), Some(Encoding::Utf8));
        assert_eq!(of(b"\xFF\xFE<\0"), Some(Encoding::Utf16Le));
        assert_eq!(of(b"\0<\0?"), Some(Encoding::Utf16Be));
        assert_eq!(
            of(b"<?xml version='1.0' encoding = 'ISO-8859-1'?>"),
            Some(Encoding::Latin1)
        );
        assert_eq!(
            of(b"<?xml version=\"1.0\" encoding=\"windows-1252\"?>"),
            Some(Encoding::Windows1252)
        );
        assert_eq!(of(b"<?xml version=\"1.0\" encoding=\"EBCDIC\"?>"), None);
    }

    #[test]
    fn a_head_is_complete_once_the_declaration_has_ended() {
        assert!(!Encoding::is_head_complete(b"<?x"));
        assert!(!Encoding::is_head_complete(b"<?xml version"));
        assert!(Encoding::is_head_complete(b"<?xml version='1.0'?>"));
        assert!(Encoding::is_head_complete(b"<abc"));
    }

    #[test]
    fn parts_of_a_declaration_need_white_space_before_them() {
        assert_eq!(declaration_part(" a = 'b' c"), Some(("a", "b", " c")));
        assert_eq!(declaration_part("a='b'"), None);
        assert_eq!(declaration_part(" a=b"), None);
    }
}
