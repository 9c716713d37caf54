//! The writer that generated code drives.
//!
//! SIGNATURES ONLY (first commit): the bodies follow.

use super::{AnyAttribute, AnyElement, Content, Error, Simple};
use std::marker::PhantomData;
use xsozial_schema::{
    NameId, NamespaceId,
    schema::{ComplexTypeId, ElementId},
};

/// Writes values as XML.
pub struct Writer<'a>(PhantomData<&'a ()>);

/// Takes what the writer writes.
pub trait EventSink {}

/// Makes bytes of what the writer writes.
pub struct ByteSink(());

fn unfinished<T>() -> Result<T, Error> {
    Err(Error::internal("unfinished"))
}

impl Writer<'_> {
    /// Writes the document: XML declaration, root element with declarations of these namespaces, content.
    pub fn root<T: Content>(&mut self, element: ElementId, namespaces: &[NamespaceId], value: &T) -> Result<(), Error> {
        let _ = (element, namespaces, value);
        unfinished()
    }

    /// Writes an attribute of the element that was begun last.
    pub fn attribute<T: Simple>(&mut self, name: NameId, value: &T) -> Result<(), Error> {
        let _ = (name, value);
        unfinished()
    }

    /// Writes an attribute where there is a value.
    pub fn optional_attribute<T: Simple>(&mut self, name: NameId, value: &Option<T>) -> Result<(), Error> {
        let _ = (name, value);
        unfinished()
    }

    /// Writes an attribute with the value that the schema fixes.
    pub fn fixed_attribute(&mut self, name: NameId, value: &str) -> Result<(), Error> {
        let _ = (name, value);
        unfinished()
    }

    /// Writes the attributes that a wildcard admits.
    pub fn other_attributes(&mut self, attributes: &[AnyAttribute]) -> Result<(), Error> {
        let _ = attributes;
        unfinished()
    }

    /// Writes an element.
    pub fn element<T: Content>(&mut self, element: ElementId, value: &T) -> Result<(), Error> {
        let _ = (element, value);
        unfinished()
    }

    /// Writes an element where there is a value.
    pub fn optional_element<T: Content>(&mut self, element: ElementId, value: &Option<T>) -> Result<(), Error> {
        let _ = (element, value);
        unfinished()
    }

    /// Writes an element for each value.
    pub fn elements<T: Content>(&mut self, element: ElementId, values: &[T]) -> Result<(), Error> {
        let _ = (element, values);
        unfinished()
    }

    /// Writes the text of a simple type.
    pub fn text<T: Simple>(&mut self, value: &T) -> Result<(), Error> {
        let _ = value;
        unfinished()
    }

    /// Writes text of mixed content.
    pub fn characters(&mut self, text: &str) -> Result<(), Error> {
        let _ = text;
        unfinished()
    }

    /// Writes `xsi:type` on the element that was begun last. Must come before its other attributes.
    pub fn xsi_type(&mut self, complex_type: ComplexTypeId) -> Result<(), Error> {
        let _ = complex_type;
        unfinished()
    }

    /// Writes an element that a wildcard admits, with its own name.
    pub fn any(&mut self, element: &AnyElement) -> Result<(), Error> {
        let _ = element;
        unfinished()
    }
}
