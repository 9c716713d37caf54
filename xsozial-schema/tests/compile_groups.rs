//! Substitution groups, abstract and nillable elements: what the compiler makes of them, and what it refuses.
#![cfg(feature = "xsd")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use xsozial_schema::{
    Code, NameId, Schema,
    content::Label,
    schema::{Content, Element, ElementContent, TypeRef},
    xsd::{XsdError, source::Sources},
};

const HEAD: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:example:t"
 targetNamespace="urn:example:t" elementFormDefault="qualified">
"#;

/// Types: B extends A, C restricts A, D extends C.
const TYPES: &str = "<xs:complexType name='A'><xs:sequence><xs:element name='a' minOccurs='0'/></xs:sequence></xs:complexType>\
 <xs:complexType name='B'><xs:complexContent><xs:extension base='t:A'/></xs:complexContent></xs:complexType>\
 <xs:complexType name='C'><xs:complexContent><xs:restriction base='t:A'/></xs:complexContent></xs:complexType>\
 <xs:complexType name='D'><xs:complexContent><xs:extension base='t:C'/></xs:complexContent></xs:complexType>";

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

fn substitutes<'s>(schema: &'s Schema, local: &str) -> Vec<&'s str> {
    let substitutes = &element(schema, local).substitutes;
    substitutes
        .iter()
        .map(|&id| schema.names.local(schema.element(id).name))
        .collect()
}

fn content<'s>(schema: &'s Schema, local: &str) -> &'s ElementContent {
    let Some(TypeRef::Complex(id)) = schema.global_type(name(schema, local)) else {
        panic!("no complex type {local}")
    };
    match &schema.complex_type(id).content {
        Content::Elements(content) => content,
        other => panic!("{local} has {other:?}"),
    }
}

#[test]
fn members_stand_in_transitively_and_nearest_first() {
    let schema = compile(&format!(
        "{TYPES}<xs:element name='enkel' type='t:D' substitutionGroup='t:kind'/>
         <xs:element name='kopf' type='t:A'/>
         <xs:element name='kind' type='t:C' substitutionGroup='t:kopf'/>
         <xs:element name='anderes' type='t:B' substitutionGroup='t:kopf'/>"
    ))
    .unwrap();
    assert_eq!(substitutes(&schema, "kopf"), ["kind", "anderes", "enkel"]);
    assert_eq!(substitutes(&schema, "kind"), ["enkel"]);
    assert!(substitutes(&schema, "enkel").is_empty());
}

#[test]
fn abstract_members_pass_their_own_members_on() {
    let schema = compile(
        "<xs:element name='kopf' type='xs:string' abstract='true'/>
         <xs:element name='mitte' type='xs:string' abstract='true' substitutionGroup='t:kopf'/>
         <xs:element name='blatt' type='xs:token' substitutionGroup='t:mitte'/>",
    )
    .unwrap();
    assert!(element(&schema, "kopf").is_abstract);
    assert_eq!(substitutes(&schema, "kopf"), ["blatt"]);
}

#[test]
fn block_of_the_head_and_of_types_keeps_members_out() {
    for (head, type_block, expected) in [
        ("", "", &["beide", "erweitert", "eingeschränkt"][..]),
        ("block='extension'", "", &["eingeschränkt"]),
        ("block='restriction'", "", &["erweitert"]),
        ("block='substitution'", "", &[]),
        ("block='#all'", "", &[]),
        ("", "block='extension'", &["eingeschränkt"]),
        ("", "block='restriction'", &["erweitert"]),
    ] {
        let types = TYPES.replace("name='A'", &format!("name='A' {type_block}"));
        let schema = compile(&format!(
            "{types}<xs:element name='kopf' type='t:A' {head}/>
             <xs:element name='beide' type='t:D' substitutionGroup='t:kopf'/>
             <xs:element name='erweitert' type='t:B' substitutionGroup='t:kopf'/>
             <xs:element name='eingeschränkt' type='t:C' substitutionGroup='t:kopf'/>"
        ))
        .unwrap();
        assert_eq!(substitutes(&schema, "kopf"), expected, "{head} {type_block}");
    }
}

#[test]
fn a_type_on_the_way_blocks_what_is_derived_from_it() {
    let types = TYPES.replace("name='C'", "name='C' block='extension'");
    let schema = compile(&format!(
        "{types}<xs:element name='kopf' type='t:A'/>
         <xs:element name='eingeschränkt' type='t:C' substitutionGroup='t:kopf'/>
         <xs:element name='beide' type='t:D' substitutionGroup='t:kopf'/>"
    ))
    .unwrap();
    assert_eq!(substitutes(&schema, "kopf"), ["eingeschränkt"]);
}

