//! The XSD compiler: what it makes of each construct, and what it refuses with file and line.
#![cfg(feature = "xsd")]
#![allow(clippy::panic, reason = "helpers of tests fail by panicking")]

use xsozial_schema::{
    Code, NamespaceId, Schema,
    schema::{
        CodeTyp, ComplexType, Content, ElementContent, LeafTerm, LoadError, Occurrence, SourceLocation, Term, TypeRef,
    },
    value::NoPrefixes,
    xsd::{SchemaFault, XsdError, source::Sources},
};

const HEAD: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:example:t"
 targetNamespace="urn:example:t" elementFormDefault="qualified">
"#;

/// Compiles one document whose components begin on line 3.
fn compile(components: &str) -> Result<Schema, XsdError> {
    compile_all(&[("t.xsd", &format!("{HEAD}{components}</xs:schema>"))])
}

fn compile_all(documents: &[(&str, &str)]) -> Result<Schema, XsdError> {
    let mut sources = Sources::new();
    for (name, text) in documents {
        sources = sources.bytes(*name, text.as_bytes().to_vec());
    }
    Schema::compile(sources)
}

fn refusal(components: &str) -> String {
    match compile(components) {
        Ok(_) => panic!("should be refused: {components}"),
        Err(error) => error.to_string(),
    }
}

fn complex<'s>(schema: &'s Schema, local: &str) -> &'s ComplexType {
    let name = schema.names.lookup(schema.names.namespace("urn:example:t"), local);
    match schema.global_type(name) {
        Some(TypeRef::Complex(id)) => schema.complex_type(id),
        other => panic!("{local} is {other:?}"),
    }
}

fn elements<'s>(schema: &'s Schema, local: &str) -> &'s ElementContent {
    match &complex(schema, local).content {
        Content::Elements(content) => content,
        other => panic!("{local} has {other:?}"),
    }
}

fn leaf_names(schema: &Schema, content: &ElementContent) -> Vec<String> {
    content
        .leaves
        .iter()
        .map(|leaf| match leaf.term {
            LeafTerm::Element(id) => schema.names.prefixed(schema.element(id).name),
            LeafTerm::Wildcard(_) => "*".to_owned(),
        })
        .collect()
}

#[test]
fn unsupported_constructs_are_refused_with_file_and_line() {
    for (components, construct) in [
        (
            "<xs:complexType name='A'><xs:assert test='true()'/></xs:complexType>",
            "xs:assert",
        ),
        (
            "<xs:complexType name='A'><xs:openContent/></xs:complexType>",
            "xs:openContent",
        ),
        (
            "<xs:simpleType name='S'><xs:restriction base='xs:dateTime'><xs:explicitTimezone value='required'/></xs:restriction></xs:simpleType>",
            "the facet xs:explicitTimezone",
        ),
        (
            "<xs:element name='a' type='xs:string' targetNamespace='urn:x'/>",
            "attribute targetNamespace of xs:element",
        ),
        ("<xs:defaultOpenContent/>", "xs:defaultOpenContent"),
    ] {
        let message = refusal(components);
        assert!(message.contains("t.xsd:3"), "{message}");
        assert!(message.contains(construct), "{message}");
        assert!(message.contains("not supported"), "{message}");
    }
}

#[test]
fn breaches_of_the_rules_are_refused_with_file_and_line() {
    for (components, reason) in [
        ("<xs:element/>", "xs:element has no attribute name"),
        (
            "<xs:element name='a' type='t:Nirgends'/>",
            "type Q{urn:example:t}Nirgends is declared in none",
        ),
        ("<xs:element name='a' type='z:B'/>", "the prefix z is not bound"),
        (
            "<xs:element name='a' default='1' fixed='2'/>",
            "default and fixed exclude each other",
        ),
        (
            "<xs:element name='a' type='xs:int' default='eins'/>",
            "no value of its type",
        ),
        (
            "<xs:complexType name='A'><xs:sequence><xs:element name='a' minOccurs='2'/></xs:sequence></xs:complexType>",
            "minOccurs is greater",
        ),
        (
            "<xs:complexType name='A'><xs:sequence><xs:element ref='t:b'/></xs:sequence></xs:complexType>",
            "element Q{urn:example:t}b",
        ),
        (
            "<xs:complexType name='A'>Text</xs:complexType>",
            "text inside xs:complexType",
        ),
        (
            "<xs:simpleType name='S'><xs:restriction base='t:S'/></xs:simpleType>",
            "its own base",
        ),
        (
            "<xs:complexType name='A'><xs:complexContent><xs:extension base='t:B'/></xs:complexContent></xs:complexType>\
             <xs:complexType name='B'><xs:complexContent><xs:extension base='t:A'/></xs:complexContent></xs:complexType>",
            "its own base",
        ),
        (
            "<xs:group name='g'><xs:sequence><xs:group ref='t:g'/></xs:sequence></xs:group><xs:complexType name='A'><xs:group ref='t:g'/></xs:complexType>",
            "circle",
        ),
        (
            "<xs:simpleType name='S'><xs:restriction base='xs:token'><xs:pattern value='[a'/></xs:restriction></xs:simpleType>",
            "t.xsd:3",
        ),
        (
            "<xs:simpleType name='S'><xs:restriction base='xs:int'><xs:maxInclusive value='viel'/></xs:restriction></xs:simpleType>",
            "no xs:int",
        ),
        (
            "<xs:simpleType name='S'><xs:restriction base='xs:token'><xs:maxLength value='-1'/></xs:restriction></xs:simpleType>",
            "no number",
        ),
    ] {
        let message = refusal(components);
        assert!(message.contains(reason), "{message}");
        assert!(message.contains("t.xsd:3"), "{message}");
    }
}

