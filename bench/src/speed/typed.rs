//! Reading into typed values, and writing from them.

use super::{Failure, Subject};
use std::{
    fs::{self, File},
    hint::black_box,
    io::BufReader,
    path::Path,
};

/// Reads a document from a file piece by piece.
pub type ReadFile = fn(BufReader<File>) -> Result<(), Failure>;

/// Reads a document into a fresh value and drops it.
pub struct TypedRead<R> {
    read: R,
    read_file: Option<ReadFile>,
}

impl<R> TypedRead<R> {
    /// A reader of slices.
    pub fn new<T, E>(read: R) -> Self
    where
        R: Fn(&[u8]) -> Result<T, E>,
    {
        Self { read, read_file: None }
    }

    /// The same reader, which can also read a file piece by piece.
    #[must_use]
    pub fn with_file(self, read_file: ReadFile) -> Self {
        let read_file = Some(read_file);
        Self { read_file, ..self }
    }
}

impl<R, T, E> Subject for TypedRead<R>
where
    R: Fn(&[u8]) -> Result<T, E>,
    E: Into<Failure>,
{
    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        drop(black_box((self.read)(document).map_err(Into::into)?));
        Ok(document.len())
    }

    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        match self.read_file {
            Some(read_file) => read_file(BufReader::new(File::open(path)?)),
            None => self.run(&fs::read(path)?).map(drop),
        }
    }
}

/// Writes a value, read before, into a fresh vector.
pub struct TypedWrite<R, W, T> {
    read: R,
    write: W,
    value: Option<T>,
}

impl<R, W, T> TypedWrite<R, W, T> {
    /// A writer by its functions.
    pub fn new<E, F>(read: R, write: W) -> Self
    where
        R: Fn(&[u8]) -> Result<T, E>,
        W: Fn(&T) -> Result<Vec<u8>, F>,
    {
        Self {
            read,
            write,
            value: None,
        }
    }
}

impl<R, W, T, E, F> Subject for TypedWrite<R, W, T>
where
    R: Fn(&[u8]) -> Result<T, E>,
    W: Fn(&T) -> Result<Vec<u8>, F>,
    E: Into<Failure>,
    F: Into<Failure>,
{
    fn prepare(&mut self, document: &[u8]) -> Result<(), Failure> {
        self.value = Some((self.read)(document).map_err(Into::into)?);
        Ok(())
    }

    fn run(&mut self, _document: &[u8]) -> Result<usize, Failure> {
        let value = self.value.as_ref().ok_or("nothing was read before")?;
        Ok(black_box((self.write)(value).map_err(Into::into)?).len())
    }

    /// The document's bytes are given back before anything is written.
    fn run_file(&mut self, path: &Path) -> Result<(), Failure> {
        self.prepare(&fs::read(path)?)?;
        self.run(&[])?;
        Ok(())
    }
}
