//! `xs:QName` (part 2, section 3.2.18).

use super::{as_text::write_shape, name::is_nc_name};
use crate::names::XML_NAMESPACE;
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    hash::{Hash, Hasher},
};

/// Knows the namespaces that are in scope where a value stands.
pub trait PrefixResolver {
    /// The namespace bound to a prefix; the empty prefix asks for the default namespace. `None` when there is none.
    fn namespace_uri(&self, prefix: &str) -> Option<&str>;
}

/// No prefix is bound.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPrefixes;

impl PrefixResolver for NoPrefixes {
    fn namespace_uri(&self, _prefix: &str) -> Option<&str> {
        None
    }
}

/// A qualified name. Equality is that of the expanded name; the prefix is kept for printing.
///
/// With serde it is a structure: its text alone would lose the namespace.
#[derive(Clone, Serialize, Deserialize)]
pub struct QName {
    namespace: CompactString,
    local: CompactString,
    prefix: CompactString,
}

impl QName {
    /// The name in this namespace (empty for none), to be printed with this prefix (empty for none). `None` when
    /// `local` or `prefix` is no name without colon, or when there is a prefix and no namespace.
    pub fn new(namespace: &str, local: &str, prefix: &str) -> Option<Self> {
        let has_form = is_nc_name(local) && (prefix.is_empty() || (is_nc_name(prefix) && !namespace.is_empty()));
        has_form.then(|| Self {
            namespace: namespace.into(),
            local: local.into(),
            prefix: prefix.into(),
        })
    }

    /// Reads `local` or `prefix:local`; `None` when it has another form or the prefix is not bound.
    pub fn parse(text: &str, prefixes: &dyn PrefixResolver) -> Option<Self> {
        let (namespace, prefix, local) = split(text, prefixes)?;
        Self::new(namespace, local, prefix)
    }

    /// The namespace; empty for none.
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The local part.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// The prefix it was read with; empty for none.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }
}

/// Whether [`QName::parse`] would take it; builds nothing.
pub(crate) fn is_qname(text: &str, prefixes: &dyn PrefixResolver) -> bool {
    split(text, prefixes)
        .is_some_and(|(_, prefix, local)| is_nc_name(local) && (prefix.is_empty() || is_nc_name(prefix)))
}

/// Namespace, prefix and local part.
fn split<'t>(text: &'t str, prefixes: &'t dyn PrefixResolver) -> Option<(&'t str, &'t str, &'t str)> {
    match text.split_once(':') {
        None => Some((prefixes.namespace_uri("").unwrap_or(""), "", text)),
        Some(("xml", local)) => Some((XML_NAMESPACE, "xml", local)),
        Some(("", _)) => None,
        Some((prefix, local)) => Some((
            prefixes.namespace_uri(prefix).filter(|uri| !uri.is_empty())?,
            prefix,
            local,
        )),
    }
}

impl PartialEq for QName {
    fn eq(&self, other: &Self) -> bool {
        self.namespace == other.namespace && self.local == other.local
    }
}

impl Eq for QName {}

impl Hash for QName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.namespace.hash(state);
        self.local.hash(state);
    }
}

impl fmt::Display for QName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.prefix.is_empty() {
            write!(formatter, "{}:", self.prefix)?;
        }
        formatter.write_str(&self.local)
    }
}

impl fmt::Debug for QName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_shape("QName", self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Scope;

    impl PrefixResolver for Scope {
        fn namespace_uri(&self, prefix: &str) -> Option<&str> {
            match prefix {
                "" => Some("urn:default"),
                "a" | "b" => Some("urn:one"),
                "gone" => Some(""),
                _ => None,
            }
        }
    }

    #[test]
    fn equality_is_that_of_the_expanded_name() {
        let name = |text| QName::parse(text, &Scope);
        assert_eq!(name("a:x"), name("b:x"));
        assert_ne!(name("a:x"), name("x"));
        assert_eq!(name("x").unwrap().namespace(), "urn:default");
        assert_eq!(name("b:x").unwrap().to_string(), "b:x");
        assert_eq!(name("xml:lang").unwrap().namespace(), XML_NAMESPACE);
        assert_eq!(QName::parse("x", &NoPrefixes).unwrap().namespace(), "");
    }

    #[test]
    fn unbound_prefixes_and_wrong_forms_are_refused() {
        for wrong in ["c:x", "gone:x", ":x", "a:", "a:b:c", "", "1x", "a:1x", "a x"] {
            assert_eq!(QName::parse(wrong, &Scope), None, "{wrong}");
            assert!(!is_qname(wrong, &Scope), "{wrong}");
        }
        assert!(is_qname("a:x", &Scope) && is_qname("xml:lang", &NoPrefixes));
        assert_eq!(QName::new("", "x", "p"), None);
    }

    #[test]
    fn debug_tells_the_shape_alone() {
        assert_eq!(
            format!("{:?}", QName::new("urn:geheim", "Name", "p").unwrap()),
            "QName(6 characters)"
        );
    }
}
