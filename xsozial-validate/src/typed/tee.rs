//! The engine beside a reader: both see the same events.

use crate::{Report, engine::Engine};
use xsozial_model::xml::{Error, Event, EventSource, Mark, Position, Prefixes, StartElement, TextEvent};

/// A source whose events also go to the engine.
pub(super) struct Tee<'v, S> {
    source: S,
    engine: Engine<'v>,
}

/// An event without its text.
enum Kind {
    Passed,
    Text,
}

impl<'v, S: EventSource> Tee<'v, S> {
    pub(super) fn new(source: S, engine: Engine<'v>) -> Self {
        Self { source, engine }
    }

    /// Reads what the reader left, and gives all findings to the report.
    pub(super) fn finish(mut self, report: &mut Report) {
        while !self.engine.is_done() {
            self.engine.advance(&mut self.source);
        }
        self.engine.collector().fill(report);
    }

    fn pass(&mut self, among_elements: bool) -> Result<Event<'_>, Error> {
        let event = if among_elements {
            self.source.next_among_elements()
        } else {
            self.source.next()
        };
        let (kind, passed) = match event {
            Ok(Event::Start(start)) => {
                self.engine.start(start, &self.source);
                (Kind::Passed, Event::Start(start))
            }
            Ok(Event::Text(_)) => {
                self.engine.text(self.source.last_text(), &self.source);
                (Kind::Text, Event::End)
            }
            Ok(Event::End) => {
                self.engine.end(&self.source);
                (Kind::Passed, Event::End)
            }
            Ok(Event::EndOfDocument) => {
                self.engine.finish(&self.source);
                (Kind::Passed, Event::EndOfDocument)
            }
            Err(error) => {
                self.engine.fail(&error, &self.source);
                return Err(error);
            }
        };
        Ok(match kind {
            Kind::Passed => passed,
            Kind::Text => Event::Text(self.source.last_text()),
        })
    }
}

impl<S: EventSource> EventSource for Tee<'_, S> {
    fn next(&mut self) -> Result<Event<'_>, Error> {
        self.pass(false)
    }

    fn next_among_elements(&mut self) -> Result<Event<'_>, Error> {
        self.pass(true)
    }

    fn text(&mut self) -> Result<TextEvent, Error> {
        let event = self.source.text();
        match &event {
            Ok(TextEvent::Complete) => self.engine.whole_text(&self.source),
            Ok(TextEvent::Child) => self.engine.child_comes(&self.source),
            Err(error) => self.engine.fail(error, &self.source),
        }
        event
    }

    fn last_text(&self) -> &str {
        self.source.last_text()
    }

    fn text_in_pieces(&mut self, take: &mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<TextEvent, Error> {
        let mut check = self.engine.binary_check();
        let event = self.source.text_in_pieces(&mut |piece| {
            check.take(piece);
            take(piece)
        });
        self.engine.binary(event.clone(), check, &self.source);
        event
    }

    fn start_element(&self) -> StartElement<'_> {
        self.source.start_element()
    }

    fn prefixes(&self) -> &Prefixes {
        self.source.prefixes()
    }

    fn position(&self) -> Position {
        self.source.position()
    }

    fn attribute_position(&self, attribute: usize) -> Position {
        self.source.attribute_position(attribute)
    }

    fn mark(&self, attribute: Option<usize>) -> Mark {
        self.source.mark(attribute)
    }

    fn find(&self, mark: Mark) -> Position {
        self.source.find(mark)
    }
}
