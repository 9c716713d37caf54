//! The engine: one pass over the events of a document, with an explicit stack.
//!
//! ```text
//! event -> frame of the open element -> automaton | value check | attributes -> finding, then go on as if it were mended
//! ```
//!
//! The engine is pushed: it says what it [expects](Expects) and is told what came. So it runs behind a source that it pulls
//! itself ([`Engine::advance`]), beside a reader, and behind a writer.

mod attributes;
mod binary;
mod collector;
mod content;
mod frame;
mod id_names;
mod identity;
mod observer;
mod recovery;
mod references;
mod skip;
mod start;
mod value;

pub(crate) use collector::Collector;
pub(crate) use id_names::IdNames;
pub(crate) use observer::{Check, Desk, Observer, Opened, Place, Remark, Value};

use crate::finding::{Finding, Rule, RuleKind};
use frame::{Frame, Holds};
use identity::Identities;
use observer::Observers;
use recovery::Recovery;
use references::Reference;
use skip::Skip;
use xsozial_model::xml::{Error, Event, EventSource, Path, Position, TextEvent, attribute_step, is_blank};
use xsozial_schema::{
    Fault, NameId, Schema, Severity,
    check::IdTable,
    schema::{Annotation, SourceLocation},
};

/// What may come next, so that a source can be asked for it in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expects {
    /// Text up to the end tag.
    Text,
    /// Base64 text up to the end tag, in pieces if they come cheaper.
    Binary,
    /// Elements; blank text between them says nothing.
    Elements,
    /// Anything.
    Anything,
}

/// Validates one document.
pub(crate) struct Engine<'v> {
    schema: &'v Schema,
    id_names: &'v IdNames,
    /// Whether the document has places in a text; a value that was never text has none.
    has_places: bool,
    path: Path,
    stack: Vec<Frame<'v>>,
    skip: Option<Skip>,
    recovery: Recovery,
    ids: IdTable<Reference>,
    identities: Identities<'v>,
    /// Text of a mixed element whose value the schema fixes.
    mixed_text: String,
    /// Room for attachments while they are checked.
    decoded: Vec<u8>,
    collector: Collector,
    observers: Observers<'v>,
    is_done: bool,
}

/// What a finding is about, beside its fault.
pub(crate) struct About<'a> {
    /// The component whose rule is broken.
    pub(crate) component: SourceLocation,
    /// What its authors say.
    pub(crate) annotation: Option<&'a Annotation>,
}

impl About<'_> {
    /// No component of the schema.
    pub(crate) const NOTHING: Self = Self {
        component: SourceLocation::BUILT_IN,
        annotation: None,
    };
}

impl<'v> Engine<'v> {
    pub(crate) fn new(schema: &'v Schema, id_names: &'v IdNames, collector: Collector) -> Self {
        Self {
            schema,
            id_names,
            has_places: true,
            path: Path::new(),
            stack: Vec::new(),
            skip: None,
            recovery: Recovery::default(),
            ids: IdTable::new(),
            identities: Identities::new(),
            mixed_text: String::new(),
            decoded: Vec::new(),
            collector,
            observers: Observers::default(),
            is_done: false,
        }
    }

    /// The same engine for a document that was never text.
    pub(crate) fn without_places(mut self) -> Self {
        self.has_places = false;
        self
    }

    pub(crate) fn is_done(&self) -> bool {
        self.is_done
    }

    pub(crate) fn collector(&mut self) -> &mut Collector {
        &mut self.collector
    }

    /// Reads on and takes what comes.
    #[inline]
    pub(crate) fn advance<S: EventSource + ?Sized>(&mut self, source: &mut S) {
        let event = match self.expects() {
            Expects::Text => match source.text() {
                Ok(TextEvent::Complete) => return self.value(source),
                Ok(TextEvent::Child) => return self.child_comes(source),
                Err(error) => return self.fail(&error, source),
            },
            Expects::Binary => return self.advance_binary(source),
            Expects::Elements => source.next_among_elements(),
            Expects::Anything => source.next(),
        };
        match event {
            Ok(Event::Start(start)) => self.start(start, source),
            Ok(Event::Text(_)) => self.text(source.last_text(), source),
            Ok(Event::End) => self.end(source),
            Ok(Event::EndOfDocument) => self.finish(source),
            Err(error) => self.fail(&error, source),
        }
    }

