//! Each facet with its code.

use super::{Types, bound, code, enumeration, facet};
use crate::{
    Code,
    facet::Facets,
    value::{Builtin, NoPrefixes, WhiteSpace},
};
use proptest::prelude::*;
use std::borrow::Cow;

/// Checks texts against one restriction; each with the expected code.
fn assert_codes(builtin: Builtin, change: impl FnOnce(&mut Facets), expected: &[(&str, Option<Code>)]) {
    let mut types = Types::new();
    let id = types.atomic(builtin, change);
    let schema = types.schema();
    for &(text, code_of_text) in expected {
        assert_eq!(code(&schema, id, text), code_of_text, "{} {text}", builtin.name());
    }
}

#[test]
fn built_in_types_check_their_form_after_white_space() {
    let schema = Types::new().schema();
    for (builtin, text, expected) in [
        (Builtin::Int, " 5\n", None),
        (Builtin::Int, "5 5", Some(Code::Lexical)),
        (Builtin::Byte, "128", Some(Code::Lexical)),
        (Builtin::PositiveInteger, "0", Some(Code::Lexical)),
        (Builtin::Date, "31-12-2024", Some(Code::Lexical)),
        (Builtin::String, "", None),
        (Builtin::QName, "p:a", Some(Code::Lexical)),
        (Builtin::Base64Binary, " TQ\n== ", None),
        (Builtin::IdRefs, " ", Some(Code::MinLength)),
        (Builtin::IdRefs, "a 1", Some(Code::Lexical)),
        (Builtin::NmTokens, "a 1", None),
    ] {
        assert_eq!(code(&schema, builtin.id(), text), expected, "{} {text}", builtin.name());
    }
}

#[test]
fn valid_text_is_borrowed() {
    let schema = Types::new().schema();
    let checked = schema.check_value(Builtin::Token.id(), "\n a b ", &NoPrefixes).unwrap();
    assert!(matches!(checked.text, Cow::Borrowed("a b")));
    assert_eq!((checked.member, checked.enumeration), (Builtin::Token.id(), None));
    let checked = schema.check_value(Builtin::Token.id(), "a  b", &NoPrefixes).unwrap();
    assert_eq!(checked.text, "a b");
}

#[test]
fn length_counts_what_the_type_is_made_of() {
    assert_codes(
        Builtin::String,
        |facets| facets.length = facet(2),
        &[("äö", None), ("a", Some(Code::Length)), ("abc", Some(Code::Length))],
    );
    assert_codes(
        Builtin::HexBinary,
        |facets| facets.length = facet(2),
        &[("0aff", None), ("0a", Some(Code::Length)), ("0", Some(Code::Lexical))],
    );
    assert_codes(
        Builtin::Base64Binary,
        |facets| (facets.min_length, facets.max_length) = (facet(1), facet(2)),
        &[
            ("TQ==", None),
            ("T W E =", None),
            ("", Some(Code::MinLength)),
            ("TWFu", Some(Code::MaxLength)),
        ],
    );
    assert_codes(Builtin::QName, |facets| facets.length = facet(99), &[("a", None)]);
    assert_codes(
        Builtin::AnyUri,
        |facets| facets.max_length = facet(5),
        &[("urn:ä", None), ("urn:ab", Some(Code::MaxLength))],
    );
}

#[test]
fn white_space_goes_before_length() {
    let limit = |facets: &mut Facets| (facets.min_length, facets.max_length) = (facet(1), facet(3));
    assert_codes(
        Builtin::Token,
        limit,
        &[
            ("  a  b  ", None),
            (" \n ", Some(Code::MinLength)),
            ("abcd", Some(Code::MaxLength)),
        ],
    );
    assert_codes(
        Builtin::String,
        limit,
        &[("   ", None), ("    ", Some(Code::MaxLength))],
    );
    let collapsing = |facets: &mut Facets| {
        facets.white_space = WhiteSpace::Collapse;
        facets.max_length = facet(3);
    };
    assert_codes(Builtin::String, collapsing, &[(" a   b ", None)]);
}

#[test]
fn every_pattern_step_must_match() {
    let mut types = Types::new();
    let steps = vec![types.pattern("[0-9]+"), types.pattern(".{3}")];
    let id = types.atomic(Builtin::Token, |facets| facets.patterns = steps);
    let schema = types.schema();
    assert_eq!(code(&schema, id, " 123 "), None);
    assert_eq!(code(&schema, id, "1234"), Some(Code::Pattern));
    assert_eq!(code(&schema, id, "12a"), Some(Code::Pattern));
}

