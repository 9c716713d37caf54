//! What an element holds: its expanded name, its attributes that carry meaning, its text and children.

use super::XSI;
use roxmltree::Node;
use std::{collections::BTreeMap, fmt};

/// A namespace URI and a local name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExpandedName {
    /// The namespace URI; empty for no namespace.
    pub namespace: String,
    /// The local name.
    pub local: String,
}

impl ExpandedName {
    /// The name with these parts.
    pub fn new(namespace: impl Into<String>, local: impl Into<String>) -> Self {
        Self {
            namespace: namespace.into(),
            local: local.into(),
        }
    }

    /// The name of an element.
    pub(super) fn of(node: Node<'_, '_>) -> Self {
        Self::new(node.tag_name().namespace().unwrap_or_default(), node.tag_name().name())
    }

    /// The name that a QName in the content of this element means; `None` for an unbound prefix.
    pub(super) fn resolve(node: Node<'_, '_>, qname: &str) -> Option<Self> {
        let qname = qname.trim();
        let (prefix, local) = qname
            .split_once(':')
            .map_or((None, qname), |(prefix, local)| (Some(prefix), local));
        match node.lookup_namespace_uri(prefix) {
            Some(uri) => Some(Self::new(uri, local)),
            None if prefix.is_none() => Some(Self::new("", local)),
            None => None,
        }
    }
}

impl fmt::Display for ExpandedName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.namespace.is_empty() {
            formatter.write_str(&self.local)
        } else {
            write!(formatter, "{{{}}}{}", self.namespace, self.local)
        }
    }
}

/// The attributes of an element without `xsi:schemaLocation` and `xsi:noNamespaceSchemaLocation`. The value of `xsi:type`
/// is written as an expanded name.
pub(super) struct Attributes(pub(super) BTreeMap<ExpandedName, String>);

impl Attributes {
    pub(super) fn of(node: Node<'_, '_>) -> Self {
        let meaningful = node.attributes().filter_map(|attribute| {
            let name = ExpandedName::new(attribute.namespace().unwrap_or_default(), attribute.name());
            let value = match (name.namespace.as_str(), name.local.as_str()) {
                (XSI, "schemaLocation" | "noNamespaceSchemaLocation") => return None,
                (XSI, "type") => ExpandedName::resolve(node, attribute.value())
                    .map_or(attribute.value().to_owned(), |t| t.to_string()),
                _ => attribute.value().to_owned(),
            };
            Some((name, value))
        });
        Self(meaningful.collect())
    }
}

/// The child elements and the text runs around them: always one more run than children.
pub(super) struct Content<'a> {
    pub(super) children: Vec<Node<'a, 'a>>,
    pub(super) texts: Vec<String>,
}

impl<'a> Content<'a> {
    pub(super) fn of(node: Node<'a, 'a>) -> Self {
        let mut content = Self {
            children: Vec::new(),
            texts: vec![String::new()],
        };
        for child in node.children() {
            if child.is_element() {
                content.children.push(child);
                content.texts.push(String::new());
            } else if let (true, Some(run)) = (child.is_text(), content.texts.last_mut()) {
                *run += child.text().unwrap_or_default();
            }
        }
        content
    }

    /// Whether text other than white space stands beside child elements.
    pub(super) fn is_mixed(&self) -> bool {
        !self.children.is_empty() && self.texts.iter().any(|run| !run.trim().is_empty())
    }
}
