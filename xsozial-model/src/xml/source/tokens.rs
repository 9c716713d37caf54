//! Tokens: what stands between two markup boundaries, as quick-xml finds them.

use super::encoding::Encoding;
use crate::xml::{Error, Position};
use quick_xml::events::Event;
use std::ops::Range;
use xsozial_schema::{Code, Fault, Reason, limits::Limits};

/// Which kind of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `<a>`
    Start,
    /// `<a/>`
    Empty,
    /// `</a>`
    End,
    /// Text up to markup or a reference.
    Text,
    /// `<![CDATA[…]]>`
    CData,
    /// `&…;`
    Reference,
    /// `<!-- … -->`
    Comment,
    /// `<?… ?>`
    Instruction,
    /// `<?xml … ?>`
    Declaration,
    /// `<!DOCTYPE …>`
    Doctype,
    /// The end of the document.
    EndOfDocument,
}

impl TokenKind {
    /// Whether it is a part of the text.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::CData | Self::Reference)
    }

    /// Whether it is a tag, or the end of everything.
    pub(super) fn is_tag(self) -> bool {
        matches!(self, Self::Start | Self::Empty | Self::End | Self::EndOfDocument)
    }
}

/// A token found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Which kind.
    pub(super) kind: TokenKind,
    /// Where in the text it ends.
    pub(super) end: usize,
    /// For a start tag: the length of the element's name.
    pub(super) name_length: usize,
}

/// One token.
#[derive(Clone, Debug)]
pub struct Token {
    /// Which kind.
    pub(super) kind: TokenKind,
    /// Offset of its first byte in the document.
    pub(super) offset: u64,
    /// Where its text is, markup included.
    pub(super) raw: Range<usize>,
    /// For a start tag: the length of the element's name.
    pub(super) name_length: usize,
}

impl Token {
    /// The offset behind it.
    #[inline]
    pub(super) fn end(&self) -> u64 {
        self.offset + self.raw.len() as u64
    }

    /// Where its text is without `before` bytes at the beginning and `after` bytes at the end.
    pub(super) fn inner(&self, before: usize, after: usize) -> Range<usize> {
        let start = self.raw.start + before;
        start..(self.raw.end - after).max(start)
    }
}

/// Where tokens come from. Their text stays at hand until [`read`](Self::read) is called again.
pub trait Tokens {
    /// Whether the text of all tokens stays at hand, and so the position of any offset.
    const KEEPS_TEXT: bool;

    /// Reads the next token and forgets the text of those before.
    fn read(&mut self) -> Result<Token, Error>;

    /// Reads the next token and keeps the text of those before.
    fn read_on(&mut self) -> Result<Token, Error>;

    /// Text of tokens at hand.
    fn text(&self, range: Range<usize>) -> &str;

    /// The position of an offset in the tokens at hand.
    fn position(&self, offset: u64) -> Position;

    /// Offset of the first character that XML does not allow, as far as it is known yet.
    fn first_disallowed(&self) -> u64;

    /// Whether the end of a CDATA section may stand in text.
    fn may_hold_cdata_end(&self) -> bool;

    /// Whether carriage returns were seen.
    fn has_carriage_return(&self) -> bool;

    /// The encoding in use.
    fn encoding(&self) -> Encoding;

    /// Goes on behind white space in its usual form that stands before markup and is no longer than this. Whoever calls it
    /// passes over such text anyway.
    #[inline]
    fn skip_blank(&mut self, _most: usize) {}

    /// Like [`read`](Self::read), but a long text may come in several tokens. They part no line end and no end of a CDATA
    /// section.
    fn read_piece(&mut self) -> Result<Token, Error>;
}

/// The most bytes that a token may have that begins like this.
pub(super) fn longest(token: &[u8], limits: &Limits) -> usize {
    match token {
        [b'<', b'!', b'[' | b'-', ..] | [b'<', b'?', ..] => limits.text,
        [b'<'] | [b'<', b'!'] => limits.text.max(limits.start_tag),
        [b'<', ..] => limits.start_tag,
        _ => limits.text,
    }
}

/// The kind of what quick-xml found, and the length of a start tag's name.
#[inline]
pub(super) fn kind_of(event: &Event<'_>) -> (TokenKind, usize) {
    let kind = match event {
        Event::Start(start) => return (TokenKind::Start, start.name().as_ref().len()),
        Event::Empty(start) => return (TokenKind::Empty, start.name().as_ref().len()),
        Event::End(_) => TokenKind::End,
        Event::Text(_) => TokenKind::Text,
        Event::CData(_) => TokenKind::CData,
        Event::GeneralRef(_) => TokenKind::Reference,
        Event::Comment(_) => TokenKind::Comment,
        Event::PI(_) => TokenKind::Instruction,
        Event::Decl(_) => TokenKind::Declaration,
        Event::DocType(_) => TokenKind::Doctype,
        Event::Eof => TokenKind::EndOfDocument,
    };
    (kind, 0)
}

/// What quick-xml's refusal means; its own message is left out, for it may hold names of the document. `has_run_out`: the
/// document ends too early.
pub(super) fn fault_of(error: &quick_xml::Error, has_run_out: bool) -> Fault {
    use quick_xml::errors::{Error as Xml, IllFormedError, SyntaxError};
    match error {
        Xml::Io(error) => Fault::because(Code::Unreadable, Reason::of_io(error.kind())),
        Xml::Encoding(_) => Fault::new(Code::Encoding),
        Xml::IllFormed(IllFormedError::MissingDoctypeName) | Xml::Syntax(SyntaxError::UnclosedDoctype) => {
            Fault::new(Code::Doctype)
        }
        Xml::Syntax(_) | Xml::IllFormed(IllFormedError::UnclosedReference) if has_run_out => {
            Fault::new(Code::Truncated)
        }
        Xml::IllFormed(IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_)) => {
            mismatched_end()
        }
        Xml::IllFormed(IllFormedError::UnclosedReference) => Fault::because(
            Code::NotXml,
            (
                "auf ein kaufmännisches Und folgt kein Verweis",
                "an ampersand begins no reference",
            ),
        ),
        _ => Fault::because(
            Code::NotXml,
            (
                "eine Auszeichnung endet nicht oder ist unbekannt",
                "markup is not closed or not known",
            ),
        ),
    }
}

/// The fault of an end tag that does not belong to the innermost open element.
pub(super) fn mismatched_end() -> Fault {
    Fault::because(
        Code::NotXml,
        (
            "die Endmarke passt nicht zur Anfangsmarke",
            "the end tag does not match the start tag",
        ),
    )
}
