//! Children against the content automaton, and how to go on when one does not fit.
//!
//! A child that does not fit is one of three things:
//! - It could stand later: what should come before it is missing. One finding for the gap; the child is taken as if the
//!   missing elements had come. They are pardoned: when they come after all, the two were swapped, which is the same fault.
//! - The content model names it, but nowhere from here on: one too many, or the wrong branch of a choice. One finding; its
//!   content is checked as declared.
//! - The content model does not name it. One finding; it is read over.
//!
//! Where a child of the last two kinds stands in the very place of a missing element, it is taken to stand for that one.

use super::{
    About, Engine,
    frame::{Doubt, Holds},
    skip::Reason,
};
use xsozial_model::xml::{ElementStart, EventSource, shortened};
use xsozial_schema::{
    Code, Fault, NameId,
    check::Admission,
    content::{Automaton, Cursor, Gap, Label, Missing},
    schema::{Element, ElementContent, ElementId, LeafTerm, WildcardId},
};

/// An element that was reported as missing.
#[derive(Clone, Copy)]
pub(super) struct Pardon {
    /// Open elements around it.
    depth: usize,
    name: NameId,
    /// Whether it may stand repeatedly.
    is_repeated: bool,
}

impl<'v> Engine<'v> {
    /// An element begins.
    #[inline]
    pub(crate) fn start<S: EventSource + ?Sized>(&mut self, start: ElementStart, source: &S) {
        if self.skip.is_some() {
            return self.start_skipped(source);
        }
        let Some(parent) = self.stack.last_mut() else {
            return self.root(start, source);
        };
        parent.has_stray_text = false;
        parent.has_children = true;
        let Holds::Elements(content) = parent.holds else {
            return self.unexpected_child(start, source);
        };
        let automaton = &content.automaton;
        let wildcards = &self.schema.wildcards;
        match automaton.step(&mut parent.cursor, start.name, start.namespace, wildcards) {
            Some(step) => {
                parent.has_stand_in = false;
                self.enter(start.name, source);
                self.begin_labelled(step.label, start, source);
            }
            None => self.resynchronise(content, start, source),
        }
    }

    #[inline]
    pub(super) fn begin_labelled<S: EventSource + ?Sized>(&mut self, label: Label, start: ElementStart, source: &S) {
        match label {
            Label::Element(_, element) => self.begin(Some(self.schema.element(element)), start, source),
            Label::Wildcard(wildcard) => self.begin_admitted(wildcard, start, source),
        }
    }

    fn begin_admitted<S: EventSource + ?Sized>(&mut self, wildcard: WildcardId, start: ElementStart, source: &S) {
        let tag = source.start_element();
        let has_type = start.has_instance_attributes && tag.find(NameId::XSI_TYPE).is_some();
        match self.schema.admit(wildcard, start.name, has_type) {
            Some(Admission::Declared(element)) => self.begin(Some(self.schema.element(element)), start, source),
            Some(Admission::Lax) => self.begin(None, start, source),
            Some(Admission::Skip) => self.begin_skip(Reason::Admitted, source),
            None => {
                let about = About {
                    component: self.schema.wildcard(wildcard).source,
                    annotation: None,
                };
                let fault = Fault::named(Code::ElementUndeclared, shortened(tag.qname));
                self.report(fault, &about, source);
                self.begin_skip(Reason::Faulty, source);
            }
        }
    }

    /// A child stands where there must be none, or only text.
    #[cold]
    fn unexpected_child<S: EventSource + ?Sized>(&mut self, start: ElementStart, source: &S) {
        let Some(parent) = self.stack.last_mut() else { return };
        let code = match parent.holds {
            Holds::Value(_) => Some(Code::ChildUnexpected),
            Holds::Nothing(code) => Some(code),
            Holds::Elements(_) | Holds::Ignored => None,
        };
        parent.holds = Holds::Ignored;
        let about = parent.about();
        self.identities.disturb();
        self.enter(start.name, source);
        if let Some(code) = code {
            let name = shortened(source.start_element().qname);
            self.report(Fault::named(code, name), &about, source);
        }
        self.begin_skip(Reason::Faulty, source);
    }

    /// Text stands where only elements may stand.
    #[cold]
    pub(crate) fn unexpected_text<S: EventSource + ?Sized>(&mut self, source: &S) {
        if let Some(frame) = self.stack.last() {
            let about = frame.about();
            self.report(Fault::new(Code::TextUnexpected), &about, source);
        }
    }

    #[cold]
    fn resynchronise<S: EventSource + ?Sized>(&mut self, content: &'v ElementContent, start: ElementStart, source: &S) {
        let Some(parent) = self.stack.last().copied() else {
            return;
        };
        self.identities.disturb();
        if self.take_pardon(start.name) {
            self.enter(start.name, source);
            return self.begin_named(content, start, source);
        }
        let gap = content.automaton.gap(parent.cursor, start.name);
        let is_one_fault = match &gap {
            Some(gap) => parent.has_stand_in && gap.missing.len() == 1,
            None => {
                parent.doubt == Doubt::Type
                    && content.automaton.may_end(parent.cursor)
                    && declaration(content, start.name).is_none()
            }
        };
        if let Some(gap) = gap {
            if !is_one_fault {
                let about = self
                    .about_missing(content, &gap.missing)
                    .unwrap_or_else(|| parent.about());
                self.report_mismatch(content, parent.cursor, Some(start.name), &about, source);
            }
            return self.close_gap(content, &gap, start, source);
        }
        // Whether it has stood here before: then it is one too many, and stands for nothing else.
        let is_surplus = self.enter_counted(start.name, source) > 1;
        if !is_one_fault {
            self.report_mismatch(content, parent.cursor, Some(start.name), &parent.about(), source);
        }
        if let Some(parent) = self.stack.last_mut() {
            parent.has_stand_in = !is_surplus;
        }
        self.begin_named(content, start, source);
    }

