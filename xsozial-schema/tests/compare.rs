//! Comparing schemas: each kind of change is told, with its direction; what decides nothing is not.
#![cfg(feature = "xsd")]
#![allow(clippy::panic, reason = "helpers of tests fail by panicking")]

use xsozial_schema::{
    Language, Schema,
    compare::{ChangeKind, Comparison, compare},
    xsd::Sources,
};

fn schema_of(namespace: &str, body: &str) -> Schema {
    let text = format!(
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="{namespace}" targetNamespace="{namespace}"
            elementFormDefault="qualified">{body}</xs:schema>"#
    );
    Schema::compile(Sources::new().bytes("a.xsd", text.into_bytes())).unwrap_or_else(|error| panic!("{error}"))
}

fn compared(before: &str, after: &str) -> Comparison {
    compare(&schema_of("urn:a", before), &schema_of("urn:a", after))
}

/// The changes as `kind component place rule before>after`, without the namespace.
fn told(before: &str, after: &str) -> Vec<String> {
    let changes = compared(before, after).changes;
    let line = |change: &xsozial_schema::compare::Change| {
        let parts = [
            change.kind.as_str(),
            &change.component,
            &change.place,
            &change.rule,
            &format!("{}>{}", change.before, change.after),
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ").replace("Q{urn:a}", "")
    };
    changes.iter().map(line).collect()
}

fn in_sequence(children: &str) -> String {
    format!(r#"<xs:complexType name="T"><xs:sequence>{children}</xs:sequence></xs:complexType>"#)
}

fn in_type(facets: &str) -> String {
    format!(r#"<xs:simpleType name="S"><xs:restriction base="xs:string">{facets}</xs:restriction></xs:simpleType>"#)
}

const A: &str = r#"<xs:element name="a" type="xs:string"/>"#;

#[test]
fn a_schema_equals_itself_whatever_its_words_and_places() {
    let one = in_sequence(A);
    let other = format!(
        "\n\n{}",
        one.replace(
            "/></xs:sequence",
            "><xs:annotation><xs:documentation>x</xs:documentation></xs:annotation></xs:element></xs:sequence"
        )
    );
    assert!(compared(&one, &other).is_equal());
}

#[test]
fn added_removed_and_renamed_components_are_told() {
    let one = in_type(r#"<xs:maxLength value="3"/>"#);
    assert_eq!(told("", &one), ["added S >"]);
    assert_eq!(told(&one, ""), ["removed S >"]);
    assert_eq!(told(&one, &one.replace("\"S\"", "\"Z\"")), ["renamed S S>Z"]);
    let twins = format!("{}{}", one.replace("\"S\"", "\"Y\""), one.replace("\"S\"", "\"Z\""));
    assert_eq!(told(&one, &twins), ["removed S >", "added Y >", "added Z >"]);
}

#[test]
fn children_that_come_and_go_are_told_once_each() {
    let optional = A.replace("/>", r#" minOccurs="0"/>"#);
    let b = r#"<xs:element name="b" type="xs:string"/>"#;
    let (one, two) = (in_sequence(A), in_sequence(&format!("{A}{b}")));
    assert_eq!(told(&one, &two), ["added T b >"]);
    assert_eq!(told(&two, &one), ["removed T b >"]);
    assert_eq!(told(&one, &in_sequence(&optional)), ["loosened T a minOccurs 1>0"]);
    let many = A.replace("/>", r#" maxOccurs="unbounded"/>"#);
    assert_eq!(told(&in_sequence(&many), &one), ["tightened T a maxOccurs unbounded>1"]);
}

#[test]
fn another_order_is_told_though_all_children_are_the_same() {
    let b = r#"<xs:element name="b" type="xs:string"/>"#;
    let [one, other] = [format!("{A}{b}"), format!("{b}{A}")].map(|children| in_sequence(&children));
    assert_eq!(told(&one, &other), ["changed T content a, b>b, a"]);
    let choice = one.replace("xs:sequence", "xs:choice");
    let lines = told(&one, &choice);
    assert!(lines.contains(&"changed T content a, b>a | b".to_owned()), "{lines:?}");
}

#[test]
fn groups_that_allow_the_same_numbers_in_another_order_are_not_equal() {
    let group = |quantifier: &str, a: &str, b: &str| {
        let child =
            |name: &str, quantifier: &str| format!(r#"<xs:element name="{name}" type="xs:string" {quantifier}/>"#);
        in_sequence(&format!(
            "<xs:sequence {quantifier}>{}{}</xs:sequence>",
            child("a", a),
            child("b", b)
        ))
    };
    let many = r#"minOccurs="0" maxOccurs="unbounded""#;
    let lines = told(&group(many, "", ""), &group("", many, many));
    assert_eq!(lines, ["changed T content (a, b)*>a*, b*"]);
}

#[test]
fn facets_tell_their_direction() {
    let facet = |name: &str, value: &str| in_type(&format!(r#"<xs:{name} value="{value}"/>"#));
    assert_eq!(
        told(&facet("maxLength", "3"), &facet("maxLength", "4")),
        ["loosened S maxLength 3>4"]
    );
    assert_eq!(
        told(&facet("minLength", "3"), &facet("minLength", "4")),
        ["tightened S minLength 3>4"]
    );
    assert_eq!(told(&in_type(""), &facet("pattern", "x")), ["tightened S pattern >x"]);
    assert_eq!(
        told(&facet("pattern", "x"), &facet("pattern", "y")),
        ["changed S pattern x>y"]
    );
    assert_eq!(told(&facet("pattern", "x"), &in_type("")), ["loosened S pattern x>"]);
    let number = |value: &str| facet("maxInclusive", value).replace("xs:string", "xs:decimal");
    assert_eq!(told(&number("1.0"), &number("1")), Vec::<String>::new());
    assert_eq!(told(&number("10"), &number("9.5")), ["tightened S maxInclusive 10>9.5"]);
}

#[test]
fn enumerated_values_are_told_by_value() {
    let values = |values: &[&str]| {
        let values: Vec<String> = values
            .iter()
            .map(|value| format!(r#"<xs:enumeration value="{value}"/>"#))
            .collect();
        in_type(&values.concat())
    };
    assert_eq!(
        told(&values(&["a", "b"]), &values(&["b", "c", "a"])),
        ["loosened S enumeration >c"]
    );
    assert_eq!(
        told(&values(&["a", "b"]), &values(&["b"])),
        ["tightened S enumeration a>"]
    );
    assert_eq!(told(&values(&["a"]), &values(&["b"])), ["changed S enumeration a>b"]);
    assert_eq!(told(&values(&["a"]), &in_type("")), ["loosened S enumeration a>"]);
}

#[test]
fn attributes_elements_and_their_values_are_compared() {
    let attribute = |rest: &str| {
        format!(r#"<xs:complexType name="T"><xs:attribute name="v" type="xs:token" {rest}/></xs:complexType>"#)
    };
    assert_eq!(
        told(&attribute(""), &attribute(r#"use="required""#)),
        ["tightened T @v required >true"]
    );
    assert_eq!(
        told(&attribute(r#"fixed="1""#), &attribute(r#"fixed="2""#)),
        ["changed T @v fixed 1>2"]
    );
    let element = |rest: &str| format!(r#"<xs:element name="e" type="xs:token" {rest}/>"#);
    assert_eq!(
        told(&element(""), &element(r#"nillable="true""#)),
        ["loosened e nillable >true"]
    );
    assert_eq!(
        told(&element(r#"nillable="true""#), &element("")),
        ["tightened e nillable true>"]
    );
}

#[test]
fn anonymous_types_are_compared_in_place() {
    let nested = |facet: &str| {
        in_sequence(&format!(
            r#"<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b"><xs:simpleType>
               <xs:restriction base="xs:token">{facet}</xs:restriction></xs:simpleType></xs:element></xs:sequence>
               </xs:complexType></xs:element>"#
        ))
    };
    let lines = told(
        &nested(r#"<xs:length value="2"/>"#),
        &nested(r#"<xs:length value="3"/>"#),
    );
    assert_eq!(lines, ["changed T a/b length 2>3"]);
}

#[test]
fn a_change_of_a_base_is_told_of_the_base_alone() {
    let types = |facet: &str, child: &str| {
        format!(
            r#"<xs:simpleType name="Basis"><xs:restriction base="xs:string"><xs:maxLength value="{facet}"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="Kurz"><xs:restriction base="a:Basis"><xs:pattern value="x*"/></xs:restriction></xs:simpleType>
            <xs:complexType name="Kopf"><xs:sequence>{A}{child}</xs:sequence></xs:complexType>
            <xs:complexType name="Nachricht"><xs:complexContent><xs:extension base="a:Kopf"><xs:sequence>
              <xs:element name="z" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>"#
        )
    };
    let lines = told(
        &types("9", ""),
        &types("8", r#"<xs:element name="n" type="xs:string"/>"#),
    );
    assert_eq!(lines, ["added Kopf n >", "tightened Basis maxLength 9>8"]);
}

#[test]
fn the_namespaces_of_two_versions_are_taken_for_one_another() {
    let body = format!("{}{}", in_sequence(A), in_type(""));
    let comparison = compare(&schema_of("urn:a:1", &body), &schema_of("urn:a:2", &body));
    assert_eq!(comparison.namespaces, [("urn:a:1".to_owned(), "urn:a:2".to_owned())]);
    assert_eq!(comparison.changes, []);
    assert!(!comparison.is_equal());
}

#[test]
fn identity_constraints_substitution_and_wildcards_are_compared() {
    let body = |field: &str, wildcard: &str, member: &str| {
        format!(
            r#"<xs:element name="e"><xs:complexType><xs:sequence><xs:element name="k" type="xs:string" maxOccurs="9"/>
              <xs:any namespace="{wildcard}" processContents="lax" minOccurs="0"/></xs:sequence></xs:complexType>
              <xs:key name="key"><xs:selector xpath="a:k"/><xs:field xpath="{field}"/></xs:key></xs:element>
              <xs:element name="kopf" type="xs:string"/><xs:element name="glied" type="xs:string" {member}/>"#
        )
    };
    let one = body(".", "##other", r#"substitutionGroup="a:kopf""#);
    let lines = told(&one, &body("@id", "urn:b", ""));
    assert!(
        lines.iter().any(|line| line.starts_with("changed e key key")),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.starts_with("added e any(urn:b, lax)")),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line == "tightened kopf substitutes glied>"),
        "{lines:?}"
    );
    assert!(compared(&one, &one).is_equal());
}

#[test]
fn a_group_that_holds_itself_is_compared_without_end() {
    let body = r#"<xs:group name="g"><xs:sequence><xs:element name="x" minOccurs="0"><xs:complexType>
        <xs:group ref="a:g"/></xs:complexType></xs:element></xs:sequence></xs:group>
        <xs:element name="e"><xs:complexType><xs:group ref="a:g"/></xs:complexType></xs:element>"#;
    assert!(compared(body, body).is_equal());
}

#[test]
fn messages_name_rule_and_both_states() {
    let change = &compared(&in_type(r#"<xs:maxLength value="3"/>"#), &in_type("")).changes[0];
    assert_eq!(change.kind, ChangeKind::Loosened);
    assert_eq!(change.message(Language::German), "gelockert: maxLength: 3 → (nichts)");
    assert_eq!(change.message(Language::English), "loosened: maxLength: 3 → (nothing)");
    assert!(change.old_source.starts_with("a.xsd:"));
}
