//! Documents that are cut off, and documents with one byte changed.

use crate::{VALIDATOR, assert_same, report, single_code};
use std::io::BufReader;

const DOCUMENT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- größer --><?weiter so?>
<liste xmlns='urn:example:feindlich' xmlns:o='urn:o' o:a=\"&lt;&#228;\"><zahl>12</zahl>
 <text>a &amp; <![CDATA[<b>]]> ä</text><stelle id='a' verweis='b'/><stelle id=\"b\"></stelle>
 <o:x><o:y>ü</o:y></o:x><baum><baum/></baum></liste>";

#[test]
fn a_document_that_is_cut_anywhere_has_one_finding() {
    assert_eq!(report(DOCUMENT.as_bytes()).findings, []);
    let mut codes = Vec::new();
    for end in 0..DOCUMENT.len() {
        let code = single_code(&DOCUMENT.as_bytes()[..end]);
        if codes.last() != Some(&code) {
            codes.push(code);
        }
    }
    codes.sort_unstable();
    codes.dedup();
    // Empty, in the middle of markup or content, in the middle of a character.
    assert_eq!(codes, ["XD0002", "XD0003", "XD0004"]);
}

#[test]
fn a_changed_byte_is_the_same_fault_from_slice_and_stream() {
    for place in 0..DOCUMENT.len() {
        for byte in [b'<', b'>', b'&', b'"', b' ', b'/', b'x', b':', b'\r', 0, 0xC3, 0xFF] {
            let mut document = DOCUMENT.as_bytes().to_vec();
            document[place] = byte;
            let from_slice = VALIDATOR.report(&document);
            let stream = BufReader::with_capacity(16, &document[..]);
            assert_same(&from_slice, &VALIDATOR.report_from(stream));
        }
    }
}
