//! Checks beyond the schema: they are told what the engine sees, and add findings of their own.
//!
//! An observer never influences what the engine finds. It is told of the whole document, also of parts that the schema does
//! not describe or that are read over after a fault, unless its check [watches](Check::watched) some types alone.

use super::{Collector, Engine};
use crate::finding::{Finding, Rule};
use std::{
    fmt,
    panic::{RefUnwindSafe, UnwindSafe},
};
use xsozial_model::xml::{EventSource, KeptPath, Mark, Path, Position, StartElement, attribute_step};
use xsozial_schema::{
    Code, Fault, NameId, Schema, Severity,
    schema::{ElementId, SimpleTypeId, TypeRef},
};

/// A check that can be made of many documents at once.
pub(crate) trait Check: fmt::Debug + Send + Sync + UnwindSafe + RefUnwindSafe {
    /// The complex types, by their ids, that its observers watch: they are told of the begin and end of elements of these types
    /// and of the values of their children, and of nothing else but the end of the document. `None`: of everything.
    fn watched(&self) -> Option<&[bool]> {
        None
    }

    /// What observes one document.
    fn observer<'v>(&'v self, schema: &'v Schema) -> Box<dyn Observer + 'v>;
}

/// Observes one document.
pub(crate) trait Observer {
    /// An element begins; the desk's path ends with it. Its attributes have been checked.
    fn begin(&mut self, opened: &Opened<'_>, desk: &mut Desk<'_>);

    /// The whole value of the current element, which has a simple type.
    fn value(&mut self, value: &Value<'_>, desk: &mut Desk<'_>);

    /// The current element holds so many characters of base64 that was checked piece by piece, and is right or wrong.
    fn binary(&mut self, _characters: usize, _is_valid: bool, _desk: &mut Desk<'_>) {}

    /// Text of the current element where it has no simple type: between the elements of mixed content, where there should be
    /// none, and in parts that are read over. It may come in several pieces.
    fn text(&mut self, _text: &str, _desk: &mut Desk<'_>) {}

    /// The current element ends; the desk's path still ends with it.
    fn leave(&mut self, desk: &mut Desk<'_>);

    /// The document ends, or can be read no further.
    fn finish(&mut self, _desk: &mut Desk<'_>) {}
}

/// An element that begins.
pub(crate) struct Opened<'a> {
    /// Its declaration; `None` where the schema has none for it here.
    pub(crate) element: Option<ElementId>,
    /// The type that it is checked against, `xsi:type` considered; `None` where it is read over.
    pub(crate) type_ref: Option<TypeRef>,
    /// Its start tag.
    pub(crate) start: StartElement<'a>,
}

/// The value of an element.
pub(crate) struct Value<'a> {
    /// The text as it stands in the document; the schema's value where the element is empty and the schema has one.
    pub(crate) text: &'a str,
    /// The name of the element.
    pub(crate) name: NameId,
    /// The declared type.
    pub(crate) simple_type: SimpleTypeId,
    /// Whether the value keeps all rules of the schema.
    pub(crate) is_valid: bool,
}

/// A place in a document that can be named later on.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    path: KeptPath,
    mark: Mark,
}

/// What an observer has to say.
pub(crate) struct Remark {
    /// How much it weighs.
    pub(crate) severity: Severity,
    /// What is wrong.
    pub(crate) fault: Fault,
    /// The rule behind it.
    pub(crate) rule: Option<Rule>,
    /// What helps whoever mends it.
    pub(crate) help: Option<String>,
}

/// Where observers hand in their findings.
pub(crate) struct Desk<'a> {
    schema: &'a Schema,
    path: &'a mut Path,
    collector: &'a mut Collector,
    places: &'a dyn Places,
    has_places: bool,
    /// Whether the observer that watches the element that begins is the only one that watches any.
    is_single: bool,
    /// That observer has seen enough of the element.
    is_passed_over: bool,
}

