//! Attribute wildcards of types, attribute groups and their bases (XML Schema part 1, sections 3.4.2 and 3.10.6).
#![cfg(feature = "xsd")]

mod support;

use support::{compile, complex, refusal};
use xsozial_schema::{NamespaceId, Schema, schema::ProcessContents};

/// Which of these namespaces the wildcard of type `A` admits; `-` is no namespace.
fn admitted(schema: &Schema) -> String {
    let wildcard = complex(schema, "A").attribute_wildcard;
    let admits = |namespace: NamespaceId| wildcard.is_some_and(|id| schema.wildcard(id).admits(namespace));
    let namespaces = [
        ("-", ""),
        ("t", "urn:example:t"),
        ("x", "urn:x"),
        ("y", "urn:y"),
        ("?", "urn:unknown"),
    ];
    let names = namespaces.iter().filter(|(_, uri)| admits(schema.names.namespace(uri)));
    names.map(|(name, _)| *name).collect()
}

fn group(name: &str, namespace: &str) -> String {
    format!(
        "<xs:attributeGroup name='{name}'><xs:anyAttribute namespace='{namespace}' processContents='lax'/></xs:attributeGroup>"
    )
}

#[test]
fn groups_and_the_own_wildcard_are_met_by_what_all_of_them_admit() {
    for (one, own, expected) in [
        ("##any", "##other", "xy?"),
        ("##other", "urn:x urn:example:t ##local", "x"),
        ("urn:x urn:y", "urn:y ##local", "y"),
        ("urn:x", "urn:y", ""),
        ("##other", "##other", "xy?"),
    ] {
        let components = group("g", one)
            + &format!(
                "<xs:complexType name='A'><xs:attributeGroup ref='t:g'/><xs:anyAttribute namespace='{own}' \
                 processContents='skip'/></xs:complexType>"
            );
        let schema = compile(&components).unwrap();
        assert_eq!(admitted(&schema), expected, "{one} and {own}");
        let wildcard = complex(&schema, "A").attribute_wildcard.unwrap();
        assert_eq!(schema.wildcard(wildcard).process_contents, ProcessContents::Skip);
    }
}

#[test]
fn without_an_own_wildcard_the_first_group_says_how_to_check() {
    let components = group("g", "urn:x urn:y")
        + &group("h", "urn:y").replace("lax", "strict")
        + "<xs:complexType name='A'><xs:attributeGroup ref='t:g'/><xs:attributeGroup ref='t:h'/></xs:complexType>";
    let schema = compile(&components).unwrap();
    assert_eq!(admitted(&schema), "y");
    let wildcard = complex(&schema, "A").attribute_wildcard.unwrap();
    assert_eq!(schema.wildcard(wildcard).process_contents, ProcessContents::Lax);
}

#[test]
fn an_extension_admits_what_it_or_its_base_does_and_a_restriction_only_what_it_says() {
    let derived = |kind: &str, base: &str, own: &str| {
        format!(
            "<xs:complexType name='B'><xs:anyAttribute namespace='{base}'/></xs:complexType>\
             <xs:complexType name='A'><xs:complexContent><xs:{kind} base='t:B'>{own}</xs:{kind}></xs:complexContent></xs:complexType>"
        )
    };
    let wildcard = |namespace: &str| format!("<xs:anyAttribute namespace='{namespace}'/>");
    for (base, own, expected) in [
        ("urn:x", "urn:y", "xy"),
        ("##other", "##local ##targetNamespace", "-txy?"),
        ("##other", "##targetNamespace", "txy?"),
        ("##other", "urn:x", "xy?"),
        ("urn:x", "##any", "-txy?"),
    ] {
        let schema = compile(&derived("extension", base, &wildcard(own))).unwrap();
        assert_eq!(admitted(&schema), expected, "{base} or {own}");
    }
    assert_eq!(admitted(&compile(&derived("extension", "urn:x", "")).unwrap()), "x");
    assert_eq!(
        admitted(&compile(&derived("restriction", "##any", &wildcard("urn:x"))).unwrap()),
        "x"
    );
    assert_eq!(admitted(&compile(&derived("restriction", "##any", "")).unwrap()), "");
    let message = refusal(&derived("extension", "##other", &wildcard("##local")));
    assert!(
        message.starts_with("t.xsd:3: ") && message.contains("t.xsd:3 admit together"),
        "{message}"
    );
}
