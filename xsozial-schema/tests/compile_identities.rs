//! Identity constraints: what the compiler makes of xs:key, xs:unique and xs:keyref, and what it refuses.
#![cfg(feature = "xsd")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use xsozial_schema::{
    NameId, Schema,
    schema::{Element, IdentityConstraint, IdentityKind, IdentityStep, LeafTerm},
    xsd::{XsdError, source::Sources},
};

const HEAD: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:example:t"
 xmlns="urn:example:t" targetNamespace="urn:example:t" elementFormDefault="qualified">
"#;

/// Compiles one document whose components begin on line 3.
fn compile(components: &str) -> Result<Schema, XsdError> {
    let text = format!("{HEAD}{components}</xs:schema>");
    Schema::compile(Sources::new().bytes("t.xsd", text.into_bytes()))
}

fn refusal(components: &str) -> String {
    match compile(components) {
        Ok(_) => panic!("should be refused: {components}"),
        Err(error) => error.to_string(),
    }
}

fn name(schema: &Schema, local: &str) -> NameId {
    schema.names.lookup(schema.names.namespace("urn:example:t"), local)
}

fn element<'s>(schema: &'s Schema, local: &str) -> &'s Element {
    schema.element(schema.global_element(name(schema, local)).unwrap())
}

fn identity<'s>(schema: &'s Schema, local: &str) -> &'s IdentityConstraint {
    let name = name(schema, local);
    schema.identities.iter().find(|known| known.name == name).unwrap()
}

/// An identity constraint of two fields at most.
fn constraint(kind: &str, attributes: &str, selector: &str, fields: &[&str]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|field| format!("<xs:field xpath='{field}'/>"))
        .collect();
    let fields = fields.concat();
    format!("<xs:{kind} {attributes}><xs:selector xpath='{selector}'/>{fields}</xs:{kind}>")
}

#[test]
fn constraints_belong_to_their_element_and_references_find_keys_that_stand_further_on() {
    let schema = compile(&format!(
        "<xs:element name='a' type='xs:string'>{}{}</xs:element>\n<xs:element name='b' type='xs:string'>{}</xs:element>",
        constraint("keyref", "name='verweis' refer='t:schlüssel'", ".//t:b|t:c", &["@x", "t:d/@t:y"]),
        constraint("unique", "name='einmalig'", ".", &["."]),
        constraint("key", "name='schlüssel'", "t:*", &["b", ".//@*"]),
    ))
    .unwrap();
    assert_eq!(element(&schema, "a").identities.len(), 2);
    assert_eq!(element(&schema, "b").identities.len(), 1);
    let reference = identity(&schema, "verweis");
    let IdentityKind::KeyReference(key) = reference.kind else {
        panic!("{:?}", reference.kind)
    };
    assert_eq!(schema.identity(key), identity(&schema, "schlüssel"));
    assert_eq!(schema.identity(key).kind, IdentityKind::Key);
    assert_eq!(identity(&schema, "einmalig").kind, IdentityKind::Unique);
    assert_eq!(reference.source.line, 3);
    assert_eq!(schema.identity(key).source.line, 4);
    assert!(reference.selector[0].descendant);
    assert_eq!(reference.selector[0].steps, [IdentityStep::Child(name(&schema, "b"))]);
    assert_eq!(reference.selector.len(), 2);
    assert_eq!(reference.fields[1][0].steps.len(), 2);
}

#[test]
fn names_without_prefix_are_in_no_namespace_whatever_the_default_namespace_is() {
    let schema = compile(&format!(
        "<xs:element name='a' type='xs:string'>{}</xs:element>",
        constraint("key", "name='k'", "b", &["@c"])
    ))
    .unwrap();
    let key = identity(&schema, "k");
    let IdentityStep::Child(child) = key.selector[0].steps[0] else {
        panic!("{key:?}")
    };
    assert_eq!(schema.names.expanded(child), "b");
}

#[test]
fn the_default_namespace_counts_for_the_name_of_a_key() {
    let schema = compile(&format!(
        "<xs:element name='a' type='xs:string'>{}{}</xs:element>",
        constraint("key", "name='k'", "b", &["@c"]),
        constraint("keyref", "name='r' refer='k'", "d", &["@c"])
    ))
    .unwrap();
    assert!(matches!(identity(&schema, "r").kind, IdentityKind::KeyReference(_)));
}

