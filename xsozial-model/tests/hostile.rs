//! Documents made to hurt: each is refused by one clear error, soon and without filling the memory.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::format_collect,
    reason = "helpers of tests fail like tests"
)]

mod support;

use std::{
    io::{self, BufRead, Read},
    sync::LazyLock,
    time::{Duration, Instant},
};
use support::{compile, read_any, summary};
use xsozial_model::{
    schema::{Schema, limits::Limits},
    xml::{AnyElement, Error, EventSource, ReadOptions, Reader, StreamSource},
};

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| compile("<xs:element name='alles'/>"));

const START: &str = "<alles xmlns='urn:example:t'>";

fn read(document: &[u8]) -> Result<AnyElement, Error> {
    read_any(&SCHEMA, document, &ReadOptions::default())
}

fn refusal(document: &str) -> (String, u32) {
    let started = Instant::now();
    let (code, line, _, _) = summary(&read(document.as_bytes()).unwrap_err());
    // Generous: tests run unoptimised beside others. What grows with the square takes minutes.
    assert!(started.elapsed() < Duration::from_secs(60));
    (code, line)
}

/// A stream that repeats a part without end after a beginning, and counts what is taken.
struct Endless {
    beginning: Vec<u8>,
    part: Vec<u8>,
    place: usize,
    taken: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let chunk = self.fill_buf()?;
        let length = chunk.len().min(buffer.len());
        buffer[..length].copy_from_slice(&chunk[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Endless {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        assert!(self.taken < 400 << 20, "the reader does not stop");
        let chunk = if self.beginning.is_empty() {
            &self.part
        } else {
            &self.beginning
        };
        Ok(&chunk[self.place..])
    }

    fn consume(&mut self, amount: usize) {
        self.place += amount;
        self.taken += amount;
        if !self.beginning.is_empty() && self.place == self.beginning.len() {
            self.beginning.clear();
            self.place = 0;
        } else if self.place == self.part.len() && self.beginning.is_empty() {
            self.place = 0;
        }
    }
}

/// The error of an endless document, and how many bytes were taken of it.
fn endless(beginning: &str, part: &str, limits: Limits) -> (String, usize) {
    let mut stream = Endless {
        beginning: beginning.as_bytes().to_vec(),
        part: part.repeat(4096 / part.len() + 1).into_bytes(),
        place: 0,
        taken: 0,
    };
    let options = ReadOptions {
        limits,
        ..ReadOptions::default()
    };
    let error = {
        let mut source = StreamSource::new(&mut stream, &SCHEMA.names, limits);
        let mut reader = Reader::new(&SCHEMA, &mut source, &options);
        reader.root().and_then(|_| reader.any_element()).unwrap_err()
    };
    (error.code().to_string(), stream.taken)
}

#[test]
fn endless_tokens_end_at_their_limit() {
    let limits = Limits {
        text: 4 << 20,
        ..Limits::default()
    };
    for (beginning, part, bound) in [
        ("<alles b='", "x", 1 << 20),
        ("<alles b='", "\">", 1 << 20),
        ("<", "x", 1 << 20),
        ("<alles", " ", 1 << 20),
        ("<alles xmlns='urn:example:t'></", "x", 1 << 20),
        ("<!DOCTYPE a [", "x", 1 << 20),
        (START, "x", 4 << 20),
        ("<alles xmlns='urn:example:t'><![CDATA[", "x", 4 << 20),
        ("<alles xmlns='urn:example:t'><!--", "x", 4 << 20),
        ("<alles xmlns='urn:example:t'><!--", ">", 4 << 20),
        ("<?a ", "x", 4 << 20),
        ("", " ", 4 << 20),
        ("<alles xmlns='urn:example:t'>&", "a", 4 << 20),
    ] {
        let (code, taken) = endless(beginning, part, limits);
        assert_eq!(code, "XD0010", "{beginning}");
        assert!((bound..bound + (256 << 10)).contains(&taken), "{beginning}: {taken}");
    }
    assert_eq!(endless("<alles b='", "x", Limits::default()).0, "XD0010");
}

#[test]
fn text_in_many_pieces_ends_at_the_limit() {
    let schema = compile("<xs:element name='text' type='xs:string'/>");
    let limits = Limits {
        text: 1 << 16,
        ..Limits::default()
    };
    let options = ReadOptions {
        limits,
        ..ReadOptions::default()
    };
    let document = format!("<text xmlns='urn:example:t'>{}</text>", "&amp;".repeat(70_000));
    let error = read_any(&schema, document.as_bytes(), &options).unwrap_err();
    assert_eq!(error.code().as_str(), "XD0010");
    let document = format!("<text xmlns='urn:example:t'>{}</text>", "a".repeat(1 << 16));
    assert!(read_any(&schema, document.as_bytes(), &options).is_ok());
}

#[test]
fn asides_among_text_count_with_it() {
    // The whole text of an element is kept until its end, with what stands in it.
    let schema = compile("<xs:element name='text' type='xs:string'/>");
    let limits = Limits {
        text: 1 << 16,
        ..Limits::default()
    };
    let document = format!("<text>a{}</text>", "<!-- -->b".repeat(10_000));
    let mut source = StreamSource::new(document.as_bytes(), &schema.names, limits);
    EventSource::next(&mut source).unwrap();
    assert_eq!(source.text().unwrap_err().code().as_str(), "XD0010");
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{START}{}{}</alles>", "<a>".repeat(depth - 1), "</a>".repeat(depth - 1));
    assert!(read(nested(256).as_bytes()).is_ok());
    assert_eq!(refusal(&nested(257)).0, "XD0010");
    assert_eq!(refusal(&format!("{START}{}", "<a>".repeat(1_000_000))).0, "XD0010");
}

#[test]
fn the_full_depth_fits_a_small_stack() {
    let thread = std::thread::Builder::new().stack_size(512 << 10).spawn(|| {
        let document = format!("{START}{}{}</alles>", "<a>".repeat(255), "</a>".repeat(255));
        let element = read(document.as_bytes()).unwrap();
        drop(element);
    });
    thread.unwrap().join().unwrap();
}

#[test]
fn entities_are_not_expanded() {
    let document = "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>";
    assert_eq!(refusal(document), ("XD0005".to_owned(), 1));
    assert_eq!(refusal("<a>&c;</a>").0, "XS0103");
    assert_eq!(refusal(&format!("{START}&c;</alles>")).0, "XD0006");
    assert_eq!(
        refusal("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>").0,
        "XD0005"
    );
}

#[test]
fn many_attributes_and_declarations_take_linear_time() {
    let attributes = |count: usize| -> String { (0..count).map(|number| format!(" a{number}=''")).collect() };
    assert!(read(format!("<alles xmlns='urn:example:t'{}/>", attributes(100_000)).as_bytes()).is_ok());
    assert_eq!(
        refusal(&format!("<alles xmlns='urn:example:t'{} a7=''/>", attributes(80_000))),
        ("XD0008".to_owned(), 1)
    );
    assert_eq!(
        refusal(&format!("<alles xmlns='urn:example:t'{}/>", attributes(120_000))).0,
        "XD0010"
    );

    let declarations: String = (0..50_000).map(|number| format!(" xmlns:p{number}='u'")).collect();
    let children: String = (0..50_000).map(|number| format!("<p{number}:a/>")).collect();
    assert!(read(format!("<alles xmlns='urn:example:t'{declarations}>{children}</alles>").as_bytes()).is_ok());
    assert_eq!(
        refusal(&format!("<alles xmlns='urn:example:t'{declarations}><q:a/></alles>")).0,
        "XD0007"
    );
}

#[test]
fn many_different_names_take_linear_time() {
    let children: String = (0..50_000).map(|number| format!("<a{number}/>")).collect();
    let (code, _) = refusal(&format!("{START}{children}&x;</alles>"));
    assert_eq!(code, "XD0006");
}

#[test]
fn one_error_each_for_broken_files() {
    assert_eq!(refusal(&format!("{START}</alles>{START}</alles>")).0, "XD0001");
    assert_eq!(refusal(&format!("{START}\0</alles>")).0, "XD0009");
    assert_eq!(refusal(&format!("{START}<a>")).0, "XD0002");
    assert_eq!(refusal("").0, "XD0003");
    assert_eq!(refusal("PK\u{3}\u{4}").0, "XD0009");
    let zip = read(b"PK\x03\x04\xFF\xFE\x00").unwrap_err();
    assert_eq!(zip.code().as_str(), "XD0004");
}

#[test]
fn a_failing_stream_is_told_without_its_message() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::PermissionDenied, "/home/geheim"))
        }
    }
    let mut source = StreamSource::new(io::BufReader::new(Failing), &SCHEMA.names, Limits::default());
    let options = ReadOptions::default();
    let error = Reader::new(&SCHEMA, &mut source, &options).root().unwrap_err();
    assert_eq!(error.code().as_str(), "XE0001");
    assert!(!error.to_string().contains("geheim"), "{error}");
}
