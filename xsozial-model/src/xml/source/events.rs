//! Tokens become events: well-formedness across tokens, namespaces, text in one piece.

use super::{
    characters::is_blank,
    event::{Event, EventSource, StartElement, TextEvent},
    prefixes::Prefixes,
    prolog::{check_comment, check_declaration, check_instruction},
    references,
    slice::{DecodedDocument, SliceTokens},
    start_tag::StartTag,
    stream::StreamTokens,
    text::{find_cdata_end, push_normalised},
    tokens::{Token, TokenKind, Tokens, longest},
};
use crate::xml::{Error, Mark, Position};
use std::{io::BufRead, ops::Range};
use xsozial_schema::{Code, Fault, limits::Limits, names::Names};

/// The events of a document in memory.
pub type SliceSource<'n, 'd> = Events<'n, SliceTokens<'d>>;

/// The events of a document that is read as a stream.
pub type StreamSource<'n, R> = Events<'n, StreamTokens<R>>;

/// The events of a document, made from its tokens.
pub struct Events<'n, T> {
    tokens: T,
    names: &'n Names,
    limits: Limits,
    smallest_limit: usize,
    prefixes: Prefixes,
    start: StartTag,
    /// Where the text of the last start tag is, without its brackets, and its offset in the document.
    tag: Range<usize>,
    tag_offset: u64,
    depth: u32,
    stage: Stage,
    pending: Pending,
    /// Whether the last event ended an element, whose declarations go out of scope with the next one.
    has_left: bool,
    /// Text that had to be changed or put together.
    scratch: String,
    /// The text of the element that was read last as a whole.
    text: Collected,
    /// Offset of what was read last.
    offset: u64,
    /// Its position, where that must be known before more is read.
    place: Option<Position>,
}

/// Where in the document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    BeforeRoot,
    Root,
    AfterRoot,
}

/// What has been read and not given out.
enum Pending {
    Nothing,
    /// The end of an element that was written as `<a/>`.
    EndOfEmpty,
    /// A start tag.
    Start(Token),
}

/// The text found so far.
enum Collected {
    Nothing,
    /// All of it is in one token.
    Token(Range<usize>),
    /// It is in the scratch buffer.
    Scratch,
}

impl<'n, 'd> SliceSource<'n, 'd> {
    /// The events of a document in memory; `names` are those of the schema.
    pub fn new(document: &'d DecodedDocument<'d>, names: &'n Names, limits: Limits) -> Self {
        Self::over(SliceTokens::new(document, limits), names, limits)
    }
}

impl<'n, R: BufRead> StreamSource<'n, R> {
    /// The events of a document that is read as a stream; `names` are those of the schema.
    pub fn new(document: R, names: &'n Names, limits: Limits) -> Self {
        Self::over(StreamTokens::new(document, limits), names, limits)
    }
}

impl<'n, T: Tokens> Events<'n, T> {
    fn over(tokens: T, names: &'n Names, limits: Limits) -> Self {
        Self {
            tokens,
            names,
            limits,
            smallest_limit: limits.start_tag.min(limits.text),
            prefixes: Prefixes::new(),
            start: StartTag::new(),
            tag: 0..0,
            tag_offset: 0,
            depth: 0,
            stage: Stage::BeforeRoot,
            pending: Pending::Nothing,
            has_left: false,
            scratch: String::new(),
            text: Collected::Nothing,
            offset: 0,
            place: None,
        }
    }

    fn error(&self, fault: Fault, offset: u64) -> Error {
        Error::new(fault).at(self.tokens.position(offset))
    }

    fn not_xml(&self, reason: (&'static str, &'static str), offset: u64) -> Error {
        self.error(Fault::because(Code::NotXml, reason), offset)
    }

    /// What every token must keep: its limit, and the characters of XML.
    #[inline]
    fn check(&self, token: &Token) -> Result<(), Error> {
        if token.raw.len() <= self.smallest_limit && token.end() <= self.tokens.first_disallowed() {
            return Ok(());
        }
        self.check_closely(token)
    }

