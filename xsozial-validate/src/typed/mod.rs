//! Values of generated types: validated before they are written, and while they are read.

mod sink;
mod tee;

use crate::{Finding, Report, Validator, engine::Engine};
use sink::EngineSink;
use std::io::BufRead;
use tee::Tee;
use xsozial_model::xml::{
    DecodedDocument, EventSource, ReadOptions, Reader, RootContent, SliceSource, StreamSource, WriteOptions, Writer,
};

/// Validation of values, implemented for every generated type that can be a document.
///
/// The value streams its events into the engine; no text is made. Findings have a path and no position. What serialising a value
/// cannot go wrong with (order, names) is checked all the same: the same engine does it.
pub trait Validate: RootContent {
    /// All faults of the value, against the schema that its type was generated from.
    ///
    /// To validate many values, make the [`Validator`] once and use [`validate_with`](Self::validate_with).
    fn validate(&self) -> Report {
        self.validate_with(&Validator::new(Self::schema()), &WriteOptions::default())
    }

    /// All faults of the value. `validator` is one for [`RootContent::schema`]; `options` say where attachments are that the
    /// value holds as handles.
    fn validate_with(&self, validator: &Validator, options: &WriteOptions) -> Report {
        let mut report = validator.empty_report();
        let engine = validator.engine(validator.options().most_findings).without_places();
        let mut sink = EngineSink::new(engine, &validator.schema().names);
        let result = self.write_root(&mut Writer::new(validator.schema(), &mut sink, options));
        sink.finish_with(result, &mut report);
        report
    }
}

impl<T: RootContent> Validate for T {}

/// Reads a document in memory and validates it in the same pass: the value, if it could be read, and all faults.
///
/// A document with a fault that concerns reading has no value; its report still names every fault, not only the first.
///
/// ```no_run
/// # fn example<Document: xsozial_model::xml::RootContent>(document: &[u8]) {
/// let (document, report) = xsozial_validate::read_validated::<Document>(document);
/// for finding in &report.findings {
///     println!("{finding}");
/// }
/// # let _ = document;
/// # }
/// ```
pub fn read_validated<T: RootContent>(document: &[u8]) -> (Option<T>, Report) {
    let options = ReadOptions::default();
    let document = DecodedDocument::new(document);
    let source = SliceSource::new(&document, &T::schema().names, options.limits);
    read(source, &Validator::new(T::schema()), &options)
}

/// Reads a document from a stream and validates it in the same pass. `validator` is one for [`RootContent::schema`]. Tolerances
/// of the options decide about the value; the report is as strict as ever.
pub fn read_validated_from<T: RootContent>(
    document: impl BufRead,
    validator: &Validator,
    options: &ReadOptions,
) -> (Option<T>, Report) {
    let source = StreamSource::new(document, &T::schema().names, options.limits);
    read(source, validator, options)
}

fn read<T: RootContent>(source: impl EventSource, validator: &Validator, options: &ReadOptions) -> (Option<T>, Report) {
    let engine = validator.engine(validator.options().most_findings);
    read_with(source, engine, validator, options)
}

/// Reads a value beside this engine.
pub(crate) fn read_with<T: RootContent>(
    source: impl EventSource,
    engine: Engine<'_>,
    validator: &Validator,
    options: &ReadOptions,
) -> (Option<T>, Report) {
    let mut report = validator.empty_report();
    let mut tee = Tee::new(source, engine);
    let result = read_root(&mut tee, options);
    tee.finish(&mut report);
    match result {
        Ok(value) => (Some(value), report),
        Err(error) => {
            // The engine finds whatever the reader refuses; what is left is an error of the toolkit, and not to be lost.
            if report.findings.is_empty() {
                report.findings.push(Finding::from(error));
            }
            (None, report)
        }
    }
}

fn read_root<T: RootContent>(
    source: &mut dyn EventSource,
    options: &ReadOptions,
) -> Result<T, xsozial_model::xml::Error> {
    let mut reader = Reader::new(T::schema(), source, options);
    let element = reader.root()?;
    let value = T::read_root(&mut reader, element)?;
    reader.finish()?;
    Ok(value)
}
