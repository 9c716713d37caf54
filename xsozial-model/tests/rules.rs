//! The rules of a schema: each broken one with its code, line, column, path and the component that it comes from.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail like tests")]

mod support;

use std::sync::LazyLock;
use support::{compile, read_any, refusal, refusal_with};
use xsozial_model::{
    schema::{Language, Schema},
    xml::{AnyNode, ReadOptions},
};

/// The line of a component in `t.xsd` is its line here plus one.
static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
    compile(
        r###"<xs:simpleType name="Kurz"><xs:restriction base="xs:token"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Farbe"><xs:restriction base="xs:token"><xs:enumeration value="rot"/></xs:restriction></xs:simpleType>
<xs:element name="liste"><xs:complexType><xs:sequence>
  <xs:element name="erster" type="t:Kurz"/>
  <xs:element name="zweiter" type="xs:int" minOccurs="0" maxOccurs="2"/>
  <xs:element name="dritter" type="xs:date"/>
</xs:sequence><xs:attribute name="art" type="t:Farbe" use="required"/><xs:attribute name="version" fixed="1.0" type="xs:decimal"/>
<xs:attribute name="zahl" type="xs:int"/></xs:complexType></xs:element>
<xs:complexType name="Basis"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>
<xs:complexType name="Mehr"><xs:complexContent><xs:extension base="t:Basis"><xs:sequence><xs:element name="b" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Abstrakt" abstract="true"><xs:sequence/></xs:complexType>
<xs:complexType name="Leer"><xs:attribute name="x"/></xs:complexType>
<xs:complexType name="Wert"><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="einheit" type="xs:NMTOKEN"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:element name="basis" type="t:Basis"/>
<xs:element name="streng" type="t:Basis" block="extension"/>
<xs:element name="abstrakt" type="t:Abstrakt"/>
<xs:element name="kopf" type="xs:string" abstract="true"/>
<xs:element name="glied" type="xs:token" substitutionGroup="t:kopf"/>
<xs:element name="gruppe"><xs:complexType><xs:sequence><xs:element ref="t:kopf"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="leer" type="t:Leer"/>
<xs:element name="wert" type="t:Wert"/>
<xs:element name="fest" type="xs:decimal" fixed="1.0"/>
<xs:element name="vorgabe" type="xs:string" default="so"/>
<xs:element name="nichts" type="xs:int" nillable="true"/>
<xs:element name="etwas" type="t:Basis" nillable="true"/>
<xs:element name="mischung"><xs:complexType mixed="true"><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="verweise"><xs:complexType><xs:sequence maxOccurs="unbounded"><xs:element name="v"><xs:complexType><xs:attribute name="id" type="xs:ID"/><xs:attribute name="auf" type="xs:IDREFS"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
<xs:element name="offen"><xs:complexType><xs:sequence>
 <xs:any namespace="urn:streng" processContents="strict" minOccurs="0"/>
 <xs:any namespace="urn:locker" processContents="lax" minOccurs="0"/>
 <xs:any namespace="urn:egal" processContents="skip" minOccurs="0"/>
 <xs:any namespace="urn:example:t" processContents="strict" minOccurs="0"/>
</xs:sequence><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType></xs:element>
<xs:attribute name="groesse" type="xs:int"/>
<xs:element name="qname" type="xs:QName"/>
<xs:element name="alles"/>
<xs:element name="mischfest" type="t:Mischfest" fixed="so"/>
<xs:complexType name="Mischfest" mixed="true"><xs:sequence><xs:element name="mischfest" type="t:Mischfest" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:attribute name="i" type="xs:ID"/><xs:attribute name="j" type="xs:ID"/>
<xs:element name="wild"><xs:complexType><xs:sequence>
  <xs:element name="a" minOccurs="0"><xs:simpleType><xs:list><xs:simpleType><xs:union memberTypes="xs:int xs:IDREF"/></xs:simpleType></xs:list></xs:simpleType></xs:element>
  <xs:element name="b" type="xs:string"/><xs:any namespace="##other" processContents="lax"/>
</xs:sequence><xs:anyAttribute namespace="##targetNamespace"/></xs:complexType></xs:element>
"###,
    )
});

const T: &str = "xmlns='urn:example:t' xmlns:t='urn:example:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
                 xmlns:xs='http://www.w3.org/2001/XMLSchema'";

/// A document whose root stands on line 1 and whose content begins on line 2.
fn document(root: &str, attributes: &str, content: &str) -> String {
    format!("<{root} {T} {attributes}>\n{content}</{root}>")
}