#[test]
fn a_member_without_type_has_that_of_its_head() {
    let schema = compile(
        "<xs:element name='enkel' substitutionGroup='t:kind' default='x'/>
         <xs:element name='kind' substitutionGroup='t:kopf'/>
         <xs:element name='kopf'><xs:complexType><xs:simpleContent><xs:extension base='xs:token'/></xs:simpleContent></xs:complexType></xs:element>",
    )
    .unwrap();
    assert_eq!(element(&schema, "enkel").type_ref, element(&schema, "kopf").type_ref);
    assert_eq!(element(&schema, "kind").type_ref, element(&schema, "kopf").type_ref);
    assert_eq!(substitutes(&schema, "kopf"), ["kind", "enkel"]);
}

#[test]
fn members_of_a_union_stand_in_for_it() {
    let schema = compile(
        "<xs:simpleType name='U'><xs:union memberTypes='xs:date xs:gYear'/></xs:simpleType>
         <xs:element name='kopf' type='t:U'/>
         <xs:element name='jahr' type='xs:gYear' substitutionGroup='t:kopf'/>",
    )
    .unwrap();
    assert_eq!(substitutes(&schema, "kopf"), ["jahr"]);
}

const GROUP: &str = "<xs:element name='kopf' type='xs:string' abstract='true'/>\
 <xs:element name='mitte' type='xs:string' abstract='true' substitutionGroup='t:kopf'/>\
 <xs:element name='eins' type='xs:string' substitutionGroup='t:kopf'/>\
 <xs:element name='zwei' type='xs:string' substitutionGroup='t:mitte'/>";

#[test]
fn the_automaton_takes_members_for_the_leaf_of_their_head() {
    let schema = compile(&format!(
        "{GROUP}<xs:complexType name='T'><xs:sequence>
          <xs:element name='vor' type='xs:string'/><xs:element ref='t:kopf' maxOccurs='2'/></xs:sequence></xs:complexType>"
    ))
    .unwrap();
    let automaton = &content(&schema, "T").automaton;
    let namespace = schema.names.namespace("urn:example:t");
    let mut cursor = automaton.start();
    let mut step = |local: &str| automaton.step(&mut cursor, name(&schema, local), namespace, &schema.wildcards);
    assert_eq!(step("vor").unwrap().leaf, 0);
    assert_eq!(step("kopf"), None);
    assert_eq!(step("mitte"), None);
    for local in ["zwei", "eins"] {
        let step = step(local).unwrap();
        assert_eq!(step.leaf, 1);
        let Label::Element(found, id) = step.label else {
            panic!("{step:?}")
        };
        assert_eq!(found, name(&schema, local));
        assert_eq!(Some(id), schema.global_element(found));
    }
    assert_eq!(step("zwei"), None);
}

#[test]
fn an_abstract_element_in_a_document_is_named_as_such() {
    let schema = compile(&format!(
        "{GROUP}<xs:complexType name='T'><xs:sequence><xs:element ref='t:kopf'/></xs:sequence></xs:complexType>"
    ))
    .unwrap();
    let automaton = &content(&schema, "T").automaton;
    let diagnose = |local: &str| {
        let fault = automaton.diagnose(
            automaton.start(),
            Some(name(&schema, local)),
            Some(local),
            &schema.names,
        );
        fault.code
    };
    assert_eq!(diagnose("kopf"), Code::ElementAbstract);
    assert_eq!(diagnose("mitte"), Code::ElementAbstract);
    assert_eq!(diagnose("nirgends"), Code::ElementUnexpected);
}

#[test]
fn members_compete_under_unique_particle_attribution() {
    for particles in [
        "<xs:element ref='t:kopf'/><xs:element ref='t:eins'/>",
        "<xs:element ref='t:zwei'/><xs:element ref='t:kopf'/>",
        "<xs:element ref='t:kopf'/><xs:any namespace='##targetNamespace'/>",
    ] {
        let message = refusal(&format!(
            "{GROUP}\n<xs:complexType name='T'><xs:choice>{particles}</xs:choice></xs:complexType>"
        ));
        assert!(message.contains("t.xsd:4"), "{message}");
        assert!(message.contains("unique particle attribution"), "{message}");
    }
}