impl Desk<'_> {
    /// The schema.
    pub(crate) fn schema(&self) -> &Schema {
        self.schema
    }

    /// The path of the current element.
    pub(crate) fn path(&self) -> String {
        self.path.describe(&self.schema.names)
    }

    /// Where the current tag or text stands; `None` for a value that was never text.
    pub(crate) fn position(&self) -> Option<Position> {
        self.has_places.then(|| self.places.position(None))
    }

    /// The innermost element: the id of its name, its name where the schema does not know it, and how many siblings of its name
    /// it closes.
    pub(crate) fn innermost(&self) -> Option<(NameId, &str, u32)> {
        self.path.innermost()
    }

    /// Where the current tag or text stands, or an attribute of the element that begins; told by [`find`](Self::find).
    pub(crate) fn mark(&self, attribute: Option<usize>) -> Mark {
        self.places.mark(attribute)
    }

    /// The position of a mark; `None` for a value that was never text.
    pub(crate) fn find(&self, mark: Mark) -> Option<Position> {
        self.has_places.then(|| self.places.find(mark))
    }

    /// Remembers the current element.
    pub(crate) fn keep(&mut self) -> Place {
        Place {
            path: self.path.keep(None),
            mark: self.places.mark(None),
        }
    }

    /// Whether there is room for a finding; where there is none it is counted. What is no error must not make the document
    /// invalid.
    fn has_room(&mut self, code: Code, severity: Severity) -> bool {
        let is_full = self.collector.is_full();
        if is_full {
            self.collector.omit(code, severity);
        }
        !is_full
    }

    /// An observer that watches types has seen enough of the element that begins. `true`: it is told neither the values in it nor
    /// its end; `false`: it is, because others watch as well.
    #[inline]
    pub(crate) fn pass_over(&mut self) -> bool {
        self.is_passed_over = self.is_single;
        self.is_single
    }

    /// Whether a finding of this weight needs to be put into words; where it need not, it is counted.
    pub(crate) fn wants_words(&mut self, severity: Severity) -> bool {
        let only_counts = self.collector.only_counts();
        if only_counts {
            self.collector.omit_unnamed(severity);
        }
        !only_counts
    }

    /// A finding about the current element.
    #[cold]
    pub(crate) fn report(&mut self, remark: Remark) {
        if !self.has_room(remark.fault.code, remark.severity) {
            return;
        }
        let (path, position) = (self.path(), self.position());
        self.collector.add(remark.at(path, position));
    }

    /// A finding about an attribute of the element that begins, told by its place in the start tag.
    #[cold]
    pub(crate) fn report_attribute(&mut self, start: &StartElement<'_>, attribute: usize, remark: Remark) {
        if !self.has_room(remark.fault.code, remark.severity) {
            return;
        }
        let mut path = self.path();
        if let Some(attribute) = start.attribute(attribute) {
            path.push_str(&attribute_step(attribute.uri(), attribute.local()));
        }
        let position = self.has_places.then(|| self.places.position(Some(attribute)));
        self.collector.add(remark.at(path, position));
    }

    /// A finding about an element that was kept.
    #[cold]
    pub(crate) fn report_at(&mut self, place: Place, remark: Remark) {
        if !self.has_room(remark.fault.code, remark.severity) {
            return;
        }
        let path = self.path.describe_kept(place.path, &self.schema.names);
        let position = self.has_places.then(|| self.places.find(place.mark));
        self.collector.add(remark.at(path, position));
    }
}

impl Remark {
    fn at(self, path: String, position: Option<Position>) -> Finding {
        Finding {
            severity: self.severity,
            fault: self.fault,
            path,
            position,
            rule: self.rule,
            help: self.help,
        }
    }
}

/// What a source knows of places.
trait Places {
    fn position(&self, attribute: Option<usize>) -> Position;
    fn mark(&self, attribute: Option<usize>) -> Mark;
    fn find(&self, mark: Mark) -> Position;
}

struct PlacesOf<'s, S: ?Sized>(&'s S);

impl<S: EventSource + ?Sized> Places for PlacesOf<'_, S> {
    fn position(&self, attribute: Option<usize>) -> Position {
        attribute.map_or_else(|| self.0.position(), |attribute| self.0.attribute_position(attribute))
    }

    fn mark(&self, attribute: Option<usize>) -> Mark {
        self.0.mark(attribute)
    }

    fn find(&self, mark: Mark) -> Position {
        self.0.find(mark)
    }
}

/// The observers of one document.
#[derive(Default)]
pub(super) struct Observers<'v> {
    all: Vec<Observing<'v>>,
    /// Whether one of them is told of everything.
    has_general: bool,
    /// How many of them watch types.
    watching: usize,
}

/// An observer, and the types that it watches; `None` for all.
struct Observing<'v> {
    observer: Box<dyn Observer + 'v>,
    watched: Option<&'v [bool]>,
}

