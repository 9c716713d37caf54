//! Writing although nobody reads any more.

use std::io::{self, Write};

/// Passes on what is written until its reader goes away, and drops the rest: for work that must be done to its end.
pub(super) struct ToTheEnd<'w> {
    writer: &'w mut dyn Write,
    is_closed: bool,
}

impl<'w> ToTheEnd<'w> {
    pub(super) fn new(writer: &'w mut dyn Write) -> Self {
        Self {
            writer,
            is_closed: false,
        }
    }

    /// The outcome of a write, where a reader that went away is no error.
    fn unless_closed<T>(&mut self, outcome: io::Result<T>, otherwise: T) -> io::Result<T> {
        match outcome {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(otherwise)
            }
            outcome => outcome,
        }
    }
}

impl Write for ToTheEnd<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_closed {
            return Ok(bytes.len());
        }
        let written = self.writer.write(bytes);
        self.unless_closed(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        let flushed = self.writer.flush();
        self.unless_closed(flushed, ())
    }
}
