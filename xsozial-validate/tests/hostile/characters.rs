//! Encodings and characters.

use crate::{assert_valid, list, single, single_code};

const DOCUMENT: &str =
    "<?xml version='1.0' encoding='NAME'?>\n<liste xmlns='urn:example:feindlich'><text>äöü€</text></liste>";

fn utf16(text: &str, has_mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = has_mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn bytes_that_are_no_utf8_are_refused_where_they_stand() {
    for bytes in [&b"\xFF"[..], b"\xC3", b"\xED\xA0\x80", b"\xC0\x80", b"\xF5\x80\x80\x80"] {
        let document = [
            b"<liste xmlns='urn:example:feindlich'>\n<text>\xC3\xA4",
            bytes,
            b"</text></liste>",
        ]
        .concat();
        assert_eq!(single(&document), "XD0004 2:8", "{bytes:?}");
    }
}

#[test]
fn characters_that_xml_does_not_know_are_refused_where_they_stand() {
    for text in ["\0", "\u{1}", "\u{FFFE}"] {
        assert_eq!(single(&list(&format!("\n<text>ab{text}</text>"))), "XD0009 2:9");
        assert_eq!(single(&list(&format!("\n<stelle id='{text}'/>"))), "XD0009 2:13");
    }
    assert_eq!(single_code(&list("<text>&#0;</text>")), "XD0009");
    assert_eq!(single_code(&list("<text>&#xD800;</text>")), "XD0009");
    assert_eq!(single_code(&list("<text>&#99999999999999999999;</text>")), "XD0009");
    assert_eq!(single_code(b"\0"), "XD0009");
}

#[test]
fn documents_in_other_encodings_are_read() {
    let utf8 = DOCUMENT.replace("NAME", "UTF-8");
    assert_valid(utf8.as_bytes());
    assert_valid(&["\u{FEFF}".as_bytes(), utf8.as_bytes()].concat());
    let text = DOCUMENT.replace("NAME", "UTF-16");
    for has_mark in [true, false] {
        assert_valid(&utf16(&text, has_mark, u16::to_le_bytes));
        assert_valid(&utf16(&text, has_mark, u16::to_be_bytes));
    }
    let latin: Vec<u8> = DOCUMENT
        .replace("NAME", "ISO-8859-1")
        .chars()
        .map(|character| u8::try_from(u32::from(character)).unwrap_or(b'?'))
        .collect();
    assert_valid(&latin);
}

#[test]
fn a_declaration_that_lies_is_refused() {
    for name in ["UTF-16", "EBCDIC", ""] {
        assert_eq!(
            single_code(DOCUMENT.replace("NAME", name).as_bytes()),
            "XD0004",
            "{name}"
        );
    }
    let marked = ["\u{FEFF}", &DOCUMENT.replace("NAME", "ISO-8859-1")].concat();
    assert_eq!(single_code(marked.as_bytes()), "XD0004");
    let text = DOCUMENT.replace("NAME", "UTF-8");
    assert_eq!(single_code(&utf16(&text, true, u16::to_le_bytes)), "XD0004");
    // Half a surrogate pair, and half a code unit.
    let mut lone = utf16("<liste xmlns='urn:example:feindlich'><text>", true, u16::to_le_bytes);
    lone.extend([0x00, 0xD8, b'<', 0]);
    assert_eq!(single_code(&lone), "XD0004");
    assert_eq!(single_code(&[&b"\xFF\xFE"[..], b"<\0l"].concat()), "XD0004");
}

#[test]
fn there_is_one_byte_order_mark() {
    let document = ["\u{FEFF}\u{FEFF}".as_bytes(), &list("")].concat();
    assert_eq!(single(&document), "XD0001 1:1");
    assert_eq!(single_code("\u{FEFF}".as_bytes()), "XD0003");
}
