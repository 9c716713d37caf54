//! What the written XSD looks like.

use super::*;
use crate::xdatenfelder::{Datenschema, Options};

fn xsd(text: &str, shape: Shape) -> String {
    let options = Options {
        shape,
        ..Options::default()
    };
    Datenschema::from_bytes(text.as_bytes(), "probe.xml")
        .unwrap()
        .to_xsd(&options)
        .unwrap()
}

fn sample() -> String {
    let label = field(
        "F99000003",
        "Hinweis",
        "label",
        "text",
        "<xdf:inhalt>Bitte lesen.</xdf:inhalt>",
    );
    let flag = field("F99000002", "Zustimmung", "input", "bool", "");
    let inside = part("1:1", &text("F99000001", "Name")) + &part("0:1", &flag) + &part("1:1", &label);
    file(&part("0:*", &group("G99000001", "Person", &inside)))
}

#[test]
fn shape_a_is_nested_and_has_bare_ids() {
    let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xfd="urn:xoev-de:xfall:standard:fim-s99000001_1.0.0" targetNamespace="urn:xoev-de:xfall:standard:fim-s99000001_1.0.0" elementFormDefault="qualified" attributeFormDefault="unqualified" version="1.0.0">
  <!-- Aus einer XDatenfelder-Datei geschrieben. S99000001 1.0.0: Probe -->
  <xs:element name="fim.S99000001.00000001000000">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="G99000001" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="F99000001">
                <xs:simpleType>
                  <xs:restriction base="xs:string">
                    <xs:minLength value="1"/>
                    <xs:maxLength value="20"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:element>
              <xs:element name="F99000002" minOccurs="0">
                <xs:simpleType>
                  <xs:restriction base="xs:string">
                    <xs:enumeration value="true"/>
                    <xs:enumeration value="false"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
"#;
    assert_eq!(xsd(&sample(), Shape::A), expected);
}

#[test]
fn shape_b_has_global_elements_with_versions() {
    let text = xsd(&sample(), Shape::B);
    for expected in [
        "xmlns=\"urn:fim-de:xfall:datenschema:xdf3\"",
        "<xs:element name=\"S99000001V1.0.0\">",
        "<xs:documentation>Datenschema: Probe</xs:documentation>",
        "<xs:element ref=\"G99000001V1.0.0\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>",
        "<xs:element ref=\"F99000003V1.0.0\" minOccurs=\"0\" maxOccurs=\"0\"/>",
        "<xs:element name=\"F99000002V1.0.0\" type=\"xs:boolean\">",
        "<xs:documentation>Datenfeld: Hinweis - Typ: Hinweistext</xs:documentation>",
        "<xs:documentation>Datenfeldgruppe: Person</xs:documentation>",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[test]
fn a_choice_of_nothing_but_labels_stays_satisfiable() {
    let label = field("F99000003", "Hinweis", "label", "text", "");
    let choice = format!("<xdf:art><code>X</code></xdf:art>{}", part("1:1", &label));
    for shape in [Shape::A, Shape::B] {
        assert!(!xsd(&file(&part("1:1", &group("G99000001", "g", &choice))), shape).contains("xs:choice"));
    }
}

#[test]
fn a_file_may_hold_a_group_alone() {
    let text = sample()
        .replace("stammdatenschema.0102", "datenfeldgruppe.0103")
        .replace("xdf:stammdatenschema>", "xdf:datenfeldgruppe>")
        .replace("S99000001", "G99000009");
    assert!(xsd(&text, Shape::A).contains("<xs:element name=\"G99000009\">"));
    assert!(xsd(&text, Shape::B).contains("<xs:element name=\"G99000009V1.0.0\">"));
}
