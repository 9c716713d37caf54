//! The standards that ship with the program: our own reconstructions (Nachbau), which say nothing about official ones.

use super::{Offer, OfferedRoot, Standard};
use crate::Validator;
use std::fmt;
use xsozial_schema::{
    Schema,
    codelists::{self, CodelistStore},
    schema::{SchemaData, StandardInfo},
    xsd::{Sources, XsdError},
};

/// A standard that ships with the program, with its code lists and profiles. It is compiled when it is asked for, which takes
/// a few milliseconds.
///
/// ```
/// use xsozial_validate::{Options, ShippedStandard, Standards};
/// let standards = Standards::among(ShippedStandard::offers());
/// let judged = standards.judge(b"<a xmlns='urn:example:xsozial-nachbau:antrag:0.1'/>", Options::default().limits);
/// let standard = judged.standard.unwrap().validator.schema().standard.clone();
/// assert_eq!(standard.status(), Some("nachbau"));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct ShippedStandard {
    /// What the user calls it.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Its Kennung.
    pub kennung: &'static str,
    /// Its long name, where its schemas name parts of it alone.
    long_name: Option<&'static str>,
    /// The namespaces of its own.
    namespaces: &'static [&'static str],
    /// Its roots in a namespace that others use as well.
    shared_roots: (&'static str, &'static [&'static str]),
    /// Schemas and code lists, a ZIP archive.
    archive: &'static [u8],
    /// Name and text of each profile.
    profiles: &'static [(&'static str, &'static str)],
}

/// The standards that ship.
static SHIPPED: [ShippedStandard; 2] = [
    ShippedStandard {
        name: "xsozial-nachbau",
        version: "0.1",
        kennung: "urn:example:xsozial-nachbau:antrag",
        long_name: None,
        namespaces: &["urn:example:xsozial-nachbau:antrag:0.1"],
        shared_roots: ("", &[]),
        archive: include_bytes!(concat!(env!("OUT_DIR"), "/xsozial-nachbau.zip")),
        profiles: include!(concat!(env!("OUT_DIR"), "/xsozial-nachbau.profile.rs")),
    },
    // The envelope, and each Leistung in both shapes: they know nothing of one another, so one schema holds them all.
    ShippedStandard {
        name: "xfall-nachbau",
        version: "0.1",
        kennung: "urn:example:xfall-nachbau",
        long_name: Some("XFall-Nachbau: Behälter und Fachdaten (erfunden, nicht amtlich)"),
        namespaces: &[
            "urn:example:xfall-nachbau:behaelter:0.1",
            "urn:xoev-de:xfall:standard:fim-s99000000001_0.1.0",
            "urn:xoev-de:xfall:standard:fim-s99000000002_0.1.0",
            "urn:xoev-de:xfall:standard:fim-s99000000003_0.1.0",
            "urn:xoev-de:xfall:standard:fim-s99000003_0.1",
        ],
        shared_roots: (
            "urn:fim-de:xfall:datenschema:xdf3",
            &["S99000000001V0.1.0", "S99000000002V0.1.0", "S99000000003V0.1.0"],
        ),
        archive: include_bytes!(concat!(env!("OUT_DIR"), "/xfall-nachbau.zip")),
        profiles: include!(concat!(env!("OUT_DIR"), "/xfall-nachbau.profile.rs")),
    },
];

impl ShippedStandard {
    /// All of them.
    pub fn all() -> &'static [Self] {
        &SHIPPED
    }

    /// All of them as offers, each checked with its code lists and the rules beyond the schema.
    pub fn offers() -> impl Iterator<Item = Box<dyn Offer>> {
        Self::all().iter().map(|&shipped| Box::new(shipped) as Box<dyn Offer>)
    }

    /// Whether the user means it: by name or Kennung, with or without version; the case of letters does not count.
    pub fn is_called(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        [self.name, self.kennung].into_iter().any(|own| {
            let rest = name.strip_prefix(own);
            rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('_') == Some(self.version))
        })
    }

    /// Compiles its schema.
    pub fn schema(&self) -> Result<Schema, XsdError> {
        let schema = Schema::compile(Sources::new().archive(self.name, self.archive.to_vec()))?;
        let Some(long_name) = self.long_name else {
            return Ok(schema);
        };
        let standard = StandardInfo {
            name: long_name.to_owned(),
            kennung: self.kennung.to_owned(),
            version: self.version.to_owned(),
            ..schema.standard.clone()
        };
        Ok(Schema::new(SchemaData {
            standard,
            ..SchemaData::clone(&schema)
        }))
    }

    /// Reads its code lists.
    pub fn codelists(&self) -> Result<CodelistStore, codelists::StoreError> {
        let mut store = CodelistStore::new();
        self.add_codelists(&mut store)?;
        Ok(store)
    }

    /// Adds its code lists to others.
    pub(crate) fn add_codelists(&self, store: &mut CodelistStore) -> Result<(), codelists::StoreError> {
        store.add_archive_bytes(self.name, self.archive.to_vec())
    }

    /// The text of its profile of this name.
    pub fn profile(&self, name: &str) -> Option<&'static str> {
        let profile = self.profiles.iter().find(|(known, _)| *known == name);
        profile.map(|&(_, text)| text)
    }

    /// The names of its profiles.
    pub fn profiles(&self) -> impl Iterator<Item = &'static str> {
        self.profiles.iter().map(|&(name, _)| name)
    }

    fn open(&self) -> Result<Standard, String> {
        let schema = self.schema().map_err(|error| error.to_string())?;
        let codelists = self.codelists().map_err(|error| error.to_string())?;
        Ok(Standard::with_usual_checks(Validator::new(schema), codelists))
    }
}

