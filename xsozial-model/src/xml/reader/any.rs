//! Elements whose type is known only when they are read.

use super::{
    Frame, Mixed, Reader,
    start::{Governing, Started},
};
use crate::xml::{AnyElement, AnyNode, Error, Event, NamespaceBinding};
use xsozial_schema::{
    schema::{Content, TypeRef},
    value::QName,
};

/// An element whose end has not been read.
struct Open {
    element: AnyElement,
    /// `None` where nothing is said of the content.
    frame: Option<Frame>,
}

/// What is read next inside an element.
enum Part {
    Text(String),
    Child,
    End,
}

impl Reader<'_> {
    /// The current element with all it holds, through the end tag. It is checked against its type, where it has one.
    ///
    /// It keeps an explicit stack, so that the depth of the document costs no depth of the program.
    pub fn any_element(&mut self) -> Result<AnyElement, Error> {
        let in_scope = self.source.prefixes().in_scope().map(binding).collect();
        let mut open = Vec::new();
        let mut complete = self.begin_any(in_scope, &mut open)?;
        loop {
            let Some(parent) = open.last_mut() else {
                return complete.ok_or_else(|| self.internal(("ein Element hat kein Ende", "an element has no end")));
            };
            if let Some(child) = complete.take() {
                parent.element.children.push(AnyNode::Element(child));
            }
            match self.next_part(parent)? {
                Part::Text(text) => push_text(text, &mut parent.element.children),
                Part::Child => {
                    // Declarations further out are kept with the ancestor that they stand on.
                    let own = self.source.prefixes().declared_here().map(binding).collect();
                    complete = self.begin_any(own, &mut open)?;
                }
                Part::End => complete = open.pop().map(|open| open.element),
            }
        }
    }

    /// Begins the current element. It is complete when it holds no elements, else it is opened.
    fn begin_any(
        &mut self,
        namespaces: Vec<NamespaceBinding>,
        open: &mut Vec<Open>,
    ) -> Result<Option<AnyElement>, Error> {
        let start = self.source.start_element();
        let name = QName::new(start.uri(), start.local(), start.prefix()).ok_or_else(|| {
            self.internal((
                "der Name eines Elements ist fehlerhaft",
                "the name of an element is malformed",
            ))
        })?;
        let mut element = AnyElement {
            name,
            attributes: self.any_attributes(|_| true)?,
            children: Vec::new(),
            namespaces,
        };
        let frame = match self.started.governing {
            Governing::Nothing => None,
            Governing::Type(_) if self.started.is_nil => {
                self.skip_nil()?;
                return Ok(Some(element));
            }
            Governing::Type(TypeRef::Simple(_)) => {
                push_text(self.simple()?, &mut element.children);
                return Ok(Some(element));
            }
            Governing::Type(TypeRef::Complex(id)) => {
                let frame = self.begin(id)?;
                if let Content::Simple(_) = self.schema.complex_type(id).content {
                    push_text(self.text(&frame)?, &mut element.children);
                    return Ok(Some(element));
                }
                Some(frame)
            }
        };
        open.push(Open { element, frame });
        Ok(None)
    }

    fn next_part(&mut self, open: &mut Open) -> Result<Part, Error> {
        let Some(frame) = &mut open.frame else {
            return self.next_unchecked();
        };
        Ok(match self.next_mixed(frame)? {
            Some(Mixed::Text(text)) => Part::Text(text),
            Some(Mixed::Child(_)) => Part::Child,
            None => Part::End,
        })
    }

    /// What comes next in an element that nothing is said of.
    fn next_unchecked(&mut self) -> Result<Part, Error> {
        match self.source.next() {
            Ok(Event::Start(start)) => {
                self.start = start;
                self.enter();
                self.started = Started::NOTHING;
                Ok(Part::Child)
            }
            Ok(Event::Text(text)) => Ok(Part::Text(text.to_owned())),
            Ok(Event::End | Event::EndOfDocument) => {
                self.path.leave();
                Ok(Part::End)
            }
            Err(error) => Err(self.located(error)),
        }
    }
}

fn binding((prefix, uri): (&str, &str)) -> NamespaceBinding {
    NamespaceBinding {
        prefix: prefix.to_owned(),
        uri: uri.to_owned(),
    }
}

/// Adds text, to the text before it if there is some.
fn push_text(text: String, children: &mut Vec<AnyNode>) {
    match children.last_mut() {
        Some(AnyNode::Text(before)) => before.push_str(&text),
        _ if text.is_empty() => {}
        _ => children.push(AnyNode::Text(text)),
    }
}
