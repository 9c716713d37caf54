//! Reading into generated types, and writing from them.

use super::{Failure, Subject};
use std::{error::Error, hint::black_box};

/// Reads a document into a fresh value and drops it.
pub struct TypedRead<R> {
    name: &'static str,
    read: R,
}

impl<R> TypedRead<R> {
    /// A reader by its name and function.
    pub fn new<T, E>(name: &'static str, read: R) -> Self
    where
        R: Fn(&[u8]) -> Result<T, E>,
    {
        Self { name, read }
    }
}

impl<R, T, E> Subject for TypedRead<R>
where
    R: Fn(&[u8]) -> Result<T, E>,
    E: Error + 'static,
{
    fn name(&self) -> String {
        self.name.to_owned()
    }

    fn run(&mut self, document: &[u8]) -> Result<usize, Failure> {
        drop(black_box((self.read)(document)?));
        Ok(document.len())
    }
}

/// Writes a value, read before, into a fresh vector.
pub struct TypedWrite<R, W, T> {
    name: &'static str,
    read: R,
    write: W,
    value: Option<T>,
}

impl<R, W, T> TypedWrite<R, W, T> {
    /// A writer by its name and functions.
    pub fn new<E>(name: &'static str, read: R, write: W) -> Self
    where
        R: Fn(&[u8]) -> Result<T, E>,
        W: Fn(&T) -> Result<Vec<u8>, E>,
    {
        Self {
            name,
            read,
            write,
            value: None,
        }
    }
}

impl<R, W, T, E> Subject for TypedWrite<R, W, T>
where
    R: Fn(&[u8]) -> Result<T, E>,
    W: Fn(&T) -> Result<Vec<u8>, E>,
    E: Error + 'static,
{
    fn name(&self) -> String {
        self.name.to_owned()
    }

    fn prepare(&mut self, document: &[u8]) -> Result<(), Failure> {
        self.value = Some((self.read)(document)?);
        Ok(())
    }

    fn run(&mut self, _document: &[u8]) -> Result<usize, Failure> {
        let value = self.value.as_ref().ok_or("nothing was read before")?;
        Ok(black_box((self.write)(value)?).len())
    }
}