    #[cold]
    fn check_closely(&self, token: &Token) -> Result<(), Error> {
        let raw = self.tokens.text(token.raw.clone());
        if raw.len() > longest(raw.as_bytes(), &self.limits) {
            return Err(self.error(Fault::new(Code::Limit), token.offset));
        }
        let disallowed = self.tokens.first_disallowed();
        if disallowed < token.end() {
            // What comes first counts: so it does where the text is read in pieces.
            let before = usize::try_from(disallowed.saturating_sub(token.offset)).unwrap_or_default();
            if token.kind == TokenKind::Text {
                self.check_cdata_end(token, token.raw.start..token.raw.start + before)?;
            }
            return Err(self.error(Fault::new(Code::Character), disallowed));
        }
        Ok(())
    }

    /// Where an attribute of the last start tag begins.
    fn attribute_offset(&self, attribute: usize) -> u64 {
        match self.start.attributes.get(attribute) {
            Some(attribute) => self.tag_offset + attribute.qname.start as u64,
            None => self.offset,
        }
    }

    /// Lets declarations of the element that ended last go out of scope.
    #[inline]
    fn settle(&mut self) {
        self.place = None;
        if self.has_left {
            self.has_left = false;
            if self.prefixes.leave() {
                self.start.forget_names();
            }
        }
    }

    fn begin_element(&mut self, token: &Token) -> Result<(), Error> {
        self.offset = token.offset;
        if self.stage == Stage::AfterRoot {
            return Err(self.not_xml(
                ("ein zweites Wurzelelement beginnt", "a second root element begins"),
                token.offset,
            ));
        }
        if self.depth >= self.limits.depth {
            return Err(self.error(Fault::new(Code::Limit), token.offset));
        }
        let is_empty = token.kind == TokenKind::Empty;
        self.tag = token.inner(1, if is_empty { 2 } else { 1 });
        self.tag_offset = token.offset + 1;
        self.prefixes.enter();
        let tag = self.tokens.text(self.tag.clone());
        if let Err(wrong) = self.start.read(tag, token.name_length, &mut self.prefixes, self.names) {
            let offset = match wrong.place {
                0 => token.offset,
                place => self.tag_offset + place as u64,
            };
            return Err(self.error(wrong.fault, offset));
        }
        self.stage = Stage::Root;
        self.depth += 1;
        self.pending = if is_empty {
            Pending::EndOfEmpty
        } else {
            Pending::Nothing
        };
        Ok(())
    }

