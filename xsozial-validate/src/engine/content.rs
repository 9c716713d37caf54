//! Children against the content automaton, and how to go on when one does not fit.
//!
//! A child that does not fit is one of three things:
//! - It could stand later: what should come before it is missing. One finding for the gap; the child is taken as if the
//!   missing elements had come. They are pardoned: when they come after all, the two were swapped, which is the same fault.
//! - The content model names it, but nowhere from here on: one too many, or the wrong branch of a choice. One finding; its
//!   content is checked as declared.
//! - The content model does not name it. One finding; it is read over. Where a wildcard further on would take it, and could not
//!   take the elements before, those are missing; and a wildcard that nothing comes for is not missed besides.
//!
//! Where children of the last two kinds stand in the very place of missing elements, they are taken to stand for those. Where the
//! content model names such a child, what follows may go on behind it: then a wrong branch was taken, which is one fault.

use super::{
    About, Engine,
    frame::{Doubt, Frame, Holds},
    recovery::Awaited,
    skip::Reason,
};
use std::rc::Rc;
use xsozial_model::xml::{ElementStart, EventSource, shortened};
use xsozial_schema::{
    Code, Fault, NameId, Severity,
    check::Admission,
    content::{Gap, Label, Missing},
    schema::{Element, ElementContent, LeafTerm, WildcardId},
};

