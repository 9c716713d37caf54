//! `Debug` without content, and with it on request.

use super::{ByteSink, Complex, WriteOptions, Writer};
use std::fmt;

/// A value whose `Debug` is its XML. The value's own `Debug` shows no content.
pub struct Unmasked<'a, T>(pub(crate) &'a T);

impl<T: Complex> fmt::Debug for Unmasked<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sink = ByteSink::in_memory(Some(2));
        let options = WriteOptions::default();
        let result = Writer::new(T::schema(), &mut sink, &options).fragment(T::TYPE, self.0);
        formatter.write_str(&String::from_utf8_lossy(&sink.into_bytes()))?;
        match result {
            Ok(()) => Ok(()),
            // What cannot be written is told, and what was written before it stands.
            Err(error) => write!(formatter, " … {error}"),
        }
    }
}
