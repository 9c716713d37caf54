//! Tokens of a document in memory.

use super::{
    characters::survey,
    encoding::Encoding,
    event::Bookmark,
    input::{Malformed, decode_some},
    lines::LineCounter,
    tokens::{Token, TokenKind, Tokens, begins_with_mark, fault_of, kind_of, second_mark},
};
use crate::xml::{Error, Position};
use quick_xml::{Reader, errors::IllFormedError};
use std::{borrow::Cow, io::BufRead, ops::Range};
use xsozial_schema::{Code, Fault};

/// A document in memory, decoded to UTF-8 where it is not.
pub struct DecodedDocument<'d> {
    text: Cow<'d, str>,
    encoding: Encoding,
    /// Whether the bytes behind the text violate the encoding.
    is_cut: bool,
}

impl<'d> DecodedDocument<'d> {
    /// Decodes a document. Errors of its encoding are found when it is read, so that they are found in order.
    pub fn new(document: &'d [u8]) -> Self {
        let detected = Encoding::detect(&document[..document.len().min(super::encoding::LONGEST_DECLARATION)]);
        let bytes = &document[detected.mark..];
        let Some(encoding) = detected.encoding else {
            return Self {
                text: Cow::Borrowed(""),
                encoding: Encoding::Utf8,
                is_cut: true,
            };
        };
        if encoding != Encoding::Utf8 {
            return Self::decode(bytes, encoding);
        }
        let (valid, is_cut) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, false),
            Err(error) => (
                std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
                true,
            ),
        };
        Self {
            text: Cow::Borrowed(valid),
            encoding,
            is_cut,
        }
    }

    fn decode(mut bytes: &[u8], encoding: Encoding) -> Self {
        let mut decoder = encoding.decoder();
        let mut text = Vec::with_capacity(bytes.len());
        let mut is_cut = false;
        loop {
            let is_last = bytes.is_empty();
            match decode_some(&mut decoder, bytes, &mut text, is_last) {
                Ok(read) => bytes = &bytes[read..],
                Err(Malformed) => is_cut = true,
            }
            if is_last || is_cut {
                break;
            }
        }
        Self {
            text: Cow::Owned(String::from_utf8(text).unwrap_or_default()),
            encoding,
            is_cut,
        }
    }
}

/// Tokens of a document in memory.
pub struct SliceTokens<'d> {
    document: &'d DecodedDocument<'d>,
    reader: Reader<&'d [u8]>,
    lines: LineCounter,
    first_disallowed: u64,
    has_carriage_return: bool,
    may_hold_cdata_end: bool,
}

impl<'d> SliceTokens<'d> {
    pub(super) fn new(document: &'d DecodedDocument<'d>) -> Self {
        let found = survey(document.text.as_bytes());
        Self {
            document,
            reader: Reader::from_reader(document.text.as_bytes()),
            lines: LineCounter::default(),
            first_disallowed: found.disallowed.map_or(u64::MAX, |place| place as u64),
            has_carriage_return: found.has_carriage_return,
            may_hold_cdata_end: memchr::memmem::find(document.text.as_bytes(), b"]]>").is_some(),
        }
    }

    fn place(&self) -> usize {
        // Offsets come from a slice, so they fit.
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Goes over text to the next markup or reference, and says how long it is. quick-xml would do the same, and check once
    /// more that it is UTF-8. At the beginning it has still to look for a byte order mark, and text that the document
    /// ends in is left to it, too.
    #[inline]
    fn skip_text(&mut self, start: usize) -> Option<usize> {
        let rest = *self.reader.get_ref();
        if start == 0 || matches!(rest, [] | [b'<' | b'&', ..]) {
            return None;
        }
        let length = memchr::memchr2(b'<', b'&', rest)?;
        self.reader.stream().consume(length);
        Some(length)
    }

    /// Whether quick-xml refused something because the document ends in it, not because of what stands there.
    fn has_run_out(&self, error: &quick_xml::Error) -> bool {
        let rest = self.reader.get_ref();
        match error {
            // Markup that does not end is left where it is, while the position goes to the end of the document.
            quick_xml::Error::Syntax(_) => {
                matches!(rest, [b'<'] | [b'<', b'!']) || (!rest.is_empty() && self.place() == self.document.text.len())
            }
            quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => rest.is_empty(),
            _ => false,
        }
    }

    /// What is wrong when everything readable is used up.
    fn encoding_error(&self) -> Error {
        let length = self.document.text.len() as u64;
        Error::new(Fault::new(Code::Encoding)).at(self.position(length))
    }
}

impl Tokens for SliceTokens<'_> {
    fn read(&mut self) -> Result<Token, Error> {
        self.read_on()
    }

    #[inline]
    fn read_on(&mut self) -> Result<Token, Error> {
        let start = self.place();
        if let Some(length) = self.skip_text(start) {
            return Ok(Token {
                kind: TokenKind::Text,
                offset: start as u64,
                raw: start..start + length,
                name_length: 0,
            });
        }
        if start == 0 && begins_with_mark(self.document.text.as_bytes()) {
            return Err(second_mark());
        }
        let (kind, name_length) = match self.reader.read_event() {
            Ok(event) => kind_of(&event),
            Err(error) => {
                let has_run_out = self.has_run_out(&error);
                if has_run_out && self.document.is_cut {
                    return Err(self.encoding_error());
                }
                let fault = fault_of(&error, has_run_out);
                return Err(Error::new(fault).at(self.position(start as u64)));
            }
        };
        // Text that ends with the readable part may go on behind it.
        let may_go_on = matches!(kind, TokenKind::Text | TokenKind::EndOfDocument);
        if may_go_on && self.document.is_cut && self.reader.get_ref().is_empty() {
            return Err(self.encoding_error());
        }
        Ok(Token {
            kind,
            offset: start as u64,
            raw: start..self.place(),
            name_length,
        })
    }

    #[inline]
    fn text(&self, range: Range<usize>) -> &str {
        self.document.text.get(range).unwrap_or_default()
    }

    fn position(&self, offset: u64) -> Position {
        self.lines.position(self.document.text.as_bytes(), offset)
    }

    fn bookmark(&self, offset: u64) -> Bookmark {
        Bookmark::Offset(offset)
    }

    fn first_disallowed(&self) -> u64 {
        self.first_disallowed
    }

    fn may_hold_cdata_end(&self) -> bool {
        self.may_hold_cdata_end
    }

    fn has_carriage_return(&self) -> bool {
        self.has_carriage_return
    }

    fn encoding(&self) -> Encoding {
        self.document.encoding
    }

    fn pieces(&mut self, _take: &mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<Option<u64>, Error> {
        // The text is in memory anyway: it comes as a token.
        Ok(None)
    }
}
