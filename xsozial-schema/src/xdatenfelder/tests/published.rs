//! Shape B against the published XSDs of the same files.

use super::*;
use crate::schema::{Content, LeafTerm, Particle, Term, TypeRef};
use std::{collections::BTreeMap, fs};

/// What each global element is, by name: its content model with the names in it, or its base and facets.
fn structure(schema: &Schema) -> BTreeMap<String, String> {
    let global = schema.global_elements.iter();
    global
        .map(|(name, id)| {
            let text = match schema.element(id).type_ref {
                TypeRef::Simple(id) => {
                    let simple = schema.simple_type(id);
                    let facets = &simple.facets;
                    let lengths = [&facets.min_length, &facets.max_length].map(|it| it.as_ref().map(|it| it.value));
                    let codes: Vec<_> = facets.enumeration.iter().map(|value| &value.text).collect();
                    format!("{} {lengths:?} {codes:?}", simple.builtin.name())
                }
                TypeRef::Complex(id) => match &schema.complex_type(id).content {
                    Content::Elements(content) => {
                        let leaf = |leaf: u32| match content.leaves[leaf as usize].term {
                            LeafTerm::Element(id) => schema.names.local(schema.element(id).name).to_owned(),
                            LeafTerm::Wildcard(_) => "*".to_owned(),
                        };
                        content
                            .particle
                            .as_ref()
                            .map_or_else(String::new, |it| model(it, &leaf))
                    }
                    other => format!("{other:?}")
                        .chars()
                        .take_while(|it| *it != '(' && *it != ' ')
                        .collect(),
                },
            };
            (schema.names.local(name).to_owned(), text)
        })
        .collect()
}

fn model(particle: &Particle, leaf: &dyn Fn(u32) -> String) -> String {
    let list = |parts: &[Particle]| parts.iter().map(|part| model(part, leaf)).collect::<Vec<_>>().join(" ");
    let term = match &particle.term {
        Term::Leaf(index) => leaf(*index),
        Term::Sequence(parts) => format!("({})", list(parts)),
        Term::Choice(parts) => format!("[{}]", list(parts)),
        Term::All(parts) => format!("&({})", list(parts)),
    };
    format!("{term}{}:{:?}", particle.occurrence.min, particle.occurrence.max)
}

fn structures(corpus: &Path, name: &str) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let xsd = fs::read(corpus.join(format!("xsd/xml-v2-{name}_xfall.xsd"))).unwrap();
    let published = Schema::compile(Sources::new().bytes("a.xsd", xsd)).unwrap();
    let path = corpus.join(format!("xdatenfelder/{name}.xml"));
    let sources = Sources::new().schema(path).shape(Shape::B);
    let own = Schema::compile(sources.missing_codelists(MissingCodelists::AnyCode)).unwrap();
    (structure(&own), structure(&published))
}

#[test]
fn shape_b_is_what_the_style_sheet_makes() {
    let Some(corpus) = corpus() else { return };
    for name in ["simple", "label", "data-field-rule"] {
        let (own, published) = structures(&corpus, name);
        assert_eq!(own, published, "{name}");
    }
}

/// The published XSDs come from files that were first converted to version 3, which knows no empty schemas and groups: the
/// converter put a field of its own into each. This module invents no fields.
#[test]
fn where_nothing_is_the_style_sheet_has_a_field_that_no_file_holds() {
    let Some(corpus) = corpus() else { return };
    for name in ["minimal", "rule", "data-group-rule"] {
        let (own, published) = structures(&corpus, name);
        let invented: Vec<_> = published.keys().filter(|name| !own.contains_key(*name)).collect();
        assert_eq!(invented.len(), 1, "{name}");
        for (element, content) in &own {
            let expected = &published[element];
            assert!(
                content == expected || (content == "Empty" && expected.starts_with(invented[0])),
                "{name}: {content}"
            );
        }
    }
}

/// For a list that is not at hand the style sheet enumerates a placeholder, so that no document is valid. This module asks
/// for the list, or takes any code.
#[test]
fn a_missing_list_is_no_enumeration_of_a_placeholder() {
    let Some(corpus) = corpus() else { return };
    let (own, published) = structures(&corpus, "select");
    let differing: Vec<_> = own.iter().filter(|(name, text)| published[*name] != **text).collect();
    assert_eq!(differing.len(), 1);
    assert_eq!(differing[0].1, "token [None, None] []");
}
