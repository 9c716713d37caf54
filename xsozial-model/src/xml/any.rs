//! Elements and attributes that a wildcard admits.

use super::{Content, Error, Reader, Writer};
use xsozial_schema::value::QName;

/// An element of any name with all it holds. Also the content of elements of type `xs:anyType`.
#[derive(Clone, PartialEq)]
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

/// An attribute of any name.
#[derive(Clone, PartialEq, Eq)]
pub struct AnyAttribute {
    /// Its name; the prefix is that of the document.
    pub name: QName,
    /// Its value as text.
    pub value: String,
}

/// A part of the content of an [`AnyElement`].
#[derive(Clone, PartialEq)]
pub enum AnyNode {
    /// Text.
    Text(String),
    /// An element.
    Element(AnyElement),
}

/// A prefix and its namespace.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamespaceBinding {
    /// The prefix; empty for the default namespace.
    pub prefix: String,
    /// The namespace's URI; empty where the default namespace is none.
    pub uri: String,
}
