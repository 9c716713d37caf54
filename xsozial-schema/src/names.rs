//! Interned names: every expanded name of a schema is a small integer.
//!
//! Source: Namespaces in XML 1.0, section 2.1 (expanded names).

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::hash::Hasher;

/// Namespace of the instance attributes `xsi:type`, `xsi:nil` and the schema locations.
pub const XSI_NAMESPACE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Namespace bound to the prefix `xml` in every document.
pub const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";
/// Namespace of XML Schema itself, home of the built-in types.
pub const XS_NAMESPACE: &str = "http://www.w3.org/2001/XMLSchema";

/// Index of an expanded name (namespace and local part) in [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameId(u32);

impl NameId {
    /// A name that the schema does not know.
    pub const UNKNOWN: Self = Self(u32::MAX);
    /// `xsi:type`
    pub const XSI_TYPE: Self = Self(0);
    /// `xsi:nil`
    pub const XSI_NIL: Self = Self(1);
    /// `xsi:schemaLocation`
    pub const XSI_SCHEMA_LOCATION: Self = Self(2);
    /// `xsi:noNamespaceSchemaLocation`
    pub const XSI_NO_NAMESPACE_SCHEMA_LOCATION: Self = Self(3);

    /// The name with this index.
    pub const fn new(index: u32) -> Self {
        Self(index)
    }

    /// The index, for use in tables.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether this is one of the four attributes of the instance namespace.
    pub const fn is_xsi(self) -> bool {
        self.0 < 4
    }
}

/// Index of a namespace in [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NamespaceId(u32);

impl NamespaceId {
    /// No namespace at all.
    pub const NONE: Self = Self(0);
    /// The namespace of the prefix `xml`.
    pub const XML: Self = Self(1);
    /// The instance namespace (`xsi`).
    pub const XSI: Self = Self(2);
    /// The namespace of XML Schema.
    pub const XS: Self = Self(3);
    /// A namespace that the schema does not know.
    pub const UNKNOWN: Self = Self(u32::MAX);

    /// The namespace with this index.
    pub const fn new(index: u32) -> Self {
        Self(index)
    }

    /// The index, for use in tables.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Namespace {
    uri: String,
    prefix: String,
}

/// The table of all namespaces and expanded names of a schema.
///
/// The first four namespaces and the four `xsi` names stand at fixed places, see the constants of
/// [`NamespaceId`] and [`NameId`].
///
/// ```
/// use xsozial_schema::names::{Names, NamespaceId};
/// let mut names = Names::new();
/// let namespace = names.intern_namespace("urn:example:a");
/// let name = names.intern(namespace, "person");
/// assert_eq!(names.lookup(namespace, "person"), name);
/// assert_eq!(names.local(name), "person");
/// assert_eq!(names.uri(NamespaceId::NONE), "");
/// ```
#[derive(Clone, Debug)]
pub struct Names {
    namespaces: Vec<Namespace>,
    entries: Vec<(NamespaceId, String)>,
    /// Open-addressing table over `entries`; `EMPTY` marks a free place. Its length is a power of two.
    table: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl Default for Names {
    fn default() -> Self {
        Self::new()
    }
}

impl Names {
    /// A table that holds the fixed names alone.
    pub fn new() -> Self {
        let mut names = Self {
            namespaces: Vec::new(),
            entries: Vec::new(),
            table: vec![EMPTY; 64],
        };
        for (uri, prefix) in [
            ("", ""),
            (XML_NAMESPACE, "xml"),
            (XSI_NAMESPACE, "xsi"),
            (XS_NAMESPACE, "xs"),
        ] {
            let id = names.intern_namespace(uri);
            names.set_prefix(id, prefix);
        }
        for local in ["type", "nil", "schemaLocation", "noNamespaceSchemaLocation"] {
            names.intern(NamespaceId::XSI, local);
        }
        names
    }

    /// The namespace with this URI; added when it is new. An empty URI is [`NamespaceId::NONE`].
    pub fn intern_namespace(&mut self, uri: &str) -> NamespaceId {
        let known = self.namespace(uri);
        if known != NamespaceId::UNKNOWN {
            return known;
        }
        let id = NamespaceId(index_of(self.namespaces.len()));
        self.namespaces.push(Namespace {
            uri: uri.to_owned(),
            prefix: String::new(),
        });
        id
    }

    /// The namespace with this URI, or [`NamespaceId::UNKNOWN`].
    pub fn namespace(&self, uri: &str) -> NamespaceId {
        // A delivery has a handful of namespaces: a scan beats a hash.
        self.namespaces
            .iter()
            .position(|known| known.uri == uri)
            .map_or(NamespaceId::UNKNOWN, |index| NamespaceId(index_of(index)))
    }

