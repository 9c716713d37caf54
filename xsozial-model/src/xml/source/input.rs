//! A stream of bytes as UTF-8.

use super::{
    convert::{Converter, CutCharacter, Malformed},
    encoding::{Detected, Encoding, LONGEST_DECLARATION},
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

    /// Waits for more, and says whether there is any.
    pub(super) fn has_more(&mut self) -> bool {
        if self.encoding.is_none() {
            self.detect();
        }
        if self.ending == Ending::Open && self.head.is_empty() && self.wait() {
            let is_whole = self.converter.finish().is_ok();
            self.ending = if is_whole { Ending::Whole } else { Ending::Malformed };
        }
        self.ending == Ending::Open
    }

    /// Appends what the stream has at hand, made of at most so many bytes; nothing is appended where it ends.
    pub(super) fn read_into(&mut self, out: &mut String, most: usize) {
        let before = out.len();
        while out.len() == before && self.has_more() {
            if self.convert_some(out, most).is_err() {
                self.ending = Ending::Malformed;
            }
        }
    }

    fn convert_some(&mut self, out: &mut String, most: usize) -> Result<(), Malformed> {
        if !self.head.is_empty() {
            let read = self.converter.convert(&self.head, out)?;
            self.head.drain(..read);
            return Ok(());
        }
        // It has bytes at hand: whether it can be read was found out before.
        if let Ok(chunk) = self.inner.fill_buf() {
            let part = &chunk[..chunk.len().min(most)];
            let read = self.converter.convert(part, out)?;
            self.inner.consume(read);
        }
        Ok(())
    }

    /// Waits until the stream has bytes at hand, and says whether it has ended instead.
    fn wait(&mut self) -> bool {
        loop {
            match self.inner.fill_buf() {
                Ok(chunk) => return chunk.is_empty(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.ending = Ending::Unreadable(error.kind());
                    return false;
                }
            }
        }
    }

    /// Finds the encoding, and takes off the byte order mark.
    fn detect(&mut self) {
        let Some(detected) = self.detect_at_once().or_else(|| self.detect_slowly()) else {
            return;
        };
        match detected.encoding {
            Some(encoding) => self.converter = encoding.converter(),
            None => self.ending = Ending::Malformed,
        }
        self.encoding = Some(detected.encoding.unwrap_or(Encoding::Utf8));
    }

    /// Mostly the first chunk is long enough.
    fn detect_at_once(&mut self) -> Option<Detected> {
        if self.wait() {
            return None;
        }
        let chunk = self.inner.fill_buf().ok()?;
        let head = &chunk[..chunk.len().min(LONGEST_DECLARATION)];
        if !Encoding::is_head_complete(head) {
            return None;
        }
        let detected = Encoding::detect(head);
        self.inner.consume(detected.mark);
        Some(detected)
    }

    /// Puts the head together byte by byte.
    fn detect_slowly(&mut self) -> Option<Detected> {
        while self.ending == Ending::Open && !Encoding::is_head_complete(&self.head) && !self.wait() {
            if let Ok([byte, ..]) = self.inner.fill_buf() {
                self.head.push(*byte);
                self.inner.consume(1);
            }
        }
        if self.ending != Ending::Open {
            return None;
        }
        let detected = Encoding::detect(&self.head);
        self.head.drain(..detected.mark);
        Some(detected)
    }
}
