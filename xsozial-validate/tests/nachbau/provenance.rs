//! Every element says what it is, and what it rests on.

use super::{own_document, schema, schemas};
use std::{collections::BTreeMap, fs};
use xsozial_schema::schema::Annotation;

/// How many elements and attributes rest on a source, and how many are assumed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) proven: usize,
    pub(crate) assumed: usize,
}

impl Share {
    pub(crate) fn in_words(self) -> String {
        format!("{} of {}", self.proven, self.proven + self.assumed)
    }
}

/// The elements and attributes of the Nachbau: its schema document, a name for messages, and what is said of it. Attributes
/// that a code type restricts are xoev-code's.
fn declarations() -> Vec<(&'static str, String, &'static Annotation)> {
    let elements = schema().elements.iter().filter_map(|element| {
        let document = own_document(element.source)?;
        Some((document, schema().names.expanded(element.name), &element.annotation))
    });
    let uses = schema().complex_types.iter().filter(|complex| complex.code.is_none());
    let uses = uses.flat_map(|complex| &complex.attributes).filter_map(|attribute| {
        let document = own_document(attribute.source)?;
        Some((document, schema().names.expanded(attribute.name), &attribute.annotation))
    });
    elements.chain(uses).collect()
}

/// The share of each schema document.
pub(crate) fn shares() -> BTreeMap<&'static str, Share> {
    let mut shares: BTreeMap<&str, Share> = BTreeMap::new();
    for (document, _, annotation) in declarations() {
        let share = shares.entry(document).or_default();
        match annotation.documentation.get(1).map(String::as_str) {
            Some("angenommen") => share.assumed += 1,
            _ => share.proven += 1,
        }
    }
    shares
}

#[test]
fn every_element_is_documented_in_german_labelled_and_names_its_source() {
    let sources = fs::read_to_string(schemas().join("xsozial-nachbau/QUELLEN.md")).unwrap();
    for (document, name, annotation) in declarations() {
        let place = format!("{document}: {name}");
        let [what, source] = annotation.documentation.as_slice() else {
            panic!("{place}: {:?}", annotation.documentation)
        };
        assert!(what.ends_with('.'), "{place}: {what}");
        assert!(annotation.title().is_some_and(|title| !title.is_empty()), "{place}");
        if source == "angenommen" {
            continue;
        }
        let (text, key) = source
            .split_once(", QUELLEN ")
            .unwrap_or_else(|| panic!("{place}: {source}"));
        assert!(text.starts_with("belegt: "), "{place}: {source}");
        assert!(
            ["(H)", "(M)", "(L)"].iter().any(|sure| text.ends_with(sure)),
            "{place}: {source}"
        );
        assert!(
            sources.contains(&format!("| {key} |")),
            "{place}: QUELLEN.md has no {key}"
        );
    }
}

#[test]
fn every_type_is_documented() {
    let complex = schema()
        .complex_types
        .iter()
        .map(|one| (one.name, one.source, &one.annotation));
    let simple = schema()
        .simple_types
        .iter()
        .map(|one| (one.name, one.source, &one.annotation));
    for (name, source, annotation) in complex.chain(simple) {
        let (Some(name), Some(document)) = (name, own_document(source)) else {
            continue;
        };
        let place = format!("{document}: {}", schema().names.expanded(name));
        assert!(!annotation.documentation.is_empty(), "{place}");
        assert!(!annotation.appinfo.is_empty(), "{place}");
    }
}

#[test]
fn every_document_says_that_it_is_a_nachbau() {
    for entry in fs::read_dir(schemas().join("xsozial-nachbau")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "xsd") {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains("sagt nichts über XSozial-basis"), "{}", path.display());
            assert!(text.contains("it is not XSozial-basis"), "{}", path.display());
        }
    }
}
