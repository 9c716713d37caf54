//! Markup in which every text is escaped.

use super::printable;
use quick_xml::{
    Writer,
    events::{BytesEnd, BytesStart, BytesText, Event},
};
use std::io;

/// Writes markup. What is not a name of an element or attribute is escaped, and characters that XML has no place for are
/// replaced.
pub(super) struct Markup<W> {
    writer: Writer<W>,
}

/// An attribute: its name and its value.
pub(super) type Attribute<'a> = (&'a str, &'a str);

impl<W: io::Write> Markup<W> {
    pub(super) fn new(writer: W) -> Self {
        Self {
            writer: Writer::new(writer),
        }
    }

    /// What other markup holds, which is empty afterwards.
    pub(super) fn append(&mut self, other: &mut Markup<Vec<u8>>) -> io::Result<()> {
        self.writer.get_mut().write_all(&std::mem::take(other.writer.get_mut()))
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.writer.write_event(Event::Start(tag(name, attributes)))
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content, as one tag.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.writer.write_event(Event::Empty(tag(name, attributes)))
    }

    /// Text of one line.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.writer.write_event(Event::Text(BytesText::new(&printable(text))))
    }

    /// Text of several lines.
    pub(super) fn lines<'t>(&mut self, lines: impl IntoIterator<Item = &'t str>) -> io::Result<()> {
        for line in lines {
            self.text(line)?;
            self.line_end()?;
        }
        Ok(())
    }

    /// An element that holds text.
    pub(super) fn element(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.text(text)?;
        self.close(name)
    }

    /// A line end, where it has no meaning.
    pub(super) fn line_end(&mut self) -> io::Result<()> {
        self.writer.get_mut().write_all(b"\n")
    }
}

fn tag<'a>(name: &'a str, attributes: &[Attribute<'_>]) -> BytesStart<'a> {
    let mut tag = BytesStart::new(name);
    for &(name, value) in attributes {
        tag.push_attribute((name, printable(value).as_ref()));
    }
    tag
}
