//! Names as they are written: with the schema's usual prefixes where these are fit for it.

use std::borrow::Cow;
use xsozial_schema::{NameId, NamespaceId, Schema, value::is_nc_name};

/// Qualified names of a schema.
pub(super) struct QualifiedNames<'a> {
    schema: &'a Schema,
    usual: &'a [Box<str>],
    /// Prefixes of the namespaces whose usual one is missing or taken; empty where all are fit.
    other: Vec<Option<String>>,
}

impl<'a> QualifiedNames<'a> {
    pub(super) fn new(schema: &'a Schema) -> Self {
        Self {
            schema,
            usual: schema.qualified_names(),
            other: other_prefixes(schema),
        }
    }

    /// `prefix:local`, or `local` in no namespace.
    #[inline]
    pub(super) fn qualified(&self, name: NameId) -> Cow<'_, str> {
        if !self.other.is_empty() {
            let namespace = self.schema.names.namespace_of(name);
            if let Some(Some(prefix)) = self.other.get(namespace.index()) {
                return Cow::Owned(format!("{prefix}:{}", self.schema.names.local(name)));
            }
        }
        Cow::Borrowed(self.usual.get(name.index()).map_or("", |name| name))
    }

    /// The prefix of a namespace.
    pub(super) fn prefix(&self, namespace: NamespaceId) -> &str {
        match self.other.get(namespace.index()) {
            Some(Some(prefix)) => prefix,
            _ => self.schema.names.prefix(namespace),
        }
    }
}

fn other_prefixes(schema: &Schema) -> Vec<Option<String>> {
    let names = &schema.names;
    let is_fit = |namespace: NamespaceId| {
        let prefix = names.prefix(namespace);
        namespace == NamespaceId::NONE
            || (is_nc_name(prefix)
                && prefix != "xmlns"
                && (prefix == "xml") == (namespace == NamespaceId::XML)
                && names
                    .namespaces()
                    .take(namespace.index())
                    .all(|other| names.prefix(other) != prefix))
    };
    if names.namespaces().all(is_fit) {
        return Vec::new();
    }
    let mut other = Vec::new();
    let mut number = 0;
    for namespace in names.namespaces() {
        let mut prefix = None;
        while !is_fit(namespace) && prefix.is_none() {
            number += 1;
            let candidate = format!("ns{number}");
            let is_free = names.namespaces().all(|known| names.prefix(known) != candidate);
            prefix = is_free.then_some(candidate);
        }
        other.push(prefix);
    }
    other
}
