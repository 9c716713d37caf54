//! Entities, nesting, names, roots.

use crate::{assert_valid, list, report_of_stream, single, single_code};
use std::io::Read;

#[test]
fn entities_are_never_expanded() {
    let levels: String = (1..10)
        .map(|level| format!("<!ENTITY l{level} '{}'>", format!("&l{};", level - 1).repeat(10)))
        .collect();
    let laughs = format!("<!DOCTYPE liste [<!ENTITY l0 'ha'>{levels}]><liste>&l9;</liste>");
    assert_eq!(single(laughs.as_bytes()), "XD0005 1:1");
    for entity in [
        "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
        "<!ENTITY % x SYSTEM 'http://example.invalid/x.dtd'> %x;",
    ] {
        let document = format!("<!DOCTYPE liste [{entity}]><liste>&x;</liste>");
        assert_eq!(single(document.as_bytes()), "XD0005 1:1");
    }
    assert_eq!(single_code(&list("<text>&x;</text>")), "XD0006");
}

#[test]
fn a_million_nested_elements_end_at_the_limit() {
    let depth = 1_000_000;
    for (begin, end) in [("<baum>", "</baum>"), ("<fremd xmlns='urn:o'>", "</fremd>")] {
        let content = begin.repeat(depth) + &end.repeat(depth);
        assert_eq!(single_code(&list(&content)), "XD0010");
        // The end tags need not come.
        assert_eq!(single_code(&list(&begin.repeat(depth))), "XD0010");
    }
    let endless = b"<liste xmlns='urn:example:feindlich'>".chain(Repeated::new("<baum>", u64::MAX));
    let report = report_of_stream(endless);
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].code().as_str(), "XD0010");
    assert_valid(&list(&("<baum>".repeat(255) + &"</baum>".repeat(255))));
}

#[test]
fn there_is_one_root_and_nothing_beside_it() {
    let root = "<liste xmlns='urn:example:feindlich'/>";
    let column = root.len() + 1;
    for beside in [root, "text", "<![CDATA[ ]]>", "&#32;", "</liste>"] {
        let document = format!("{root}{beside}");
        assert_eq!(single(document.as_bytes()), format!("XD0001 1:{column}"), "{beside}");
    }
    assert_eq!(single(format!("text{root}").as_bytes()), "XD0001 1:1");
    assert_valid(format!("<!-- a -->\n{root}\n<!-- b --><?c d?>\n").as_bytes());
}

#[test]
fn unbound_prefixes_and_double_attributes_end_the_reading() {
    assert_eq!(single(b"<p:liste/>"), "XD0007 1:1");
    assert_eq!(single(&list("\n<p:zahl>1</p:zahl><zahl>x</zahl>")), "XD0007 2:1");
    assert_eq!(single(&list("\n<baum p:a=''/>")), "XD0007 2:7");
    assert_eq!(single(&list("\n<stelle id='a' id='b'/>")), "XD0008 2:16");
    let twice = "\n<baum xmlns:p='urn:1' xmlns:q='urn:1' p:a='' q:a=''/>";
    assert_eq!(single_code(&list(twice)), "XD0008");
    assert_eq!(single_code(&list("<baum xmlns:p='urn:1' xmlns:p='urn:2'/>")), "XD0008");
}

/// A part over and over again.
pub(crate) struct Repeated {
    part: &'static [u8],
    place: usize,
    rest: u64,
}

impl Repeated {
    /// So many bytes of a part that is repeated.
    pub(crate) fn new(part: &'static str, bytes: u64) -> Self {
        Self {
            part: part.as_bytes(),
            place: 0,
            rest: bytes,
        }
    }
}

impl Read for Repeated {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = buffer.len().min(usize::try_from(self.rest).unwrap_or(usize::MAX));
        for byte in &mut buffer[..length] {
            *byte = self.part[self.place];
            self.place = (self.place + 1) % self.part.len();
        }
        self.rest -= length as u64;
        Ok(length)
    }
}
