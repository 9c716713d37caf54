//! Lists and unions.

use super::{Types, bound, code, enumeration, facet};
use crate::{
    Code,
    value::{Builtin, NoPrefixes, WhiteSpace},
};

#[test]
fn lists_count_items_and_check_each() {
    let mut types = Types::new();
    let list = types.list(Builtin::Int.id(), |facets| {
        facets.white_space = WhiteSpace::Collapse;
        (facets.min_length, facets.max_length) = (facet(1), facet(3));
    });
    let schema = types.schema();
    let checked = schema.check_value(list, " 1\n22  333 ", &NoPrefixes).unwrap();
    assert_eq!(checked.text, "1 22 333");
    assert_eq!(checked.member, list);
    assert_eq!(code(&schema, list, ""), Some(Code::MinLength));
    assert_eq!(code(&schema, list, "1 2 3 4"), Some(Code::MaxLength));
    assert_eq!(code(&schema, list, "1 x"), Some(Code::Lexical));
}

#[test]
fn lists_have_patterns_and_enumerations_of_the_whole() {
    let mut types = Types::new();
    let step = types.pattern("[0-9]+ [0-9]+");
    let patterned = types.list(Builtin::Int.id(), |facets| facets.patterns = vec![step]);
    let enumerated = types.list(Builtin::Int.id(), |facets| {
        facets.enumeration = enumeration(Builtin::String, &["1 2", "3"]);
    });
    let schema = types.schema();
    assert_eq!(code(&schema, patterned, "1   2"), None);
    assert_eq!(code(&schema, patterned, "1"), Some(Code::Pattern));
    assert_eq!(code(&schema, enumerated, "1 2"), None);
    assert_eq!(code(&schema, enumerated, "01 +2"), None);
    assert_eq!(code(&schema, enumerated, "2 1"), Some(Code::Enumeration));
}

#[test]
fn the_first_member_that_accepts_takes_the_value() {
    let mut types = Types::new();
    let small = types.atomic(Builtin::Int, |facets| facets.max_inclusive = bound(Builtin::Int, "9"));
    let word = types.atomic(Builtin::Token, |facets| {
        facets.enumeration = enumeration(Builtin::Token, &["unbekannt", "keine Angabe"]);
    });
    let union = types.union(&[small, word], |_| ());
    let outer = types.union(&[Builtin::Date.id(), union], |_| ());
    let schema = types.schema();
    let member = |text| {
        schema
            .check_value(outer, text, &NoPrefixes)
            .map(|checked| checked.member)
    };
    assert_eq!(member("2024-01-01"), Ok(Builtin::Date.id()));
    assert_eq!(member(" 9 "), Ok(small));
    assert_eq!(member("unbekannt"), Ok(word));
    assert_eq!(code(&schema, outer, "10"), Some(Code::NoUnionMember));
    let checked = schema.check_value(outer, " keine\tAngabe ", &NoPrefixes).unwrap();
    assert_eq!((checked.text.as_ref(), checked.enumeration), ("keine Angabe", Some(1)));
}

/// White space is the member's affair (section 4.3.6).
#[test]
fn members_of_a_union_keep_their_white_space() {
    let mut types = Types::new();
    let union = types.union(&[Builtin::Int.id(), Builtin::String.id()], |_| ());
    let schema = types.schema();
    assert_eq!(schema.check_value(union, " 5 ", &NoPrefixes).unwrap().text, "5");
    assert_eq!(schema.check_value(union, " x ", &NoPrefixes).unwrap().text, " x ");
}

#[test]
fn unions_have_patterns_and_enumerations_of_their_own() {
    let mut types = Types::new();
    let step = types.pattern("[0-9]{1,2}");
    let members = [Builtin::Int.id(), Builtin::String.id()];
    let patterned = types.union(&members, |facets| facets.patterns = vec![step]);
    let enumerated = types.union(&members, |facets| {
        facets.enumeration = enumeration(Builtin::String, &["1", "x"]);
    });
    let schema = types.schema();
    assert_eq!(code(&schema, patterned, "12"), None);
    assert_eq!(code(&schema, patterned, "123"), Some(Code::Pattern));
    assert_eq!(code(&schema, enumerated, "01"), None);
    assert_eq!(code(&schema, enumerated, "2"), Some(Code::Enumeration));
    assert_eq!(
        schema.check_value(enumerated, "x", &NoPrefixes).unwrap().enumeration,
        Some(1)
    );
}

#[test]
fn fixed_values_are_compared_by_value() {
    let mut types = Types::new();
    let list = types.list(Builtin::Decimal.id(), |_| ());
    let schema = types.schema();
    let same = |id, left, right| schema.is_same_value(id, (left, &NoPrefixes), (right, &NoPrefixes));
    assert!(same(Builtin::Decimal.id(), "1.0", " 1 "));
    assert!(same(list, "1 2.0", "1.0 2"));
    assert!(!same(list, "1 2", "2 1"));
    assert!(!same(Builtin::String.id(), "1.0", "1"));
    assert!(!same(Builtin::Int.id(), "x", "x"));
}
