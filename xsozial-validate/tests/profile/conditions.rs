//! Conditions: what they ask, within what they are decided, and in which order things may come.

use crate::support::{found, missing, report};

const NOTHING: [&str; 0] = [];
const ROOT: &str = "XP0001 /antrag[1]";

#[test]
fn a_value_may_come_before_the_field_or_behind_it() {
    let when = "path = 'antrag/art', equals = 'neu'";
    assert_eq!(missing("antrag/bemerkung", when, "<art>neu</art>"), [ROOT]);
    assert_eq!(
        missing("antrag/bemerkung", when, "<art> neu </art>"),
        [ROOT],
        "white space as the type has it"
    );
    assert_eq!(missing("antrag/bemerkung", when, "<art>weiter</art>"), NOTHING);
    assert_eq!(missing("antrag/bemerkung", when, ""), NOTHING);
    let when = "path = 'antrag/schluss', equals = true";
    assert_eq!(missing("antrag/bemerkung", when, "<schluss>true</schluss>"), [ROOT]);
    assert_eq!(
        missing("antrag/bemerkung", when, "<schluss>1</schluss>"),
        [ROOT],
        "the same value"
    );
    assert_eq!(missing("antrag/bemerkung", when, "<schluss>0</schluss>"), NOTHING);
    assert_eq!(
        missing("antrag/bemerkung", when, "<bemerkung>x</bemerkung><schluss>1</schluss>"),
        NOTHING
    );
}

#[test]
fn one_of_several_values() {
    let when = "path = 'antrag/art', one_of = ['neu', 'ende']";
    for (art, expected) in [("neu", &[ROOT][..]), ("ende", &[ROOT]), ("weiter", &[])] {
        assert_eq!(
            missing("antrag/bemerkung", when, &format!("<art>{art}</art>")),
            expected,
            "{art}"
        );
    }
    let when = "path = 'antrag/wohnung/miete', equals = '500'";
    let body = "<wohnung><miete>500.00</miete></wohnung>";
    assert_eq!(
        missing("antrag/bemerkung", when, body),
        [ROOT],
        "decimals are compared as numbers"
    );
}

#[test]
fn whether_something_is_there() {
    let there = "path = 'antrag/wohnung', present = true";
    assert_eq!(missing("antrag/schluss", there, "<wohnung/>"), [ROOT]);
    assert_eq!(missing("antrag/schluss", there, ""), NOTHING);
    let absent = "path = 'antrag/schluss', present = false";
    assert_eq!(missing("antrag/bemerkung", absent, ""), [ROOT]);
    assert_eq!(missing("antrag/bemerkung", absent, "<schluss>1</schluss>"), NOTHING);
    let empty = "path = 'antrag/bemerkung', present = false";
    assert_eq!(
        missing("antrag/art", empty, "<bemerkung/>"),
        [ROOT],
        "what is empty is not there"
    );
    let attribute = "path = 'antrag/person/@id', present = false";
    let body = "<person id='a'/><person/>";
    assert_eq!(
        missing("antrag/person/name", attribute, body),
        ["XP0001 /antrag[1]/person[2]"]
    );
}

#[test]
fn a_condition_on_a_person_concerns_that_person_alone() {
    let when = "path = 'antrag/person/familienstand', equals = 'verheiratet'";
    let body = "<person><familienstand>verheiratet</familienstand></person>
        <person><familienstand>ledig</familienstand></person><person/>
        <person><name>D</name><familienstand>verheiratet</familienstand></person>
        <person><familienstand>verheiratet</familienstand></person>";
    let expected = ["XP0001 /antrag[1]/person[1]", "XP0001 /antrag[1]/person[5]"];
    assert_eq!(missing("antrag/person/name", when, body), expected);
}

#[test]
fn a_condition_on_a_person_concerns_each_of_its_accounts() {
    let when = "path = 'antrag/person/familienstand', equals = 'verheiratet'";
    let body =
        "<person><konto><inhaber>a</inhaber></konto><konto/><konto/><familienstand>verheiratet</familienstand></person>
        <person><konto/><familienstand>ledig</familienstand></person>";
    let expected = [
        "XP0001 /antrag[1]/person[1]/konto[2]",
        "XP0001 /antrag[1]/person[1]/konto[3]",
    ];
    assert_eq!(missing("antrag/person/konto/inhaber", when, body), expected);
}

#[test]
fn a_condition_on_the_message_concerns_each_person() {
    let body = "<art>neu</art><person/><person><name>B</name></person><person/>";
    let expected = ["XP0001 /antrag[1]/person[1]", "XP0001 /antrag[1]/person[3]"];
    assert_eq!(
        missing("antrag/person/name", "path = 'antrag/art', equals = 'neu'", body),
        expected
    );
    let body = "<person/><person><name>B</name></person><person/><schluss>1</schluss>";
    assert_eq!(
        missing("antrag/person/name", "path = 'antrag/schluss', equals = true", body),
        expected
    );
    assert_eq!(
        missing("antrag/person/name", "path = 'antrag/schluss', equals = false", body),
        NOTHING
    );
}

#[test]
fn a_condition_on_something_repeated_holds_if_one_fits() {
    let when = "path = 'antrag/person/familienstand', equals = 'verheiratet'";
    let body = "<person><familienstand>ledig</familienstand></person><person><familienstand>verheiratet</familienstand></person>";
    assert_eq!(missing("antrag/bemerkung", when, body), [ROOT]);
    assert_eq!(
        missing(
            "antrag/bemerkung",
            when,
            "<person><familienstand>ledig</familienstand></person>"
        ),
        NOTHING
    );
    let when = "path = 'antrag/person/konto/iban', present = false";
    let body = "<person><konto><iban>DE</iban></konto></person><person><konto/></person>";
    assert_eq!(
        missing("antrag/person/name", when, body),
        ["XP0001 /antrag[1]/person[2]"]
    );
}

#[test]
fn siblings_below_the_same_repeated_element_decide_for_themselves() {
    let when = "path = 'antrag/person/konto/iban', present = false";
    let body = "<person><konto><iban>DE</iban></konto><konto/><konto><inhaber>c</inhaber></konto></person>";
    assert_eq!(
        missing("antrag/person/konto/inhaber", when, body),
        ["XP0001 /antrag[1]/person[1]/konto[2]"]
    );
}

#[test]
fn attributes_and_defaults_can_be_asked_for() {
    assert_eq!(
        missing("antrag/bemerkung", "path = 'antrag/@stufe', equals = 'eins'", ""),
        [ROOT],
        "the schema's value"
    );
    assert_eq!(
        missing("antrag/bemerkung", "path = 'antrag/@nummer', equals = '1'", ""),
        NOTHING
    );
    let body = "<person id='x'/><person id='y'/>";
    let when = "path = 'antrag/person/@id', equals = 'y'";
    assert_eq!(
        missing("antrag/person/name", when, body),
        ["XP0001 /antrag[1]/person[2]"]
    );
}

#[test]
fn so_many_places_that_wait_are_counted() {
    let body = format!("{}<schluss>1</schluss>", "<person/>".repeat(1_200));
    let fields = "[[field]]\npath = 'antrag/person/name'\nwhen = { path = 'antrag/schluss', equals = true }";
    let report = report(fields, &body);
    assert_eq!(found(&report).len(), 1_000, "the most findings that a report holds");
    assert_eq!(report.valid(), Some(true), "what was left out are warnings");
    assert_eq!(
        report.left_out(),
        1,
        "the rest is one finding, for which there was no room"
    );
}
