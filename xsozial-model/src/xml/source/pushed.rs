//! A document that was never text: the writer's events, shown like those of a source.

use super::{
    event::{ElementStart, Event, EventSource, StartElement, TextEvent},
    prefixes::Prefixes,
    start_tag::StartTag,
};
use crate::xml::{Error, Mark, Position};
use xsozial_schema::{Code, Fault, names::Names};

/// The current start tag, text and namespaces of a document that somebody writes.
///
/// Whoever checks what is written looks at it like at a source that was read: it is an [`EventSource`] from which nothing can be
/// read, and whose positions say nothing.
pub struct PushedSource<'n> {
    names: &'n Names,
    prefixes: Prefixes,
    start: StartTag,
    /// Names of the element and its attributes, one after the other.
    tag: String,
    text: String,
    has_left: bool,
}

impl<'n> PushedSource<'n> {
    /// Nothing has been written; `names` are those of the schema.
    pub fn new(names: &'n Names) -> Self {
        Self {
            names,
            prefixes: Prefixes::new(),
            start: StartTag::new(),
            tag: String::new(),
            text: String::new(),
            has_left: false,
        }
    }

    /// An element begins; its attributes and namespace declarations follow.
    pub fn begin(&mut self, qname: &str) {
        self.settle();
        self.prefixes.enter();
        self.text.clear();
        self.tag.clear();
        self.tag.push_str(qname);
        self.start.begin(qname.len());
    }

    /// An attribute, or a namespace declaration, of the element that was begun last.
    pub fn attribute(&mut self, qname: &str, value: &str) {
        let start = self.tag.len();
        self.tag.push_str(qname);
        self.start.push_given(start..self.tag.len(), value);
    }

    /// All attributes have been given.
    pub fn complete(&mut self) -> Result<ElementStart, Error> {
        match self.start.finish(&self.tag, &mut self.prefixes, self.names) {
            Ok(()) => Ok(self.start.summary()),
            Err(wrong) => Err(Error::new(wrong.fault)),
        }
    }

    /// Text of the current element.
    pub fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The current element has ended.
    pub fn end(&mut self) {
        self.settle();
        self.text.clear();
        self.has_left = true;
    }

    /// Lets declarations of the element that ended last go out of scope.
    fn settle(&mut self) {
        if std::mem::take(&mut self.has_left) && self.prefixes.leave() {
            self.start.forget_names();
        }
    }
}

fn nothing_to_read() -> Error {
    Error::new(Fault::because(
        Code::Internal,
        (
            "ein Dokument, das geschrieben wird, kann nicht gelesen werden",
            "a document that is written cannot be read",
        ),
    ))
}

impl EventSource for PushedSource<'_> {
    fn next(&mut self) -> Result<Event<'_>, Error> {
        Err(nothing_to_read())
    }

    fn next_among_elements(&mut self) -> Result<Event<'_>, Error> {
        Err(nothing_to_read())
    }

    fn text(&mut self) -> Result<TextEvent, Error> {
        Err(nothing_to_read())
    }

    fn last_text(&self) -> &str {
        &self.text
    }

    fn text_in_pieces(&mut self, _take: &mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<TextEvent, Error> {
        Err(nothing_to_read())
    }

    fn start_element(&self) -> StartElement<'_> {
        StartElement::new(&self.tag, &self.start, &self.prefixes)
    }

    fn prefixes(&self) -> &Prefixes {
        &self.prefixes
    }

    fn position(&self) -> Position {
        Position::START
    }

    fn attribute_position(&self, _attribute: usize) -> Position {
        Position::START
    }

    fn mark(&self, _attribute: Option<usize>) -> Mark {
        Mark::Offset(0)
    }

    fn find(&self, _mark: Mark) -> Position {
        Position::START
    }
}
