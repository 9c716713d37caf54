//! Intake: what arrived is read, whatever is wrong with the document.
#![allow(clippy::panic, reason = "helpers of tests fail by panicking")]

use xsozial_model::{
    beispiel::Document,
    xml::{ReadOptions, RootContent},
};
use xsozial_schema::{Code, Language, value::Value};
use xsozial_validate::{
    Validator,
    intake::{Advice, Field, Fields, intake, intake_from},
};

const SAMPLE: &str = include_str!("../../schemas/beispiel/beispiele/antrag.xml");

fn validator() -> Validator {
    Validator::new(Document::schema())
}

/// The field whose path ends like this, names without namespaces.
fn field<'f>(fields: &'f Fields, end: &str) -> Field<'f> {
    let short = |path: String| {
        let steps: Vec<&str> = path
            .split("/Q{")
            .map(|step| step.rsplit('}').next().unwrap_or(step))
            .collect();
        steps.join("/")
    };
    let mut found = fields.iter().filter(|field| short(field.path()).ends_with(end));
    match (found.next(), found.next()) {
        (Some(field), None) => field,
        (first, _) => panic!("{end}: {} fields", if first.is_some() { "several" } else { "no" }),
    }
}

#[test]
fn a_valid_document_has_a_value_and_typed_fields() {
    let reading = intake::<Document>(SAMPLE.as_bytes());
    assert!(reading.value.is_some());
    assert_eq!(
        (reading.report.valid(), reading.recommendation.advice),
        (Some(true), Advice::Accept)
    );
    assert!(reading.recommendation.reasons.is_empty());
    let date = field(&reading.fields, "/person[1]/geburtsdatum[1]");
    assert!(matches!(date.value(), Some(Value::Date(_))) && date.is_valid());
    assert_eq!((date.text(), date.label().as_str()), ("1890-02-28", "geburtsdatum"));
    assert_eq!(date.position().map(|position| position.line), Some(8));
    assert_eq!(date.labels().join(" › "), "antrag.0001 › person › geburtsdatum");
    let id = field(&reading.fields, "/person[2]/@id");
    assert_eq!((id.text(), id.type_name().as_str()), ("p2", "xs:ID"));
    let attachment = field(&reading.fields, "/inhalt[1]");
    assert_eq!((attachment.text(), attachment.binary_characters()), ("", Some(24)));
    let mixed = field(&reading.fields, "/erläuterung[1]");
    assert_eq!(
        (mixed.text(), mixed.value().is_none()),
        ("Die Miete ist  offen & angemahnt.", true)
    );
    assert_eq!(field(&reading.fields, "/betont[1]").text(), "zweimal");
}

#[test]
fn an_invalid_document_has_no_value_and_still_all_fields() {
    let document = SAMPLE.replace("1890-02-28", "28.02.1890").replace(
        "<bsp:wohnform>miete</bsp:wohnform>",
        "<bsp:unbekannt a='1'><x>tief</x></bsp:unbekannt>",
    );
    let reading = intake::<Document>(document.as_bytes());
    assert!(reading.value.is_none());
    assert_eq!(reading.recommendation.advice, Advice::Review);
    let date = field(&reading.fields, "/person[1]/geburtsdatum[1]");
    assert_eq!(
        (date.text(), date.is_valid(), date.is_expected()),
        ("28.02.1890", false, true)
    );
    assert!(date.value().is_none());
    let deep = field(&reading.fields, "/unbekannt[1]/x[1]");
    assert_eq!(
        (deep.text(), deep.is_valid(), deep.is_expected()),
        ("tief", false, false)
    );
    assert_eq!(field(&reading.fields, "/unbekannt[1]/@a").text(), "1");
    assert_eq!(field(&reading.fields, "/dateiname[1]").text(), "mahnung.txt");
    assert_eq!(reading.report, validator().report(document.as_bytes()));
}

#[test]
fn a_document_that_breaks_off_has_the_fields_up_to_there() {
    let (document, _) = SAMPLE.split_at(SAMPLE.find("<bsp:monat>").unwrap());
    let reading = intake::<Document>(document.as_bytes());
    assert_eq!(reading.recommendation.advice, Advice::Reject);
    assert_eq!(reading.report.findings[0].code(), Code::Truncated);
    let name = field(&reading.fields, "/person[1]/familienname[1]");
    assert_eq!(name.text(), "Beispiel-Muster");
    assert_eq!(name.position().map(|position| position.line), Some(5));
}

