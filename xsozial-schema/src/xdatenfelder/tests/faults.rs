//! What is wrong is told with code, line and path.

use super::*;
use crate::xdatenfelder::{Datenschema, XdatenfelderProblem as Problem};
use std::fs;

#[test]
fn broken_published_files_are_refused_with_their_place() {
    let Some(corpus) = corpus() else { return };
    for (name, code, line) in [
        ("missing-id-node", "XL0302", 9),
        ("empty-id-node", "XL0302", 10),
        ("duplicate-id-node", "XL0303", 11),
        ("duplicate-required-value", "XL0303", 13),
        ("duplicate-optional-value", "XL0303", 15),
        ("unexpected-node", "XL0304", 11),
        ("invalid-freigabestatus", "XL0306", 17),
        ("unknown-namespace", "XL0301", 2),
        ("v3-data__unknown-namespace", "XL0301", 2),
    ] {
        let bytes = fs::read(corpus.join(format!("xdatenfelder/{name}.xml"))).unwrap();
        let error = Datenschema::from_bytes(&bytes, name).unwrap_err();
        let place = error.position().map(|position| position.line);
        assert_eq!((error.code(), place), (code, Some(line)), "{name}: {error}");
        assert!(
            matches!(error, XsdError::Xdatenfelder(error) if !error.path.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn a_select_field_without_its_list_is_refused_and_names_it() {
    let Some(corpus) = corpus() else { return };
    for (name, code) in [("select", "XL0314"), ("input", "XL0313")] {
        let path = corpus.join(format!("xdatenfelder/{name}.xml"));
        let error = Schema::compile(Sources::new().schema(&path)).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().contains("--any-code"), "{error}");
        let any = Sources::new()
            .schema(&path)
            .missing_codelists(MissingCodelists::AnyCode);
        assert!(Schema::compile(any).is_ok());
    }
}

#[test]
fn multiplicities_that_are_none_are_refused() {
    for text_of in ["1", "1:", "2:1", "a:b", "-1:1", "1:+2", "1:99999999999", "*:1"] {
        let error = error(&file(&part(text_of, &text("F99000001", "a"))));
        assert_eq!(error.problem, Problem::Anzahl(text_of.to_owned()));
        assert_eq!(
            error.path,
            "xdatenfelder.stammdatenschema.0102/stammdatenschema/struktur/anzahl"
        );
    }
}

#[test]
fn bounds_that_cannot_be_read_are_refused() {
    for json in [
        "{",
        "[1]",
        "{\"minLength\":\"x\"}",
        "{\"a\":{}}",
        "{\"minLength\":5,\"maxLength\":\"1\"}",
        "keine",
    ] {
        let more = format!("<xdf:praezisierung>{json}</xdf:praezisierung>");
        let error = error(&file_2(&part("1:1", &field("F99000001", "a", "input", "text", &more))));
        assert_eq!(error.code(), "XL0308", "{json}: {error}");
    }
}

#[test]
fn unknown_codes_are_refused() {
    let unknown =
        |feldart, datentyp| error(&file(&part("1:1", &field("F99000001", "a", feldart, datentyp, "")))).problem;
    let problem = |what, code: &str| Problem::UnknownCode {
        what,
        code: code.to_owned(),
    };
    assert_eq!(unknown("eingabe", "text"), problem("feldart", "eingabe"));
    assert_eq!(unknown("input", "blob"), problem("datentyp", "blob"));
    assert_eq!(unknown("input", ""), Problem::Missing("datentyp"));
}

#[test]
fn a_group_in_itself_is_refused_by_name() {
    let inner = group("G99000001", "innen", &part("1:1", &text("F99000001", "a")));
    let error = error(&file(&part("1:1", &group("G99000001", "aussen", &part("0:1", &inner)))));
    assert_eq!(error.problem, Problem::Cycle("G99000001".to_owned()));
    assert_eq!(error.position.line, 8);
}

#[test]
fn one_id_with_two_contents_is_refused_with_both_lines() {
    let other = field("F99000001", "a", "input", "date", "");
    let inside = part("1:1", &group("G99000001", "g", &part("1:1", &other)));
    let text = file(&(part("1:1", &text("F99000001", "a")) + &inside));
    let Err(XsdError::Xdatenfelder(error)) = Schema::compile(sources(&text, Shape::B)) else {
        panic!("accepted");
    };
    assert_eq!(error.code(), "XL0311");
    assert!(error.to_string().starts_with("probe.xdf.xml:12: "), "{error}");
    assert_eq!(error.path, "S99000001/G99000001/F99000001");
    assert!(matches!(error.problem, Problem::Conflict { first: 6, .. }), "{error}");
    // Names of shape A tell no versions, but these two stand in different groups.
    assert!(Schema::compile(sources(&text, Shape::A)).is_ok());
}

#[test]
fn one_id_twice_in_a_group_is_refused_in_shape_a() {
    let twice = part("1:1", &text("F99000001", "a")) + &part("1:1", &field("F99000002", "b", "input", "date", ""));
    let twice = file(&(twice + &part("1:1", &text("F99000001", "a"))));
    assert_eq!(error(&twice).code(), "XL0312");
    assert!(Schema::compile(sources(&twice, Shape::B)).is_ok());
}

#[test]
fn what_the_xsd_stage_refuses_is_placed_in_the_file() {
    let more = "\n<xdf:praezisierung pattern=\"[\"/>";
    let text = file(&part("1:1", &field("F99000001", "a", "input", "text", more)));
    let error = Schema::compile(sources(&text, Shape::A)).unwrap_err();
    assert_eq!(error.code(), "XM0101", "{error}");
    let place = error.position().unwrap();
    assert_eq!((place.file.as_str(), place.line), ("probe.xdf.xml", 6));
}

#[test]
fn ids_that_are_no_names_are_refused() {
    for id in ["99", "F 1", "F1&quot;/>", "Ä1", "F1V1.0"] {
        let error = error(&file(&part("1:1", &text(id, "a"))));
        assert_eq!(error.code(), "XL0305", "{id}: {error}");
    }
}

#[test]
fn the_names_of_another_schema_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("namen.xdf3.xml");
    fs::write(&path, file("")).unwrap();
    let xsd = b"<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\"/></xs:schema>";
    let error = Schema::compile(Sources::new().bytes("a.xsd", xsd.to_vec()).names(path)).unwrap_err();
    assert_eq!(error.code(), "XL0317", "{error}");
}

#[test]
fn lists_are_found_by_version_and_columns_by_key() {
    let select = |version: &str, key: &str| {
        let more = format!(
            "<xdf:codelisteReferenz><xdf:canonicalIdentification>urn:l</xdf:canonicalIdentification>{version}\
             </xdf:codelisteReferenz>{key}"
        );
        file(&part("1:1", &field("F99000001", "a", "select", "text", &more)))
    };
    let (one, two) = (
        list("urn:l", "1", &[("a", "eins")]),
        list("urn:l", "2", &[("b", "zwei"), ("b", "drei")]),
    );
    let given = |text: &str, lists: &[&Arc<CodeList>]| {
        let lists = lists.iter().map(|&list| list.clone());
        Schema::compile(sources(text, Shape::A).codelists(lists))
    };
    let code = |result: Result<Schema, XsdError>| result.unwrap_err().code();
    assert_eq!(code(given(&select("", ""), &[])), "XL0314");
    assert_eq!(code(given(&select("", ""), &[&one, &two])), "XL0315");
    assert_eq!(
        code(given(&select("<xdf:version>3</xdf:version>", ""), &[&one, &two])),
        "XL0314"
    );
    assert_eq!(
        code(given(&select("", "<xdf:codeKey>x</xdf:codeKey>"), &[&one])),
        "XL0316"
    );
    assert_eq!(code(given(&select("", ""), &[&list("urn:l", "1", &[])])), "XL0316");
    // A code that stands twice means either.
    let schema = given(&select("<xdf:version>2</xdf:version>", ""), &[&one, &two]).unwrap();
    let values: Vec<_> = schema
        .simple_types
        .iter()
        .flat_map(|it| &it.facets.enumeration)
        .collect();
    assert_eq!(values.len(), 1);
    assert_eq!(values[0].text, "b");
    assert_eq!(values[0].annotation.documentation, ["zwei / drei"]);
    assert!(given(&select("", "<xdf:codeKey>name</xdf:codeKey>"), &[&one]).is_ok());
}