/// Code, line and column; the path without the root's namespace.
fn broken(root: &str, attributes: &str, content: &str) -> String {
    let (code, line, column, path) = refusal(&SCHEMA, &document(root, attributes, content));
    let column = if line == 1 { String::new() } else { format!(":{column}") };
    format!("{code} {line}{column} {}", path.replace("Q{urn:example:t}", ""))
}

fn accept(root: &str, attributes: &str, content: &str) {
    let text = document(root, attributes, content);
    if let Err(error) = read_any(&SCHEMA, text.as_bytes(), &ReadOptions::default()) {
        panic!("{error}: {text}");
    }
}

const FULL: &str = "<erster>abc</erster>\n<zweiter>1</zweiter>\n<dritter>2024-02-29</dritter>\n";

#[test]
fn order_and_occurrence() {
    accept("liste", "art='rot'", FULL);
    accept("liste", "art=' rot ' version='1.00' xsi:schemaLocation='a b'", FULL);
    for (content, expected) in [
        ("", "XS0101 2:1 /liste[1]"),
        ("<erster/>\n", "XS0101 3:1 /liste[1]"),
        (
            "<erster/><dritter>2024-01-01</dritter><dritter/>",
            "XS0102 2:39 /liste[1]/dritter[2]",
        ),
        ("<dritter>2024-01-01</dritter>", "XS0101 2:1 /liste[1]"),
        ("<erster/>\n <erster/>", "XS0102 3:2 /liste[1]/erster[2]"),
        (
            "<erster/><zweiter>1</zweiter><zweiter>2</zweiter>\n<zweiter>3</zweiter>",
            "XS0102 3:1 /liste[1]/zweiter[3]",
        ),
        ("<fremd/>", "XS0102 2:1 /liste[1]/fremd[1]"),
        ("<f:fremd xmlns:f='urn:f'/>", "XS0102 2:1 /liste[1]/Q{urn:f}fremd[1]"),
        ("<erster/>text", "XS0105 2:10 /liste[1]"),
        ("<erster><a/></erster>", "XS0106 2:9 /liste[1]/erster[1]/a[1]"),
    ] {
        assert_eq!(broken("liste", "art='rot'", content), expected, "{content}");
    }
}

#[test]
fn values() {
    for (content, expected) in [
        ("<erster>abcd</erster>", "XF0103 2:9 /liste[1]/erster[1]"),
        (
            "<erster/><zweiter>1</zweiter><zweiter>x</zweiter>",
            "XF0001 2:39 /liste[1]/zweiter[2]",
        ),
        ("<erster/><zweiter/>", "XF0001 2:10 /liste[1]/zweiter[1]"),
        (
            "<erster/><dritter>29.02.2024</dritter>",
            "XF0001 2:19 /liste[1]/dritter[1]",
        ),
    ] {
        assert_eq!(broken("liste", "art='rot'", content), expected, "{content}");
    }
    assert_eq!(broken("fest", "", "2"), "XS0204 1 /fest[1]");
    accept("fest", "", "1.00");
    accept("qname", "", "t:a");
    assert_eq!(broken("qname", "", "u:a"), "XF0001 1 /qname[1]");
}

#[test]
fn attributes() {
    for (attributes, expected) in [
        ("", "XS0201 1 /liste[1]"),
        ("art='blau'", "XF0301 1 /liste[1]/@art"),
        ("art='rot' zahl='x'", "XF0001 1 /liste[1]/@zahl"),
        ("art='rot' version='1.1'", "XS0203 1 /liste[1]/@version"),
        ("art='rot' fremd=''", "XS0202 1 /liste[1]/@fremd"),
        ("art='rot' t:art='rot'", "XS0202 1 /liste[1]/@art"),
        (
            "art='rot' xsi:fremd=''",
            "XS0202 1 /liste[1]/@Q{http://www.w3.org/2001/XMLSchema-instance}fremd",
        ),
        // What is there is checked before what is missing.
        ("fremd=''", "XS0202 1 /liste[1]/@fremd"),
    ] {
        assert_eq!(broken("liste", attributes, FULL), expected, "{attributes}");
    }
    assert_eq!(broken("basis", "", "<a x=''/>"), "XS0202 2:4 /basis[1]/a[1]/@x");
    accept("etwas", "xsi:nil='false'", "<a>x</a>");
}

