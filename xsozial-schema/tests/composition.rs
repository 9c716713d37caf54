//! Schemas of several documents: redefinition, inclusion into another namespace, circles.
#![cfg(feature = "xsd")]

mod support;

use support::{TARGET, compile_all, complex, document, leaves, type_in};
use xsozial_schema::{
    Schema,
    schema::{AttributeUse, Content, TypeRef},
    value::NoPrefixes,
    xsd::XsdError,
};

const BASE: &str = "<xs:complexType name='A'><xs:sequence><xs:element name='a'/></xs:sequence></xs:complexType>\
    <xs:complexType name='User'><xs:sequence><xs:group ref='t:g'/><xs:element name='user' type='t:A'/></xs:sequence>\
    <xs:attributeGroup ref='t:x'/></xs:complexType>\
    <xs:simpleType name='S'><xs:restriction base='xs:token'><xs:maxLength value='5'/></xs:restriction></xs:simpleType>\
    <xs:group name='g'><xs:sequence><xs:element name='g1'/></xs:sequence></xs:group>\
    <xs:attributeGroup name='x'><xs:attribute name='x1'/></xs:attributeGroup>";

const EXTENSION: &str = "<xs:complexType name='A'><xs:complexContent><xs:extension base='t:A'><xs:sequence>\
    <xs:element name='b'/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>";

fn redefining(components: &str) -> String {
    document(&format!(
        "<xs:redefine schemaLocation='base.xsd'>{components}</xs:redefine>"
    ))
}

fn compile_redefined(components: &str) -> Result<Schema, XsdError> {
    compile_all(&[("base.xsd", &document(BASE)), ("main.xsd", &redefining(components))])
}

fn names<'s>(schema: &'s Schema, attributes: &[AttributeUse]) -> Vec<&'s str> {
    attributes
        .iter()
        .map(|attribute| schema.names.local(attribute.name))
        .collect()
}

#[test]
fn a_redefined_type_holds_for_everyone_who_refers_to_it() {
    let schema = compile_redefined(EXTENSION).unwrap();
    let a = complex(&schema, "A");
    assert_eq!(leaves(&schema, a), ["t:a", "t:b"]);
    let user = leaves(&schema, complex(&schema, "User"));
    assert_eq!(user, ["t:g1", "t:user"]);
    let Some(TypeRef::Complex(base)) = a.base else {
        unreachable!("the type has a base")
    };
    // What it was before can be named by no document.
    assert_eq!(schema.complex_type(base).name, None);
    assert!(schema.global_types.iter().all(|(_, id)| id != TypeRef::Complex(base)));
    assert_eq!(leaves(&schema, schema.complex_type(base)), ["t:a"]);
}

#[test]
fn groups_attribute_groups_and_simple_types_are_redefined_by_what_they_were() {
    let schema = compile_redefined(
        "<xs:group name='g'><xs:choice><xs:group ref='t:g'/><xs:element name='g2'/></xs:choice></xs:group>\
         <xs:attributeGroup name='x'><xs:attributeGroup ref='t:x'/><xs:attribute name='x2'/></xs:attributeGroup>\
         <xs:simpleType name='S'><xs:restriction base='t:S'><xs:minLength value='2'/></xs:restriction></xs:simpleType>",
    )
    .unwrap();
    let user = complex(&schema, "User");
    assert_eq!(leaves(&schema, user), ["t:g1", "t:g2", "t:user"]);
    assert_eq!(names(&schema, &user.attributes), ["x1", "x2"]);
    let name = schema.names.lookup(schema.names.namespace(TARGET), "S");
    let Some(TypeRef::Simple(id)) = schema.global_type(name) else {
        unreachable!("S is a simple type")
    };
    for (text, is_valid) in [("a", false), ("ab", true), ("abcdef", false)] {
        assert_eq!(schema.check_value(id, text, &NoPrefixes).is_ok(), is_valid);
    }
}

#[test]
fn a_group_may_be_redefined_without_itself() {
    let schema =
        compile_redefined("<xs:group name='g'><xs:sequence><xs:element name='g3'/></xs:sequence></xs:group>").unwrap();
    assert_eq!(leaves(&schema, complex(&schema, "User")), ["t:g3", "t:user"]);
}

#[test]
fn a_redefinition_is_redefined_again_whatever_the_order_of_the_documents() {
    let second = redefining(&EXTENSION.replace("'b'", "'c'")).replace("base.xsd", "main.xsd");
    for name in ["a.xsd", "z.xsd"] {
        let documents = [
            ("base.xsd", document(BASE)),
            ("main.xsd", redefining(EXTENSION)),
            (name, second.clone()),
        ];
        let documents: Vec<(&str, &str)> = documents.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let schema = compile_all(&documents).unwrap();
        assert_eq!(leaves(&schema, complex(&schema, "A")), ["t:a", "t:b", "t:c"]);
    }
}

