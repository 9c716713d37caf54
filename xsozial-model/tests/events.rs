//! Well-formedness, encodings and namespaces: what the event sources report, and what they refuse at which place.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail like tests")]

mod support;

use proptest::prelude::*;
use std::sync::LazyLock;
use support::{
    compile,
    parts::{Parts, lengths},
    pieces_shape, root_text, transcript, with_each_source,
};
use xsozial_model::{
    schema::{Schema, limits::Limits},
    xml::{DecodedDocument, Event, EventSource, SliceSource, StreamSource},
};

/// The sources need of a schema its names alone.
static EMPTY: LazyLock<Schema> = LazyLock::new(|| compile(""));

fn events(document: &[u8]) -> Vec<String> {
    with_each_source(&EMPTY, document, Limits::default(), transcript)
}

fn text(document: &str) -> Option<String> {
    with_each_source(&EMPTY, document.as_bytes(), Limits::default(), root_text).unwrap()
}

/// The error: code, line, column.
fn refusal(document: &str) -> String {
    let last = events(document.as_bytes()).pop().unwrap();
    assert!(last.starts_with('X'), "should be refused: {document}");
    last.rsplit_once(' ').unwrap().0.to_owned()
}

#[test]
fn names_are_resolved_and_asides_left_out() {
    let document = "<?xml version='1.0'?>\n<!-- a -->\n<a:r xmlns:a='urn:1' xmlns='urn:2'\n a:x='1' y='2'><?p i?>\
                    <b xmlns:a='urn:3'><a:c/></b >u<![CDATA[<v>]]>&#228;<d xmlns=''/></a:r>\n<!-- b -->\n";
    assert_eq!(
        events(document.as_bytes()),
        [
            "<{urn:1}r {urn:1}x=\"1\" {}y=\"2\" @3:1",
            "<{urn:2}b @4:23",
            "<{urn:3}c @4:42",
            "> @4:42",
            "> @4:48",
            "\"u<v>ä\"",
            "<{}d @4:75",
            "> @4:75",
            "> @4:88",
            "end",
        ]
    );
}

#[test]
fn text_comes_in_one_piece() {
    assert_eq!(text("<a>abc</a>").unwrap(), "abc");
    assert_eq!(text("<a/>").unwrap(), "");
    assert_eq!(text("<a>a<!-- x -->b<?p?>c</a>").unwrap(), "abc");
    assert_eq!(text("<a>&lt;<![CDATA[&lt;]]>&gt;ä</a>").unwrap(), "<&lt;>ä");
    assert_eq!(text("<a>x\r\ny\rz&#13;</a>").unwrap(), "x\ny\nz\r");
    assert_eq!(text("<a><![CDATA[]]></a>").unwrap(), "");
    assert_eq!(text("<a>x<b/></a>"), None);
}

#[test]
fn attribute_values_are_normalised() {
    let document = "<a b='x\ty\r\nz&#10;&quot;' c=\"'\"/>";
    assert_eq!(
        events(document.as_bytes())[0],
        "<{}a {}b=\"x y z\\n\\\"\" {}c=\"'\" @1:1"
    );
}

