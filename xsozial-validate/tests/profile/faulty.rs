//! Documents with faults: what was read over is not called missing, and nothing panics.

use crate::support::{found, load, missing, report_on, schema};
use proptest::prelude::*;
use xsozial_validate::Validator;

const NOTHING: [&str; 0] = [];

#[test]
fn a_field_may_stand_in_a_part_that_was_read_over() {
    assert_eq!(
        missing("antrag/person/name", "", "<person><nahme>A</nahme></person>"),
        NOTHING
    );
    assert_eq!(
        missing("antrag/wohnung/lage/etage", "", "<wonung><lage/></wonung>"),
        NOTHING
    );
    let other = "<person><nahme>A</nahme></person><person/>";
    assert_eq!(
        missing("antrag/person/name", "", other),
        ["XP0001 /antrag[1]/person[2]"],
        "the other person is not excused"
    );
    let elsewhere = "<person><konto><ibahn/></konto></person>";
    assert_eq!(
        missing("antrag/person/name", "", elsewhere),
        ["XP0001 /antrag[1]/person[1]"],
        "a name stands in no account"
    );
    assert_eq!(
        missing("antrag/bemerkung", "", "<bemerkung><fett>x</fett></bemerkung>"),
        NOTHING
    );
}

#[test]
fn what_a_condition_asks_for_may_stand_there_too() {
    let when = "path = 'antrag/person/familienstand', present = false";
    assert_eq!(
        missing(
            "antrag/person/name",
            when,
            "<person><familienstant>x</familienstant></person>"
        ),
        NOTHING
    );
}

#[test]
fn a_wrong_value_is_there_all_the_same() {
    assert_eq!(missing("antrag/art", "", "<art>falsch</art>"), NOTHING);
    let when = "path = 'antrag/art', present = true";
    assert_eq!(
        missing("antrag/bemerkung", when, "<art>falsch</art>"),
        ["XP0001 /antrag[1]"]
    );
}

#[test]
fn foreign_elements_where_they_are_admitted_excuse_nothing() {
    assert_eq!(
        missing("antrag/schluss", "", "<f:x xmlns:f='urn:f'/>"),
        ["XP0001 /antrag[1]"]
    );
}

#[test]
fn an_unknown_root_is_told_by_the_engine_alone() {
    let report = report_on("[[field]]\npath = 'antrag/art'", "<antrag/>");
    assert_eq!(found(&report), NOTHING);
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn a_document_that_breaks_off_is_not_called_incomplete() {
    let report = report_on(
        "[[field]]\npath = 'antrag/person/name'",
        "<antrag xmlns='urn:t'><person/><person>",
    );
    assert_eq!(found(&report), ["XP0001 /antrag[1]/person[1]"]);
}

const NAMES: &[&str] = &[
    "antrag",
    "person",
    "name",
    "konto",
    "iban",
    "anschrift",
    "ort",
    "wohnung",
    "lage",
    "etage",
    "fremd",
    "art",
];

/// Documents of known and unknown tags in any order.
fn documents() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(NAMES).prop_map(|name| format!("<{name}>")),
        proptest::sample::select(NAMES).prop_map(|name| format!("</{name}>")),
        proptest::sample::select(NAMES).prop_map(|name| format!("<{name}/>")),
        proptest::sample::select(&["neu", " ", "x&amp;y", "<!-- -->", "<person id='1'>"][..]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| format!("<antrag xmlns='urn:t'>{}", pieces.concat()))
}

proptest! {
    #[test]
    fn no_document_makes_it_panic(document in documents()) {
        let schema = schema();
        let fields = "
            [[field]]
            path = 'antrag/person/konto/iban'
            when = { path = 'antrag/person/anschrift/ort', present = false }
            [[field]]
            path = 'antrag/wohnung/lage/etage'
            when = { path = 'antrag/art', equals = 'neu' }
            [[field]]
            path = 'antrag/person/@id'";
        let profile = load(fields, &schema).unwrap();
        let validator = Validator::new(schema).with_profile(profile);
        let report = validator.report(document.as_bytes());
        prop_assert_eq!(&validator.report_from(document.as_bytes()), &report);
    }

    /// Whoever counts persons without a name by hand finds as many.
    #[test]
    fn as_many_are_missing_as_there_are(names in proptest::collection::vec(any::<bool>(), 0..20)) {
        let person = |&has_name: &bool| if has_name { "<person><name>x</name></person>" } else { "<person/>" };
        let body: String = names.iter().map(person).collect();
        let expected = names.iter().filter(|&&has_name| !has_name).count();
        prop_assert_eq!(missing("antrag/person/name", "", &body).len(), expected);
        let late = format!("{body}<schluss>1</schluss>");
        prop_assert_eq!(missing("antrag/person/name", "path = 'antrag/schluss', equals = true", &late).len(), expected);
    }
}
