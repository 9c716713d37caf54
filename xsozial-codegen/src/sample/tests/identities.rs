//! Keys, key references, uniqueness.

use super::*;
use std::collections::BTreeSet;
use xsozial_schema::{
    NameId,
    schema::{IdentityConstraint, IdentityId, IdentityKind, IdentityPath, IdentityStep, SourceLocation},
};

const REGISTER: &str = r#"
<xs:element name="register"><xs:complexType><xs:sequence>
  <xs:element name="amt" minOccurs="6" maxOccurs="6"><xs:complexType>
    <xs:sequence><xs:element name="kuerzel" type="Kuerzel"/></xs:sequence>
    <xs:attribute name="schluessel" type="xs:unsignedByte"/></xs:complexType></xs:element>
  <xs:element name="akte" minOccurs="3" maxOccurs="9"><xs:complexType><xs:attribute name="zustaendig" type="xs:int"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
<xs:simpleType name="Kuerzel"><xs:restriction base="xs:token"><xs:enumeration value="A"/><xs:enumeration value="B"/>
<xs:enumeration value="C"/><xs:enumeration value="D"/><xs:enumeration value="E"/>LAST</xs:restriction></xs:simpleType>
"#;

fn path(steps: Vec<IdentityStep>) -> Vec<IdentityPath> {
    vec![IdentityPath {
        descendant: false,
        steps,
    }]
}

fn name(data: &SchemaData, local: &str) -> NameId {
    data.names.lookup(NamespaceId::NONE, local)
}

/// A key of attributes, a reference to it, and elements that must be unique.
fn register(last: &str) -> Schema {
    let plain = schema(&REGISTER.replace("LAST", last));
    let root = named(&plain, "register");
    changed(&plain, |data| {
        let constraint = |kind, selector: &str, field| IdentityConstraint {
            name: name(data, selector),
            kind,
            selector: path(vec![IdentityStep::Child(name(data, selector))]),
            fields: vec![path(vec![field])],
            source: SourceLocation::BUILT_IN,
        };
        let attribute = |local| IdentityStep::Attribute(name(data, local));
        data.identities = vec![
            constraint(IdentityKind::Key, "amt", attribute("schluessel")),
            constraint(
                IdentityKind::KeyReference(IdentityId::new(0)),
                "akte",
                attribute("zustaendig"),
            ),
            constraint(IdentityKind::Unique, "amt", IdentityStep::Child(name(data, "kuerzel"))),
        ];
        data.elements[root.index()].identities = (0..3).map(IdentityId::new).collect();
    })
}

#[test]
fn keys_are_unique_and_references_point_to_them() {
    let schema = register(r#"<xs:enumeration value="F"/>"#);
    for seed in 0..20 {
        for size in [Size::Minimal, Size::Full, Size::Random] {
            let document = sample(&schema, "register", seed, size).unwrap();
            let keys: BTreeSet<_> = attributes(&document, "schluessel").into_iter().collect();
            assert_eq!(keys.len(), 6, "{document}");
            assert!(
                attributes(&document, "zustaendig").iter().all(|key| keys.contains(key)),
                "{document}"
            );
            let marks: BTreeSet<_> = document.split("<kuerzel>").skip(1).map(|rest| &rest[..1]).collect();
            assert_eq!(marks.len(), 6, "{document}");
        }
    }
    let full = sample(&schema, "register", 0, Size::Full).unwrap();
    assert!(!attributes(&full, "zustaendig").is_empty());
}

#[test]
fn too_few_values_for_a_unique_field_are_an_error() {
    let error = sample(&register(""), "register", 0, Size::Full).unwrap_err();
    assert!(
        matches!(&error, SampleError::Identity { name, .. } if name == "amt"),
        "{error}"
    );
}