#[test]
fn a_document_of_another_standard_has_raw_fields() {
    let reading = intake::<Document>(b"<a xmlns='urn:example:fremd'><b c='1'>x<d>y</d>z</b><e/></a>");
    assert_eq!(reading.recommendation.advice, Advice::Reject);
    let fields: Vec<(String, &str)> = reading
        .fields
        .iter()
        .map(|field| (field.label(), field.text()))
        .collect();
    let expected = [("c", "1"), ("d", "y"), ("b", "xz"), ("e", "")];
    assert_eq!(fields, expected.map(|(label, text)| (label.to_owned(), text)));
    assert!(reading.fields.iter().all(|field| !field.is_expected()));
}

#[test]
fn text_before_a_child_that_must_not_stand_there_is_kept() {
    let document = SAMPLE.replace(
        "<bspb:ort>Erfundenhausen",
        "<bspb:ort>Erfundenhausen<zusatz>Nord</zusatz>",
    );
    let fields = intake::<Document>(document.as_bytes()).fields;
    assert_eq!(
        field(&fields, "/person[1]/anschrift[1]/ort[1]").text(),
        "Erfundenhausen"
    );
    assert_eq!(field(&fields, "/zusatz[1]").text(), "Nord");
}

#[test]
fn memory_and_stream_give_the_same() {
    let broken = SAMPLE.replace("2026-02<", "2026-13<zusatz/><");
    for document in [SAMPLE, &broken, &SAMPLE[..900]] {
        let memory = intake::<Document>(document.as_bytes());
        let stream = intake_from::<Document>(document.as_bytes(), &validator(), &ReadOptions::default());
        let untyped = validator().intake(document.as_bytes());
        let shown = |fields: &Fields| -> Vec<_> {
            let shown = |field: Field<'_>| {
                (
                    field.path(),
                    field.text().to_owned(),
                    field.position(),
                    field.is_valid(),
                )
            };
            fields.iter().map(shown).collect()
        };
        assert_eq!(shown(&memory.fields), shown(&stream.fields));
        assert_eq!(shown(&memory.fields), shown(&untyped.fields));
        assert_eq!(memory.report, stream.report);
        assert_eq!(memory.report, untyped.report);
        assert_eq!(memory.value.is_some(), stream.value.is_some());
    }
}

#[test]
fn no_debug_output_holds_content() {
    let reading = intake::<Document>(SAMPLE.as_bytes());
    let mut shown = vec![format!(
        "{reading:?} {:?} {:?}",
        reading.fields,
        validator().intake(SAMPLE.as_bytes())
    )];
    for field in reading.fields.iter() {
        shown.push(format!("{field:?}"));
    }
    for secret in [
        "Beispiel-Muster",
        "Erfundenhausen",
        "1890",
        "miete",
        "p1",
        "512",
        "zweimal",
        "mahnung",
    ] {
        assert!(!shown.iter().any(|shown| shown.contains(secret)), "{secret}");
    }
}

#[test]
fn every_advice_leaves_the_decision_to_a_person() {
    for advice in [Advice::Accept, Advice::AskForMore, Advice::Review, Advice::Reject] {
        assert!(advice.sentence(Language::German).starts_with("Vorschlag: "), "{advice}");
        assert!(
            advice.sentence(Language::English).starts_with("Suggestion: "),
            "{advice}"
        );
    }
    assert!(Advice::who_decides(Language::German).contains("Mensch"));
}

#[test]
fn an_element_that_may_be_empty_is_as_intended() {
    const XSD: &str = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'><xs:complexType><xs:sequence>\
         <xs:element name='b'><xs:complexType><xs:sequence><xs:element name='x' minOccurs='0'/></xs:sequence></xs:complexType></xs:element>\
         <xs:element name='c'><xs:complexType><xs:sequence><xs:element name='x'/></xs:sequence></xs:complexType></xs:element>\
         <xs:element name='d'><xs:complexType/></xs:element>\
         </xs:sequence></xs:complexType></xs:element></xs:schema>";
    let sources = xsozial_schema::xsd::Sources::new().bytes("a.xsd", XSD.into());
    let validator = Validator::new(xsozial_schema::Schema::compile(sources).unwrap());
    let reading = validator.intake(b"<a><b/><c/><d> </d></a>");
    let seen: Vec<_> = reading
        .fields
        .iter()
        .map(|field| (field.label(), field.is_valid()))
        .collect();
    assert_eq!(
        seen,
        [("b".to_owned(), true), ("c".to_owned(), false), ("d".to_owned(), true)]
    );
}
