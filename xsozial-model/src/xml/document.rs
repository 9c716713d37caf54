//! Whole documents.

use super::{Error, ReadOptions, RootContent, WriteOptions};
use std::io::{BufRead, Write};

/// Reads a document that is in memory.
pub fn from_xml<T: RootContent>(document: &[u8], options: &ReadOptions) -> Result<T, Error> {
    let _ = (document, options);
    Err(Error::internal("unfinished"))
}

/// Reads a document from a stream.
pub fn from_reader<T: RootContent>(document: impl BufRead, options: &ReadOptions) -> Result<T, Error> {
    let _ = (document, options);
    Err(Error::internal("unfinished"))
}

/// Writes a document into memory, in UTF-8.
pub fn to_xml<T: RootContent>(document: &T, options: &WriteOptions) -> Result<Vec<u8>, Error> {
    let _ = (document, options);
    Err(Error::internal("unfinished"))
}

/// Writes a document to a stream, in UTF-8.
pub fn to_writer<T: RootContent>(document: &T, output: impl Write, options: &WriteOptions) -> Result<(), Error> {
    let _ = (document, output, options);
    Err(Error::internal("unfinished"))
}