#[test]
fn redefinitions_that_break_the_rules_are_refused_with_file_and_line() {
    let twice = "<xs:group name='g'><xs:sequence><xs:group ref='t:g'/><xs:group ref='t:g'/></xs:sequence></xs:group>";
    let often = "<xs:group name='g'><xs:sequence><xs:group ref='t:g' maxOccurs='2'/></xs:sequence></xs:group>";
    for (components, reason) in [
        (
            &*EXTENSION.replace("'A'", "'Neu'").replace("t:A", "t:Neu"),
            "not in the document redefined",
        ),
        (
            "<xs:complexType name='A'><xs:sequence/></xs:complexType>",
            "derived from itself",
        ),
        (&*EXTENSION.replace("'t:A'", "'t:User'"), "derived from itself"),
        (
            "<xs:simpleType name='S'><xs:restriction base='xs:token'/></xs:simpleType>",
            "derived from itself",
        ),
        (twice, "more than once"),
        (often, "exactly once"),
        ("<xs:element name='e'/>", "xs:element inside xs:redefine"),
    ] {
        let message = compile_redefined(components).map(drop).unwrap_err().to_string();
        assert!(
            message.starts_with("main.xsd:3: ") && message.contains(reason),
            "{message}"
        );
    }
    let itself = redefining(EXTENSION).replace("base.xsd", "main.xsd");
    assert!(compile_all(&[("main.xsd", &itself)]).is_err());
}

#[test]
fn two_documents_may_redefine_a_component_alike_but_not_differently() {
    let compile = |other: &str| {
        let other = redefining(other);
        compile_all(&[
            ("base.xsd", &document(BASE)),
            ("main.xsd", &redefining(EXTENSION)),
            ("other.xsd", &other),
        ])
    };
    assert_eq!(
        leaves(&compile(EXTENSION).unwrap(), complex(&compile(EXTENSION).unwrap(), "A")),
        ["t:a", "t:b"]
    );
    let message = compile(&EXTENSION.replace("'b'", "'c'"))
        .map(drop)
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("main.xsd:3") && message.contains("other.xsd:3"),
        "{message}"
    );
}

#[test]
fn a_document_without_namespace_takes_that_of_each_who_includes_it() {
    let part = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' elementFormDefault='qualified'>\
        <xs:complexType name='P'><xs:sequence><xs:element name='p' type='Q'/><xs:element ref='e'/></xs:sequence></xs:complexType>\
        <xs:complexType name='Q'/><xs:element name='e'/></xs:schema>";
    let includes = |uri: &str| {
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='{uri}'>\
             <xs:include schemaLocation='part.xsd'/></xs:schema>"
        )
    };
    let schema = compile_all(&[
        ("a.xsd", &includes("urn:a")),
        ("b.xsd", &includes("urn:b")),
        ("part.xsd", part),
    ])
    .unwrap();
    for uri in ["urn:a", "urn:b"] {
        let content = support::content(type_in(&schema, uri, "P"));
        for leaf in &content.leaves {
            let xsozial_schema::schema::LeafTerm::Element(id) = leaf.term else {
                unreachable!("there is no wildcard")
            };
            assert_eq!(
                schema.names.uri(schema.names.namespace_of(schema.element(id).name)),
                uri
            );
        }
        assert!(matches!(type_in(&schema, uri, "Q").content, Content::Empty));
    }
    // Included, it has no components of its own namespace; alone it has.
    let own = |schema: &Schema| {
        schema
            .global_type(schema.names.lookup(schema.names.namespace(""), "P"))
            .is_some()
    };
    assert!(!own(&schema));
    assert!(own(&compile_all(&[("part.xsd", part)]).unwrap()));
    assert_eq!(schema.documents.len(), 3);
}

#[test]
fn circles_of_inclusion_and_import_end() {
    let include =
        |other: &str, component: &str| document(&format!("<xs:include schemaLocation='{other}'/>{component}"));
    let a = include("b.xsd", "<xs:complexType name='A'/>");
    let b = include("a.xsd", "<xs:element name='b' type='t:A'/>");
    assert!(compile_all(&[("a.xsd", &a), ("b.xsd", &b)]).is_ok());
    let bare = |other: &str, name: &str| {
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='{other}'/>\
             <xs:complexType name='{name}'/></xs:schema>"
        )
    };
    let schema = compile_all(&[("a.xsd", &bare("b.xsd", "A")), ("b.xsd", &bare("a.xsd", "B"))]).unwrap();
    assert!(matches!(type_in(&schema, "", "A").content, Content::Empty));
    assert!(matches!(type_in(&schema, "", "B").content, Content::Empty));
    let (one, other) = (redefining(EXTENSION), redefining(EXTENSION));
    let one = one.replace("base.xsd", "b.xsd");
    let other = other.replace("base.xsd", "a.xsd");
    assert!(compile_all(&[("a.xsd", &one), ("b.xsd", &other)]).is_err());
}