#[test]
fn roots_types_and_nil() {
    let root = |text: &str| refusal(&SCHEMA, text);
    assert_eq!(root("<x/>"), ("XS0103".into(), 1, 1, "/x[1]".into()));
    assert_eq!(root("\n<liste/>").0, "XS0103");
    accept("basis", "xsi:type='t:Mehr'", "<a/><b/>");
    accept("basis", "xsi:type=' Basis '", "<a/>");
    accept("gruppe", "", "<glied/>");
    for (root, attributes, content, expected) in [
        ("basis", "xsi:type='t:Fehlt'", "", "XS0301 1 /basis[1]"),
        ("basis", "xsi:type='u:Mehr'", "", "XS0301 1 /basis[1]"),
        ("basis", "xsi:type='t:Wert'", "", "XS0302 1 /basis[1]"),
        ("basis", "xsi:type='xs:string'", "", "XS0302 1 /basis[1]"),
        ("streng", "xsi:type='t:Mehr'", "<a/><b/>", "XS0302 1 /streng[1]"),
        ("abstrakt", "", "", "XS0303 1 /abstrakt[1]"),
        ("kopf", "", "", "XS0108 1 /kopf[1]"),
        ("gruppe", "", "<kopf/>", "XS0108 2:1 /gruppe[1]/kopf[1]"),
        ("basis", "xsi:nil='true'", "", "XS0304 1 /basis[1]"),
        ("basis", "xsi:nil='false'", "<a/>", "XS0304 1 /basis[1]"),
        ("etwas", "xsi:nil='vielleicht'", "", "XF0001 1 /etwas[1]"),
        ("etwas", "xsi:nil='1'", "<a/>", "XS0305 2:1 /etwas[1]/a[1]"),
        ("nichts", "xsi:nil='true'", "5", "XS0305 1 /nichts[1]"),
        ("leer", "", "<a/>", "XS0107 2:1 /leer[1]/a[1]"),
        ("leer", "", "x", "XS0107 1 /leer[1]"),
        ("wert", "", "<a/>", "XS0106 2:1 /wert[1]/a[1]"),
    ] {
        assert_eq!(
            broken(root, attributes, content),
            expected,
            "{root} {attributes} {content}"
        );
    }
    for nil in [
        "<nichts xmlns='urn:example:t' xsi:nil='true'",
        "<etwas xmlns='urn:example:t' xsi:nil='1'",
    ] {
        let text = format!("{nil} xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>");
        read_any(&SCHEMA, text.as_bytes(), &ReadOptions::default()).unwrap();
    }
}

#[test]
fn ids() {
    accept("verweise", "", "<v id='a' auf='b a'/><v id='b'/>");
    assert_eq!(
        broken("verweise", "", "<v id='a'/>\n<v id='a'/>"),
        "XD0101 3:4 /verweise[1]/v[2]/@id"
    );
    assert_eq!(
        broken("verweise", "", "<v id='a'/>\n<v/>\n<v auf='a\n b'/><v auf='c'/>"),
        "XD0102 4:4 /verweise[1]/v[3]/@auf"
    );
}

#[test]
fn wildcards() {
    accept(
        "offen",
        "xml:lang='de'",
        "<x xmlns='urn:locker' y='1'><t:fest>1</t:fest></x><z xmlns='urn:egal'>t<t:fest>2</t:fest></z><fest>1</fest>",
    );
    assert_eq!(
        broken("offen", "", "<x xmlns='urn:streng'/>"),
        "XS0104 2:1 /offen[1]/Q{urn:streng}x[1]"
    );
    assert_eq!(
        broken("offen", "", "<x xmlns='urn:locker'><t:fest>2</t:fest></x>"),
        "XS0204 2:31 /offen[1]/Q{urn:locker}x[1]/fest[1]"
    );
    assert_eq!(broken("offen", "", "<fest>2</fest>"), "XS0204 2:7 /offen[1]/fest[1]");
    assert_eq!(broken("offen", "fremd=''", ""), "XS0202 1 /offen[1]/@fremd");
    accept("alles", "a='1'", "text<b/>");
    assert_eq!(broken("alles", "t:groesse='x'", ""), "XF0001 1 /alles[1]/@groesse");
}

#[test]
fn mixed_content_and_defaults_are_kept() {
    let options = ReadOptions::default();
    let text = document("mischung", "", "eins <a>zwei</a><!-- c --> drei ");
    let element = read_any(&SCHEMA, text.as_bytes(), &options).unwrap();
    let parts: Vec<String> = element
        .children
        .iter()
        .map(|child| match child {
            AnyNode::Text(text) => text.clone(),
            AnyNode::Element(element) => element.text(),
        })
        .collect();
    assert_eq!(parts, ["\neins ", "zwei", " drei "]);
    let text = format!("<vorgabe {T}/>");
    assert_eq!(read_any(&SCHEMA, text.as_bytes(), &options).unwrap().text(), "so");
}