#[test]
fn a_restriction_may_name_members_in_the_place_of_their_head() {
    let schema = compile(&format!(
        "{GROUP}<xs:complexType name='T'><xs:sequence><xs:element name='vor' minOccurs='0'/><xs:element ref='t:kopf'/></xs:sequence></xs:complexType>
         <xs:complexType name='R'><xs:complexContent><xs:restriction base='t:T'>
          <xs:sequence><xs:element ref='t:zwei'/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>"
    ))
    .unwrap();
    let Some(TypeRef::Complex(id)) = schema.global_type(name(&schema, "R")) else {
        panic!("no type R")
    };
    assert_eq!(schema.complex_type(id).base_leaves, [1]);
}

#[test]
fn nillable_is_kept() {
    let schema = compile(
        "<xs:element name='a' nillable='true' type='xs:string'/><xs:element name='b' nillable='0' type='xs:string'/>",
    )
    .unwrap();
    assert!(element(&schema, "a").is_nillable);
    assert!(!element(&schema, "b").is_nillable);
    assert!(schema.is_nil(Some(element(&schema, "a")), " 1 ").unwrap());
    let code = |element: &Element, text: &str| schema.is_nil(Some(element), text).unwrap_err().code;
    assert_eq!(code(element(&schema, "b"), "true"), Code::NilNotAllowed);
    // Section 3.3.4, clause 3.1: the attribute itself is not allowed.
    assert_eq!(code(element(&schema, "b"), "false"), Code::NilNotAllowed);
    assert_eq!(code(element(&schema, "a"), "ja"), Code::Lexical);
}

#[test]
fn a_nillable_element_with_a_fixed_value_is_never_nil() {
    let schema = compile("<xs:element name='a' nillable='true' type='xs:string' fixed='x'/>").unwrap();
    let element = element(&schema, "a");
    assert!(!schema.is_nil(Some(element), "false").unwrap());
    assert_eq!(
        schema.is_nil(Some(element), "true").unwrap_err().code,
        Code::NilNotAllowed
    );
}

#[test]
fn breaches_are_refused_with_file_and_line() {
    let chain: String = (0..200)
        .map(|number| {
            let group = format!("substitutionGroup='t:e{}'", number + 1);
            format!("<xs:element name='e{number}' type='xs:string' {group}/>")
        })
        .collect::<Vec<_>>()
        .concat()
        + "<xs:element name='e200' type='xs:string'/>";
    for (components, reason) in [
        (
            "<xs:element name='a' substitutionGroup='t:nirgends'/>",
            "element Q{urn:example:t}nirgends is declared in none",
        ),
        (
            "<xs:element name='a' substitutionGroup='t:a'/>",
            "a member of its own substitution group",
        ),
        (
            "<xs:element name='a' substitutionGroup='t:b'/><xs:element name='b' substitutionGroup='t:c'/><xs:element name='c' substitutionGroup='t:a'/>",
            "a member of its own substitution group",
        ),
        (
            "<xs:element name='k' type='xs:date'/><xs:element name='a' type='xs:string' substitutionGroup='t:k'/>",
            "not derived from that of Q{urn:example:t}k",
        ),
        (
            "<xs:element name='k' type='xs:token'/><xs:element name='a' type='xs:string' substitutionGroup='t:k'/>",
            "not derived from that of Q{urn:example:t}k",
        ),
        (
            "<xs:element name='k' type='xs:string' final='restriction'/><xs:element name='a' type='xs:token' substitutionGroup='t:k'/>",
            "whose final forbids the derivation",
        ),
        (
            "<xs:complexType name='T'><xs:sequence><xs:element name='a' abstract='true'/></xs:sequence></xs:complexType>",
            "abstract belongs to elements at the top",
        ),
        (
            "<xs:element name='k'/><xs:complexType name='T'><xs:sequence><xs:element name='a' substitutionGroup='t:k'/></xs:sequence></xs:complexType>",
            "substitutionGroup belongs to elements at the top",
        ),
        (&chain, "a chain of more than 100 substitution groups is not supported"),
    ] {
        let message = refusal(components);
        assert!(message.contains("t.xsd:3"), "{message}");
        assert!(message.contains(reason), "{message}");
    }
}

#[test]
fn final_default_counts_where_an_element_is_silent() {
    let text = format!(
        "{}<xs:element name='k' type='xs:string'/><xs:element name='a' type='xs:token' substitutionGroup='t:k'/></xs:schema>",
        HEAD.replace("elementFormDefault", "finalDefault='restriction' elementFormDefault")
    );
    let error = Schema::compile(Sources::new().bytes("t.xsd", text.clone().into_bytes())).unwrap_err();
    assert!(error.to_string().contains("final forbids"), "{error}");
    let text = text.replace("name='k'", "name='k' final=''");
    assert!(Schema::compile(Sources::new().bytes("t.xsd", text.into_bytes())).is_ok());
}
