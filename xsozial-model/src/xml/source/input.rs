//! A stream of bytes as UTF-8.

use super::{
    convert::{Converter, CutCharacter},
    encoding::Encoding,
};
use std::io::{self, BufRead};

/// How the readable text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Nothing is known yet: more may follow.
    Open,
    /// With the document.
    Whole,
    /// Before bytes that violate the encoding, or with nothing, because the encoding is unknown.
    Malformed,
    /// The stream could not be read on.
    Unreadable(io::ErrorKind),
}

/// A stream in any encoding.
pub(super) struct Input<R> {
    inner: R,
    /// First bytes, read to find the encoding; converted before `inner`.
    head: Vec<u8>,
    encoding: Option<Encoding>,
    converter: Converter,
    ending: Ending,
}

impl<R: BufRead> Input<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            head: Vec::new(),
            encoding: None,
            converter: Converter::Utf8(CutCharacter::default()),
            ending: Ending::Open,
        }
    }

    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    pub(super) fn ending(&self) -> Ending {
        self.ending
    }

    /// Appends what the stream has at hand, made of at most so many bytes; nothing is appended where it ends.
    pub(super) fn read_into(&mut self, out: &mut String, most: usize) {
        if self.encoding.is_none() {
            self.detect();
        }
        let before = out.len();
        while out.len() == before && self.ending == Ending::Open {
            self.read_some(out, most);
        }
    }

    fn detect(&mut self) {
        while !Encoding::is_head_complete(&self.head) {
            match self.inner.fill_buf() {
                Ok([]) => break,
                Ok(chunk) => {
                    self.head.push(chunk[0]);
                    self.inner.consume(1);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.ending = Ending::Unreadable(error.kind());
                    return;
                }
            }
        }
        let detected = Encoding::detect(&self.head);
        self.head.drain(..detected.mark);
        if let Some(encoding) = detected.encoding {
            self.converter = encoding.converter();
        } else {
            self.ending = Ending::Malformed;
        }
        self.encoding = Some(detected.encoding.unwrap_or(Encoding::Utf8));
    }

    fn read_some(&mut self, out: &mut String, most: usize) {
        let result = if self.head.is_empty() {
            match self.inner.fill_buf() {
                Ok([]) => {
                    self.ending = Ending::Whole;
                    self.converter.finish(out)
                }
                Ok(chunk) => {
                    let part = &chunk[..chunk.len().min(most)];
                    self.converter.convert(part, out).map(|read| self.inner.consume(read))
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
                Err(error) => {
                    self.ending = Ending::Unreadable(error.kind());
                    Ok(())
                }
            }
        } else {
            let result = self.converter.convert(&self.head, out);
            result.map(|read| drop(self.head.drain(..read)))
        };
        if result.is_err() {
            self.ending = Ending::Malformed;
        }
    }
}
