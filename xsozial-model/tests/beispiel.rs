//! The invented test standard, generated while the runtime was built: typed reading, writing and refusal.
#![cfg(feature = "beispiel")]
#![allow(clippy::panic, reason = "helpers of tests fail by panicking")]

use xsozial_model::{
    beispiel::{Document, bsp, bspb},
    schema::Code,
    value::{Date, Decimal},
    xml::Complex,
};

const SAMPLE: &str = include_str!("../../schemas/beispiel/beispiele/antrag.xml");

fn antrag() -> Box<bsp::Antrag0001> {
    match Document::from_xml(SAMPLE.as_bytes()) {
        Ok(Document::Antrag0001(antrag)) => antrag,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_sample_is_read_into_typed_fields() {
    let antrag = antrag();
    let [first, second] = antrag.person.as_slice() else {
        panic!("two persons")
    };
    assert_eq!(first.vorname, ["Änne", "Łucja"]);
    assert_eq!(
        first.auswahl,
        Date::new(1890, 2, 28).map(bspb::PersonAuswahl::Geburtsdatum)
    );
    assert!(matches!(
        second.anschrift,
        Some(bspb::AnschriftVariante::AnschriftImAusland(ref anschrift)) if anschrift.staat == "Phantasia"
    ));
    let betraege: Vec<String> = antrag.gruppe.iter().map(|monat| monat.betrag.to_string()).collect();
    assert_eq!(betraege, ["512.50", "512.50"]);
    assert_eq!(antrag.wohnform, bspb::Wohnform::Miete);
}

#[test]
fn what_was_read_is_written_and_read_again() {
    let antrag = Document::Antrag0001(antrag());
    let written = antrag.to_xml().unwrap();
    assert_eq!(Document::from_xml(&written).unwrap(), antrag);
    let text = String::from_utf8(written).unwrap();
    assert!(text.contains("Die Miete ist <bspb:betont>zweimal</bspb:betont> offen &amp; angemahnt."));
    assert!(text.contains("<bsp:erstellungszeitpunkt>2026-03-01T08:15:00.250+01:00<"));
}

#[test]
fn a_wrong_value_is_refused_with_code_and_place() {
    let faulty = SAMPLE.replacen("<bspb:postleitzahl>00000<", "<bspb:postleitzahl>geheim<", 1);
    let error = Document::from_xml(faulty.as_bytes()).unwrap_err();
    assert_eq!(error.code(), Code::Pattern);
    assert_eq!(error.line(), 12);
    assert_eq!(error.component(), Some("beispiel-baukasten.xsd:23"));
    assert!(!format!("{error} {error:?}").contains("geheim"), "{error}");
}

#[test]
fn debug_shows_content_only_when_asked() {
    let mut antrag = antrag();
    antrag.gruppe[0].betrag = "99.10".parse::<Decimal>().unwrap();
    assert!(!format!("{antrag:?}").contains("99.10"));
    assert!(format!("{:?}", antrag.unmasked()).contains("99.10"));
}
