//! What a fault says, and what it never says.

use super::{Types, bound, facet, fault};
use crate::{
    Language,
    fault::Subject,
    value::{Builtin, NoPrefixes},
};

#[test]
fn a_fault_names_the_nearest_named_type_the_shape_and_the_bound() {
    let mut types = Types::new();
    let named = types.atomic(Builtin::Token, |facets| facets.max_length = facet(5));
    types.name(named, "KurzText");
    let anonymous = types.atomic(Builtin::Token, |facets| facets.max_length = facet(3));
    types.rebase(anonymous, named);
    let schema = types.schema();
    let broken = fault(&schema, anonymous, " geheim ").unwrap();
    let Subject::Value {
        type_name,
        shape,
        bound,
        ..
    } = &broken.subject
    else {
        panic!("no value fault")
    };
    assert_eq!(type_name, "a:KurzText");
    assert_eq!(shape.characters, 6);
    assert_eq!(bound.as_deref(), Some("3"));
    assert!(!format!("{broken:?} {broken} {}", broken.message(Language::English)).contains("geheim"));
}

#[test]
fn bounds_are_shown_as_the_schema_writes_them() {
    let mut types = Types::new();
    let step = types.pattern("[a-z]{2}");
    let long_step = types.pattern(&"[a-z]".repeat(40));
    let number = types.atomic(Builtin::Decimal, |facets| {
        facets.max_inclusive = bound(Builtin::Decimal, "10.50");
    });
    let short = types.atomic(Builtin::String, |facets| facets.patterns = vec![step]);
    let long = types.atomic(Builtin::String, |facets| facets.patterns = vec![long_step]);
    let schema = types.schema();
    let shown = |id, text| match fault(&schema, id, text).unwrap().subject {
        Subject::Value { bound, .. } => bound,
        _ => panic!("no value fault"),
    };
    assert_eq!(shown(number, "11").as_deref(), Some("10.50"));
    assert_eq!(shown(short, "A").as_deref(), Some("[a-z]{2}"));
    assert_eq!(shown(long, "A"), None);
}

#[test]
fn a_pattern_fault_tells_the_first_disallowed_character() {
    let mut types = Types::new();
    let step = types.pattern("[a-z]*");
    let id = types.atomic(Builtin::Token, |facets| facets.patterns = vec![step]);
    let schema = types.schema();
    let broken = fault(&schema, id, " ab\u{ad}c ").unwrap();
    assert!(matches!(&broken.subject, Subject::Value { shape, .. } if shape.offending == Some(('\u{ad}', 3))));
}

#[test]
fn checked_values_show_no_content() {
    let schema = Types::new().schema();
    let checked = schema.check_value(Builtin::Token.id(), "geheim", &NoPrefixes).unwrap();
    assert!(!format!("{checked:?}").contains("geheim"));
}
