//! Notations, and values that refer to them.
#![cfg(feature = "xsd")]

mod support;

use support::{TARGET, compile, compile_all, document, refusal};
use xsozial_schema::{Schema, schema::TypeRef, value::PrefixResolver};

const NOTATIONS: &str =
    "<xs:notation name='pdf' public='application/pdf'/><xs:notation name='tiff' system='tiff.txt'/>";

fn format(values: &[&str]) -> String {
    let values: Vec<String> = values
        .iter()
        .map(|value| format!("<xs:enumeration value='{value}'/>"))
        .collect();
    let values = values.concat();
    format!("<xs:simpleType name='F'><xs:restriction base='xs:NOTATION'>{values}</xs:restriction></xs:simpleType>")
}

struct Prefixes;

impl PrefixResolver for Prefixes {
    fn namespace_uri(&self, prefix: &str) -> Option<&str> {
        match prefix {
            "p" => Some(TARGET),
            "q" => Some("urn:other"),
            _ => None,
        }
    }
}

fn accepts(schema: &Schema, text: &str) -> bool {
    let name = schema.names.lookup(schema.names.namespace(TARGET), "F");
    match schema.global_type(name) {
        Some(TypeRef::Simple(id)) => schema.check_value(id, text, &Prefixes).is_ok(),
        _ => false,
    }
}

#[test]
fn a_value_is_an_enumerated_notation_by_its_expanded_name() {
    let schema = compile(&format!("{NOTATIONS}{}", format(&["t:pdf", "t:tiff"]))).unwrap();
    let identifiers: Vec<_> = schema
        .notations
        .iter()
        .map(|notation| {
            (
                notation.public_id.as_deref(),
                notation.system_id.as_deref(),
                notation.source.line,
            )
        })
        .collect();
    assert_eq!(
        identifiers,
        [(Some("application/pdf"), None, 3), (None, Some("tiff.txt"), 3)]
    );
    assert!(accepts(&schema, "p:pdf") && accepts(&schema, " p:tiff "));
    for text in ["pdf", "q:pdf", "p:gif", "x:pdf", ""] {
        assert!(!accepts(&schema, text), "{text}");
    }
}

#[test]
fn a_name_without_prefix_is_in_the_default_namespace() {
    let components = format!("{NOTATIONS}{}", format(&["pdf"]));
    let text = document(&components).replacen("xmlns:t=", "xmlns='urn:example:t' xmlns:t=", 1);
    assert!(accepts(&compile_all(&[("t.xsd", &text)]).unwrap(), "p:pdf"));
    assert!(compile(&components).is_err());
}

#[test]
fn what_refers_to_no_notation_is_refused() {
    for (components, reason) in [
        (
            format!("{NOTATIONS}{}", format(&["t:gif"])),
            "no schema document declares",
        ),
        (
            format!("{NOTATIONS}<xs:element name='a' type='xs:NOTATION'/>"),
            "without an enumeration",
        ),
        (
            format!("{}<xs:element name='a' type='t:F'/>", format(&[])),
            "without an enumeration",
        ),
        (
            "<xs:notation name='n'/>".to_owned(),
            "neither a public nor a system identifier",
        ),
        (
            "<xs:notation name='n' public='p'><xs:element/></xs:notation>".to_owned(),
            "inside xs:notation",
        ),
    ] {
        let message = refusal(&components);
        assert!(
            message.starts_with("t.xsd:3: ") && message.contains(reason),
            "{message}"
        );
    }
}