#[test]
fn competing_particles_are_named_with_both_places() {
    let message = refusal(
        "<xs:complexType name='A'><xs:sequence>\n<xs:element name='a' minOccurs='0'/>\n<xs:element name='a'/>\n</xs:sequence></xs:complexType>",
    );
    assert!(message.starts_with("t.xsd:3: "), "{message}");
    assert!(message.contains("unique particle attribution"), "{message}");
    assert!(message.contains("t.xsd:4 and t.xsd:5"), "{message}");
}

#[test]
fn a_component_that_stands_twice_alike_counts_once() {
    let first = format!("{HEAD}<xs:simpleType name='S'><xs:restriction base='xs:token'/></xs:simpleType></xs:schema>");
    let annotated = format!(
        "{HEAD}\n<xs:simpleType name='S'><xs:annotation><xs:documentation>Anders</xs:documentation></xs:annotation>\
         <xs:restriction base='xs:token'/></xs:simpleType></xs:schema>"
    );
    assert!(compile_all(&[("a.xsd", &first), ("b.xsd", &annotated)]).is_ok());
    let different = first.replace("xs:token", "xs:string");
    let error = compile_all(&[("a.xsd", &first), ("b.xsd", &different)]).unwrap_err();
    assert!(
        matches!(error, XsdError::Schema(SchemaFault::Conflict { .. })),
        "{error}"
    );
    let message = error.to_string();
    assert!(message.contains("a.xsd:3") && message.contains("b.xsd:3"), "{message}");
}

#[test]
fn extension_is_flattened_and_restriction_maps_to_its_base() {
    let schema = compile(
        "<xs:complexType name='Basis'><xs:sequence><xs:element name='a'/><xs:element name='b' minOccurs='0'/></xs:sequence>\
           <xs:attribute name='x' type='xs:token'/><xs:attribute name='y' type='xs:token'/></xs:complexType>\
         <xs:complexType name='Mehr'><xs:complexContent><xs:extension base='t:Basis'><xs:sequence><xs:element name='c'/></xs:sequence>\
           <xs:attribute name='z' type='xs:token' use='required'/></xs:extension></xs:complexContent></xs:complexType>\
         <xs:complexType name='Weniger'><xs:complexContent><xs:restriction base='t:Mehr'><xs:sequence><xs:element name='a'/><xs:element name='c'/></xs:sequence>\
           <xs:attribute name='x' use='prohibited'/><xs:attribute name='y' type='xs:token' use='required'/></xs:restriction></xs:complexContent></xs:complexType>",
    )
    .unwrap();
    let more = elements(&schema, "Mehr");
    assert_eq!(leaf_names(&schema, more), ["t:a", "t:b", "t:c"]);
    assert!(matches!(&more.particle.as_ref().unwrap().term, Term::Sequence(members) if members.len() == 3));
    let attributes = |local: &str| -> Vec<(String, bool)> {
        let uses = &complex(&schema, local).attributes;
        uses.iter()
            .map(|it| (schema.names.local(it.name).to_owned(), it.required))
            .collect()
    };
    assert_eq!(
        attributes("Mehr"),
        [("x".into(), false), ("y".into(), false), ("z".into(), true)]
    );
    assert_eq!(attributes("Weniger"), [("y".into(), true), ("z".into(), true)]);
    assert_eq!(complex(&schema, "Weniger").base_leaves, [0, 2]);
}