    fn end_element(&mut self) {
        self.has_left = true;
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.stage = Stage::AfterRoot;
        }
    }

    /// Comments, processing instructions, the declaration, the document type: checked, then left out.
    fn check_aside(&self, token: &Token) -> Result<(), Error> {
        let result = match token.kind {
            TokenKind::Comment => check_comment(self.tokens.text(token.inner(4, 3))),
            TokenKind::Instruction => check_instruction(self.tokens.text(token.inner(2, 2))),
            TokenKind::Declaration if token.offset == 0 => {
                check_declaration(self.tokens.text(token.inner(5, 2)), self.tokens.encoding())
            }
            TokenKind::Declaration => Err(Fault::because(
                Code::NotXml,
                (
                    "die XML-Deklaration steht nicht ganz am Anfang",
                    "the XML declaration stands elsewhere than at the very beginning",
                ),
            )),
            _ => Err(Fault::new(Code::Doctype)),
        };
        result.map_err(|fault| self.error(fault, token.offset))
    }

    fn end_of_document(&self, token: &Token) -> Result<(), Error> {
        match self.stage {
            Stage::AfterRoot => Ok(()),
            Stage::BeforeRoot => Err(self.error(Fault::new(Code::Empty), token.offset)),
            Stage::Root => Err(self.error(Fault::new(Code::Truncated), token.offset)),
        }
    }

    /// Whether text outside the root is white space alone, as it must be.
    fn check_outside(&self, token: &Token) -> Result<(), Error> {
        if token.kind == TokenKind::Text && is_blank(self.tokens.text(token.raw.clone())) {
            return Ok(());
        }
        Err(self.not_xml(
            (
                "außerhalb des Wurzelelements steht Text",
                "text stands outside the root element",
            ),
            token.offset,
        ))
    }

    /// The text of a token as it stands in the input; with its carriage returns, and references unresolved.
    fn raw_text(&self, token: &Token) -> Result<Range<usize>, Error> {
        if token.kind == TokenKind::CData {
            return Ok(token.inner(9, 3));
        }
        if !self.tokens.may_hold_cdata_end() {
            return Ok(token.raw.clone());
        }
        self.check_cdata_end(token, token.raw.clone())?;
        Ok(token.raw.clone())
    }

    fn check_cdata_end(&self, token: &Token, range: Range<usize>) -> Result<(), Error> {
        match find_cdata_end(self.tokens.text(range)) {
            Some(place) => Err(self.not_xml(
                (
                    "im Text steht das Ende eines CDATA-Abschnitts",
                    "the end of a CDATA section stands in text",
                ),
                token.offset + place as u64,
            )),
            None => Ok(()),
        }
    }

    fn resolve(&self, token: &Token) -> Result<char, Error> {
        references::resolve(self.tokens.text(token.inner(1, 1)))
            .map_err(|code| self.error(Fault::new(code), token.offset))
    }

    /// Whether a text holds carriage returns.
    #[inline]
    fn must_be_normalised(&self, range: &Range<usize>) -> bool {
        self.tokens.has_carriage_return() && memchr::memchr(b'\r', self.tokens.text(range.clone()).as_bytes()).is_some()
    }

    /// Adds the text of a token to what was found before.
    fn collect(&mut self, token: &Token, before: Collected) -> Result<Collected, Error> {
        let character = match token.kind {
            TokenKind::Reference => Some(self.resolve(token)?),
            _ => None,
        };
        let range = match character {
            None => self.raw_text(token)?,
            Some(_) => 0..0,
        };
        match before {
            Collected::Nothing if character.is_none() && !self.must_be_normalised(&range) => {
                return Ok(Collected::Token(range));
            }
            Collected::Nothing => self.scratch.clear(),
            Collected::Token(first) => {
                self.scratch.clear();
                self.scratch.push_str(self.tokens.text(first));
            }
            Collected::Scratch => {}
        }
        match character {
            Some(character) => self.scratch.push(character),
            None => push_normalised(self.tokens.text(range), &mut self.scratch),
        }
        Ok(Collected::Scratch)
    }

    /// Reads on to the next tag, and collects the text before it.
    fn collect_text(&mut self) -> Result<TextEvent, Error> {
        let mut collected = Collected::Nothing;
        let mut begin = None;
        loop {
            let token = self.tokens.read_on()?;
            self.check(&token)?;
            // All of it is kept: what stands between pieces of text counts as well.
            let length = token.end() - *begin.get_or_insert(token.offset);
            if !token.kind.is_tag() && length > self.limits.text as u64 {
                return Err(self.error(Fault::new(Code::Limit), self.offset));
            }
            if matches!(collected, Collected::Nothing) {
                self.offset = token.offset;
            }
            match token.kind {
                kind if kind.is_text() => {
                    collected = self.collect(&token, collected)?;
                }
                TokenKind::End => {
                    self.end_element();
                    self.text = collected;
                    return Ok(TextEvent::Complete);
                }
                TokenKind::Start | TokenKind::Empty => {
                    self.offset = token.offset;
                    self.text = collected;
                    self.pending = Pending::Start(token);
                    return Ok(TextEvent::Child);
                }
                TokenKind::EndOfDocument => return Err(self.error(Fault::new(Code::Truncated), token.offset)),
                _ => self.check_aside(&token)?,
            }
        }
    }

    fn advance_to_pending(&mut self) -> Result<Advance, Error> {
        match std::mem::replace(&mut self.pending, Pending::Nothing) {
            Pending::Start(token) => {
                self.begin_element(&token)?;
                Ok(Advance::Start)
            }
            Pending::EndOfEmpty | Pending::Nothing => {
                self.end_element();
                Ok(Advance::End)
            }
        }
    }

    /// Reads on to the next event; text is left in `self.text`.
    #[inline]
    fn advance(&mut self, skips_blank: bool) -> Result<Advance, Error> {
        self.settle();
        if !matches!(self.pending, Pending::Nothing) {
            return self.advance_to_pending();
        }
        loop {
            if skips_blank {
                self.tokens.skip_blank(self.smallest_limit);
            }
            let token = self.tokens.read()?;
            self.check(&token)?;
            self.offset = token.offset;
            match token.kind {
                TokenKind::Start | TokenKind::Empty => {
                    self.begin_element(&token)?;
                    return Ok(Advance::Start);
                }
                TokenKind::End => {
                    self.end_element();
                    return Ok(Advance::End);
                }
                TokenKind::EndOfDocument => {
                    self.end_of_document(&token)?;
                    return Ok(Advance::EndOfDocument);
                }
                kind if kind.is_text() && self.stage != Stage::Root => {
                    self.check_outside(&token)?;
                }
                TokenKind::Text if skips_blank && is_blank(self.tokens.text(token.raw.clone())) => {}
                kind if kind.is_text() => {
                    self.text = self.collect(&token, Collected::Nothing)?;
                    if !self.last_text().is_empty() {
                        return Ok(Advance::Text);
                    }
                }
                _ => self.check_aside(&token)?,
            }
        }
    }

    #[inline]
    fn event(&self, advance: &Advance) -> Event<'_> {
        match advance {
            Advance::Start => Event::Start(self.start.summary()),
            Advance::Text => Event::Text(self.collected(&self.text)),
            Advance::End => Event::End,
            Advance::EndOfDocument => Event::EndOfDocument,
        }
    }

    fn collected(&self, collected: &Collected) -> &str {
        match collected {
            Collected::Nothing => "",
            Collected::Token(range) => self.tokens.text(range.clone()),
            Collected::Scratch => &self.scratch,
        }
    }
}