impl<'v> Engine<'v> {
    /// An element begins.
    #[inline]
    pub(crate) fn start<S: EventSource + ?Sized>(&mut self, start: ElementStart, source: &S) {
        if self.skip.is_some() {
            self.enter(start.name, source);
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
                parent.stand_ins = 0;
                if !self.recovery.is_quiet() {
                    let depth = self.stack.len();
                    self.recovery.came_in_place(depth, step.label, step.restart);
                }
                self.enter(start.name, source);
                self.begin_labelled(step.label, start, source);
            }
            None => self.resynchronise(content, start, source),
        }
    }

    #[inline]
    pub(super) fn begin_labelled<S: EventSource + ?Sized>(&mut self, label: Label, start: ElementStart, source: &S) {
        match label {
            Label::Element(_, element) => self.begin(Some(element), start, source),
            Label::Wildcard(wildcard) => self.begin_admitted(wildcard, start, source),
        }
    }

    fn begin_admitted<S: EventSource + ?Sized>(&mut self, wildcard: WildcardId, start: ElementStart, source: &S) {
        let tag = source.start_element();
        let has_type = start.has_instance_attributes && tag.find(NameId::XSI_TYPE).is_some();
        match self.schema.admit(wildcard, start.name, has_type) {
            Some(Admission::Declared(element)) => self.begin(Some(element), start, source),
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
            // The type that was meant may well have children.
            _ if parent.doubt == Doubt::Type => None,
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
        let depth = self.stack.len();
        if let Some(awaited) = self.recovery.take_pardon(depth, start, &self.schema.wildcards) {
            self.enter(start.name, source);
            return match awaited {
                Awaited::Element(_) => self.begin_named(content, start, source),
                Awaited::Wildcard(wildcard) => self.begin_admitted(wildcard, start, source),
            };
        }
        let branch = self
            .recovery
            .step_branch(depth, &content.automaton, start, &self.schema.wildcards);
        if let Some(label) = branch {
            self.enter(start.name, source);
            return self.begin_labelled(label, start, source);
        }
        match self.gap(content, &parent, start) {
            Some(gap) => {
                if self.recovery.unmet(depth, &gap.missing) > parent.stand_ins as usize {
                    let about = self.about_missing(content, &gap.missing);
                    let about = about.unwrap_or_else(|| parent.about());
                    self.report_mismatch(content, &parent, Some((start.name, true)), &about, source);
                }
                self.close_gap(content, &gap, start, source);
            }
            None => self.misfit(content, &parent, start, source),
        }
    }

    /// What is missing before a child that may stand further on.
    fn gap(&mut self, content: &'v ElementContent, parent: &Frame<'v>, start: ElementStart) -> Option<Rc<Gap>> {
        if content.automaton.names_element(start.name) {
            return self.recovery.gap(content, parent.cursor, start.name);
        }
        let wildcards = &self.schema.wildcards;
        let gap = self
            .recovery
            .gap_before_wildcard(content, parent.cursor, start.namespace, wildcards)?;
        let is_stood_for = gap.missing.len() <= parent.stand_ins as usize;
        (is_stood_for || gap.is_certain(wildcards, &self.schema.names)).then_some(gap)
    }

    /// A child that cannot stand here or further on.
    fn misfit<S: EventSource + ?Sized>(
        &mut self,
        content: &'v ElementContent,
        parent: &Frame<'v>,
        start: ElementStart,
        source: &S,
    ) {
        let declaration = self.recovery.declaration(content, start.name);
        self.enter(start.name, source);
        // It has stood here before: then it is one too many, and stands for nothing else.
        let is_surplus = self.path.occurrence() > 1;
        let may_be_of_the_type_meant =
            parent.doubt == Doubt::Type && declaration.is_none() && content.automaton.may_end(parent.cursor);
        if !may_be_of_the_type_meant {
            self.report_mismatch(content, parent, Some((start.name, false)), &parent.about(), source);
        }
        if let Some(parent) = self.stack.last_mut() {
            parent.stand_ins = if is_surplus {
                0
            } else {
                parent.stand_ins.saturating_add(1)
            };
        }
        let depth = self.stack.len();
        if let (Some(transition), false) = (declaration, is_surplus) {
            self.recovery.enter_branch(depth, parent.cursor.behind(&transition));
        } else if declaration.is_none() {
            self.recovery
                .stray(depth, &content.automaton, start, &self.schema.wildcards);
        }
        self.begin_named(content, start, source);
    }

    /// Says what is wrong with a child of this name, of which is known whether it could stand later, or with the end tag.
    fn report_mismatch<S: EventSource + ?Sized>(
        &mut self,
        content: &ElementContent,
        parent: &Frame<'v>,
        child: Option<(NameId, bool)>,
        about: &About<'_>,
        source: &S,
    ) {
        if self.collector.only_counts() {
            // Whoever sends a million faults does not get each put into words.
            return self.collector.omit_unnamed(Severity::Error);
        }
        let found = child.map(|_| shortened(source.start_element().qname));
        let (name, is_ahead) = child.map_or((None, false), |(name, is_ahead)| (Some(name), is_ahead));
        let names = &self.schema.names;
        let fault = content
            .automaton
            .diagnose_knowing(is_ahead, parent.cursor, name, found.as_deref(), names);
        self.report(fault, about, source);
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
        self.recovery.pardon(depth, &content.automaton, &gap.missing);
        if let Some(parent) = self.stack.last_mut() {
            parent.cursor = gap.cursor();
            parent.stand_ins = 0;
        }
        self.enter(start.name, source);
        self.begin_labelled(gap.transition.label, start, source);
    }

    /// A child that does not fit here is checked as the content model declares its name, if it does.
    fn begin_named<S: EventSource + ?Sized>(&mut self, content: &ElementContent, start: ElementStart, source: &S) {
        match self.recovery.declaration(content, start.name).map(|taken| taken.label) {
            Some(label) => self.begin_labelled(label, start, source),
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
        if self.end_skipped(source) {
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
        self.tell_leave(source);
        if !self.recovery.is_quiet() {
            self.recovery.leave(self.stack.len());
        }
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
        if self.recovery.branch_may_end(self.stack.len(), &content.automaton) {
            return;
        }
        let missing = self.recovery.missing_at_end(content, frame.cursor);
        let is_left_empty = frame.doubt == Doubt::Nil && !frame.has_children;
        // Nothing is missing where nothing could ever end the content: that is a fault all the same.
        let unmet = self.recovery.unmet(self.stack.len(), &missing);
        let is_stood_for = !missing.is_empty() && unmet <= frame.stand_ins as usize;
        if is_left_empty || is_stood_for {
            return;
        }
        let about = self.about_missing(content, &missing).unwrap_or_else(|| frame.about());
        self.report_mismatch(content, &frame, None, &about, source);
    }
}
