//! Elements whose content is a value.

use super::{
    About, Engine, Value,
    frame::{Doubt, Holds},
};
use xsozial_model::xml::EventSource;
use xsozial_schema::{
    Code, Fault, NameId,
    check::{Constrained, IdKind, Tolerance},
    fault::{Subject, TextShape},
    schema::{SimpleTypeId, SourceLocation, ValueConstraint},
};

impl<'v> Engine<'v> {
    /// The whole text of the current element has been read, through its end tag.
    #[inline]
    pub(crate) fn value<S: EventSource + ?Sized>(&mut self, source: &S) {
        let Some(frame) = self.stack.last() else { return };
        match frame.holds {
            Holds::Value(simple_type) => {
                let constraint = frame.element.and_then(|element| element.constraint.as_ref());
                let rule = Constrained {
                    simple_type,
                    constraint,
                };
                self.check_element_value(rule, source);
            }
            Holds::Nothing(code) if !source.last_text().is_empty() && frame.doubt != Doubt::Type => {
                let about = frame.about();
                self.report(Fault::new(code), &about, source);
                self.tell_text(source.last_text(), source);
            }
            _ => self.tell_text(source.last_text(), source),
        }
        self.leave(source);
    }

    #[inline]
    fn check_element_value<S: EventSource + ?Sized>(&mut self, rule: Constrained<'v>, source: &S) {
        let text = match (source.last_text(), rule.constraint) {
            // An empty element has its default or fixed value.
            ("", Some(constraint)) => constraint.value(),
            (text, _) => text,
        };
        let checked =
            self.schema
                .check_constrained(rule, Tolerance::default(), Code::ElementFixed, text, source.prefixes());
        let is_valid = checked.is_ok();
        match checked {
            Ok(value) => {
                let kind = self.schema.id_kind(value.member);
                if kind != IdKind::None && !self.register((kind, value.member), &value.text, None, source) {
                    self.identities.disturb_awaited();
                    self.value_fault(Fault::new(Code::IdDuplicate), rule.simple_type, source);
                }
                if self.identities.is_active() {
                    self.identify_value(value.member, &value.text, source);
                }
            }
            Err(fault) => {
                self.identities.disturb_awaited();
                self.note_broken_id(rule.simple_type, text);
                self.value_fault(*fault, rule.simple_type, source);
            }
        }
        let simple_type = rule.simple_type;
        let element = self.stack.last().and_then(|frame| frame.element);
        let value = Value {
            text,
            name: element.map_or(NameId::UNKNOWN, |element| element.name),
            simple_type,
            is_valid,
        };
        self.tell_value(&value, source);
    }

    #[cold]
    pub(super) fn value_fault<S: EventSource + ?Sized>(&mut self, fault: Fault, simple_type: SimpleTypeId, source: &S) {
        let Some(frame) = self.stack.last() else { return };
        // xsi:nil is not allowed here, or xsi:type is wrong, and that has been said.
        if frame.doubt == Doubt::Type || frame.doubt == Doubt::Nil && source.last_text().is_empty() {
            return;
        }
        let holder = frame.element.map_or(SourceLocation::BUILT_IN, |element| element.source);
        let about = About {
            component: self.schema.rule_source(simple_type, fault.code, holder),
            annotation: frame.annotation(),
        };
        self.report(fault, &about, source);
    }

    /// A value that should be an ID and has not its form is still what references mean.
    #[cold]
    pub(super) fn note_broken_id(&mut self, simple_type: SimpleTypeId, text: &str) {
        if matches!(self.schema.id_kind(simple_type), IdKind::Id | IdKind::Items) {
            self.ids.note(text);
        }
    }

    /// A child comes where the whole text was expected; it is the next event.
    #[cold]
    pub(crate) fn child_comes<S: EventSource + ?Sized>(&mut self, source: &S) {
        self.tell_text(source.last_text(), source);
        if let Some(frame) = self.stack.last_mut() {
            frame.has_children = true;
        }
    }

    /// The value of a mixed element against the one that the schema fixes (part 1, section 3.3.4, clause 5.2.2).
    #[cold]
    pub(super) fn check_mixed<S: EventSource + ?Sized>(&mut self, source: &S) {
        let text = std::mem::take(&mut self.mixed_text);
        let Some(frame) = self.stack.last() else { return };
        let Some(ValueConstraint::Fixed(fixed)) = frame.element.and_then(|element| element.constraint.as_ref()) else {
            return;
        };
        let is_default = text.is_empty() && !frame.has_children;
        if is_default || text == *fixed && !frame.has_children {
            return;
        }
        let fault = Fault {
            code: Code::ElementFixed,
            subject: Subject::Value {
                type_name: String::new(),
                attribute: None,
                shape: TextShape::of(&text),
                bound: Some(fixed.clone()),
            },
        };
        let about = frame.about();
        self.report(fault, &about, source);
    }
}
