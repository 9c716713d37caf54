//! Values as JSON, whose keys are the XML names.
#![cfg(feature = "serde")]

use xsozial_codegen_tests::{choice, codes, collisions, mixed, same_name, umlauts};

#[test]
fn keys_are_the_xml_names() {
    let value = umlauts::b::StrassenGroesse::from_xml(include_bytes!("../../xml/umlauts.xml")).unwrap();
    let json = serde_json::to_value(&value).unwrap();
    let keys: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["fußweg.länge", "maß-einheit", "ueberbreite", "überbreite"]);
    assert_eq!(json["überbreite"], "1.50");
}

#[test]
fn values_survive_json() {
    let document = choice::Document::from_xml(include_bytes!("../../xml/choice.2.xml")).unwrap();
    let json = serde_json::to_string(&document).unwrap();
    assert!(
        json.starts_with("{\"betroffener\":{\"organisation\":{\"name\":\"Amt\""),
        "{json}"
    );
    assert!(serde_json::from_str::<choice::Document>(&json).unwrap() == document);

    for xml in [
        &include_bytes!("../../xml/codes.xml")[..],
        include_bytes!("../../xml/codes.2.xml"),
    ] {
        let document = codes::Document::from_xml(xml).unwrap();
        let json = serde_json::to_string(&document).unwrap();
        assert!(serde_json::from_str::<codes::Document>(&json).unwrap() == document);
    }

    let document = same_name::b::Strecke::from_xml(include_bytes!("../../xml/same_name.xml")).unwrap();
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(json, r#"{"punkt":"A","laenge":7,"punkt2":"B"}"#);
    assert!(serde_json::from_str::<same_name::b::Strecke>(&json).unwrap() == document);

    let document = mixed::Document::from_xml(include_bytes!("../../xml/mixed.xml")).unwrap();
    let json = serde_json::to_string(&document).unwrap();
    assert!(json.contains(r#"{"$text":"Ein "},{"fett":"fetter"}"#), "{json}");
    assert!(serde_json::from_str::<mixed::Document>(&json).unwrap() == document);

    let document = collisions::Document::from_xml(include_bytes!("../../xml/collisions.xml")).unwrap();
    let json = serde_json::to_string(&document).unwrap();
    assert!(serde_json::from_str::<collisions::Document>(&json).unwrap() == document);
}
