//! Substitution groups, abstract types and nil elements in generated code.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::thread;
use xsozial_codegen_tests::{
    abstract_type, nillable, substitution_choice, substitution_group, substitution_namespaces,
};
use xsozial_model::{
    schema::Code,
    value::Date,
    xml::{Error, Nillable, ReadOptions, WriteOptions},
};

const XSI: &str = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";

fn text(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap()
}

/// Code and path of the refusal.
fn refusal<T>(result: Result<T, Error>) -> (Code, String) {
    let error = result.err().unwrap();
    (error.code(), error.path().to_owned())
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn members_are_written_with_their_own_names() {
    use substitution_group::b::{
        BemerkungErsetzung, Bescheid, Geldleistung, GeldleistungErsetzung, Leistung, LeistungErsetzung,
        LeistungVariante,
    };
    let leistung = Leistung::new(day("2026-01-01"));
    let geld = || Geldleistung::new(day("2026-02-01"), "10.50".parse().unwrap());
    let mut bescheid = Bescheid::new(
        vec![
            LeistungErsetzung::Sachleistung(LeistungVariante::Leistung(leistung)),
            LeistungErsetzung::Wohngeld(geld()),
        ],
        BemerkungErsetzung::Bemerkung("frei".to_owned()),
    );
    bescheid.geldleistung = Some(GeldleistungErsetzung::Geldleistung(geld()));
    let written = text(bescheid.to_xml().unwrap());
    for part in [
        "<b:sachleistung>",
        "<b:wohngeld>",
        "<b:bemerkung>frei<",
        "<b:geldleistung>",
    ] {
        assert!(written.contains(part), "{written}");
    }
    assert!(!written.contains("<b:leistung>"), "{written}");
    assert!(Bescheid::from_xml(written.as_bytes()).unwrap() == bescheid);
    assert!(!format!("{bescheid:?}").contains("frei"));
}

#[test]
fn abstract_elements_are_refused_at_their_place() {
    let bescheid = |content: &str| {
        let text = format!("<b:bescheid xmlns:b='urn:beispiel:substitution_group'>{content}</b:bescheid>");
        refusal(substitution_group::Document::from_xml(text.as_bytes()))
    };
    let leistung = "<b:leistung><b:beginn>2026-01-01</b:beginn></b:leistung>";
    let (code, path) = bescheid(leistung);
    assert_eq!(code, Code::ElementAbstract);
    assert!(path.ends_with("leistung[1]"), "{path}");
    let root = leistung.replacen(
        "<b:leistung",
        "<b:leistung xmlns:b='urn:beispiel:substitution_group'",
        1,
    );
    assert_eq!(
        refusal(substitution_group::Document::from_xml(root.as_bytes())).0,
        Code::ElementAbstract
    );
    let fremd = "<b:bemerkung>x</b:bemerkung>";
    assert_eq!(bescheid(fremd).0, Code::ElementMissing);
}

#[test]
fn a_member_of_another_namespace_may_also_name_a_derived_type() {
    use substitution_namespaces::{
        g::{LaengeVariante, Plan},
        k::{MerkmalErsetzung, Sammlung},
    };
    let sammlung = Sammlung::from_xml(include_bytes!("../../xml/substitution_namespaces.xml")).unwrap();
    assert!(matches!(
        sammlung.merkmal.as_slice(),
        [
            MerkmalErsetzung::Laenge(LaengeVariante::Laenge(_)),
            MerkmalErsetzung::Laenge(LaengeVariante::GenaueLaenge(_)),
            MerkmalErsetzung::Hoehe(_),
        ]
    ));
    let plan = Plan::from_xml(include_bytes!("../../xml/substitution_namespaces.2.xml")).unwrap();
    assert!(matches!(plan, Plan::Merkmal(MerkmalErsetzung::Hoehe(_))));
    // The roots declare every namespace once.
    let written = text(sammlung.to_xml().unwrap());
    assert_eq!(written.matches("xmlns:g=").count(), 1, "{written}");
}

#[test]
fn abstract_types_are_refused_without_a_concrete_one() {
    let akte = |attributes: &str| {
        let text = format!(
            "<b:akte xmlns:b='urn:beispiel:abstract_type' {XSI}><b:beteiligt {attributes}><b:name>A</b:name>\
             </b:beteiligt></b:akte>"
        );
        refusal(abstract_type::Document::from_xml(text.as_bytes())).0
    };
    assert_eq!(akte(""), Code::TypeAbstract);
    assert_eq!(akte("xsi:type='b:Person'"), Code::TypeAbstract);
    assert_eq!(akte("xsi:type='b:Organisation'"), Code::TypeAbstract);
    assert_eq!(akte("xsi:type='b:Kurzort'"), Code::TypeNotDerived);
    assert_eq!(akte("xsi:nil='true' xsi:type='b:Verein'"), Code::NilNotAllowed);
}

#[test]
fn nil_elements_keep_their_attributes() {
    use nillable::b::Antrag;
    let antrag = Antrag::from_xml(include_bytes!("../../xml/nillable.xml")).unwrap();
    let Some(Nillable::Nil(betrag)) = &antrag.betrag else {
        unreachable!("the amount is nil")
    };
    let names: Vec<(&str, &str)> = betrag
        .attributes
        .iter()
        .map(|attribute| (attribute.name.local(), attribute.value.as_str()))
        .collect();
    assert_eq!(names, [("waehrung", "EUR"), ("quelle", "Amt")]);
    let Some(Nillable::Nil(wohnung)) = antrag.wohnung.get(2) else {
        unreachable!("the third flat is nil")
    };
    let xsi_type = wohnung.xsi_type.as_ref().unwrap();
    assert_eq!(
        (xsi_type.namespace(), xsi_type.local()),
        ("urn:beispiel:nillable", "Hauptwohnung")
    );
    assert!(!format!("{:?}", antrag.betrag).contains("EUR"));
    let built = Antrag::new(Nillable::nil());
    let written = text(built.to_xml().unwrap());
    assert!(written.contains("<b:geburt xsi:nil=\"true\"/>"), "{written}");
    assert!(Antrag::from_xml(written.as_bytes()).unwrap() == built);
}

#[test]
fn wrong_nil_is_refused() {
    let antrag = |geburt: &str, rest: &str| {
        let text =
            format!("<b:antrag xmlns:b='urn:beispiel:nillable' {XSI}><b:geburt {geburt}</b:geburt>{rest}</b:antrag>");
        refusal(nillable::Document::from_xml(text.as_bytes())).0
    };
    assert_eq!(antrag("xsi:nil='true'>2026-01-01", ""), Code::NilNotEmpty);
    assert_eq!(antrag("xsi:nil='true'> ", ""), Code::NilNotEmpty);
    assert_eq!(antrag("xsi:nil='ja'>", ""), Code::Lexical);
    assert_eq!(antrag("xsi:nil='false'>", ""), Code::Lexical);
    assert_eq!(antrag("xsi:nil='1' art='x'>", ""), Code::AttributeUnexpected);
    let wohnung = |attributes: &str, content: &str| {
        antrag(
            "xsi:nil='1'>",
            &format!("<b:wohnung {attributes}>{content}</b:wohnung>"),
        )
    };
    assert_eq!(wohnung("xsi:nil='true'", "<b:ort>x</b:ort>"), Code::NilNotEmpty);
    assert_eq!(wohnung("", "<b:ort xsi:nil='true'/>"), Code::NilNotAllowed);
    assert_eq!(wohnung("", "<b:ort xsi:nil='false'>x</b:ort>"), Code::NilNotAllowed);
    assert_eq!(
        wohnung("xsi:nil='true' grund='x' fremd='y'", ""),
        Code::AttributeUnexpected
    );
}

#[test]
fn members_within_members_fit_a_stack_of_512_kilobytes() {
    let nested = 254;
    let document = format!(
        "<b:kreis xmlns:b='urn:beispiel:substitution_choice'>{}<b:name>x</b:name>{}</b:kreis>",
        "<b:gruppe>".repeat(nested),
        "</b:gruppe>".repeat(nested)
    );
    let reading = move || {
        let value = substitution_choice::Document::from_reader(document.as_bytes(), &ReadOptions::default()).unwrap();
        let copy = value.clone();
        let mut written = Vec::new();
        copy.to_writer(&mut written, &WriteOptions::default()).unwrap();
        assert!(substitution_choice::Document::from_xml(&written).unwrap() == value);
    };
    let thread = thread::Builder::new().stack_size(512 << 10).spawn(reading).unwrap();
    assert!(thread.join().is_ok());
}

/// Values as JSON, whose keys are the XML names.
#[cfg(feature = "serde")]
#[test]
fn members_and_nil_elements_survive_json() {
    let document = substitution_group::Document::from_xml(include_bytes!("../../xml/substitution_group.xml")).unwrap();
    let json = serde_json::to_string(&document).unwrap();
    assert!(json.contains("{\"wohngeld\":{\"beginn\":"), "{json}");
    assert!(serde_json::from_str::<substitution_group::Document>(&json).unwrap() == document);
    let document = nillable::Document::from_xml(include_bytes!("../../xml/nillable.xml")).unwrap();
    let json = serde_json::to_string(&document).unwrap();
    assert!(serde_json::from_str::<nillable::Document>(&json).unwrap() == document);
}
