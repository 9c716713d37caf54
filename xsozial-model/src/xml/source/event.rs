//! Events and the trait of their sources.

use super::{
    prefixes::{BindingId, Prefixes},
    start_tag::StartTag,
};
use crate::xml::{Error, Mark, Position};
use xsozial_schema::{NameId, NamespaceId};

/// A source of the events of one document. It reports well-formed content alone; whatever is not well-formed is an error,
/// after which nothing more may be asked. Comments and processing instructions are left out.
///
/// The errors have a position, and no path: the path is known to the [`Reader`](crate::xml::Reader).
pub trait EventSource {
    /// The next event.
    fn next(&mut self) -> Result<Event<'_>, Error>;

    /// The next event inside an element that may hold elements alone: white space between them is left out.
    fn next_among_elements(&mut self) -> Result<Event<'_>, Error>;

    /// Right after [`Event::Start`]: reads the whole text of the element and its end tag.
    fn text(&mut self) -> Result<TextEvent, Error>;

    /// The text that [`text`](Self::text) read last, or that of the last [`Event::Text`].
    fn last_text(&self) -> &str;

    /// Like [`text`](Self::text), but gives the text out in pieces and keeps none. Pieces may part characters. An error
    /// of `take` ends the reading.
    fn text_in_pieces(&mut self, take: &mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<TextEvent, Error>;

    /// The start tag that was read last. Its attributes are at hand until the next event or text is read.
    fn start_element(&self) -> StartElement<'_>;

    /// The namespace declarations in scope. Those of an element last until the first event behind its end.
    fn prefixes(&self) -> &Prefixes;

    /// The position of what was read last: a tag's `<`, or the first character of a text.
    fn position(&self) -> Position;

    /// The position of an attribute's name in the start tag that was read last.
    fn attribute_position(&self, attribute: usize) -> Position;

    /// The place of what was read last, or of an attribute of the last start tag. It costs less than its position where
    /// the document is in memory.
    fn mark(&self, attribute: Option<usize>) -> Mark;

    /// The position of a mark of this document.
    fn find(&self, mark: Mark) -> Position;
}

/// An event.
pub enum Event<'e> {
    /// An element begins; [`EventSource::start_element`] tells the rest.
    Start(ElementStart),
    /// Text, never empty. The text between two tags may come in several pieces.
    Text(&'e str),
    /// The current element ends.
    End,
    /// The document ends.
    EndOfDocument,
}

/// What [`EventSource::text`] and [`EventSource::text_in_pieces`] find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEvent {
    /// The whole text has been read, through the end tag.
    Complete,
    /// A child element begins; it is the next event. [`EventSource::text`] has kept the text before it, pieces are lost.
    Child,
}

/// What every reader of a start tag needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ElementStart {
    /// The expanded name, or [`NameId::UNKNOWN`] if the schema does not know it.
    pub name: NameId,
    /// The namespace, or [`NamespaceId::UNKNOWN`].
    pub namespace: NamespaceId,
    /// How many attributes there are, namespace declarations apart.
    pub attribute_count: usize,
    /// Whether there are attributes of the instance namespace (`xsi:type` and the like).
    pub has_instance_attributes: bool,
}

/// A start tag.
#[derive(Clone, Copy)]
pub struct StartElement<'e> {
    /// The expanded name, or [`NameId::UNKNOWN`] if the schema does not know it.
    pub name: NameId,
    /// The namespace, or [`NamespaceId::UNKNOWN`].
    pub namespace: NamespaceId,
    /// The name as it stands in the document.
    pub qname: &'e str,
    pub(super) tag: &'e str,
    pub(super) start: &'e StartTag,
    pub(super) prefixes: &'e Prefixes,
}

/// An attribute; namespace declarations are none.
#[derive(Clone, Copy)]
pub struct Attribute<'e> {
    /// The expanded name, or [`NameId::UNKNOWN`] if the schema does not know it.
    pub name: NameId,
    /// The namespace, or [`NamespaceId::UNKNOWN`].
    pub namespace: NamespaceId,
    /// The name as it stands in the document.
    pub qname: &'e str,
    binding: BindingId,
    prefixes: &'e Prefixes,
    /// The value, normalised as XML prescribes (line ends, references); not yet as its type does.
    pub value: &'e str,
}

impl<'e> StartElement<'e> {
    pub(super) fn new(tag: &'e str, start: &'e StartTag, prefixes: &'e Prefixes) -> Self {
        Self {
            name: start.resolved.name,
            namespace: start.resolved.namespace,
            qname: tag.get(..start.name_length).unwrap_or_default(),
            tag,
            start,
            prefixes,
        }
    }

    /// The prefix; empty where there is none.
    pub fn prefix(&self) -> &'e str {
        split(self.qname).0
    }

    /// The local part of the name.
    pub fn local(&self) -> &'e str {
        split(self.qname).1
    }

    /// The namespace's URI.
    pub fn uri(&self) -> &'e str {
        self.prefixes.uri(self.start.resolved.binding)
    }

    /// How many attributes there are.
    pub fn attribute_count(&self) -> usize {
        self.start.attributes.len()
    }

    /// The attribute at this place.
    pub fn attribute(&self, place: usize) -> Option<Attribute<'e>> {
        let raw = self.start.attributes.get(place)?;
        Some(Attribute {
            name: raw.resolved.name,
            namespace: raw.resolved.namespace,
            qname: self.tag.get(raw.qname.clone()).unwrap_or_default(),
            binding: raw.resolved.binding,
            prefixes: self.prefixes,
            value: self.start.value(self.tag, place),
        })
    }

    /// The attributes in document order.
    pub fn attributes(self) -> impl Iterator<Item = Attribute<'e>> {
        (0..self.attribute_count()).filter_map(move |place| self.attribute(place))
    }

    /// The place of the attribute of this name, which must be one that the schema knows.
    pub fn find(&self, name: NameId) -> Option<usize> {
        self.start
            .attributes
            .iter()
            .position(|attribute| attribute.resolved.name == name)
    }
}

impl<'e> Attribute<'e> {
    /// The namespace's URI.
    pub fn uri(&self) -> &'e str {
        self.prefixes.uri(self.binding)
    }

    /// The prefix; empty where there is none.
    pub fn prefix(&self) -> &'e str {
        split(self.qname).0
    }

    /// The local part of the name.
    pub fn local(&self) -> &'e str {
        split(self.qname).1
    }
}

fn split(qname: &str) -> (&str, &str) {
    qname.split_once(':').unwrap_or(("", qname))
}