#[test]
fn groups_that_say_nothing_vanish() {
    let schema = compile(
        "<xs:group name='g'><xs:sequence><xs:element name='b'/></xs:sequence></xs:group>\
         <xs:complexType name='A'><xs:sequence><xs:sequence><xs:element name='a'/></xs:sequence><xs:group ref='t:g' maxOccurs='unbounded'/>\
           <xs:choice><xs:element name='c' minOccurs='0'/></xs:choice><xs:element name='nie' minOccurs='0' maxOccurs='0'/>\
           <xs:choice><xs:element name='d'/><xs:sequence/></xs:choice></xs:sequence></xs:complexType>",
    )
    .unwrap();
    let content = elements(&schema, "A");
    assert_eq!(leaf_names(&schema, content), ["t:a", "t:b", "t:c", "t:d"]);
    let Term::Sequence(members) = &content.particle.as_ref().unwrap().term else {
        panic!("a sequence")
    };
    let occurrences: Vec<Occurrence> = members.iter().map(|member| member.occurrence).collect();
    let optional = Occurrence { min: 0, max: Some(1) };
    assert_eq!(
        occurrences,
        [Occurrence::ONCE, Occurrence { min: 1, max: None }, optional, optional]
    );
    assert!(members.iter().all(|member| matches!(member.term, Term::Leaf(_))));
}

#[test]
fn names_are_qualified_as_form_and_defaults_say() {
    let schema = compile(
        "<xs:complexType name='A'><xs:sequence><xs:element name='a'/><xs:element name='b' form='unqualified'/></xs:sequence>\
         <xs:attribute name='x'/><xs:attribute name='y' form='qualified'/><xs:attribute ref='xml:lang'/></xs:complexType>",
    )
    .unwrap();
    assert_eq!(leaf_names(&schema, elements(&schema, "A")), ["t:a", "b"]);
    let attributes = &complex(&schema, "A").attributes;
    let names: Vec<String> = attributes.iter().map(|it| schema.names.prefixed(it.name)).collect();
    assert_eq!(names, ["x", "t:y", "xml:lang"]);
}

#[test]
fn annotations_keep_text_and_markup() {
    let schema = compile(
        "<xs:element name='a' type='xs:token'><xs:annotation><xs:appinfo><titel>Ä &amp; Ö</titel></xs:appinfo>\
         <xs:documentation>\n  Erster <b>Satz</b>.\n\n  Zweiter.\n</xs:documentation></xs:annotation></xs:element>\
         <xs:complexType name='A'><xs:sequence><xs:element ref='t:a'><xs:annotation><xs:documentation>Hier</xs:documentation>\
         </xs:annotation></xs:element></xs:sequence></xs:complexType>",
    )
    .unwrap();
    let element = &schema.elements[0];
    assert_eq!(element.annotation.documentation, ["Erster Satz.\n\n  Zweiter."]);
    assert_eq!(element.annotation.appinfo, ["<titel>Ä &amp; Ö</titel>"]);
    assert_eq!(elements(&schema, "A").leaves[0].annotation.documentation, ["Hier"]);
    assert_eq!(schema.describe_source(element.source), "t.xsd:3");
}

#[test]
fn the_four_code_types_are_told_by_their_shape() {
    let code = |name: &str, uri: &str, version: &str, code: &str| {
        format!(
            "<xs:complexType name='{name}'><xs:annotation><xs:appinfo><codeliste><nameLang>Liste {name}</nameLang></codeliste>\
             <codelistenspalten><genutzteCodeSpalte>Kennung</genutzteCodeSpalte></codelistenspalten></xs:appinfo></xs:annotation>\
             <xs:sequence><xs:element name='code' form='unqualified'>{code}</xs:element></xs:sequence>\
             <xs:attribute name='listURI' type='xs:anyURI' {uri}/><xs:attribute name='listVersionID' type='xs:normalizedString' {version}/></xs:complexType>"
        )
    };
    let open = "<xs:simpleType><xs:restriction base='xs:token'/></xs:simpleType>";
    let closed =
        "<xs:simpleType><xs:restriction base='xs:token'><xs:enumeration value='1'/></xs:restriction></xs:simpleType>";
    let (uri, version, required) = ("fixed='urn:example:liste'", "fixed='7'", "use='required'");
    let schema = compile(
        &[
            code("Eins", uri, version, closed),
            code("Zwei", uri, version, open),
            code("Drei", uri, required, open),
            code("Vier", required, required, open),
        ]
        .concat(),
    )
    .unwrap();
    for (name, typ, list_uri, list_version) in [
        ("Eins", CodeTyp::Typ1, Some("urn:example:liste"), Some("7")),
        ("Zwei", CodeTyp::Typ2, Some("urn:example:liste"), Some("7")),
        ("Drei", CodeTyp::Typ3, Some("urn:example:liste"), None),
        ("Vier", CodeTyp::Typ4, None, None),
    ] {
        let binding = complex(&schema, name).code.as_ref().unwrap();
        assert_eq!(binding.typ, typ);
        assert_eq!(binding.list_uri.as_deref(), list_uri);
        assert_eq!(binding.list_version.as_deref(), list_version);
        assert_eq!(binding.name, format!("Liste {name}"));
        assert_eq!(binding.code_column, "Kennung");
    }
}

