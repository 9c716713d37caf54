//! The engine behind a writer.

use crate::{
    Report,
    engine::{Engine, Expects},
};
use xsozial_model::xml::{Error, EventSink, PushedSource, are_allowed};
use xsozial_schema::{Code, Fault, names::Names};

/// Takes what is written to the engine.
pub(super) struct EngineSink<'v> {
    engine: Engine<'v>,
    source: PushedSource<'v>,
    /// A start tag whose attributes may still come.
    has_open_tag: bool,
}

impl<'v> EngineSink<'v> {
    pub(super) fn new(engine: Engine<'v>, names: &'v Names) -> Self {
        Self {
            engine,
            source: PushedSource::new(names),
            has_open_tag: false,
        }
    }

    /// All that was found, given that writing ended like this.
    pub(super) fn finish_with(mut self, result: Result<(), Error>, report: &mut Report) {
        if let Err(error) = result {
            self.engine.fail(&error, &self.source);
        }
        self.engine.collector().fill(report);
    }

    fn close_tag(&mut self) -> Result<(), Error> {
        if std::mem::take(&mut self.has_open_tag) {
            let start = self.source.complete()?;
            self.engine.start(start, &self.source);
        }
        Ok(())
    }
}

impl EventSink for EngineSink<'_> {
    fn begin(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn start(&mut self, name: &str, _keeps_space: bool) -> Result<(), Error> {
        self.close_tag()?;
        self.source.begin(name);
        self.has_open_tag = true;
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: &str) -> Result<(), Error> {
        check_characters(value)?;
        self.source.attribute(name, value);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        self.close_tag()?;
        check_characters(text)?;
        match self.engine.expects() {
            Expects::Text | Expects::Binary => self.source.push_text(text),
            Expects::Elements | Expects::Anything => {
                self.engine.text(text, &self.source);
            }
        }
        Ok(())
    }

    fn end(&mut self, _name: &str) -> Result<(), Error> {
        self.close_tag()?;
        self.engine.whole_text(&self.source);
        self.source.end();
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Error> {
        self.engine.finish(&self.source);
        Ok(())
    }
}

/// A value may hold characters that no document can, not even as references (XML 1.0, section 2.2).
fn check_characters(text: &str) -> Result<(), Error> {
    if are_allowed(text) {
        Ok(())
    } else {
        Err(Error::new(Fault::new(Code::Character)))
    }
}