    /// Says what is wrong with a child of this name, or with the end tag, where the content stands.
    fn report_mismatch<S: EventSource + ?Sized>(
        &mut self,
        content: &ElementContent,
        cursor: Cursor,
        name: Option<NameId>,
        about: &About<'_>,
        source: &S,
    ) {
        if self.collector.is_full() {
            // Whoever sends a million faults does not get each put into words.
            return self.collector.omit();
        }
        let found = name.map(|_| shortened(source.start_element().qname));
        let fault = content
            .automaton
            .diagnose(cursor, name, found.as_deref(), &self.schema.names);
        self.report(fault, about, source);
    }

    fn enter_counted<S: EventSource + ?Sized>(&mut self, name: NameId, source: &S) -> u32 {
        self.enter(name, source);
        self.path.occurrence()
    }

    /// Goes on behind a gap.
    fn close_gap<S: EventSource + ?Sized>(
        &mut self,
        content: &ElementContent,
        gap: &Gap,
        start: ElementStart,
        source: &S,
    ) {
        let depth = self.stack.len();
        for missing in &gap.missing {
            if let Label::Element(name, _) = missing.label {
                self.pardons.push(Pardon {
                    depth,
                    name,
                    is_repeated: is_repeated(&content.automaton, missing.leaf),
                });
            }
        }
        if let Some(parent) = self.stack.last_mut() {
            parent.cursor = gap.cursor();
            parent.has_stand_in = false;
        }
        self.enter(start.name, source);
        self.begin_labelled(gap.transition.label, start, source);
    }

    /// Whether an element was reported as missing in the innermost open element.
    fn take_pardon(&mut self, name: NameId) -> bool {
        let depth = self.stack.len();
        let Some(place) = self
            .pardons
            .iter()
            .position(|pardon| pardon.depth == depth && pardon.name == name)
        else {
            return false;
        };
        if !self.pardons[place].is_repeated {
            self.pardons.swap_remove(place);
        }
        true
    }

    /// A child that does not fit here is checked as the content model declares its name, if it does.
    fn begin_named<S: EventSource + ?Sized>(&mut self, content: &ElementContent, start: ElementStart, source: &S) {
        match declaration(content, start.name) {
            Some(element) => self.begin(Some(self.schema.element(element)), start, source),
            None => self.begin_skip(Reason::Faulty, source),
        }
    }

    fn about_missing(&self, content: &'v ElementContent, missing: &[Missing]) -> Option<About<'v>> {
        let leaf = content.leaves.get(missing.first()?.leaf as usize)?;
        let element: Option<&'v Element> = match leaf.term {
            LeafTerm::Element(element) => Some(self.schema.element(element)),
            LeafTerm::Wildcard(_) => None,
        };
        let own = Some(&leaf.annotation).filter(|annotation| !annotation.documentation.is_empty());
        Some(About {
            component: leaf.source,
            annotation: own.or(element.map(|element| &element.annotation)),
        })
    }

    /// The current element ends.
    #[inline]
    pub(crate) fn end<S: EventSource + ?Sized>(&mut self, source: &S) {
        if self.end_skipped() {
            return;
        }
        let Some(frame) = self.stack.last() else { return };
        match frame.holds {
            Holds::Elements(content) => {
                if !content.automaton.may_end(frame.cursor) {
                    self.unfinished(content, source);
                } else if content.mixed && frame.is_fixed_mixed() {
                    self.check_mixed(source);
                }
            }
            Holds::Value(_) if !frame.has_children => return self.value(source),
            Holds::Value(_) | Holds::Nothing(_) | Holds::Ignored => {}
        }
        self.leave(source);
    }

    /// Leaves the current element, about which all has been said.
    #[inline]
    pub(super) fn leave<S: EventSource + ?Sized>(&mut self, source: &S) {
        let depth = self.stack.len();
        while self.pardons.pop_if(|pardon| pardon.depth >= depth).is_some() {}
        if self.identities.is_active() {
            self.leave_identities(source);
        }
        self.stack.pop();
        self.path.leave();
    }

    /// The end tag comes too early.
    #[cold]
    fn unfinished<S: EventSource + ?Sized>(&mut self, content: &'v ElementContent, source: &S) {
        let Some(frame) = self.stack.last().copied() else {
            return;
        };
        self.identities.disturb();
        let missing = content.automaton.missing_at_end(frame.cursor);
        let is_left_empty = frame.doubt == Doubt::Nil && !frame.has_children;
        if is_left_empty || frame.has_stand_in && missing.len() == 1 {
            return;
        }
        let about = self.about_missing(content, &missing).unwrap_or_else(|| frame.about());
        self.report_mismatch(content, frame.cursor, None, &about, source);
    }
}

/// How a content model declares an element of this name, at whatever place.
fn declaration(content: &ElementContent, name: NameId) -> Option<ElementId> {
    let mut transitions = content.automaton.transitions.iter();
    transitions.find_map(|transition| match transition.label {
        Label::Element(known, element) if known == name => Some(element),
        _ => None,
    })
}

/// Whether a leaf may be matched several times in a row.
fn is_repeated(automaton: &Automaton, leaf: u32) -> bool {
    automaton
        .transitions
        .iter()
        .any(|transition| transition.leaf == leaf && transition.repeats)
}