/// The next event, before its text is lent.
enum Advance {
    Start,
    Text,
    End,
    EndOfDocument,
}

impl<T: Tokens> EventSource for Events<'_, T> {
    fn next(&mut self) -> Result<Event<'_>, Error> {
        let advance = self.advance(false)?;
        Ok(self.event(&advance))
    }

    fn next_among_elements(&mut self) -> Result<Event<'_>, Error> {
        let advance = self.advance(true)?;
        Ok(self.event(&advance))
    }

    fn text(&mut self) -> Result<TextEvent, Error> {
        self.settle();
        self.text = Collected::Nothing;
        if matches!(self.pending, Pending::EndOfEmpty) {
            self.pending = Pending::Nothing;
            self.end_element();
            return Ok(TextEvent::Complete);
        }
        self.collect_text()
    }

    fn last_text(&self) -> &str {
        self.collected(&self.text)
    }

    fn text_in_pieces(&mut self, take: &mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<TextEvent, Error> {
        self.settle();
        self.text = Collected::Nothing;
        if matches!(self.pending, Pending::EndOfEmpty) {
            self.pending = Pending::Nothing;
            self.end_element();
            return Ok(TextEvent::Complete);
        }
        let mut first = None;
        loop {
            let token = self.tokens.read_piece()?;
            self.check(&token)?;
            let is_aside = !token.kind.is_text() && !token.kind.is_tag();
            if !is_aside {
                self.place = Some(*first.get_or_insert_with(|| self.tokens.position(token.offset)));
            }
            match token.kind {
                TokenKind::End => {
                    self.end_element();
                    return Ok(TextEvent::Complete);
                }
                TokenKind::Start | TokenKind::Empty => {
                    self.place = Some(self.tokens.position(token.offset));
                    self.pending = Pending::Start(token);
                    return Ok(TextEvent::Child);
                }
                TokenKind::EndOfDocument => return Err(self.error(Fault::new(Code::Truncated), token.offset)),
                _ if is_aside => self.check_aside(&token)?,
                _ => {
                    let collected = self.collect(&token, Collected::Nothing)?;
                    take(self.collected(&collected).as_bytes())?;
                }
            }
        }
    }

    fn start_element(&self) -> StartElement<'_> {
        StartElement::new(self.tokens.text(self.tag.clone()), &self.start, &self.prefixes)
    }

    fn prefixes(&self) -> &Prefixes {
        &self.prefixes
    }

    fn position(&self) -> Position {
        self.place.unwrap_or_else(|| self.tokens.position(self.offset))
    }

    fn attribute_position(&self, attribute: usize) -> Position {
        self.tokens.position(self.attribute_offset(attribute))
    }

    fn mark(&self, attribute: Option<usize>) -> Mark {
        match (attribute, self.place) {
            (None, Some(place)) => Mark::Position(place),
            (None, None) if T::KEEPS_TEXT => Mark::Offset(self.offset),
            (Some(attribute), _) if T::KEEPS_TEXT => Mark::Offset(self.attribute_offset(attribute)),
            (None, None) => Mark::Position(self.position()),
            (Some(attribute), _) => Mark::Position(self.attribute_position(attribute)),
        }
    }

    fn find(&self, mark: Mark) -> Position {
        match mark {
            Mark::Offset(offset) => self.tokens.position(offset),
            Mark::Position(position) => position,
        }
    }
}
