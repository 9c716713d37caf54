//! Tokens of a document in memory.

use super::{
    characters::survey,
    encoding::Encoding,
    input::{Malformed, decode_some},
    lines::LineCounter,
    plain::{Plain, plain},
    tokens::{Token, TokenKind, Tokens, begins_with_mark, fault_of, kind_of, mismatched_end, second_mark},
};
use crate::xml::{Error, Position};
use quick_xml::{Reader, errors::IllFormedError, events::Event};
use std::{borrow::Cow, ops::Range};
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
    /// What was read up to.
    place: usize,
    /// Where the names of the open elements are.
    open: Vec<Range<usize>>,
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
            place: 0,
            open: Vec::new(),
            lines: LineCounter::default(),
            first_disallowed: found.disallowed.map_or(u64::MAX, |place| place as u64),
            has_carriage_return: found.has_carriage_return,
            may_hold_cdata_end: memchr::memmem::find(document.text.as_bytes(), b"]]>").is_some(),
        }
    }

    /// Reads what has not the plain form, and finds out what is wrong with what is wrong.
    fn read_other(&mut self) -> Result<Token, Error> {
        let document: &'d DecodedDocument<'d> = self.document;
        let start = self.place;
        let mut reader = Reader::from_reader(&document.text.as_bytes()[start..]);
        // Which end tag belongs to which start tag is known here.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        let event = reader.read_event();
        let length = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let end = start.saturating_add(length).min(document.text.len());
        let (kind, name_length) = match &event {
            Ok(event) => kind_of(event),
            Err(error) => {
                let has_run_out = has_run_out(error, reader.get_ref(), end == document.text.len());
                if has_run_out && document.is_cut {
                    return Err(self.encoding_error());
                }
                let fault = fault_of(error, has_run_out);
                return Err(Error::new(fault).at(self.position(start as u64)));
            }
        };
        if kind == TokenKind::EndOfDocument && document.is_cut {
            return Err(self.encoding_error());
        }
        if let Ok(Event::End(tag)) = &event {
            let open = self.open.pop().and_then(|name| document.text.get(name));
            if open != Some(tag.name().as_ref()) {
                return Err(Error::new(mismatched_end()).at(self.position(start as u64)));
            }
        }
        if kind == TokenKind::Start {
            self.open.push(start + 1..start + 1 + name_length);
        }
        self.place = end;
        Ok(Token {
            kind,
            offset: start as u64,
            raw: start..end,
            name_length,
        })
    }

    /// What is wrong when everything readable is used up.
    fn encoding_error(&self) -> Error {
        let length = self.document.text.len() as u64;
        Error::new(Fault::new(Code::Encoding)).at(self.position(length))
    }
}

/// Whether quick-xml refused something because the document ends in it, not because of what stands there.
fn has_run_out(error: &quick_xml::Error, rest: &[u8], is_at_end: bool) -> bool {
    match error {
        // Markup that does not end is left where it is, while the position goes to the end of the document.
        quick_xml::Error::Syntax(_) => matches!(rest, [b'<'] | [b'<', b'!']) || (!rest.is_empty() && is_at_end),
        quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => rest.is_empty(),
        _ => false,
    }
}

impl Tokens for SliceTokens<'_> {
    const KEEPS_TEXT: bool = true;

    fn read(&mut self) -> Result<Token, Error> {
        self.read_on()
    }

    #[inline]
    fn read_on(&mut self) -> Result<Token, Error> {
        let start = self.place;
        let document = self.document.text.as_bytes();
        if start == 0 && begins_with_mark(document) {
            return Err(second_mark());
        }
        let open = self.open.last().map(|name| &document[name.clone()]);
        let (kind, end, name_length) = match plain(document, start, open) {
            Some(Plain::Start { end, name, is_empty }) => {
                let length = name.len();
                if !is_empty {
                    self.open.push(name);
                }
                let kind = if is_empty { TokenKind::Empty } else { TokenKind::Start };
                (kind, end, length)
            }
            Some(Plain::End(end)) => {
                self.open.pop();
                (TokenKind::End, end, 0)
            }
            // Text that ends with the readable part may go on behind it.
            Some(Plain::Text(end)) if end == document.len() && self.document.is_cut => {
                return Err(self.encoding_error());
            }
            Some(Plain::Text(end)) => (TokenKind::Text, end, 0),
            None => return self.read_other(),
        };
        self.place = end;
        Ok(Token {
            kind,
            offset: start as u64,
            raw: start..end,
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
