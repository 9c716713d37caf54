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

impl Reader<'_> {
    /// The current element with all it holds, through the end tag. It is checked against its type, where it has one.
    pub fn any_element(&mut self) -> Result<AnyElement, Error> {
        let in_scope = self.source.prefixes().in_scope().map(binding).collect();
        self.any_child(in_scope)
    }

    fn any_child(&mut self, namespaces: Vec<NamespaceBinding>) -> Result<AnyElement, Error> {
        let start = self.source.start_element();
        let name = QName::new(start.uri(), start.local(), start.prefix())
            .ok_or_else(|| self.internal("the name of an element is malformed"))?;
        let mut element = AnyElement {
            name,
            attributes: self.any_attributes(|_| true)?,
            children: Vec::new(),
            namespaces,
        };
        match self.started.governing {
            Governing::Nothing => self.any_unchecked(&mut element.children)?,
            Governing::Type(_) if self.started.is_nil => self.nil()?,
            Governing::Type(TypeRef::Simple(_)) => push_text(self.simple()?, &mut element.children),
            Governing::Type(TypeRef::Complex(id)) => {
                let mut frame = self.begin(id)?;
                match self.schema.complex_type(id).content {
                    Content::Simple(_) => push_text(self.text(&frame)?, &mut element.children),
                    _ => self.any_children(&mut frame, &mut element.children)?,
                }
            }
        }
        Ok(element)
    }

    fn any_children(&mut self, frame: &mut Frame, children: &mut Vec<AnyNode>) -> Result<(), Error> {
        while let Some(part) = self.next_mixed(frame)? {
            match part {
                Mixed::Text(text) => children.push(AnyNode::Text(text)),
                Mixed::Child(_) => {
                    let child = self.any_declared_here()?;
                    children.push(AnyNode::Element(child));
                }
            }
        }
        Ok(())
    }

    /// A child that keeps its own declarations alone: those around it are kept with its ancestor.
    fn any_declared_here(&mut self) -> Result<AnyElement, Error> {
        let own = self.source.prefixes().declared_here().map(binding).collect();
        self.any_child(own)
    }

    /// The content of an element that nothing is said of.
    fn any_unchecked(&mut self, children: &mut Vec<AnyNode>) -> Result<(), Error> {
        loop {
            match self.source.next() {
                Ok(Event::Start(start)) => {
                    self.start = start;
                    self.enter();
                    self.started = Started::NOTHING;
                    let child = self.any_declared_here()?;
                    children.push(AnyNode::Element(child));
                }
                Ok(Event::Text(text)) => match children.last_mut() {
                    Some(AnyNode::Text(before)) => before.push_str(text),
                    _ => children.push(AnyNode::Text(text.to_owned())),
                },
                Ok(Event::End | Event::EndOfDocument) => {
                    self.path.leave();
                    return Ok(());
                }
                Err(error) => return Err(self.located(error)),
            }
        }
    }
}

fn binding((prefix, uri): (&str, &str)) -> NamespaceBinding {
    NamespaceBinding {
        prefix: prefix.to_owned(),
        uri: uri.to_owned(),
    }
}

fn push_text(text: String, children: &mut Vec<AnyNode>) {
    if !text.is_empty() {
        children.push(AnyNode::Text(text));
    }
}
