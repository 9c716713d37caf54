//! Reading a document as far as it goes.

use super::{FieldCollector, Fields, Recommendation};
use crate::{Report, Validator, engine::Engine, findings::Findings, typed::read_with};
use std::{cell::RefCell, fmt, io::BufRead, rc::Rc};
use xsozial_model::xml::{DecodedDocument, EventSource, ReadOptions, RootContent, SliceSource, StreamSource};

/// What arrived, without a typed value.
#[derive(Debug, Clone)]
pub struct Intake {
    /// Every value that could be read.
    pub fields: Fields,
    /// What is wrong.
    pub report: Report,
    /// What a person might do.
    pub recommendation: Recommendation,
}

/// What arrived, with its typed value where the document can be read strictly. `Debug` shows no content.
#[derive(Clone)]
pub struct Reading<T> {
    /// The value; `None` for a document with a fault that concerns reading.
    pub value: Option<T>,
    /// Every value that could be read, also of an invalid document.
    pub fields: Fields,
    /// What is wrong.
    pub report: Report,
    /// What a person might do.
    pub recommendation: Recommendation,
}

impl<T> fmt::Debug for Reading<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Reading")
            .field("has_value", &self.value.is_some())
            .field("fields", &self.fields.len())
            .field("report", &self.report)
            .field("recommendation", &self.recommendation)
            .finish()
    }
}

/// Takes in a document in memory: the typed value if it can be read, every value that arrived, all faults, and what a person
/// might do about them.
///
/// ```no_run
/// # fn example<Document: xsozial_model::xml::RootContent>(document: &[u8]) {
/// let reading = xsozial_validate::intake::intake::<Document>(document);
/// for field in reading.fields.iter() {
///     println!("{} = {}", field.labels().join(" › "), field.text());
/// }
/// # }
/// ```
pub fn intake<T: RootContent>(document: &[u8]) -> Reading<T> {
    let options = ReadOptions::default();
    let document = DecodedDocument::new(document);
    let source = SliceSource::new(&document, &T::schema().names, options.limits);
    take_in(source, &Validator::new(T::schema()), &options)
}

/// Takes in a document from a stream. `validator` is one for [`RootContent::schema`], with whatever it is to check beyond the
/// schema. Tolerances of the options decide about the value; the report is as strict as ever.
pub fn intake_from<T: RootContent>(document: impl BufRead, validator: &Validator, options: &ReadOptions) -> Reading<T> {
    let source = StreamSource::new(document, &T::schema().names, options.limits);
    take_in(source, validator, options)
}

fn take_in<T: RootContent>(source: impl EventSource, validator: &Validator, options: &ReadOptions) -> Reading<T> {
    let (engine, fields) = collecting(validator);
    let (value, report) = read_with(source, engine, validator, options);
    Reading {
        value,
        recommendation: Recommendation::of(&report),
        fields: given_back(&fields, validator),
        report,
    }
}

fn collecting(validator: &Validator) -> (Engine<'_>, Rc<RefCell<Fields>>) {
    let (collector, fields) = FieldCollector::new(validator.schema().clone());
    let mut engine = validator.engine(validator.options().most_findings);
    engine.observe(Box::new(collector), None);
    (engine, fields)
}

/// The fields, which nobody else holds any more.
fn given_back(fields: &RefCell<Fields>, validator: &Validator) -> Fields {
    fields.replace(Fields::new(validator.schema().clone()))
}

impl Validator {
    /// Takes in a document in memory whose schema has no generated types.
    pub fn intake(&self, document: &[u8]) -> Intake {
        let document = DecodedDocument::new(document);
        self.intake_of(SliceSource::new(&document, &self.schema().names, self.options().limits))
    }

    /// Takes in a document from a stream whose schema has no generated types.
    pub fn intake_from(&self, document: impl BufRead) -> Intake {
        self.intake_of(StreamSource::new(document, &self.schema().names, self.options().limits))
    }

    fn intake_of(&self, source: impl EventSource) -> Intake {
        let (engine, fields) = collecting(self);
        let mut report = self.empty_report();
        Findings::new(engine, source).read_to_end(&mut report);
        Intake {
            recommendation: Recommendation::of(&report),
            fields: given_back(&fields, self),
            report,
        }
    }
}
