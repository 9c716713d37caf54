//! Whole documents.

use super::{
    ByteSink, DecodedDocument, Error, EventSink, EventSource, ReadOptions, Reader, RootContent, SliceSource,
    StreamSource, WriteOptions, Writer,
};
use std::io::{BufRead, Write};
use xsozial_schema::schema::ElementId;

/// Reads a document that is in memory. Everything is checked but identity constraints: see [`ReadOptions`].
pub fn from_xml<T: RootContent>(document: &[u8], options: &ReadOptions) -> Result<T, Error> {
    let document = DecodedDocument::new(document);
    read(
        &mut SliceSource::new(&document, &T::schema().names, options.limits),
        options,
    )
}

/// Reads a document from a stream, of which no more than one tag or text is held at a time.
pub fn from_reader<T: RootContent>(document: impl BufRead, options: &ReadOptions) -> Result<T, Error> {
    read(
        &mut StreamSource::new(document, &T::schema().names, options.limits),
        options,
    )
}

fn read<T: RootContent>(source: &mut dyn EventSource, options: &ReadOptions) -> Result<T, Error> {
    let mut document = None;
    let mut reader = Reader::new(T::schema(), source, options);
    read_with(&mut reader, &mut |reader, element| {
        document = Some(T::read_root(reader, element)?);
        Ok(())
    })?;
    reader.required(document)
}

/// What reads the content of a root element.
type RootReading<'r> = &'r mut dyn FnMut(&mut Reader<'_>, ElementId) -> Result<(), Error>;

/// Not generic: a schema has many roots, and each would have its own copy.
fn read_with(reader: &mut Reader<'_>, content: RootReading<'_>) -> Result<(), Error> {
    let element = reader.root()?;
    content(reader, element)?;
    reader.finish()
}

/// Writes a document into memory, in UTF-8.
pub fn to_xml<T: RootContent>(document: &T, options: &WriteOptions) -> Result<Vec<u8>, Error> {
    let mut sink = ByteSink::in_memory(options.indentation);
    write(document, &mut sink, options)?;
    Ok(sink.into_bytes())
}

/// Writes a document to a stream, in UTF-8.
pub fn to_writer<T: RootContent>(document: &T, output: impl Write, options: &WriteOptions) -> Result<(), Error> {
    write(document, &mut ByteSink::new(output, options.indentation), options)
}

fn write<T: RootContent>(document: &T, sink: &mut dyn EventSink, options: &WriteOptions) -> Result<(), Error> {
    document.write_root(&mut Writer::new(T::schema(), sink, options))
}