impl Offer for ShippedStandard {
    fn name(&self) -> String {
        format!("{}_{}", self.name, self.version)
    }

    fn root(&self, namespace: &str, local: &str) -> Option<OfferedRoot<'_>> {
        let (shared, roots) = self.shared_roots;
        (namespace == shared && roots.contains(&local)).then(OfferedRoot::default)
    }

    fn owns(&self, namespace: &str) -> bool {
        self.namespaces.contains(&namespace)
    }

    fn load(&self) -> Result<Standard, String> {
        self.open()
    }
}

impl fmt::Debug for ShippedStandard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ShippedStandard")
            .field("name", &self.name)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_says_what_the_schemas_say() {
        for shipped in ShippedStandard::all() {
            let schema = shipped.schema().unwrap();
            let (shared, roots) = shipped.shared_roots;
            let declared: BTreeSet<&str> = schema.documents.iter().map(|it| it.namespace.as_str()).collect();
            let base: BTreeSet<&str> = xsozial_schema::xsd::base::DOCUMENTS
                .iter()
                .map(|it| it.namespace)
                .collect();
            let mut own: BTreeSet<&str> = declared.difference(&base).copied().collect();
            assert_eq!(own.remove(shared), !roots.is_empty(), "{}", shipped.name);
            assert_eq!(own, shipped.namespaces.iter().copied().collect(), "{}", shipped.name);
            let elements: BTreeSet<String> = schema
                .global_elements
                .iter()
                .map(|(name, _)| schema.names.expanded(name))
                .collect();
            for root in roots {
                assert!(elements.contains(&format!("Q{{{shared}}}{root}")), "{root}");
            }
            assert_eq!(schema.standard.kennung, shipped.kennung);
            assert_eq!(schema.standard.version, shipped.version);
            assert_eq!(schema.standard.status(), Some("nachbau"));
            assert_eq!(shipped.codelists().unwrap().problems(), []);
        }
    }

    #[test]
    fn a_standard_is_called_by_its_name_or_kennung() {
        let [nachbau, xfall] = ShippedStandard::all() else {
            panic!("there are two")
        };
        for name in [
            "xsozial-nachbau",
            "XSozial-Nachbau_0.1",
            "urn:example:xsozial-nachbau:antrag",
        ] {
            assert!(nachbau.is_called(name) && !xfall.is_called(name), "{name}");
        }
        for name in [
            "",
            "xsozial",
            "xsozial-nachbau_0",
            "xsozial-nachbau_0.2",
            "xsozial-nachbau@ab",
        ] {
            assert!(!nachbau.is_called(name), "{name}");
        }
    }
}
