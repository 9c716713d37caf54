//! Tokens of a document that is read as a stream.

use super::{
    encoding::Encoding,
    input::{Failure, Input},
    tokens::{Token, Tokens, begins_with_mark, fault_of, kind_of, second_mark},
};
use crate::xml::{Error, Position};
use quick_xml::Reader;
use std::{io::BufRead, ops::Range};
use xsozial_schema::{Code, Fault, limits::Limits};

/// Tokens of a document that is read as a stream.
pub struct StreamTokens<R> {
    reader: Reader<Input<R>>,
    /// Text of the tokens at hand.
    buffer: Vec<u8>,
    /// Offset of the first byte of the buffer.
    start: u64,
}

impl<R: BufRead> StreamTokens<R> {
    pub(super) fn new(document: R, limits: Limits) -> Self {
        Self {
            reader: Reader::from_reader(Input::new(document, limits)),
            buffer: Vec::new(),
            start: 0,
        }
    }

    fn forget(&mut self) {
        self.buffer.clear();
        self.start = self.reader.buffer_position();
        let start = self.start;
        self.reader.get_mut().forget_before(start);
    }

    fn error(&self, error: &quick_xml::Error, offset: u64) -> Error {
        let input = self.reader.get_ref();
        let (fault, offset) = match input.failure() {
            Some(Failure::Encoding(offset)) if !is_syntax(error) => (Fault::new(Code::Encoding), offset),
            Some(Failure::Limit) => (Fault::new(Code::Limit), offset),
            _ => (fault_of(error, input.is_at_end()), offset),
        };
        Error::new(fault).at(self.position(offset))
    }
}

/// Whether quick-xml refused what it had read, rather than failed to read on.
fn is_syntax(error: &quick_xml::Error) -> bool {
    !matches!(error, quick_xml::Error::Io(_))
}

impl<R: BufRead> Tokens for StreamTokens<R> {
    const KEEPS_TEXT: bool = false;

    fn read(&mut self) -> Result<Token, Error> {
        self.forget();
        self.read_on()
    }

    fn read_on(&mut self) -> Result<Token, Error> {
        let start = self.buffer.len();
        let offset = self.reader.buffer_position();
        self.reader.get_mut().begin_token();
        if offset == 0 && self.reader.get_mut().fill_buf().is_ok_and(begins_with_mark) {
            return Err(second_mark());
        }
        let (kind, name_length) = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => kind_of(&event),
            Err(error) => return Err(self.error(&error, offset)),
        };
        Ok(Token {
            kind,
            offset,
            raw: start..self.buffer.len(),
            name_length,
        })
    }

    fn text(&self, range: Range<usize>) -> &str {
        // Everything here was decoded to UTF-8, and tokens end at ASCII characters.
        self.buffer
            .get(range)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    fn position(&self, offset: u64) -> Position {
        self.reader.get_ref().position(offset, &self.buffer)
    }

    fn first_disallowed(&self) -> u64 {
        self.reader.get_ref().first_disallowed()
    }

    fn may_hold_cdata_end(&self) -> bool {
        true
    }

    fn has_carriage_return(&self) -> bool {
        self.reader.get_ref().has_carriage_return()
    }

    fn encoding(&self) -> Encoding {
        self.reader.get_ref().encoding().unwrap_or(Encoding::Utf8)
    }

    fn pieces(&mut self, take: &mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<Option<u64>, Error> {
        self.forget();
        let start = self.start;
        self.reader.get_mut().begin_token();
        loop {
            let mut stream = self.reader.stream();
            let piece = match stream.fill_buf() {
                Ok(piece) => piece,
                Err(error) => return Err(self.error(&error.into(), start)),
            };
            let end = memchr::memchr2(b'<', b'&', piece).unwrap_or(piece.len());
            if end == 0 {
                return Ok((self.reader.buffer_position() > start).then_some(start));
            }
            let result = take(&piece[..end]);
            stream.consume(end);
            result?;
        }
    }
}