    /// What may come next.
    #[inline]
    pub(crate) fn expects(&self) -> Expects {
        match self.stack.last() {
            _ if self.skip.is_some() => Expects::Anything,
            Some(frame) => frame.expects(),
            None => Expects::Anything,
        }
    }

    /// The source can read no further.
    #[cold]
    pub(crate) fn fail<S: EventSource + ?Sized>(&mut self, error: &Error, source: &S) {
        self.is_done = true;
        self.collector.add(Finding {
            path: self.path.describe(&self.schema.names),
            ..Finding::from(error.clone())
        });
        self.tell_finish(source);
    }

    /// The document ends: references must have found their targets.
    pub(crate) fn finish<S: EventSource + ?Sized>(&mut self, source: &S) {
        self.is_done = true;
        self.report_dangling(source);
        self.tell_finish(source);
    }

    /// The whole text of the current element has been read, through its end tag, whether or not that was expected.
    pub(crate) fn whole_text<S: EventSource + ?Sized>(&mut self, source: &S) {
        if matches!(self.expects(), Expects::Text | Expects::Binary) {
            return self.value(source);
        }
        let text = source.last_text();
        if !text.is_empty() {
            self.text(text, source);
        }
        self.end(source);
    }

    /// Text that is not the whole content of an element.
    #[inline]
    pub(crate) fn text<S: EventSource + ?Sized>(&mut self, text: &str, source: &S) {
        if !self.may_stand(text) {
            self.unexpected_text(source);
        }
        self.tell_text(text, source);
    }

    /// Takes text that is not the whole content of an element. `false`: it must not stand here.
    #[inline]
    fn may_stand(&mut self, text: &str) -> bool {
        if let Some(skip) = &mut self.skip {
            skip.text(text);
            return true;
        }
        let Some(frame) = self.stack.last_mut() else {
            return true;
        };
        match frame.holds {
            Holds::Elements(content) if content.mixed => {
                if frame.is_fixed_mixed() {
                    self.mixed_text.push_str(text);
                }
                true
            }
            Holds::Elements(_) => is_blank(text) || std::mem::replace(&mut frame.has_stray_text, true),
            Holds::Value(_) | Holds::Nothing(_) | Holds::Ignored => true,
        }
    }

    /// A finding about the current element.
    #[cold]
    pub(crate) fn report<S: EventSource + ?Sized>(&mut self, fault: Fault, about: &About<'_>, source: &S) {
        let position = source.position();
        self.report_at(fault, about, position, "");
    }

    /// A finding about an attribute of the current start tag.
    #[cold]
    pub(crate) fn report_attribute<S: EventSource + ?Sized>(
        &mut self,
        fault: Fault,
        about: &About<'_>,
        source: &S,
        place: usize,
    ) {
        let step = source
            .start_element()
            .attribute(place)
            .map_or_else(String::new, |attribute| {
                attribute_step(attribute.uri(), attribute.local())
            });
        self.report_at(fault, about, source.attribute_position(place), &step);
    }

    #[cold]
    fn report_at(&mut self, fault: Fault, about: &About<'_>, position: Position, step: &str) {
        if self.collector.is_full() {
            return self.collector.omit(fault.code, Severity::Error);
        }
        let mut path = self.path.describe(&self.schema.names);
        path.push_str(step);
        let position = self.has_places.then_some(position);
        self.collector
            .add(finding_at(fault, about, self.schema, position, path));
    }

    /// The path goes down to the element whose start tag was read last.
    #[inline]
    fn enter<S: EventSource + ?Sized>(&mut self, name: NameId, source: &S) {
        if name == NameId::UNKNOWN {
            let start = source.start_element();
            self.path.enter_unknown(start.uri(), start.local());
        } else {
            self.path.enter(name);
        }
    }
}

/// An error with its place and its rule.
#[cold]
fn finding_at(fault: Fault, about: &About<'_>, schema: &Schema, position: Option<Position>, path: String) -> Finding {
    let source = schema.describe_source(about.component);
    Finding {
        severity: Severity::Error,
        path,
        position,
        rule: (!source.is_empty()).then(|| Rule {
            kind: RuleKind::of(fault.code),
            source,
        }),
        help: about.annotation.and_then(documentation),
        fault,
    }
}

/// What the authors of a component say of it.
fn documentation(annotation: &Annotation) -> Option<String> {
    let text = annotation.documentation.join("\n");
    (!text.is_empty()).then_some(text)
}