#[test]
fn what_the_delivery_says_of_itself_is_that_of_the_importing_namespace() {
    let appinfo = |name: &str| {
        format!(
            "<xs:annotation><xs:appinfo><standard><nameLang>{name}</nameLang><kennung>urn:example:{name}</kennung></standard>\
             <versionStandard><version>1.2</version></versionStandard></xs:appinfo></xs:annotation>"
        )
    };
    let base = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:example:a'>{}</xs:schema>",
        appinfo("Basis")
    );
    let own = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:own='urn:example:b' targetNamespace='urn:example:b'>{}\
         <xs:import namespace='urn:example:a' schemaLocation='a.xsd'/></xs:schema>",
        appinfo("Eigen")
    );
    let schema = compile_all(&[("a.xsd", &base), ("b.xsd", &own)]);
    let schema = schema.unwrap();
    assert_eq!(schema.standard.name, "Eigen");
    assert_eq!(schema.standard.version, "1.2");
    assert_eq!(schema.names.prefix(schema.names.namespace("urn:example:b")), "own");
    assert_eq!(schema.names.namespace(""), NamespaceId::NONE);
}

#[test]
fn schema_bin_holds_the_same_schema() {
    let schema = compile(
        "<xs:simpleType name='S'><xs:restriction base='xs:decimal'><xs:pattern value='[0-9]+'/><xs:maxInclusive value='9.50'/></xs:restriction></xs:simpleType>\
         <xs:element name='a'><xs:complexType><xs:sequence maxOccurs='3'><xs:element name='b' type='t:S'/></xs:sequence></xs:complexType></xs:element>",
    )
    .unwrap();
    let bytes = schema.to_bytes().unwrap();
    assert!(Schema::from_bytes(&bytes).unwrap() == schema);
    assert!(matches!(
        Schema::from_bytes(b"etwas anderes"),
        Err(LoadError::WrongVersion)
    ));
    assert!(matches!(
        Schema::from_bytes(&bytes[..bytes.len() / 2]),
        Err(LoadError::Damaged(_))
    ));
    // Another layout is told apart, never half read.
    let mut older = bytes;
    older[7] -= 1;
    assert!(Schema::is_stored(&older));
    assert!(matches!(Schema::from_bytes(&older), Err(LoadError::WrongVersion)));
}

#[test]
fn a_broken_facet_is_told_with_its_own_line() {
    let schema = compile(
        "<xs:simpleType name='Basis'><xs:restriction base='xs:token'>\n<xs:maxLength value='3'/>\n</xs:restriction></xs:simpleType>\n\
         <xs:simpleType name='S'><xs:restriction base='t:Basis'>\n<xs:pattern value='[a-z]*'/></xs:restriction></xs:simpleType>",
    )
    .unwrap();
    let name = schema.names.lookup(schema.names.namespace("urn:example:t"), "S");
    let Some(TypeRef::Simple(id)) = schema.global_type(name) else {
        panic!("a simple type")
    };
    for (value, code, line) in [("abcd", Code::MaxLength, 4), ("AB", Code::Pattern, 7)] {
        let fault = schema.check_value(id, value, &NoPrefixes).unwrap_err();
        assert_eq!(fault.code, code);
        assert_eq!(
            schema.describe_source(schema.rule_source(id, fault.code, SourceLocation::BUILT_IN)),
            format!("t.xsd:{line}")
        );
    }
    assert_eq!(
        schema.describe_source(schema.rule_source(id, Code::Lexical, SourceLocation::BUILT_IN)),
        "t.xsd:6"
    );
}