#[test]
fn errors_name_the_component_and_no_content() {
    let text = document("liste", "art='rot'", "<erster>geheim</erster>");
    let error = read_any(&SCHEMA, text.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert_eq!(error.component(), Some("t.xsd:2"));
    let german = error.to_string();
    assert!(german.contains("t:Kurz") && german.contains("6 Zeichen"), "{german}");
    assert!(error.message(Language::English).contains("too long"));
    assert!(!format!("{error:?}{german}").contains("geheim"));

    let text = document("liste", "art='geheim'", FULL);
    let error = read_any(&SCHEMA, text.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert_eq!(error.component(), Some("t.xsd:3"));
    assert!(error.to_string().contains("Attribut art"), "{error}");
    assert!(!format!("{error:?}{error}").contains("geheim"));
}

#[test]
fn tolerances_are_given_one_by_one() {
    let strict = ReadOptions::default;
    let accept = |options: ReadOptions, attributes: &str, content: &str| {
        let text = document("liste", attributes, content);
        refusal(&SCHEMA, &text);
        if let Err(error) = read_any(&SCHEMA, text.as_bytes(), &options) {
            panic!("{error}");
        }
    };
    let with_stranger = FULL.replace("<dritter>", "<neu><erster>x</erster></neu><dritter>");
    accept(
        ReadOptions {
            unknown_elements: true,
            ..strict()
        },
        "art='rot'",
        &with_stranger,
    );
    accept(
        ReadOptions {
            unknown_attributes: true,
            ..strict()
        },
        "art='rot' neu=''",
        FULL,
    );
    accept(
        ReadOptions {
            fixed_values: true,
            ..strict()
        },
        "art='rot' version='2.0'",
        FULL,
    );
    accept(
        ReadOptions {
            facets: true,
            ..strict()
        },
        "art='rot'",
        &FULL.replace("abc", "abcd"),
    );
    let dangling = document("verweise", "", "<v auf='nirgends'/>");
    let options = ReadOptions {
        dangling_references: true,
        ..strict()
    };
    read_any(&SCHEMA, dangling.as_bytes(), &options).unwrap();

    // A known element at a wrong place stays wrong, and so does a value without the form of its type.
    let options = ReadOptions {
        unknown_elements: true,
        facets: true,
        ..strict()
    };
    let twice = document(
        "liste",
        "art='rot'",
        &FULL.replace("<zweiter>", "<erster>x</erster><zweiter>"),
    );
    assert_eq!(refusal_with(&SCHEMA, &twice, &options).0, "XS0102");
    let formless = document("liste", "art='rot'", &FULL.replace("2024-02-29", "2023-02-29"));
    assert_eq!(refusal_with(&SCHEMA, &formless, &options).0, "XF0001");
    let colour = document("liste", "art='blau'", FULL);
    assert_eq!(refusal_with(&SCHEMA, &colour, &options).0, "XF0301");
}

#[test]
fn a_mixed_element_could_have_another_text_than_the_fixed_one() {
    for content in ["", "so"] {
        accept_whole("mischfest", content);
    }
    for content in ["anders", " so", "so<mischfest/>", "<mischfest/>"] {
        let text = format!("<mischfest {T}>{content}</mischfest>");
        assert_eq!(refusal(&SCHEMA, &text).0, "XS0204", "{content}");
    }
}

fn accept_whole(root: &str, content: &str) {
    let text = format!("<{root} {T}>{content}</{root}>");
    read_any(&SCHEMA, text.as_bytes(), &ReadOptions::default()).unwrap();
}

#[test]
fn the_reader_admitted_two_ids_by_a_wildcard_and_dangling_references_in_lists_of_unions() {
    const END: &str = "<b/><x xmlns='urn:x'/>";
    accept("wild", "t:i='n'", &format!("<a>1 n 2</a>{END}"));
    assert_eq!(broken("wild", "t:i='n' t:j='m'", END), "XS0202 1 /wild[1]/@j");
    assert_eq!(
        broken("wild", "t:i='n'", &format!("<a>1 m</a>{END}")),
        "XD0102 2:4 /wild[1]/a[1]"
    );
}

#[test]
fn an_element_for_a_later_wildcard_was_called_a_stranger() {
    assert_eq!(broken("wild", "", "<x xmlns='urn:x'/><b/>"), "XS0101 2:1 /wild[1]");
    assert_eq!(broken("wild", "", "<x/><b/>"), "XS0102 2:1 /wild[1]/x[1]");
}