#[test]
fn enumerations_are_compared_by_value() {
    let mut types = Types::new();
    let decimal = types.atomic(Builtin::Decimal, |facets| {
        facets.enumeration = enumeration(Builtin::Decimal, &["1.50", "2"]);
    });
    let text = types.atomic(Builtin::String, |facets| {
        facets.enumeration = enumeration(Builtin::String, &["a", "b"]);
    });
    let schema = types.schema();
    let place = |id, text| {
        schema
            .check_value(id, text, &NoPrefixes)
            .map(|checked| checked.enumeration)
    };
    assert_eq!(place(decimal, "2.00"), Ok(Some(1)));
    assert_eq!(place(decimal, "+1.5"), Ok(Some(0)));
    assert_eq!(code(&schema, decimal, "3"), Some(Code::Enumeration));
    assert_eq!(code(&schema, decimal, "x"), Some(Code::Lexical));
    assert_eq!(place(text, "b"), Ok(Some(1)));
    assert_eq!(code(&schema, text, "b "), Some(Code::Enumeration));
}

#[test]
fn bounds_have_a_code_each() {
    assert_codes(
        Builtin::Int,
        |facets| {
            facets.min_inclusive = bound(Builtin::Int, "1");
            facets.max_inclusive = bound(Builtin::Int, "10");
        },
        &[
            ("1", None),
            ("10", None),
            ("0", Some(Code::MinInclusive)),
            ("11", Some(Code::MaxInclusive)),
            ("99999999999", Some(Code::Lexical)),
        ],
    );
    assert_codes(
        Builtin::Decimal,
        |facets| {
            facets.min_exclusive = bound(Builtin::Decimal, "0");
            facets.max_exclusive = bound(Builtin::Decimal, "99999999999999999999.9");
        },
        &[
            ("0.0000001", None),
            ("-0.0", Some(Code::MinExclusive)),
            ("99999999999999999999.90", Some(Code::MaxExclusive)),
        ],
    );
    assert_codes(
        Builtin::Double,
        |facets| facets.min_inclusive = bound(Builtin::Double, "0"),
        &[("-0", None), ("INF", None), ("NaN", Some(Code::MinInclusive))],
    );
}

/// A date without zone may lie on either side of a bound with zone: it is not within.
#[test]
fn values_without_order_are_out_of_bounds() {
    assert_codes(
        Builtin::DateTime,
        |facets| facets.max_inclusive = bound(Builtin::DateTime, "2024-01-01T00:00:00Z"),
        &[
            ("2023-12-31T00:00:00", None),
            ("2024-01-01T00:00:00", Some(Code::MaxInclusive)),
        ],
    );
}

#[test]
fn digits_are_counted_by_value() {
    assert_codes(
        Builtin::Decimal,
        |facets| (facets.total_digits, facets.fraction_digits) = (facet(4), facet(2)),
        &[
            ("0012.34", None),
            ("12.3400", None),
            ("1.234", Some(Code::FractionDigits)),
            ("123.45", Some(Code::TotalDigits)),
        ],
    );
    assert_codes(
        Builtin::Integer,
        |facets| facets.total_digits = facet(3),
        &[("-00999", None), ("1000", Some(Code::TotalDigits))],
    );
}

#[test]
fn the_first_broken_rule_in_the_fixed_order_is_told() {
    let mut types = Types::new();
    let step = types.pattern("[a-z]*");
    let id = types.atomic(Builtin::String, |facets| {
        facets.max_length = facet(2);
        facets.patterns = vec![step];
        facets.enumeration = enumeration(Builtin::String, &["ab"]);
    });
    let schema = types.schema();
    assert_eq!(code(&schema, id, "ABC"), Some(Code::MaxLength));
    assert_eq!(code(&schema, id, "AB"), Some(Code::Pattern));
    assert_eq!(code(&schema, id, "cd"), Some(Code::Enumeration));
    assert_eq!(code(&schema, id, "ab"), None);
}

proptest! {
    /// The table of a long enumeration finds each value and nothing else.
    #[test]
    fn long_enumerations_are_found_by_text(
        texts in prop::collection::btree_set("[a-c]{0,5}", 1..60),
        other in "[a-d]{0,5}",
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut types = Types::new();
        let id = types.atomic(Builtin::String, |facets| facets.enumeration = enumeration(Builtin::String, &texts));
        let schema = types.schema();
        for (place, text) in texts.iter().enumerate() {
            let checked = schema.check_value(id, text, &NoPrefixes).unwrap();
            prop_assert_eq!(checked.enumeration, u32::try_from(place).ok());
        }
        prop_assert_eq!(code(&schema, id, &other).is_none(), texts.contains(&other.as_str()));
    }
}
