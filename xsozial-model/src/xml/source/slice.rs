//! Tokens of a document in memory.

use super::{
    characters::survey,
    convert::Malformed,
    encoding::Encoding,
    input::Ending,
    lines::LineCounter,
    plain::plain,
    scan::scan,
    tokens::{Found, Token, TokenKind, Tokens},
};
use crate::xml::{Error, Position};
use std::{borrow::Cow, ops::Range};
use xsozial_schema::limits::Limits;

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
        let mut converter = encoding.converter();
        let mut text = String::with_capacity(bytes.len());
        let mut is_cut = false;
        while !bytes.is_empty() && !is_cut {
            match converter.convert(bytes, &mut text) {
                Ok(read) => bytes = &bytes[read..],
                Err(Malformed) => is_cut = true,
            }
        }
        Self {
            is_cut: is_cut || converter.finish().is_err(),
            text: Cow::Owned(text),
            encoding,
        }
    }
}

/// Tokens of a document in memory.
pub struct SliceTokens<'d> {
    document: &'d DecodedDocument<'d>,
    limits: Limits,
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
    pub(super) fn new(document: &'d DecodedDocument<'d>, limits: Limits) -> Self {
        let found = survey(document.text.as_bytes());
        Self {
            document,
            limits,
            place: 0,
            open: Vec::new(),
            lines: LineCounter::default(),
            first_disallowed: found.disallowed.map_or(u64::MAX, |place| place as u64),
            has_carriage_return: found.has_carriage_return,
            may_hold_cdata_end: memchr::memmem::find(document.text.as_bytes(), b"]]>").is_some(),
        }
    }

    /// The token from here on; reading goes on behind it.
    #[expect(
        clippy::inline_always,
        reason = "measured: a call for each token costs a sixth of the speed"
    )]
    #[inline(always)]
    fn go_on(&mut self, found: &Found) -> Token {
        let start = std::mem::replace(&mut self.place, found.end);
        match found.kind {
            TokenKind::Start => self.open.push(start + 1..start + 1 + found.name_length),
            TokenKind::End => drop(self.open.pop()),
            _ => {}
        }
        Token {
            kind: found.kind,
            offset: start as u64,
            raw: start..found.end,
            name_length: found.name_length,
        }
    }

    /// Reads what has not the plain form, or reaches to the end of the document.
    #[cold]
    fn read_slowly(&self) -> Result<Found, Error> {
        let text = &*self.document.text;
        let open = self.open.last().and_then(|name| text.get(name.clone()));
        let ending = if self.document.is_cut {
            Ending::Malformed
        } else {
            Ending::Whole
        };
        let concluded = scan(text, self.place, open).conclude(self.place, &text[self.place..], ending, &self.limits);
        concluded.map_err(|refusal| {
            let place = if refusal.is_at_end { text.len() } else { self.place };
            Error::new(refusal.fault).at(self.position(place as u64))
        })
    }
}

/// How many line feeds, spaces and tabs there are at the beginning. Between elements there are mostly a line feed and many
/// spaces.
#[inline]
fn blank_length(bytes: &[u8]) -> usize {
    let mut length = usize::from(bytes.first() == Some(&b'\n'));
    while bytes[length..].starts_with(b"        ") {
        length += 8;
    }
    while matches!(bytes.get(length), Some(b' ' | b'\n' | b'\t')) {
        length += 1;
    }
    length
}

impl Tokens for SliceTokens<'_> {
    const KEEPS_TEXT: bool = true;

    #[expect(
        clippy::inline_always,
        reason = "measured: a call for each token costs a sixth of the speed"
    )]
    #[inline(always)]
    fn read(&mut self) -> Result<Token, Error> {
        self.read_on()
    }

    #[expect(
        clippy::inline_always,
        reason = "measured: a call for each token costs a sixth of the speed"
    )]
    #[inline(always)]
    fn read_on(&mut self) -> Result<Token, Error> {
        let text = self.document.text.as_bytes();
        let open = self.open.last().map(|name| &text[name.clone()]);
        let found = match plain(text, self.place, open) {
            Some(found) if found.end < text.len() => found,
            _ => self.read_slowly()?,
        };
        Ok(self.go_on(&found))
    }

    #[inline]
    fn skip_blank(&mut self, most: usize) {
        let rest = self.document.text.as_bytes().get(self.place..).unwrap_or_default();
        let length = blank_length(rest);
        if length <= most && rest.get(length) == Some(&b'<') {
            self.place += length;
        }
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

    fn read_piece(&mut self) -> Result<Token, Error> {
        // All of the text is in memory anyway.
        self.read()
    }
}
