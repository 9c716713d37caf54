//! Findings one by one, as a document is read.

use crate::{Finding, Report, engine::Engine, validator::Validator};
use std::io::BufRead;
use xsozial_model::xml::{DecodedDocument, EventSource, SliceSource, StreamSource};

/// The findings of a document that is read as far as somebody asks for them.
///
/// ```no_run
/// # fn example(validator: &xsozial_validate::Validator, document: &[u8]) {
/// use xsozial_model::xml::DecodedDocument;
/// let document = DecodedDocument::new(document);
/// for finding in validator.findings(&document).take(10) {
///     println!("{finding}");
/// }
/// # }
/// ```
pub struct Findings<'v, S> {
    engine: Engine<'v>,
    source: S,
}

impl<S: EventSource> Iterator for Findings<'_, S> {
    type Item = Finding;

    fn next(&mut self) -> Option<Finding> {
        self.read_to_finding();
        self.engine.collector().take()
    }
}

impl<'v, S: EventSource> Findings<'v, S> {
    /// The findings of this engine in this document.
    pub(crate) fn new(engine: Engine<'v>, source: S) -> Self {
        Self { engine, source }
    }

    /// Reads on until something is found or the document ends.
    #[inline]
    pub(crate) fn read_to_finding(&mut self) {
        while self.engine.collector().is_empty() && !self.engine.is_done() {
            self.engine.advance(&mut self.source);
        }
    }

    /// Reads to the end of the document.
    pub(crate) fn read_to_end(mut self, report: &mut Report) {
        while !self.engine.is_done() {
            self.engine.advance(&mut self.source);
        }
        self.engine.collector().fill(report);
    }
}

impl Validator {
    /// The findings of a document in memory, as it is read.
    pub fn findings<'v>(&'v self, document: &'v DecodedDocument<'v>) -> Findings<'v, SliceSource<'v, 'v>> {
        let limits = self.options().limits;
        self.findings_of(SliceSource::new(document, &self.schema().names, limits), usize::MAX)
    }

    /// The findings of a document that is read as a stream.
    pub fn findings_from<R: BufRead>(&self, document: R) -> Findings<'_, StreamSource<'_, R>> {
        let limits = self.options().limits;
        self.findings_of(StreamSource::new(document, &self.schema().names, limits), usize::MAX)
    }

    /// The first finding of a document. What would come beyond it is not put into words.
    pub(crate) fn first_of(&self, source: impl EventSource) -> Option<Finding> {
        self.findings_of(source, 1).next()
    }

    pub(crate) fn findings_of<S: EventSource>(&self, source: S, most: usize) -> Findings<'_, S> {
        Findings::new(self.engine(most), source)
    }
}
