//! Prefixes of the namespaces that a document may use.

use std::collections::BTreeSet;
use xsozial_schema::{
    NamespaceId, Schema,
    names::XSI_NAMESPACE,
    value::{PrefixResolver, Value},
};

/// Namespace of elements that are made up where a wildcard admits what nobody declared.
const FOREIGN_NAMESPACE: &str = "urn:synthetisch:fremd";

/// A namespace and its prefix.
#[derive(Clone, Debug)]
struct Entry {
    uri: String,
    prefix: String,
}

/// Prefixes of all namespaces of a schema, of those that enumerated names have, and of the made-up one. No namespace is
/// ever the default one, so that a name without prefix is in none.
#[derive(Clone, Debug)]
pub(super) struct Prefixes {
    /// By [`NamespaceId`]; the others come behind.
    entries: Vec<Entry>,
    /// The namespace of made-up elements.
    pub(super) foreign: NamespaceId,
}

impl Prefixes {
    pub(super) fn of(schema: &Schema) -> Self {
        let names = &schema.names;
        let mut uris: Vec<(&str, &str)> = names.namespaces().map(|id| (names.uri(id), names.prefix(id))).collect();
        let enumerated = schema
            .simple_types
            .iter()
            .flat_map(|simple_type| &simple_type.facets.enumeration);
        for value in enumerated {
            if let Value::QName(name) = &value.value
                && uris.iter().all(|(uri, _)| *uri != name.namespace())
            {
                uris.push((name.namespace(), name.prefix()));
            }
        }
        let foreign = uris.len();
        uris.push((FOREIGN_NAMESPACE, "fremd"));
        let mut used: BTreeSet<String> = ["xml", "xmlns", "xsi"].map(str::to_owned).into();
        let entries = uris.into_iter().map(|(uri, wish)| Entry {
            uri: uri.to_owned(),
            prefix: prefix(uri, wish, &mut used),
        });
        Self {
            entries: entries.collect(),
            foreign: NamespaceId::new(u32::try_from(foreign).unwrap_or(u32::MAX)),
        }
    }

    /// The prefix of a namespace; empty for no namespace.
    pub(super) fn prefix(&self, namespace: NamespaceId) -> &str {
        self.entries
            .get(namespace.index())
            .map_or("", |entry| entry.prefix.as_str())
    }

    pub(super) fn uri(&self, namespace: NamespaceId) -> &str {
        self.entries
            .get(namespace.index())
            .map_or("", |entry| entry.uri.as_str())
    }

    /// The prefix of a namespace by its URI; `None` for a namespace that is not at hand.
    pub(super) fn prefix_of(&self, uri: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|entry| entry.uri == uri)
            .map(|entry| entry.prefix.as_str())
    }

    /// The namespace of a prefix.
    pub(super) fn namespace(&self, prefix: &str) -> Option<NamespaceId> {
        let place = self.entries.iter().position(|entry| entry.prefix == prefix)?;
        u32::try_from(place).ok().map(NamespaceId::new)
    }
}

/// The wished prefix, or the first of `n1`, `n2`, … that is free.
fn prefix(uri: &str, wish: &str, used: &mut BTreeSet<String>) -> String {
    match uri {
        "" => return String::new(),
        xsozial_schema::names::XML_NAMESPACE => return "xml".to_owned(),
        XSI_NAMESPACE => return "xsi".to_owned(),
        _ => {}
    }
    // Prefixes that begin with `xml` are reserved (Namespaces in XML, section 3).
    let is_reserved = wish.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("xml"));
    let mut chosen = wish.to_owned();
    let mut number = 0;
    while chosen.is_empty() || (number == 0 && is_reserved) || used.contains(&chosen) {
        number += 1;
        chosen = format!("n{number}");
    }
    used.insert(chosen.clone());
    chosen
}

impl PrefixResolver for Prefixes {
    fn namespace_uri(&self, prefix: &str) -> Option<&str> {
        if prefix.is_empty() {
            return None;
        }
        self.namespace(prefix).map(|namespace| self.uri(namespace))
    }
}
