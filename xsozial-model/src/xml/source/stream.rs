//! Tokens of a document that is read as a stream.

use super::{
    encoding::Encoding,
    input::Ending,
    open_names::OpenNames,
    plain::plain,
    scan::{Scanned, scan},
    tokens::{Found, Token, TokenKind, Tokens, longest},
    window::Window,
};
use crate::xml::{Error, Position};
use std::{io::BufRead, ops::Range};
use xsozial_schema::{Code, Fault, limits::Limits};

/// Tokens of a document that is read as a stream.
pub struct StreamTokens<R> {
    window: Window<R>,
    limits: Limits,
    open: OpenNames,
    /// Where in the window the tokens at hand begin; their ranges are counted from there.
    kept: usize,
    /// Where in the window the next token begins.
    place: usize,
    /// Where the text began that is being given out in pieces.
    run: Option<Position>,
}

impl<R: BufRead> StreamTokens<R> {
    pub(super) fn new(document: R, limits: Limits) -> Self {
        Self {
            window: Window::new(document),
            limits,
            open: OpenNames::default(),
            kept: 0,
            place: 0,
            run: None,
        }
    }

    /// What has been read into the window and not given out.
    #[inline]
    fn rest(&self) -> &str {
        self.window.text().get(self.place..).unwrap_or_default()
    }

    fn offset(&self) -> u64 {
        self.window.offset() + self.place as u64
    }

    fn is_open(&self) -> bool {
        self.window.ending() == Ending::Open
    }

    fn fill(&mut self) {
        let gone = self.window.fill(self.kept);
        self.kept -= gone;
        self.place -= gone;
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
            TokenKind::Start => {
                let name = start + 1..start + 1 + found.name_length;
                self.open.push(self.window.text().get(name).unwrap_or_default());
            }
            TokenKind::End => self.open.pop(),
            _ => {}
        }
        Token {
            kind: found.kind,
            offset: self.window.offset() + start as u64,
            raw: start - self.kept..found.end - self.kept,
            name_length: found.name_length,
        }
    }

    /// Reads what has not the plain form, or is not wholly in the window.
    #[cold]
    fn read_slowly(&mut self) -> Result<Found, Error> {
        loop {
            let scanned = scan(self.window.text(), self.place, self.open.last());
            if let Scanned::Open(outcome) = &scanned
                && self.may_grow()
            {
                let is_text = outcome.as_ref().is_ok_and(|found| found.kind == TokenKind::Text);
                self.read_more(is_text);
                continue;
            }
            let concluded = scanned.conclude(self.place, self.rest(), self.window.ending(), &self.limits);
            return concluded.map_err(|refusal| {
                let end = self.rest().len() as u64;
                let offset = self.offset() + if refusal.is_at_end { end } else { 0 };
                Error::new(refusal.fault).at(self.position(offset))
            });
        }
    }

    /// Whether more of the token may be read.
    fn may_grow(&self) -> bool {
        self.is_open() && self.rest().len() <= longest(self.rest().as_bytes(), &self.limits)
    }

    /// Reads on until it is worth while to look again, so that all looks together take linear time.
    fn read_more(&mut self, is_text: bool) {
        let before = self.rest().len();
        let mut known = before;
        loop {
            self.fill();
            let rest = self.rest().as_bytes();
            let is_enough = if is_text {
                memchr::memchr2(b'<', b'&', &rest[known..]).is_some()
            } else {
                rest.len() - before >= before / 4
            };
            if is_enough || !self.may_grow() {
                return;
            }
            known = rest.len();
        }
    }

    /// A piece of the text that reaches beyond the window.
    fn piece(&mut self, length: usize) -> Result<Token, Error> {
        if self.run.is_none() {
            self.run = Some(self.position(self.offset()));
        }
        let found = Found {
            kind: TokenKind::Text,
            end: self.place + length,
            name_length: 0,
        };
        let piece = self.go_on(&found);
        self.check_run(&piece)?;
        Ok(piece)
    }

    /// Whether the text keeps its limit that is being given out in pieces.
    fn check_run(&self, piece: &Token) -> Result<(), Error> {
        match self.run {
            Some(begin) if piece.end() - begin.offset > self.limits.text as u64 => {
                Err(Error::new(Fault::new(Code::Limit)).at(begin))
            }
            _ => Ok(()),
        }
    }
}

/// How many bytes at the end of a text may not be parted from what follows: a line end, the end of a CDATA section.
fn inseparable(text: &str) -> usize {
    match text.as_bytes() {
        [.., b']', b']'] => 2,
        [.., b']' | b'\r'] => 1,
        _ => 0,
    }
}

impl<R: BufRead> Tokens for StreamTokens<R> {
    const KEEPS_TEXT: bool = false;

    #[expect(
        clippy::inline_always,
        reason = "measured: a call for each token costs a sixth of the speed"
    )]
    #[inline(always)]
    fn read(&mut self) -> Result<Token, Error> {
        self.kept = self.place;
        self.read_on()
    }

    #[expect(
        clippy::inline_always,
        reason = "measured: a call for each token costs a sixth of the speed"
    )]
    #[inline(always)]
    fn read_on(&mut self) -> Result<Token, Error> {
        let text = self.window.text().as_bytes();
        let found = match plain(text, self.place, self.open.last().map(str::as_bytes)) {
            Some(found) if found.end < text.len() => found,
            _ => self.read_slowly()?,
        };
        Ok(self.go_on(&found))
    }

    fn read_piece(&mut self) -> Result<Token, Error> {
        self.kept = self.place;
        while self.is_open() && memchr::memchr2(b'<', b'&', self.rest().as_bytes()).is_none() {
            let length = self.rest().len() - inseparable(self.rest());
            if length > 0 {
                return self.piece(length);
            }
            self.fill();
        }
        let token = self.read_on()?;
        if token.kind == TokenKind::Text {
            self.check_run(&token)?;
        }
        self.run = None;
        Ok(token)
    }

    #[inline]
    fn text(&self, range: Range<usize>) -> &str {
        let range = self.kept + range.start..self.kept + range.end;
        self.window.text().get(range).unwrap_or_default()
    }

    fn position(&self, offset: u64) -> Position {
        self.window.position(offset)
    }

    #[inline]
    fn first_disallowed(&self) -> u64 {
        self.window.first_disallowed()
    }

    #[inline]
    fn may_hold_cdata_end(&self) -> bool {
        self.window.may_hold_cdata_end()
    }

    #[inline]
    fn has_carriage_return(&self) -> bool {
        self.window.has_carriage_return()
    }

    fn encoding(&self) -> Encoding {
        self.window.encoding().unwrap_or(Encoding::Utf8)
    }
}
