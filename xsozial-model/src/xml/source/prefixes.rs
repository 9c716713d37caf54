//! Namespace declarations in scope (Namespaces in XML 1.0).

use std::collections::HashMap;
use xsozial_schema::{
    NamespaceId,
    names::{Names, XML_NAMESPACE},
    value::PrefixResolver,
};

/// The namespace that the prefix `xmlns` itself is bound to; nothing else may be.
const XMLNS_NAMESPACE: &str = "http://www.w3.org/2000/xmlns/";

/// From this number of declarations on, prefixes are looked up in a table.
const MANY: usize = 16;

/// The namespace declarations in scope at the current element.
pub struct Prefixes {
    bindings: Vec<Binding>,
    /// Prefixes and URIs of the bindings, one after the other.
    text: String,
    /// Elements that declare anything: their depth, and what was there before.
    levels: Vec<Level>,
    /// The binding in force of each prefix; empty while there are few.
    index: HashMap<Box<str>, u32>,
    depth: u32,
}

struct Binding {
    start: usize,
    prefix_end: usize,
    uri_end: usize,
    namespace: NamespaceId,
    /// The binding of the same prefix that this one hides; only where there are many.
    hidden: Option<u32>,
}

struct Level {
    depth: u32,
    bindings: usize,
    text: usize,
}

/// What a prefix is bound to: an index, stable while the declaration is in scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BindingId(u32);

impl BindingId {
    /// No namespace, as it is for names without prefix where no default namespace is declared.
    pub(super) const NONE: Self = Self(0);
}

/// Why a declaration is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReservedPrefix;

impl Prefixes {
    pub(super) fn new() -> Self {
        let mut prefixes = Self {
            bindings: Vec::new(),
            text: String::new(),
            levels: Vec::new(),
            index: HashMap::new(),
            depth: 0,
        };
        prefixes.push("", "", NamespaceId::NONE);
        prefixes.push("xml", XML_NAMESPACE, NamespaceId::XML);
        prefixes
    }

    /// An element begins; its declarations follow.
    pub(super) fn enter(&mut self) {
        self.depth += 1;
    }

    /// Binds a prefix for the element that was entered last.
    pub(super) fn declare(&mut self, prefix: &str, uri: &str, names: &Names) -> Result<(), ReservedPrefix> {
        let is_xml = uri == XML_NAMESPACE;
        let is_undeclared = uri.is_empty() && !prefix.is_empty();
        if prefix == "xmlns" || uri == XMLNS_NAMESPACE || is_undeclared || is_xml != (prefix == "xml") {
            return Err(ReservedPrefix);
        }
        if self.levels.last().is_none_or(|level| level.depth != self.depth) {
            self.levels.push(Level {
                depth: self.depth,
                bindings: self.bindings.len(),
                text: self.text.len(),
            });
        }
        self.push(prefix, uri, names.namespace(uri));
        Ok(())
    }

    /// The element that was entered last ends. Says whether declarations went out of scope.
    pub(super) fn leave(&mut self) -> bool {
        let level = self.levels.pop_if(|level| level.depth == self.depth);
        self.depth = self.depth.saturating_sub(1);
        let Some(level) = level else { return false };
        while self.bindings.len() > level.bindings {
            self.pop();
        }
        self.text.truncate(level.text);
        true
    }

    fn push(&mut self, prefix: &str, uri: &str, namespace: NamespaceId) {
        let start = self.text.len();
        self.text.push_str(prefix);
        let prefix_end = self.text.len();
        self.text.push_str(uri);
        self.bindings.push(Binding {
            start,
            prefix_end,
            uri_end: self.text.len(),
            namespace,
            hidden: None,
        });
        if self.bindings.len() > MANY {
            let first = if self.index.is_empty() {
                0
            } else {
                self.bindings.len() - 1
            };
            for place in first..self.bindings.len() {
                let number = u32::try_from(place).unwrap_or(u32::MAX);
                let binding = &self.bindings[place];
                let prefix = self.text[binding.start..binding.prefix_end].into();
                self.bindings[place].hidden = self.index.insert(prefix, number);
            }
        }
    }

    fn pop(&mut self) {
        let Some(binding) = self.bindings.pop() else { return };
        if self.index.is_empty() {
            return;
        }
        let prefix = &self.text[binding.start..binding.prefix_end];
        match binding.hidden {
            Some(hidden) => {
                if let Some(number) = self.index.get_mut(prefix) {
                    *number = hidden;
                }
            }
            None => {
                self.index.remove(prefix);
            }
        }
        if self.bindings.len() <= MANY {
            self.index.clear();
        }
    }