#[test]
fn a_group_that_is_used_twice_has_its_constraints_once() {
    let schema = compile(&format!(
        "<xs:group name='G'><xs:sequence><xs:element name='e' type='xs:string'>{}</xs:element></xs:sequence></xs:group>
         <xs:complexType name='A'><xs:sequence><xs:group ref='t:G'/></xs:sequence></xs:complexType>
         <xs:complexType name='B'><xs:sequence><xs:group ref='t:G'/></xs:sequence></xs:complexType>",
        constraint("key", "name='k'", "b", &["@c"])
    ))
    .unwrap();
    assert_eq!(schema.identities.len(), 1);
    let local: Vec<&Element> = schema.elements.iter().filter(|element| !element.is_global).collect();
    assert_eq!(local.len(), 2);
    assert!(local.iter().all(|element| element.identities.len() == 1));
}

#[test]
fn extended_types_keep_the_constraints_of_inherited_elements_and_bytes_keep_all() {
    let schema = compile(&format!(
        "<xs:complexType name='A'><xs:sequence><xs:element name='e' type='xs:string'>{}</xs:element></xs:sequence></xs:complexType>
         <xs:complexType name='B'><xs:complexContent><xs:extension base='t:A'/></xs:complexContent></xs:complexType>",
        constraint("unique", "name='k'", "b", &["@c"])
    ))
    .unwrap();
    let loaded = Schema::from_bytes(&schema.to_bytes().unwrap()).unwrap();
    assert!(loaded == schema);
    assert_eq!(loaded.identities.len(), 1);
    let leaves = loaded
        .complex_types
        .iter()
        .filter_map(|complex| match &complex.content {
            xsozial_schema::schema::Content::Elements(content) => content.leaves.first(),
            _ => None,
        });
    let with_constraint = leaves.filter(|leaf| match leaf.term {
        LeafTerm::Element(id) => loaded.element(id).identities.len() == 1,
        LeafTerm::Wildcard(_) => false,
    });
    assert_eq!(with_constraint.count(), 2);
}

#[test]
fn breaches_are_refused_with_file_and_line() {
    let key = constraint("key", "name='k'", "b", &["@c"]);
    for (constraints, reason) in [
        (
            constraint("key", "name='k'", "a//b", &["@c"]),
            "the XPath is not of the kind",
        ),
        (
            constraint("key", "name='k'", "b", &["c["]),
            "the XPath is not of the kind",
        ),
        (
            constraint("key", "name='k'", "z:b", &["@c"]),
            "the prefix z is not bound",
        ),
        (
            constraint("key", "name='k'", "b/@c", &["@c"]),
            "elements, not attributes",
        ),
        (
            constraint("key", "name='k'", "b", &["@c/d"]),
            "an attribute is the last step",
        ),
        (constraint("key", "name='k'", "b", &[]), "at least one xs:field"),
        (
            "<xs:key name='k'><xs:field xpath='c'/><xs:selector xpath='b'/></xs:key>".to_owned(),
            "xs:field stands before xs:selector",
        ),
        (
            "<xs:key name='k'><xs:selector xpath='b'/><xs:selector xpath='b'/><xs:field xpath='c'/></xs:key>"
                .to_owned(),
            "one of its kind already",
        ),
        (constraint("key", "", "b", &["@c"]), "has no attribute name"),
        (constraint("keyref", "name='r'", "b", &["@c"]), "has no attribute refer"),
        (
            constraint("keyref", "name='r' refer='t:k'", "b", &["@c"]),
            "key Q{urn:example:t}k is declared in none",
        ),
        (
            key.clone() + &constraint("keyref", "name='r' refer='t:k'", "b", &["@c", "d"]),
            "xs:keyref has 2 fields, the key it refers to has 1",
        ),
        (
            key.clone()
                + &constraint("keyref", "name='q' refer='t:k'", "b", &["@c"])
                + &constraint("keyref", "name='r' refer='t:q'", "b", &["@c"]),
            "refers to another xs:keyref",
        ),
        (
            key.clone() + &key,
            "the name of the identity constraint Q{urn:example:t}k is taken: another one stands at t.xsd:3",
        ),
        (constraint("key", "name='1k'", "b", &["@c"]), "is no NCName"),
        (
            "<xs:key name='k'><xs:selector xpath='b'><xs:field xpath='c'/></xs:selector><xs:field xpath='c'/></xs:key>"
                .to_owned(),
            "xs:field inside an XPath",
        ),
        (
            "<xs:key name='k' ref='t:k'/>".to_owned(),
            "attribute ref of xs:key (XML Schema 1.0 knows none",
        ),
        (
            "<xs:key name='k'><xs:selector xpath='b' xpathDefaultNamespace='x'/></xs:key>".to_owned(),
            "attribute xpathDefaultNamespace of xs:selector (XML Schema 1.0 knows none",
        ),
    ] {
        let message = refusal(&format!(
            "<xs:element name='a' type='xs:string'>{constraints}</xs:element>"
        ));
        assert!(message.contains("t.xsd:3"), "{message}");
        assert!(message.contains(reason), "{message}");
    }
}
