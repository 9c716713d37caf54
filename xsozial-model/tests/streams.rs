//! Documents that come in parts: whatever the parts, the same is read as from memory, in linear time.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::format_push_string,
    reason = "helpers of tests fail like tests"
)]

mod support;

use std::{
    io::{self, BufRead},
    sync::LazyLock,
    time::{Duration, Instant},
};
use support::{OneByte, compile, parts::Parts, pieces_shape, transcript, with_each_source};
use xsozial_model::{
    schema::{Schema, limits::Limits},
    xml::{DecodedDocument, EventSource, SliceSource, StreamSource},
};

/// The sources need of a schema its names alone.
static EMPTY: LazyLock<Schema> = LazyLock::new(|| compile(""));

fn from_stream<R: BufRead, T>(stream: R, run: impl Fn(&mut dyn EventSource) -> T) -> T {
    run(&mut StreamSource::new(stream, &EMPTY.names, Limits::default()))
}

fn from_memory<T>(document: &str, run: impl Fn(&mut dyn EventSource) -> T) -> T {
    let decoded = DecodedDocument::new(document.as_bytes());
    run(&mut SliceSource::new(&decoded, &EMPTY.names, Limits::default()))
}

/// Elements with everything that may be parted, more than a window holds.
fn long_document(padding: usize, line_end: &str) -> String {
    let mut document = format!("<r>{}", "x".repeat(padding));
    for number in 0..4000 {
        document += &format!(
            "<ä n='{number}€'>t&amp;ö\u{1D11E}</ä><!-- {number} > -->{line_end}  <b/><![CDATA[]{number}]]>{line_end}"
        );
    }
    document + "</r>"
}

#[test]
fn every_token_may_lie_on_the_edge_of_the_window() {
    for (padding, line_end) in [
        (0, "\n"),
        (7, "\r\n"),
        (14, "\r"),
        (21, "\r\n"),
        (28, "\n"),
        (35, "\r\n"),
    ] {
        let document = long_document(padding, line_end);
        assert!(document.len() > 200_000);
        let events = with_each_source(&EMPTY, document.as_bytes(), Limits::default(), transcript);
        assert_eq!(events.last().unwrap(), "end");
        let in_parts = from_stream(Parts::new(document.as_bytes(), &[8191, 0, 3, 70_000]), transcript);
        assert!(events == in_parts, "parts make a difference");
    }
}

#[test]
fn encodings_may_be_parted_anywhere() {
    let text = long_document(0, "\r\n");
    let utf16: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    let expected = from_memory(&text, transcript);
    for lengths in [&[1, 2, 3][..], &[8191], &[65_536, 1]] {
        let found = from_stream(Parts::new(&utf16, lengths), transcript);
        assert!(found == expected, "{lengths:?} make a difference");
    }
}

#[test]
fn a_large_text_lies_between_small_ones() {
    let large = "äöü ".repeat(400_000);
    let document = format!("<r><a>x</a><b>\n{large}</b><c>y</c>\n<d></e></r>");
    let events = with_each_source(&EMPTY, document.as_bytes(), Limits::default(), transcript);
    assert!(events.last().unwrap().starts_with("XD0001 3:4"), "wrong place");
}

#[test]
fn text_in_pieces_is_the_whole_text() {
    for content in ["a\r\nb\rc", "x]]y]]]z", "a&lt;b<![CDATA[c]]>d<!-- e -->f", "\r", "]]"] {
        let document = format!("<r>{}{content}</r>", "x".repeat(100));
        let expected = from_memory(&document, pieces_shape);
        assert!(expected.contains("Complete"), "{expected}");
        for lengths in [&[1][..], &[2, 0, 3], &[103, 1]] {
            assert_eq!(
                from_stream(Parts::new(document.as_bytes(), lengths), pieces_shape),
                expected
            );
        }
    }
    let document = format!("<r>{}]]></r>", "x".repeat(200_000));
    let expected = from_memory(&document, pieces_shape);
    assert!(expected.contains("XD0001"), "{expected}");
    assert_eq!(from_stream(document.as_bytes(), pieces_shape), expected);
}

#[test]
fn pieces_of_an_endless_text_end_at_the_limit() {
    let limits = Limits {
        text: 1 << 20,
        ..Limits::default()
    };
    let document = format!("<r>\n {}", "x".repeat(2 << 20));
    let mut source = StreamSource::new(document.as_bytes(), &EMPTY.names, limits);
    let shape = pieces_shape(&mut source);
    assert!(shape.contains("XD0010") && shape.contains("1:4"), "{shape}");
}

#[test]
fn single_bytes_take_linear_time() {
    let many = |part: &str| part.repeat((1 << 19) / part.len());
    for document in [
        format!("<r>{}</r>", &many("<a b='c'>d</a>\n")[..1 << 18]),
        format!("<r>{}</r>", &many("&amp;")[..5 << 15]),
        format!("<r>{}</r>", many("]")),
        format!("<r>{}</r>", many("ä")),
        format!("<r><!--{}--></r>", many(">")),
        format!("<r><![CDATA[{}]]></r>", many("]>")),
        format!("<r><?p {}?></r>", many("?x>")),
        format!("<r a='{}'/>", &many("\">")[..500_000]),
        format!("<r{}/>", &many("\n")[..500_000]),
        format!("<r>&{};</r>", many("a")),
        format!("<!DOCTYPE r [{}]><r/>", &many("<>")[..500_000]),
    ] {
        let started = Instant::now();
        let shape = |source: &mut dyn EventSource| {
            let events = transcript(source);
            (events.len(), events.last().cloned())
        };
        assert_eq!(
            from_stream(OneByte(document.as_bytes()), shape),
            from_memory(&document, shape)
        );
        // Generous: tests run unoptimised beside others. What grows with the square takes hours.
        assert!(started.elapsed() < Duration::from_secs(60), "{document:.12}");
    }
}

#[test]
fn interruptions_are_waited_out() {
    let document = "<r>ä<b/></r>";
    let lengths = [0, 0, 1, 0, 2, 0, 0, 0, 3];
    assert_eq!(
        from_stream(Parts::new(document.as_bytes(), &lengths), transcript),
        from_memory(document, transcript)
    );
}

#[test]
fn a_stream_that_fails_is_told_after_what_could_be_read() {
    for (kind, lengths) in [(io::ErrorKind::WouldBlock, [1]), (io::ErrorKind::TimedOut, [100])] {
        for (document, last) in [
            ("", "XE0001 1:1 0"),
            ("<?xml", "XE0001 1:1 0"),
            ("<r>\n<geheim", "XE0001 2:1 4"),
            ("<r>geheim", "XE0001 1:4 3"),
            ("<r></q>", "XD0001 1:4 3"),
            ("<r></r>", "XE0001 1:8 7"),
        ] {
            let stream = Parts::new(document.as_bytes(), &lengths).failing(kind);
            let events = from_stream(stream, transcript);
            assert_eq!(events.last().unwrap(), last, "{document}");
        }
    }
    let stream = Parts::new(b"<r><a/>", &[2]).failing(io::ErrorKind::WouldBlock);
    assert_eq!(from_stream(stream, transcript)[..2], ["<{}r @1:1", "<{}a @1:4"]);
}
