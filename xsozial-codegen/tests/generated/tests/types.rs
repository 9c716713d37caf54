//! What generated types are like to use.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::thread;
use xsozial_codegen_tests::{
    choice, codes, collisions, enumeration, extension, fixed_default, keywords, library, mixed, nested_choice, numbers,
    optional, recursive, required, sequence,
};
use xsozial_model::{
    schema::Code,
    xml::{ReadOptions, WriteOptions},
};

fn text(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap()
}

#[test]
fn a_value_is_built_from_what_is_mandatory() {
    let person = sequence::b::Person::new("Ada", "Lovelace", 36);
    let written = text(person.to_xml().unwrap());
    assert!(
        written.contains("<b:vorname>Ada</b:vorname><b:nachname>Lovelace</b:nachname><b:alter>36</b:alter>"),
        "{written}"
    );
    assert!(sequence::b::Person::from_xml(written.as_bytes()).unwrap() == person);
}

#[test]
fn many_mandatory_fields_are_named() {
    let one = || "x".to_owned();
    let formular = required::b::Formular::from(required::b::FormularRequired {
        nr: one(),
        a: one(),
        b: one(),
        c: one(),
        d: one(),
        f: one(),
        g: vec![one()],
    });
    assert!(formular.e.is_none());
    assert!(required::Document::from_xml(&formular.to_xml().unwrap()).is_ok());
}

#[test]
fn optional_fields_are_set_afterwards() {
    let mut antrag = optional::b::Antrag::new("A-1");
    antrag.anlage = Some(optional::b::AntragAnlage::default());
    let written = text(antrag.to_xml().unwrap());
    assert!(
        written.ends_with("<b:zeichen>A-1</b:zeichen><b:anlage/></b:antrag>"),
        "{written}"
    );
}

#[test]
fn a_type_that_is_one_choice_is_an_enum() {
    let value = choice::b::Betroffener::NatuerlichePerson("Ada".to_owned());
    assert!(text(value.to_xml().unwrap()).contains("<b:natuerlichePerson>Ada</b:natuerlichePerson>"));
}

#[test]
fn a_branch_of_several_elements_is_a_struct() {
    let branch = nested_choice::b::AdresseStrasseUndHausnummer::new("Ring", "1");
    let adresse =
        nested_choice::b::Adresse::new(nested_choice::b::AdresseAuswahl::StrasseUndHausnummer(branch), "Köln");
    assert!(
        text(adresse.to_xml().unwrap()).contains("<b:strasse>Ring</b:strasse><b:hausnummer>1</b:hausnummer><b:ort>")
    );
}

#[test]
fn fixed_attributes_are_constants_and_always_written() {
    assert_eq!(fixed_default::b::Nachricht::STANDARD, "XBeispiel");
    let nachricht = fixed_default::b::Nachricht::new("p", "F");
    let written = text(nachricht.to_xml().unwrap());
    assert!(
        written.contains("produkt=\"p\" standard=\"XBeispiel\" version=\"1.0\""),
        "{written}"
    );
}

#[test]
fn an_unknown_enumeration_value_is_an_error() {
    let document =
        |value: &str| format!("<b:werte xmlns:b='urn:beispiel:enumeration'><b:wert>{value}</b:wert></b:werte>");
    let known = enumeration::b::Werte::from_xml(document("1.1").as_bytes()).unwrap();
    assert!(known.wert == [enumeration::b::Wert::Wert1_1]);
    let error = enumeration::b::Werte::from_xml(document("streng-geheim").as_bytes()).unwrap_err();
    assert_eq!(error.code(), Code::Enumeration);
    assert!(!format!("{error} {error:?}").contains("geheim"));
}

#[test]
fn a_code_keeps_the_restriction_that_xsi_type_names() {
    let document = include_bytes!("../../xml/codes.2.xml");
    let angaben = codes::c::Angaben::from_xml(document).unwrap();
    let code = angaben.basis.as_ref().unwrap();
    assert!(code.xsi_type().is_some());
    assert_eq!(
        code.list_uri(),
        Some("urn:beispiel:codeliste:land"),
        "the restriction fixes it"
    );
    assert_eq!(code.list_version(), Some("2024-01-01"));
    assert!(!code.gives_list_uri() && !code.gives_list_version());
    let written = text(angaben.to_xml().unwrap());
    assert!(
        written.contains(" xsi:type=\"c:Code.LandTyp2\"><code>y</code>"),
        "{written}"
    );
    assert!(codes::c::Angaben::from_xml(written.as_bytes()).unwrap() == angaben);
}

#[test]
fn codes_have_names_and_keep_what_the_document_says() {
    use codes::c::{CodeFamilienstandTyp1, CodeGemeindeTyp3, codelisten};
    assert_eq!(codelisten::CodeFamilienstandTyp1::LEDIG, "1");
    assert_eq!(codelisten::CodeFamilienstandTyp1::LEDIG2, "3");
    assert_eq!(codelisten::CodeFamilienstandTyp1::VERHEIRATET_GETRENNT, "2");
    assert_eq!(codelisten::CodeFamilienstandTyp1::WERT_9, "9");
    let mut angaben = codes::c::Angaben::new(CodeFamilienstandTyp1::new(codelisten::CodeFamilienstandTyp1::LEDIG));
    angaben.typ3 = Some(CodeGemeindeTyp3::new("05315000").with_list_version("2024"));
    assert_eq!(angaben.typ1.list_version(), Some("1"));
    let written = text(angaben.to_xml().unwrap());
    assert!(written.contains("<c:typ1><code>1</code></c:typ1>"), "{written}");
    assert!(
        written.contains("<c:typ3 listVersionID=\"2024\"><code>05315000</code></c:typ3>"),
        "{written}"
    );
}

