//! Shape B against the published XSDs of the same files.

use super::*;
use crate::compare::{Change, ChangeKind, compare};
use std::fs;

/// What the published XSD has otherwise than the one of this module.
fn differences(corpus: &Path, name: &str) -> Vec<Change> {
    let xsd = fs::read(corpus.join(format!("xsd/xml-v2-{name}_xfall.xsd"))).unwrap();
    let published = Schema::compile(Sources::new().bytes("a.xsd", xsd)).unwrap();
    let path = corpus.join(format!("xdatenfelder/{name}.xml"));
    let sources = Sources::new().schema(path).shape(Shape::B);
    let own = Schema::compile(sources.missing_codelists(MissingCodelists::AnyCode)).unwrap();
    compare(&own, &published).changes
}

#[test]
fn shape_b_is_what_the_style_sheet_makes() {
    let Some(corpus) = corpus() else { return };
    for name in ["simple", "label", "data-field-rule"] {
        let differences = differences(&corpus, name);
        assert!(differences.is_empty(), "{name}: {differences:?}");
    }
}

/// The published XSDs come from files that were first converted to version 3, which knows no empty schemas and groups: the
/// converter put a field of its own into each. This module invents no fields.
#[test]
fn where_nothing_is_the_style_sheet_has_a_field_that_no_file_holds() {
    let Some(corpus) = corpus() else { return };
    for name in ["minimal", "rule", "data-group-rule"] {
        let differences = differences(&corpus, name);
        let added = differences.iter().filter(|change| change.kind == ChangeKind::Added);
        let added: Vec<_> = added.map(|change| change.component.as_str()).collect();
        assert!(!added.is_empty(), "{name}");
        for change in &differences {
            let of_field = added.iter().any(|field| format!("{change:?}").contains(field));
            assert!(of_field, "{name}: {change:?}");
        }
    }
}

/// For a list that is not at hand the style sheet enumerates a placeholder, so that no document is valid. This module asks
/// for the list, or takes any code.
#[test]
fn a_missing_list_is_no_enumeration_of_a_placeholder() {
    let Some(corpus) = corpus() else { return };
    let differences = differences(&corpus, "select");
    assert!(differences.iter().any(|change| change.kind == ChangeKind::Tightened));
    let first = &differences[0].component;
    assert!(
        differences.iter().all(|change| change.component == *first),
        "{differences:?}"
    );
}