    /// All namespaces in the order of their ids.
    pub fn namespaces(&self) -> impl ExactSizeIterator<Item = NamespaceId> + use<> {
        (0..index_of(self.namespaces.len())).map(NamespaceId)
    }

    /// The URI of a namespace; empty for no namespace and for an unknown one.
    pub fn uri(&self, namespace: NamespaceId) -> &str {
        self.namespaces
            .get(namespace.index())
            .map_or("", |known| known.uri.as_str())
    }

    /// The prefix that the schema itself usually binds to the namespace; empty when it has none.
    pub fn prefix(&self, namespace: NamespaceId) -> &str {
        self.namespaces
            .get(namespace.index())
            .map_or("", |known| known.prefix.as_str())
    }

    /// Sets the usual prefix of a namespace.
    pub fn set_prefix(&mut self, namespace: NamespaceId, prefix: &str) {
        if let Some(known) = self.namespaces.get_mut(namespace.index()) {
            prefix.clone_into(&mut known.prefix);
        }
    }

    /// The id of an expanded name; added when it is new.
    pub fn intern(&mut self, namespace: NamespaceId, local: &str) -> NameId {
        let known = self.lookup(namespace, local);
        if known != NameId::UNKNOWN {
            return known;
        }
        let id = index_of(self.entries.len());
        self.entries.push((namespace, local.to_owned()));
        if self.entries.len() * 2 > self.table.len() {
            self.rebuild();
        } else {
            self.insert(id);
        }
        NameId(id)
    }

    /// The id of an expanded name, or [`NameId::UNKNOWN`].
    #[inline]
    pub fn lookup(&self, namespace: NamespaceId, local: &str) -> NameId {
        let mask = self.table.len() - 1;
        let mut place = hash(namespace, local) & mask;
        loop {
            let id = self.table[place];
            if id == EMPTY {
                return NameId::UNKNOWN;
            }
            let (known_namespace, known_local) = &self.entries[id as usize];
            if *known_namespace == namespace && known_local == local {
                return NameId(id);
            }
            place = (place + 1) & mask;
        }
    }

    /// The local part of a name; empty for [`NameId::UNKNOWN`].
    pub fn local(&self, name: NameId) -> &str {
        self.entries.get(name.index()).map_or("", |(_, local)| local)
    }

    /// The namespace of a name.
    pub fn namespace_of(&self, name: NameId) -> NamespaceId {
        self.entries
            .get(name.index())
            .map_or(NamespaceId::UNKNOWN, |(namespace, _)| *namespace)
    }

    /// The name as `Q{uri}local`, the notation of XPath 3 that finding paths use; a name in no namespace is its local part.
    pub fn expanded(&self, name: NameId) -> String {
        let uri = self.uri(self.namespace_of(name));
        if uri.is_empty() {
            self.local(name).to_owned()
        } else {
            format!("Q{{{uri}}}{}", self.local(name))
        }
    }

    /// The name as the schema's authors write it: usual prefix and local part.
    pub fn prefixed(&self, name: NameId) -> String {
        let prefix = self.prefix(self.namespace_of(name));
        if prefix.is_empty() {
            self.local(name).to_owned()
        } else {
            format!("{prefix}:{}", self.local(name))
        }
    }

    /// How many names the table holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Never true: the fixed names are always there.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn insert(&mut self, id: u32) {
        let (namespace, local) = &self.entries[id as usize];
        let mask = self.table.len() - 1;
        let mut place = hash(*namespace, local) & mask;
        while self.table[place] != EMPTY {
            place = (place + 1) & mask;
        }
        self.table[place] = id;
    }

    fn rebuild(&mut self) {
        let size = (self.entries.len() * 4).next_power_of_two().max(64);
        self.table = vec![EMPTY; size];
        for id in 0..index_of(self.entries.len()) {
            self.insert(id);
        }
    }
}

/// Indices are 32 bits wide; a schema with more components than that cannot be loaded into memory anyway.
pub(crate) fn index_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX - 1)
}

#[inline]
fn hash(namespace: NamespaceId, local: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(local.as_bytes());
    hasher.write_u32(namespace.0);
    #[expect(clippy::cast_possible_truncation, reason = "only low bits are used")]
    let hash = hasher.finish() as usize;
    hash
}

/// The table is a view of the names: only the names are stored, and the table is built when they are loaded.
impl Serialize for Names {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.namespaces, &self.entries).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (namespaces, entries) = Deserialize::deserialize(deserializer)?;
        let mut names = Self {
            namespaces,
            entries,
            table: Vec::new(),
        };
        names.rebuild();
        Ok(names)
    }
}

impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.namespaces == other.namespaces && self.entries == other.entries
    }
}
