//! Namespace declarations written so far.

use xsozial_schema::{NamespaceId, names::XML_NAMESPACE};

/// The declarations in scope at the element being written.
pub(super) struct Scope {
    bindings: Vec<Binding>,
    /// Namespaces of the schema whose usual prefix is in scope since the root.
    known: Vec<bool>,
    depth: u32,
}

struct Binding {
    prefix: String,
    uri: String,
    depth: u32,
}

impl Scope {
    pub(super) fn new() -> Self {
        Self {
            bindings: Vec::new(),
            known: Vec::new(),
            depth: 0,
        }
    }

    pub(super) fn enter(&mut self) {
        self.depth += 1;
    }

    #[inline]
    pub(super) fn leave(&mut self) {
        while self.bindings.last().is_some_and(|binding| binding.depth >= self.depth) {
            self.bindings.pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether the usual prefix of a namespace of the schema is surely in scope.
    #[inline]
    pub(super) fn is_known_declared(&self, namespace: NamespaceId) -> bool {
        matches!(namespace, NamespaceId::NONE | NamespaceId::XML)
            || self.known.get(namespace.index()).copied().unwrap_or(false)
    }

    /// The usual prefix of a namespace has just been declared. Noted only at the root: elsewhere it goes out of scope.
    pub(super) fn note_known(&mut self, namespace: NamespaceId) {
        if self.depth == 1 {
            if self.known.len() <= namespace.index() {
                self.known.resize(namespace.index() + 1, false);
            }
            self.known[namespace.index()] = true;
        }
    }

    /// Binds a prefix for the current element.
    pub(super) fn push(&mut self, prefix: &str, uri: &str) {
        self.bindings.push(Binding {
            prefix: prefix.to_owned(),
            uri: uri.to_owned(),
            depth: self.depth,
        });
    }

    /// How many declarations are in scope.
    pub(super) fn len(&self) -> usize {
        self.bindings.len()
    }

    /// The declaration at this place: prefix and URI.
    pub(super) fn at(&self, place: usize) -> (&str, &str) {
        self.bindings
            .get(place)
            .map_or(("", ""), |binding| (&binding.prefix, &binding.uri))
    }

    /// Whether the current element declares this prefix.
    pub(super) fn is_bound_here(&self, prefix: &str) -> bool {
        let here = self
            .bindings
            .iter()
            .rev()
            .take_while(|binding| binding.depth == self.depth);
        here.into_iter().any(|binding| binding.prefix == prefix)
    }

    /// What a prefix is bound to.
    pub(super) fn resolve(&self, prefix: &str) -> Option<&str> {
        if prefix == "xml" {
            return Some(XML_NAMESPACE);
        }
        let bound = self.bindings.iter().rev().find(|binding| binding.prefix == prefix);
        match bound {
            Some(binding) => Some(&binding.uri),
            None => prefix.is_empty().then_some(""),
        }
    }

    /// A prefix, not the empty one, that is bound to this namespace: the one wished for if it is.
    pub(super) fn find(&self, uri: &str, wish: &str) -> Option<&str> {
        if uri == XML_NAMESPACE {
            return Some("xml");
        }
        let is_bound = |prefix: &str| !prefix.is_empty() && self.resolve(prefix) == Some(uri);
        let wished = self
            .bindings
            .iter()
            .find(|binding| binding.prefix == wish && is_bound(wish));
        wished
            .or_else(|| self.bindings.iter().rev().find(|binding| is_bound(&binding.prefix)))
            .map(|binding| binding.prefix.as_str())
    }

    /// A prefix that is not bound: the one wished for if possible.
    pub(super) fn free_prefix(&self, wish: &str) -> String {
        if !wish.is_empty() && wish != "xmlns" && self.resolve(wish).is_none() {
            return wish.to_owned();
        }
        let mut number = 1;
        loop {
            let candidate = format!("p{number}");
            if self.resolve(&candidate).is_none() {
                return candidate;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_found_hidden_and_free() {
        let mut scope = Scope::new();
        scope.enter();
        scope.push("a", "urn:1");
        scope.push("b", "urn:1");
        scope.enter();
        scope.push("a", "urn:2");
        assert_eq!(scope.find("urn:1", "a"), Some("b"));
        assert_eq!(scope.find("urn:2", "x"), Some("a"));
        assert_eq!(scope.free_prefix("a"), "p1");
        assert_eq!(scope.free_prefix("c"), "c");
        scope.leave();
        assert_eq!(scope.resolve("a"), Some("urn:1"));
        assert_eq!(scope.find("urn:2", "a"), None);
        assert_eq!(scope.find(XML_NAMESPACE, ""), Some("xml"));
    }
}