#[test]
fn documents_that_are_not_well_formed_are_refused_at_their_place() {
    for (document, expected) in [
        ("", "XD0003 1:1"),
        (" \n ", "XD0003 2:2"),
        ("<!-- a -->", "XD0003 1:11"),
        ("<a>", "XD0002 1:4"),
        ("<a>\n<b>", "XD0002 2:4"),
        ("<a", "XD0002 1:1"),
        ("<a>\n<b c='", "XD0002 2:1"),
        ("<a><!-- ", "XD0002 1:4"),
        ("<a>&am", "XD0002 1:4"),
        ("<a>text", "XD0002 1:8"),
        ("<a></b>", "XD0001 1:4"),
        ("<a></a></a>", "XD0001 1:8"),
        ("<a/><b/>", "XD0001 1:5"),
        ("<a/>text", "XD0001 1:5"),
        ("text<a/>", "XD0001 1:1"),
        ("&amp;<a/>", "XD0001 1:1"),
        ("<a/><![CDATA[ ]]>", "XD0001 1:5"),
        ("\u{FEFF}\u{FEFF}<a/>", "XD0001 1:1"),
        ("<a>& </a>", "XD0001 1:4"),
        ("<a>\n ]]> </a>", "XD0001 2:2"),
        ("<a>&nbsp;</a>", "XD0006 1:4"),
        ("<a b='&nbsp;'/>", "XD0006 1:7"),
        ("<a b='&#0;'/>", "XD0009 1:7"),
        ("<a>&#x1F;</a>", "XD0009 1:4"),
        ("<a>b\u{1}</a>", "XD0009 1:5"),
        ("<a b='\u{FFFE}'/>", "XD0009 1:7"),
        ("<a><!-- \u{2} --></a>", "XD0009 1:9"),
        ("<a b='<'/>", "XD0001 1:7"),
        ("<a b/>", "XD0001 1:4"),
        ("<a b=c/>", "XD0001 1:4"),
        ("<a b='c'd='e'/>", "XD0001 1:9"),
        ("<a 1='c'/>", "XD0001 1:4"),
        ("<1/>", "XD0001 1:1"),
        ("< a/>", "XD0001 1:1"),
        ("<a:b:c xmlns:a='urn:a'/>", "XD0001 1:1"),
        ("<a b='1'\n b='2'/>", "XD0008 2:2"),
        ("<a xmlns:b='urn:1' xmlns:c='urn:1' b:x='' c:x=''/>", "XD0008 1:43"),
        ("<a xmlns:b='urn:1' xmlns:b='urn:2'/>", "XD0008 1:20"),
        ("<b:a/>", "XD0007 1:1"),
        ("<a>\n <c b:d=''/></a>", "XD0007 2:5"),
        ("<a><b xmlns:p='urn:1'/><p:c/></a>", "XD0007 1:24"),
        ("<a xmlns:xml='urn:1'/>", "XD0007 1:4"),
        ("<a xmlns:b=''/>", "XD0007 1:4"),
        ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "XD0005 1:1"),
        ("<!DOCTYPE", "XD0005 1:1"),
        ("<!doctype a><a/>", "XD0005 1:1"),
        ("<!FOO><a/>", "XD0001 1:1"),
        ("<a><!-- a -- b --></a>", "XD0001 1:4"),
        ("<a><!-- a ---></a>", "XD0001 1:4"),
        ("<a><?XML a?></a>", "XD0001 1:4"),
        ("<a><?xml version='1.0'?></a>", "XD0001 1:4"),
        ("\n<?xml version='1.0'?><a/>", "XD0001 2:1"),
        ("<?xml version='3.0'?><a/>", "XD0001 1:1"),
        ("<?xml version='1.0' encoding='EBCDIC'?><a/>", "XD0004 1:1"),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", "XD0004 1:1"),
    ] {
        assert_eq!(refusal(document), expected, "{document:?}");
    }
}

#[test]
fn encodings_are_decoded() {
    let document = "<?xml version=\"1.0\" encoding=\"NAME\"?><a b=\"ä\">ß–€</a>";
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let text = document.replace("NAME", "UTF-16");
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let windows = encoding_rs::WINDOWS_1252
        .encode(&document.replace("NAME", "Windows-1252"))
        .0
        .into_owned();
    let plain = document.replace("NAME", "utf-8");
    for bytes in [
        plain.clone().into_bytes(),
        [b"\xEF\xBB\xBF", plain.as_bytes()].concat(),
        utf16(u16::to_le_bytes, true),
        utf16(u16::to_be_bytes, true),
        utf16(u16::to_le_bytes, false),
        utf16(u16::to_be_bytes, false),
        windows,
    ] {
        let events = events(&bytes);
        assert!(events[0].starts_with("<{}a {}b=\"ä\" @1:"), "{events:?}");
        assert_eq!(events[1], "\"ß–€\"");
    }
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE4\x80\xFF</a>";
    assert_eq!(events(latin)[1], format!("{:?}", "ä\u{80}ÿ"));
}

#[test]
fn violated_encodings_are_refused_where_they_are_violated() {
    let last = |bytes: &[u8]| events(bytes).pop().unwrap();
    assert_eq!(last(b"<a>\n\xC3\xA4b\xFFc</a>"), "XD0004 2:3 7");
    assert_eq!(last(b"<a b='\xC3'/>"), "XD0004 1:7 6");
    assert_eq!(last(b"<a>\xE2\x82"), "XD0004 1:4 3");
    assert_eq!(last(b"\xFF\xFE<\0a\0/\0>"), "XD0004 1:4 3");
    assert_eq!(
        last(b"<?xml version='1.0' encoding='us-ascii'?><a>\xE4</a>"),
        "XD0004 1:45 44"
    );
    // What stands before is reported first.
    assert_eq!(last(b"<a></b>\xFF"), "XD0001 1:4 3");
}

#[test]
fn a_byte_order_mark_contradicting_the_declaration_is_refused() {
    let document = b"\xEF\xBB\xBF<?xml version='1.0' encoding='ISO-8859-1'?><a/>";
    assert_eq!(events(document), ["XD0004 1:1 0"]);
}

