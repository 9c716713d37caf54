//! Helpers of the tests: small schemas from text, and both event sources.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::format_push_string,
    reason = "each test file uses some of it"
)]

pub mod parts;

use std::io::{self, BufRead, Read};
use xsozial_model::{
    schema::{Schema, limits::Limits, xsd::Sources},
    xml::{
        AnyElement, DecodedDocument, Error, Event, EventSource, ReadOptions, Reader, SliceSource, StreamSource,
        TextEvent,
    },
};

/// Namespace of the test schemas.
pub const NAMESPACE: &str = "urn:example:t";

/// Compiles a schema document `t.xsd` whose components begin on line 2.
pub fn compile(components: &str) -> Schema {
    let text = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='{NAMESPACE}' targetNamespace='{NAMESPACE}' \
         elementFormDefault='qualified'>\n{components}</xs:schema>"
    );
    Schema::compile(Sources::new().bytes("t.xsd", text.into_bytes())).unwrap()
}

/// Gives out one byte at a time.
pub struct OneByte<R>(pub R);

impl<R: BufRead> Read for OneByte<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let end = buffer.len().min(1);
        self.0.read(&mut buffer[..end])
    }
}

impl<R: BufRead> BufRead for OneByte<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let chunk = self.0.fill_buf()?;
        Ok(&chunk[..chunk.len().min(1)])
    }

    fn consume(&mut self, amount: usize) {
        self.0.consume(amount);
    }
}

/// Runs a closure over the same document as slice, as stream and as stream of single bytes, and returns the result, which
/// must be the same each time.
pub fn with_each_source<T: PartialEq + std::fmt::Debug>(
    schema: &Schema,
    document: &[u8],
    limits: Limits,
    run: impl Fn(&mut dyn EventSource) -> T,
) -> T {
    let decoded = DecodedDocument::new(document);
    let slice = run(&mut SliceSource::new(&decoded, &schema.names, limits));
    let stream = run(&mut StreamSource::new(document, &schema.names, limits));
    assert_eq!(slice, stream, "slice and stream differ");
    // Large documents take too long that way.
    if document.len() < 100_000 {
        let bytes = run(&mut StreamSource::new(OneByte(document), &schema.names, limits));
        assert_eq!(slice, bytes, "slice and single bytes differ");
    }
    slice
}

/// Reads a document without knowing its types beforehand.
pub fn read_any(schema: &Schema, document: &[u8], options: &ReadOptions) -> Result<AnyElement, Error> {
    with_each_source(schema, document, options.limits, |source| {
        let mut reader = Reader::new(schema, source, options);
        reader.root()?;
        let element = reader.any_element()?;
        reader.finish()?;
        Ok(element)
    })
}

/// The error of reading a document: code, line, column, path.
pub fn refusal(schema: &Schema, document: &str) -> (String, u32, u32, String) {
    refusal_with(schema, document, &ReadOptions::default())
}

/// The same, with options.
pub fn refusal_with(schema: &Schema, document: &str, options: &ReadOptions) -> (String, u32, u32, String) {
    match read_any(schema, document.as_bytes(), options) {
        Ok(_) => panic!("should be refused: {document}"),
        Err(error) => summary(&error),
    }
}

/// Code, line, column and path of an error.
pub fn summary(error: &Error) -> (String, u32, u32, String) {
    (
        error.code().to_string(),
        error.line(),
        error.column(),
        error.path().to_owned(),
    )
}

/// The events of a document as one line each, text put together; then the error, if there is one.
pub fn transcript(source: &mut dyn EventSource) -> Vec<String> {
    let mut lines = Vec::new();
    let mut text = String::new();
    loop {
        let line = match source.next() {
            Ok(Event::Text(more)) => {
                assert!(!more.is_empty());
                text.push_str(more);
                continue;
            }
            Ok(Event::Start(_)) => {
                let start = source.start_element();
                let mut line = format!("<{{{}}}{}", start.uri(), start.local());
                for attribute in start.attributes() {
                    line += &format!(" {{{}}}{}={:?}", attribute.uri(), attribute.local(), attribute.value);
                }
                line
            }
            Ok(Event::End) => ">".to_owned(),
            Ok(Event::EndOfDocument) => "end".to_owned(),
            Err(error) => format!(
                "{} {}:{} {}",
                error.code(),
                error.line(),
                error.column(),
                error.offset()
            ),
        };
        if !text.is_empty() {
            lines.push(format!("{:?}", std::mem::take(&mut text)));
        }
        let is_last = line == "end" || line.starts_with('X');
        let at = source.position();
        lines.push(if is_last {
            line
        } else {
            format!("{line} @{}:{}", at.line, at.column)
        });
        if is_last {
            return lines;
        }
    }
}

/// The text of the root element as [`EventSource::text`] gives it.
pub fn root_text(source: &mut dyn EventSource) -> Result<Option<String>, Error> {
    source.next()?;
    Ok(match source.text()? {
        TextEvent::Complete => Some(source.last_text().to_owned()),
        TextEvent::Child => None,
    })
}

/// What [`EventSource::text_in_pieces`] gives of the root element, in one line.
pub fn pieces_shape(source: &mut dyn EventSource) -> String {
    let mut bytes = Vec::new();
    let mut read = || {
        source.next()?;
        source.text_in_pieces(&mut |piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        })
    };
    match read() {
        Ok(event) => format!("{event:?} {:?} {:?}", String::from_utf8(bytes), source.position()),
        Err(error) => format!("{error} {}", error.offset()),
    }
}