#[test]
fn extensions_stand_in_for_their_base() {
    use extension::b::{Akte, Antragsteller, Beteiligter, BeteiligterVariante};
    let akte = Akte::new(vec![
        BeteiligterVariante::Beteiligter(Beteiligter::new("1", "A")),
        BeteiligterVariante::Antragsteller(Antragsteller::new("2", "B")),
    ]);
    let written = text(akte.to_xml().unwrap());
    assert!(written.contains("<b:beteiligter id=\"1\">"), "{written}");
    assert!(written.contains("xsi:type=\"b:Antragsteller\""), "{written}");
    assert!(Akte::from_xml(written.as_bytes()).unwrap() == akte);
}

#[test]
fn a_blocked_or_abstract_type_is_refused() {
    let document = |inner: &str| {
        format!(
            "<b:akte xmlns:b='urn:beispiel:extension' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>\
             <b:beteiligter id='1'><b:name>A</b:name></b:beteiligter>{inner}</b:akte>"
        )
    };
    let code = |inner: &str| {
        extension::Document::from_xml(document(inner).as_bytes())
            .map(|_| ())
            .map_err(|error| error.code())
    };
    assert_eq!(code(""), Ok(()));
    assert_eq!(code("<b:leistung/>"), Err(Code::TypeAbstract));
    assert_eq!(
        code("<b:nurBasis xsi:type='b:Antragsteller' id='2'><b:name>B</b:name></b:nurBasis>"),
        Err(Code::TypeNotDerived)
    );
    assert_eq!(code("<b:leistung xsi:type='b:Akte'/>"), Err(Code::TypeUnknown));
}

#[test]
fn debug_shows_no_content() {
    let formular = numbers::Document::from_xml(include_bytes!("../../xml/numbers.xml")).unwrap();
    assert_eq!(format!("{formular:?}"), "Document { .. }");
    let person = sequence::b::Person::new("Geheim", "Geheim", 1);
    assert_eq!(format!("{person:?}"), "Person { .. }");
    let absatz = mixed::b::Absatz::from_xml(include_bytes!("../../xml/mixed.xml")).unwrap();
    assert_eq!(format!("{absatz:?}"), "Absatz { content: 5, .. }");
    assert_eq!(format!("{:?}", enumeration::b::Wert::Ledig), "Wert { .. }");
}

#[test]
fn keywords_and_clashing_names_are_usable() {
    let r#type = keywords::b::Type::from_xml(include_bytes!("../../xml/keywords.xml")).unwrap();
    assert_eq!(
        (r#type.r#type.as_str(), r#type.self_.as_str(), r#type.reader.as_str()),
        ("t", "2", "4")
    );
    let collisions::Document::VorgangType(vorgang) =
        collisions::Document::from_xml(include_bytes!("../../xml/collisions.xml")).unwrap()
    else {
        panic!("another root");
    };
    let texts = [vorgang.a_b, vorgang.a_b2, vorgang.a_b3, vorgang.typ3, vorgang.typ3_2];
    assert_eq!(texts.map(Option::unwrap_or_default), ["4", "5", "6", "7", "8"]);
}

#[test]
fn a_root_of_another_element_is_refused() {
    let document = include_bytes!("../../xml/collisions.2.xml");
    assert!(collisions::Document::from_xml(document).is_ok());
    let error = collisions::b::VorgangType::from_xml(document).unwrap_err();
    assert_eq!(error.code(), Code::RootUnknown);
}

#[test]
fn a_schema_without_global_elements_has_no_documents() {
    let zeitraum = library::b::Zeitraum::new("2024-01-01".parse().unwrap());
    assert!(zeitraum.bis.is_none());
    let error = library::Document::from_xml(b"<von>2024-01-01</von>").unwrap_err();
    assert_eq!(error.code(), Code::RootUnknown);
}

/// The deepest document that the limits admit is read, compared, written and dropped on a small stack.
#[test]
fn recursion_fits_a_stack_of_512_kilobytes() {
    // The root has depth 1, its innermost `name` depth 256.
    let nested = 254;
    let document = format!(
        "<b:baum xmlns:b='urn:beispiel:recursive'><b:name>x</b:name>{}{}</b:baum>",
        "<b:nachfolger><b:name>x</b:name>".repeat(nested),
        "</b:nachfolger>".repeat(nested)
    );
    let reading = move || {
        let value = recursive::Document::from_reader(document.as_bytes(), &ReadOptions::default()).unwrap();
        let copy = value.clone();
        let mut written = Vec::new();
        copy.to_writer(&mut written, &WriteOptions::default()).unwrap();
        assert!(recursive::Document::from_xml(&written).unwrap() == value);
    };
    let thread = thread::Builder::new().stack_size(512 << 10).spawn(reading).unwrap();
    assert!(thread.join().is_ok());
}