/// Documents that are nearly well-formed.
fn fragments() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("<a>"),
        Just("</a>"),
        Just("<b/>"),
        Just("<p:c xmlns:p='urn:1' p:d='e'>"),
        Just("</p:c>"),
        Just("<d e='&lt;\r\n' f=\"ä\"/>"),
        Just("text"),
        Just("ä\r\n"),
        Just("&amp;"),
        Just("&#xE4;"),
        Just("<![CDATA[ <x> ]]>"),
        Just("<!-- c -->"),
        Just("<?p i?>"),
        Just("]]>"),
        Just("&x;"),
        Just("<"),
        Just("\r"),
        Just("\u{FFFE}"),
        Just("<e xmlns='urn:2'>"),
        Just("</e>"),
        Just(" "),
        Just("'"),
        Just("<!D"),
    ];
    prop::collection::vec(part, 0..14).prop_map(|parts| format!("<r>{}</r>", parts.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slices_and_streams_report_the_same(document in fragments(), cut in 0usize..200) {
        with_each_source(&EMPTY, document.as_bytes(), Limits::default(), transcript);
        with_each_source(&EMPTY, document.as_bytes(), Limits::default(), root_text_shape);
        // Cut anywhere, in the middle of characters as well.
        let cut = cut.min(document.len());
        with_each_source(&EMPTY, &document.as_bytes()[..cut], Limits::default(), transcript);
    }

    #[test]
    fn parts_and_limits_make_no_difference(
        document in fragments(),
        cut in 0usize..200,
        lengths in lengths(),
        start_tag in 1usize..60,
        text in 1usize..30,
    ) {
        let cut = &document.as_bytes()[..cut.min(document.len())];
        let small = Limits { start_tag, text, ..Limits::default() };
        for limits in [Limits::default(), small] {
            same_in_parts(cut, &lengths, limits, transcript);
            same_in_parts(document.as_bytes(), &lengths, limits, transcript);
            same_in_parts(document.as_bytes(), &lengths, limits, root_text_shape);
        }
        same_in_parts(document.as_bytes(), &lengths, Limits::default(), pieces_shape);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        with_each_source(&EMPTY, &bytes, Limits::default(), transcript);
    }

    #[test]
    fn text_survives(content in "[a-zäß€ <>&\"'\\n\\t]{0,40}") {
        let escaped = content.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&#62;");
        prop_assert_eq!(text(&format!("<a>{escaped}</a>")).unwrap(), content);
    }
}

fn same_in_parts<T: PartialEq + std::fmt::Debug>(
    document: &[u8],
    lengths: &[usize],
    limits: Limits,
    run: impl Fn(&mut dyn EventSource) -> T,
) {
    let decoded = DecodedDocument::new(document);
    let slice = run(&mut SliceSource::new(&decoded, &EMPTY.names, limits));
    let parts = run(&mut StreamSource::new(
        Parts::new(document, lengths),
        &EMPTY.names,
        limits,
    ));
    assert_eq!(slice, parts, "slice and parts differ");
}

fn root_text_shape(source: &mut dyn EventSource) -> String {
    match root_text(source) {
        Ok(text) => format!("{text:?} {:?}", source.position()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn white_space_among_elements_is_passed_over_up_to_the_limit() {
    let schema = compile("<xs:element name='a'/>");
    let among_elements = |document: &str, text: usize| {
        let limits = Limits {
            text,
            start_tag: text,
            ..Limits::default()
        };
        with_each_source(&schema, document.as_bytes(), limits, |source| {
            let mut events = Vec::new();
            loop {
                let event = match source.next_among_elements() {
                    Ok(Event::EndOfDocument) => return events,
                    Ok(Event::Start(_)) => "Start".to_owned(),
                    Ok(Event::Text(_)) => "Text".to_owned(),
                    Ok(Event::End) => "End".to_owned(),
                    Err(error) => format!("{} {}", error.code(), error.offset()),
                };
                let is_error = event.starts_with("XD");
                events.push(event);
                if is_error {
                    return events;
                }
            }
        })
    };
    let blank = format!("\n{}\n\t \n", " ".repeat(19));
    for document in [
        format!("<a>{blank}<b/>{blank}</a>"),
        format!("{blank}<a>{blank}<!-- -->{blank}<b/></a>{blank}"),
        "<a> \r\n<b/>\r</a>".to_owned(),
    ] {
        assert_eq!(
            among_elements(&document, 100),
            ["Start", "Start", "End", "End"],
            "{document}"
        );
    }
    assert_eq!(among_elements(&format!("<a>{blank}x<b/></a>"), 100)[1], "Text");
    assert_eq!(
        among_elements(&format!("<a>{blank}<b/></a>"), 23),
        ["Start", "XD0010 3"]
    );
    assert_eq!(among_elements(&format!("<a>{blank}<b/></a>"), 24).len(), 4);
    assert_eq!(among_elements(&format!("<a>{blank}"), 100), ["Start", "XD0002 27"]);
}
