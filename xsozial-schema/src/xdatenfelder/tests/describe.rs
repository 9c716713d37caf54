//! Names, help texts, rules and meanings of codes.

use super::*;
use crate::schema::TypeRef;

fn sample() -> String {
    let rule = format!(
        "<xdf:regel>{}<xdf:freitextRegel>Nur Buchstaben.</xdf:freitextRegel><xdf:skript>f()</xdf:skript></xdf:regel>",
        head("R99000001", "1.0", "Buchstaben")
    );
    let more = format!(
        "<xdf:bezug>§ 1</xdf:bezug><xdf:hilfetextEingabe>Wie im Ausweis.</xdf:hilfetextEingabe>\
         <xdf:inhalt>Muster</xdf:inhalt>{rule}"
    );
    let select = "<xdf:werte><xdf:wert><xdf:code>j</xdf:code><xdf:name>Ja</xdf:name></xdf:wert></xdf:werte>";
    file(
        &(part("1:1", &field("F99000001", "Familienname", "input", "text", &more))
            + &part("1:1", &field("F99000002", "Zustimmung", "select", "text", select))),
    )
}

#[test]
fn names_become_labels_and_everything_said_documentation() {
    for shape in [Shape::A, Shape::B] {
        let schema = compile(&sample(), shape);
        let labels: Vec<_> = schema.labels.values().map(String::as_str).collect();
        assert_eq!(labels, ["Probe", "Familienname", "Zustimmung"]);
        let element = schema
            .elements
            .iter()
            .find(|element| schema.label(element.name) == Some("Familienname"))
            .unwrap();
        let documentation = &element.annotation.documentation;
        for expected in [
            "Familienname",
            "Hilfe: Wie im Ausweis.",
            "Bezug: § 1",
            "Vorbelegung: Muster",
            "Regel R99000001: Buchstaben\nNur Buchstaben.\nSkript: f()",
        ] {
            assert!(
                documentation.iter().any(|text| text == expected),
                "{expected} in {documentation:?}"
            );
        }
        assert_eq!(schema.describe_source(element.source), "probe.xdf.xml:6");
        assert_eq!(
            (schema.standard.name.as_str(), schema.standard.version.as_str()),
            ("Probe", "1.0.0")
        );
    }
}

#[test]
fn codes_tell_what_they_mean() {
    for shape in [Shape::A, Shape::B] {
        let schema = compile(&sample(), shape);
        let element = schema
            .elements
            .iter()
            .find(|it| schema.label(it.name) == Some("Zustimmung"))
            .unwrap();
        let TypeRef::Simple(id) = element.type_ref else {
            panic!()
        };
        assert_eq!(schema.facets(id).enumeration[0].annotation.documentation[0], "Ja");
    }
}

#[test]
fn labels_survive_storing() {
    let schema = compile(&sample(), Shape::A);
    let stored = Schema::from_bytes(&schema.to_bytes().unwrap()).unwrap();
    assert!(stored == schema && stored.labels.len() == 3);
}
