//! Generated code of content models that are more than sequences and choices.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use xsozial_codegen_tests::{all, chameleon, counted_group, notation, redefine, self_group};
use xsozial_model::schema::Code;

fn text(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap()
}

fn person(children: &str) -> String {
    format!("<b:person xmlns:b='urn:beispiel:all'>{children}</b:person>")
}

const VORNAME: &str = "<b:vorname>A</b:vorname>";
const NACHNAME: &str = "<b:nachname>B</b:nachname>";
const ERREICHBAR: &str = "<b:erreichbar><b:email>c</b:email></b:erreichbar>";

#[test]
fn all_is_read_in_any_order_and_written_in_that_of_the_schema() {
    let orders = [
        [VORNAME, ERREICHBAR, NACHNAME],
        [ERREICHBAR, NACHNAME, VORNAME],
        [NACHNAME, VORNAME, ERREICHBAR],
    ];
    let mut written: Vec<String> = orders
        .iter()
        .map(|children| all::b::Person::from_xml(person(&children.concat()).as_bytes()).unwrap())
        .map(|value| text(value.to_xml().unwrap()))
        .collect();
    written.dedup();
    assert_eq!(written.len(), 1);
    assert!(
        written[0].contains(&format!("{NACHNAME}{VORNAME}{ERREICHBAR}")),
        "{}",
        written[0]
    );
}

#[test]
fn what_all_does_not_admit_is_refused() {
    for (children, code) in [
        (format!("{VORNAME}{NACHNAME}"), Code::ElementMissing),
        (
            format!("{VORNAME}{VORNAME}{NACHNAME}{ERREICHBAR}"),
            Code::ElementUnexpected,
        ),
        (
            format!("{VORNAME}{NACHNAME}{ERREICHBAR}<b:alter>1</b:alter>"),
            Code::ElementUnexpected,
        ),
        (
            format!("{VORNAME}{NACHNAME}<b:erreichbar><b:telefon>1</b:telefon></b:erreichbar>"),
            Code::ElementMissing,
        ),
    ] {
        let error = all::Document::from_xml(person(&children).as_bytes())
            .map(drop)
            .unwrap_err();
        assert_eq!(error.code(), code, "{children}");
    }
}

#[test]
fn counted_groups_keep_their_rounds() {
    let round = "<b:zeile>1</b:zeile><b:spalte>2</b:spalte>";
    let document = |rounds: usize| {
        let rounds = round.repeat(rounds);
        format!("<b:raster xmlns:b='urn:beispiel:counted_group'>{rounds}<b:ende>true</b:ende></b:raster>")
    };
    for (rounds, is_valid) in [(1, false), (2, true), (9_999, true), (10_000, false)] {
        match counted_group::b::Raster::from_xml(document(rounds).as_bytes()) {
            Ok(raster) => {
                assert!(is_valid);
                assert_eq!(text(raster.to_xml().unwrap()).matches("<b:zeile>").count(), rounds);
            }
            Err(error) => {
                assert!(!is_valid);
                assert!(matches!(error.code(), Code::ElementMissing | Code::ElementUnexpected));
            }
        }
    }
}

#[test]
fn a_group_that_holds_itself_is_read_to_any_depth() {
    let mut document = "<b:teil><b:titel>x</b:titel></b:teil>".to_owned();
    for _ in 0..100 {
        document = format!("<b:teil><b:titel>x</b:titel>{document}</b:teil>");
    }
    let document = format!("<b:bescheid xmlns:b='urn:beispiel:self_group'><b:titel>x</b:titel>{document}</b:bescheid>");
    let bescheid = self_group::b::Bescheid::from_xml(document.as_bytes()).unwrap();
    assert_eq!(text(bescheid.to_xml().unwrap()).matches("<b:teil>").count(), 101);
}

#[test]
fn values_must_be_notations_that_are_enumerated() {
    let document =
        |name: &str| format!("<b:anlage xmlns:b='urn:beispiel:notation'><b:format>{name}</b:format></b:anlage>");
    assert!(notation::Document::from_xml(document("b:tiff").as_bytes()).is_ok());
    assert!(notation::Document::from_xml(document("b:gif").as_bytes()).is_err());
    assert!(notation::Document::from_xml(document("tiff").as_bytes()).is_err());
}

#[test]
fn what_is_redefined_holds_in_generated_code() {
    let document = |kennung: &str| {
        format!(
            "<b:fall xmlns:b='urn:beispiel:redefine'><b:kennung>{kennung}</b:kennung><b:zeichen>z</b:zeichen>\
             <b:person><b:name>A</b:name></b:person></b:fall>"
        )
    };
    assert!(redefine::Document::from_xml(document("ab").as_bytes()).is_ok());
    assert!(redefine::Document::from_xml(document("a").as_bytes()).is_err());
    assert!(redefine::Document::from_xml(document("abcdefghi").as_bytes()).is_err());
}

#[test]
fn a_document_part_without_namespace_has_that_of_its_surroundings() {
    let document = |prefix: &str| {
        format!(
            "<b:leistung xmlns:b='urn:beispiel:chameleon' xmlns:a='urn:beispiel:chameleon:amt'><b:posten>1</b:posten>\
             <a:gebuehr><{prefix}:posten>3.25</{prefix}:posten></a:gebuehr></b:leistung>"
        )
    };
    assert!(chameleon::Document::from_xml(document("a").as_bytes()).is_ok());
    assert!(chameleon::Document::from_xml(document("b").as_bytes()).is_err());
}