#[test]
fn schemas_cannot_nest_without_end() {
    let depth = 20_000;
    let nested = format!(
        "<xs:element name='a'>{}{}</xs:element>",
        "<xs:complexType><xs:sequence><xs:element name='b'>".repeat(depth),
        "</xs:element></xs:sequence></xs:complexType>".repeat(depth)
    );
    let groups = format!(
        "<xs:complexType name='A'>{}{}</xs:complexType>",
        "<xs:sequence>".repeat(depth),
        "</xs:sequence>".repeat(depth)
    );
    let chain: Vec<String> = (1..depth)
        .rev()
        .map(|number| {
            let base = if number == 1 {
                "xs:token".to_owned()
            } else {
                format!("t:S{}", number - 1)
            };
            format!("<xs:simpleType name='S{number}'><xs:restriction base='{base}'/></xs:simpleType>")
        })
        .collect();
    let bases: String = (2..150)
        .rev()
        .map(|number| {
            let base = number - 1;
            format!("<xs:complexType name='T{number}'><xs:complexContent><xs:extension base='t:T{base}'/></xs:complexContent></xs:complexType>")
        })
        .collect::<Vec<_>>()
        .concat()
        + "<xs:complexType name='T1'/>";
    let circle = "<xs:group name='g'><xs:sequence><xs:element name='a'/><xs:group ref='t:g'/></xs:sequence></xs:group>\
                  <xs:complexType name='A'><xs:group ref='t:g'/></xs:complexType>"
        .to_owned();
    for components in [nested, groups, chain.concat(), bases, circle] {
        assert!(compile(&components).is_err());
    }
}

#[test]
fn what_stands_twice_is_refused_and_not_overridden() {
    let in_type = |content: &str| format!("<xs:complexType name='A'>{content}</xs:complexType>");
    let in_simple = |content: &str| format!("<xs:simpleType name='S'>{content}</xs:simpleType>");
    let inner = "<xs:simpleType><xs:restriction base='xs:token'/></xs:simpleType>";
    for components in [
        in_type("<xs:sequence><xs:element name='a'/></xs:sequence><xs:sequence><xs:element name='b'/></xs:sequence>"),
        in_type("<xs:anyAttribute/><xs:anyAttribute namespace='##other'/>"),
        in_type(
            "<xs:simpleContent><xs:extension base='xs:token'/></xs:simpleContent><xs:attribute name='x' type='xs:int'/>",
        ),
        in_simple(
            "<xs:restriction base='xs:token'><xs:maxLength value='3'/><xs:maxLength value='5'/></xs:restriction>",
        ),
        in_simple(&format!("<xs:restriction base='xs:token'>{inner}</xs:restriction>")),
        in_simple(&format!("<xs:list itemType='xs:token'>{inner}</xs:list>")),
        "<xs:group name='g'><xs:sequence/><xs:sequence/></xs:group>".to_owned(),
        "<xs:attribute name='x' type='xs:int'/>".to_owned() + &in_type("<xs:attribute ref='t:x' type='xs:token'/>"),
    ] {
        assert!(refusal(&components).starts_with("t.xsd:3: "), "{components}");
    }
    let text = HEAD.replace("elementFormDefault=\"qualified\"", "elementFormDefault=\"vielleicht\"") + "</xs:schema>";
    assert!(compile_all(&[("t.xsd", &text)]).is_err());
}

#[test]
fn a_default_in_the_elements_own_type_was_taken_for_a_type_that_is_its_own_base() {
    let schema = compile(
        "<xs:complexType name='M' mixed='true'><xs:sequence>\
         <xs:element name='m' type='t:M' default='  so ' minOccurs='0'/>\
         <xs:element name='n' minOccurs='0' type='t:S' fixed=' 1 '/></xs:sequence></xs:complexType>\
         <xs:complexType name='S'><xs:simpleContent><xs:extension base='xs:int'/></xs:simpleContent></xs:complexType>",
    )
    .unwrap();
    let constraints: Vec<_> = elements(&schema, "M")
        .leaves
        .iter()
        .filter_map(|leaf| match leaf.term {
            LeafTerm::Element(id) => schema
                .element(id)
                .constraint
                .as_ref()
                .map(xsozial_schema::schema::ValueConstraint::value),
            LeafTerm::Wildcard(_) => None,
        })
        .collect();
    // Mixed content keeps its white space, a value has that of its type.
    assert_eq!(constraints, ["  so ", "1"]);
    assert!(
        refusal("<xs:complexType name='E'><xs:sequence><xs:element name='e' type='t:E' minOccurs='0' default='x'/></xs:sequence></xs:complexType>")
            .contains("t.xsd:3: an element without text has a default or fixed value")
    );
}
