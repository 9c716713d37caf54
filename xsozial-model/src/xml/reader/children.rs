//! Children of an element, one after the other, as its content automaton admits them.

use super::{Frame, Mixed, Reader, frame::Kept};
use crate::xml::{
    ElementStart, Error, Event,
    source::{is_blank, shortened},
};
use std::ops::Range;
use xsozial_schema::{
    Code, Fault, NameId,
    content::{self, Step},
    fault::{Subject, TextShape},
    schema::{Content, ElementContent, LeafTerm, SourceLocation},
};

/// What was read next inside an element.
enum Next {
    Child,
    Text,
    End,
}

impl Reader<'_> {
    /// The next child: index of its leaf in the declared type. `None` at the end tag, which is then consumed.
    #[inline]
    pub fn next(&mut self, frame: &mut Frame) -> Result<Option<u32>, Error> {
        match frame.take_kept() {
            Kept::Nothing => self.advance(frame, &mut None),
            Kept::First | Kept::Child => Ok(Some(frame.slot)),
            Kept::End => Ok(None),
        }
    }

    /// Keeps the current child, so that [`next_in_group`](Self::next_in_group) returns it first.
    pub fn enter_group(&self, frame: &mut Frame) {
        frame.kept = Kept::First;
    }

    /// The next child inside a group whose leaves these are and which has `depth` groups around it. `None`, and the child
    /// is kept for the caller, when it stands outside the leaves or begins the group or one around it anew; `None` at the
    /// end tag.
    pub fn next_in_group(&mut self, frame: &mut Frame, depth: u8, leaves: Range<u32>) -> Result<Option<u32>, Error> {
        let is_first = frame.kept == Kept::First;
        let Some(slot) = self.next(frame)? else {
            frame.kept = Kept::End;
            return Ok(None);
        };
        if is_first || (leaves.contains(&slot) && frame.restart > depth) {
            return Ok(Some(slot));
        }
        frame.kept = Kept::Child;
        Ok(None)
    }

    /// The next part of mixed content. `None` at the end tag, which is then consumed.
    pub fn next_mixed(&mut self, frame: &mut Frame) -> Result<Option<Mixed>, Error> {
        match frame.take_kept() {
            Kept::Nothing => {}
            Kept::First | Kept::Child => return Ok(Some(Mixed::Child(frame.slot))),
            Kept::End => return Ok(None),
        }
        let mut text = Some(String::new());
        let next = self.advance(frame, &mut text)?;
        match text.filter(|text| !text.is_empty()) {
            Some(text) => {
                frame.kept = if next.is_some() { Kept::Child } else { Kept::End };
                Ok(Some(Mixed::Text(text)))
            }
            None => Ok(next.map(Mixed::Child)),
        }
    }

    /// Reads on to the next child or the end tag. Text is added to `text`, where there is one.
    fn advance(&mut self, frame: &mut Frame, text: &mut Option<String>) -> Result<Option<u32>, Error> {
        let complex_type = self.schema.complex_type(frame.effective);
        let content = match &complex_type.content {
            Content::Elements(content) if !frame.is_nil => content,
            Content::Simple(_) => {
                return Err(self.internal((
                    "der erzeugte Code fragt nach Kindern eines Werts",
                    "the generated code asks for children of a value",
                )));
            }
            _ => {
                let code = if frame.is_nil {
                    Code::NilNotEmpty
                } else {
                    Code::ContentUnexpected
                };
                return self.empty(code).map(|()| None);
            }
        };
        loop {
            let event = if content.mixed {
                self.source.next()
            } else {
                self.source.next_among_elements()
            };
            let next = match event {
                Ok(Event::Start(start)) => {
                    self.start = start;
                    Next::Child
                }
                Ok(Event::Text(found)) if content.mixed => {
                    if let Some(text) = text {
                        text.push_str(found);
                    }
                    continue;
                }
                Ok(Event::Text(found)) if is_blank(found) => continue,
                Ok(Event::Text(_)) => Next::Text,
                Ok(Event::End | Event::EndOfDocument) => Next::End,
                Err(error) => return Err(self.located(error)),
            };
            match next {
                Next::Child => {
                    if self.step(frame, content, complex_type.source)? {
                        return Ok(Some(frame.slot));
                    }
                }
                Next::End if content.automaton.may_end(frame.cursor) => {
                    if content.mixed {
                        self.check_mixed(frame, text.as_deref(), complex_type.source)?;
                    }
                    self.path.leave();
                    return Ok(None);
                }
                Next::End => return Err(self.mismatch(frame, content, None, complex_type.source)),
                Next::Text => return Err(self.error(Fault::new(Code::TextUnexpected), complex_type.source)),
            }
        }
    }

    /// At the end of a mixed element: its value against the one that the schema fixes (part 1, section 3.3.4, clause 5.2.2).
    /// `text` is the text behind the last child.
    fn check_mixed(&self, frame: &Frame, text: Option<&str>, source: SourceLocation) -> Result<(), Error> {
        let constraint = frame.element.and_then(|id| self.schema.element(id).constraint.as_ref());
        let Some(fixed) = constraint.and_then(|constraint| constraint.fixed()) else {
            return Ok(());
        };
        let has_children = frame.cursor != content::Cursor::default();
        let text = text.unwrap_or_default();
        // An empty element has the fixed value.
        let is_fixed = !has_children && (text.is_empty() || text == fixed);
        if is_fixed || self.options.tolerance().fixed_values {
            return Ok(());
        }
        let fault = Fault {
            code: Code::ElementFixed,
            subject: Subject::Value {
                type_name: String::new(),
                attribute: None,
                shape: TextShape::of(text),
                bound: Some(fixed.to_owned()),
            },
        };
        Err(self.error(fault, source))
    }

    /// Steps over the child whose start tag was read last. `false`: it was skipped, as the options allow.
    #[inline]
    fn step(&mut self, frame: &mut Frame, content: &ElementContent, source: SourceLocation) -> Result<bool, Error> {
        let schema = self.schema;
        let ElementStart { name, namespace, .. } = self.start;
        let step = content
            .automaton
            .step(&mut frame.cursor, name, namespace, &schema.wildcards);
        let Some(Step { leaf, restart, label }) = step else {
            return self.refuse(frame, content, source);
        };
        self.enter();
        frame.restart = restart;
        frame.slot = if frame.effective == frame.declared {
            leaf
        } else {
            schema.base_leaf(frame.effective, frame.declared, leaf).ok_or_else(|| {
                self.internal((
                    "die Teile eines Typs passen nicht zu denen des Typs, den er einschränkt",
                    "a type's leaves do not match those of the type it restricts",
                ))
            })?
        };
        self.start_labelled(label)?;
        Ok(true)
    }

    #[cold]
    fn refuse(&mut self, frame: &Frame, content: &ElementContent, source: SourceLocation) -> Result<bool, Error> {
        let name = self.start.name;
        if self.options.unknown_elements && !names_element(self, content, name) {
            self.enter();
            self.skip()?;
            return Ok(false);
        }
        let error = self.mismatch(frame, content, Some(name), source);
        if !matches!(error.code(), Code::ElementUnexpected | Code::ElementAbstract) {
            return Err(error);
        }
        // The surplus element is its own place; a missing one has none but its parent's.
        self.enter();
        Err(error.on(self.path.describe(&self.schema.names)))
    }

    fn mismatch(&self, frame: &Frame, content: &ElementContent, name: Option<NameId>, source: SourceLocation) -> Error {
        let found = name.map(|_| shortened(self.source.start_element().qname));
        let (names, wildcards) = (&self.schema.names, &self.schema.wildcards);
        let is_ahead = name.is_some_and(|name| {
            let name = (name, self.start.namespace);
            content.automaton.stands_too_early(frame.cursor, name, wildcards, names)
        });
        let fault = content
            .automaton
            .diagnose_knowing(is_ahead, frame.cursor, name, found.as_deref(), names);
        self.error(fault, source)
    }

    /// Reads the current element to its end without looking at it, and leaves it.
    fn skip(&mut self) -> Result<(), Error> {
        let mut depth = 1;
        while depth > 0 {
            match self.source.next() {
                Ok(Event::Start(_)) => depth += 1,
                Ok(Event::End) => depth -= 1,
                Ok(Event::Text(_)) => {}
                Ok(Event::EndOfDocument) => break,
                Err(error) => return Err(self.located(error)),
            }
        }
        self.path.leave();
        Ok(())
    }
}

/// Whether a content model names an element, at whatever place.
fn names_element(reader: &Reader<'_>, content: &ElementContent, name: NameId) -> bool {
    content.automaton.names_element(name)
        || content.automaton.abstract_elements.contains(&name)
        || content
            .leaves
            .iter()
            .any(|leaf| matches!(leaf.term, LeafTerm::Element(id) if reader.schema.element(id).name == name))
}
