//! Elements and attributes that a wildcard admits.

use super::{Content, Error, Reader, Writer};
use std::fmt;
use xsozial_schema::value::QName;

/// An element of any name with all it holds. Also the content of elements of type `xs:anyType`.
///
/// `Debug` shows counts alone.
#[derive(Clone)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AnyElement {
    /// Its name; the prefix is that of the document.
    pub name: QName,
    /// Its attributes, those of the instance namespace included.
    pub attributes: Vec<AnyAttribute>,
    /// What it holds, in document order.
    pub children: Vec<AnyNode>,
    /// Namespace declarations that its content may rely on.
    pub namespaces: Vec<NamespaceBinding>,
}

/// An attribute of any name. `Debug` shows no content.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AnyAttribute {
    /// Its name; the prefix is that of the document.
    pub name: QName,
    /// Its value as text.
    pub value: String,
}

/// A part of the content of an [`AnyElement`]. `Debug` shows no content.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum AnyNode {
    /// Text.
    Text(String),
    /// An element.
    Element(AnyElement),
}

/// A prefix and its namespace.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NamespaceBinding {
    /// The prefix; empty for the default namespace.
    pub prefix: String,
    /// The namespace's URI; empty where the default namespace is none.
    pub uri: String,
}

impl AnyElement {
    /// An element without attributes and content.
    pub fn new(name: QName) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
            namespaces: Vec::new(),
        }
    }

    /// The text between its tags, that of its descendants left out.
    pub fn text(&self) -> String {
        let own = self.children.iter().filter_map(|child| match child {
            AnyNode::Text(text) => Some(text.as_str()),
            AnyNode::Element(_) => None,
        });
        own.collect()
    }
}

/// As the content of an element of a declared name: on writing, the declaration's name stands, not the value's own.
impl Content for AnyElement {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        reader.any_element()
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.declare_namespaces(self)?;
        writer.any_content(self)
    }
}

/// Elements are equal when name, attributes and content are. Where a namespace is declared is no content, and which ones
/// are in scope depends on the elements around.
impl PartialEq for AnyElement {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.attributes == other.attributes && self.children == other.children
    }
}

impl Eq for AnyElement {}

impl fmt::Debug for AnyElement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AnyElement")
            .field("attributes", &self.attributes.len())
            .field("children", &self.children.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for AnyAttribute {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AnyAttribute").finish_non_exhaustive()
    }
}

impl fmt::Debug for AnyNode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(formatter, "Text({} bytes)", text.len()),
            Self::Element(element) => element.fmt(formatter),
        }
    }
}