    /// What a prefix is bound to.
    pub(super) fn find(&self, prefix: &str) -> Option<BindingId> {
        if self.index.is_empty() {
            let place = self
                .bindings
                .iter()
                .rposition(|binding| self.prefix_of(binding) == prefix)?;
            return u32::try_from(place).ok().map(BindingId);
        }
        self.index.get(prefix).copied().map(BindingId)
    }

    /// The namespace of a binding.
    pub(super) fn namespace(&self, id: BindingId) -> NamespaceId {
        self.bindings
            .get(id.0 as usize)
            .map_or(NamespaceId::UNKNOWN, |binding| binding.namespace)
    }

    /// The URI of a binding.
    pub(super) fn uri(&self, id: BindingId) -> &str {
        self.bindings
            .get(id.0 as usize)
            .map_or("", |binding| &self.text[binding.prefix_end..binding.uri_end])
    }

    /// The declarations in force, the built-in ones apart: prefix and URI.
    pub fn in_scope(&self) -> impl Iterator<Item = (&str, &str)> {
        self.bindings.iter().enumerate().skip(2).filter_map(|(place, binding)| {
            let prefix = self.prefix_of(binding);
            let is_in_force = self.find(prefix).is_some_and(|id| id.0 as usize == place);
            is_in_force.then(|| (prefix, &self.text[binding.prefix_end..binding.uri_end]))
        })
    }

    /// The declarations of the innermost element: prefix and URI.
    pub fn declared_here(&self) -> impl Iterator<Item = (&str, &str)> {
        let first = match self.levels.last() {
            Some(level) if level.depth == self.depth => level.bindings,
            _ => self.bindings.len(),
        };
        self.bindings[first..]
            .iter()
            .map(|binding| (self.prefix_of(binding), &self.text[binding.prefix_end..binding.uri_end]))
    }

    fn prefix_of(&self, binding: &Binding) -> &str {
        &self.text[binding.start..binding.prefix_end]
    }
}

impl PrefixResolver for Prefixes {
    fn namespace_uri(&self, prefix: &str) -> Option<&str> {
        self.find(prefix).map(|id| self.uri(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_hide_and_come_back() {
        let names = Names::new();
        let mut prefixes = Prefixes::new();
        prefixes.enter();
        prefixes.declare("a", "urn:1", &names).unwrap();
        prefixes.enter();
        prefixes.declare("a", "urn:2", &names).unwrap();
        prefixes.declare("", "urn:3", &names).unwrap();
        assert_eq!(prefixes.namespace_uri("a"), Some("urn:2"));
        assert_eq!(prefixes.in_scope().collect::<Vec<_>>(), [("a", "urn:2"), ("", "urn:3")]);
        prefixes.enter();
        assert!(!prefixes.leave());
        assert!(prefixes.leave());
        assert_eq!(prefixes.namespace_uri("a"), Some("urn:1"));
        assert_eq!(prefixes.namespace_uri(""), Some(""));
        assert_eq!(prefixes.namespace_uri("xml"), Some(XML_NAMESPACE));
        assert!(prefixes.leave());
        assert_eq!(prefixes.namespace_uri("a"), None);
    }

    #[test]
    fn many_declarations_behave_like_few() {
        let names = Names::new();
        let mut prefixes = Prefixes::new();
        for level in 0..3 {
            prefixes.enter();
            for number in 0..10 {
                prefixes
                    .declare(&format!("p{number}"), &format!("urn:{level}:{number}"), &names)
                    .unwrap();
            }
        }
        assert_eq!(prefixes.namespace_uri("p9"), Some("urn:2:9"));
        assert_eq!(prefixes.in_scope().count(), 10);
        prefixes.leave();
        assert_eq!(prefixes.namespace_uri("p0"), Some("urn:1:0"));
        prefixes.leave();
        assert_eq!(prefixes.namespace_uri("p5"), Some("urn:0:5"));
        prefixes.leave();
        assert_eq!(prefixes.namespace_uri("p5"), None);
    }

    #[test]
    fn reserved_prefixes_cannot_be_bound() {
        let names = Names::new();
        let mut prefixes = Prefixes::new();
        prefixes.enter();
        assert!(prefixes.declare("xmlns", "urn:a", &names).is_err());
        assert!(prefixes.declare("xml", "urn:a", &names).is_err());
        assert!(prefixes.declare("a", XML_NAMESPACE, &names).is_err());
        assert!(prefixes.declare("", XMLNS_NAMESPACE, &names).is_err());
        assert!(prefixes.declare("a", "", &names).is_err());
        assert!(prefixes.declare("xml", XML_NAMESPACE, &names).is_ok());
        assert!(prefixes.declare("", "", &names).is_ok());
    }
}