impl<'v> Engine<'v> {
    /// Adds an observer. `watched` are the types that it [watches](Check::watched).
    pub(crate) fn observe(&mut self, observer: Box<dyn Observer + 'v>, watched: Option<&'v [bool]>) {
        match watched {
            Some(_) => self.observers.watching += 1,
            None => self.observers.has_general = true,
        }
        self.observers.all.push(Observing { observer, watched });
    }

    /// Whether an observer of some types alone watches this one.
    #[inline]
    pub(super) fn is_watched(&self, type_ref: TypeRef) -> bool {
        let TypeRef::Complex(id) = type_ref else { return false };
        let mut watched = self.observers.all.iter().filter_map(|it| it.watched);
        watched.any(|types| types.get(id.index()) == Some(&true))
    }

    /// Whether the current element, or one so many levels above, is watched. Nothing that is read over is.
    #[inline]
    fn is_open_watched(&self, above: usize) -> bool {
        let place = self.stack.len().checked_sub(1 + above);
        let frame = place.and_then(|place| self.stack.get(place));
        frame.is_some_and(|frame| frame.is_watched) && self.skip.is_none()
    }

    /// Tells the observers of the element whose start tag was read last. Its step of the path has been entered.
    #[inline]
    pub(super) fn tell_begin<S: EventSource + ?Sized>(
        &mut self,
        element: Option<ElementId>,
        type_ref: Option<TypeRef>,
        source: &S,
    ) {
        let is_watched = matches!(type_ref, Some(TypeRef::Complex(_))) && self.is_open_watched(0);
        if is_watched || self.observers.has_general {
            let start = source.start_element();
            let opened = Opened {
                element,
                type_ref,
                start,
            };
            let is_passed_over = self.tell(source, is_watched, |observer, desk| observer.begin(&opened, desk));
            if is_passed_over && let Some(frame) = self.stack.last_mut() {
                frame.is_watched = false;
            }
        }
    }

    /// Tells the observers the value of the current element.
    #[inline]
    pub(super) fn tell_value<S: EventSource + ?Sized>(&mut self, value: &Value<'_>, source: &S) {
        let is_watched = self.is_open_watched(1);
        if is_watched || self.observers.has_general {
            self.tell(source, is_watched, |observer, desk| observer.value(value, desk));
        }
    }

    /// Tells the observers that the current element holds so many characters of base64, and whether it is base64.
    #[inline]
    pub(super) fn tell_binary<S: EventSource + ?Sized>(&mut self, characters: usize, is_valid: bool, source: &S) {
        if self.observers.has_general {
            self.tell(source, false, |observer, desk| {
                observer.binary(characters, is_valid, desk);
            });
        }
    }

    /// Tells the observers of text outside of values.
    #[inline]
    pub(super) fn tell_text<S: EventSource + ?Sized>(&mut self, text: &str, source: &S) {
        if self.observers.has_general && !text.is_empty() {
            self.tell(source, false, |observer, desk| observer.text(text, desk));
        }
    }

    /// Tells the observers that the current element ends.
    #[inline]
    pub(super) fn tell_leave<S: EventSource + ?Sized>(&mut self, source: &S) {
        let is_watched = self.is_open_watched(0);
        if is_watched || self.observers.has_general {
            self.tell(source, is_watched, |observer, desk| observer.leave(desk));
        }
    }

    /// Tells the observers that nothing more comes.
    pub(super) fn tell_finish<S: EventSource + ?Sized>(&mut self, source: &S) {
        self.tell(source, true, |observer, desk| observer.finish(desk));
    }

    /// Tells the observers; unless it is about what is watched, only those who are told of everything. Answers whether what
    /// watches the current element has seen enough of it.
    fn tell<S: EventSource + ?Sized>(
        &mut self,
        source: &S,
        is_watched: bool,
        what: impl Fn(&mut dyn Observer, &mut Desk<'_>),
    ) -> bool {
        let mut desk = Desk {
            schema: self.schema,
            path: &mut self.path,
            collector: &mut self.collector,
            places: &PlacesOf(source),
            has_places: self.has_places,
            is_single: self.observers.watching == 1,
            is_passed_over: false,
        };
        for observing in &mut self.observers.all {
            if is_watched || observing.watched.is_none() {
                what(observing.observer.as_mut(), &mut desk);
            }
        }
        desk.is_passed_over
    }
}
