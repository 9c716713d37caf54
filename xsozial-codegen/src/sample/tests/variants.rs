//! Derived types, substitution groups, nil elements, wildcards.

use super::*;

const DERIVED: &str = r#"
<xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element name="teil" type="Basis" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:complexType name="Basis"ABSTRACT><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence></xs:complexType>
<xs:complexType name="Mehr"><xs:complexContent><xs:extension base="Basis"><xs:sequence><xs:element name="b" type="xs:token"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Viel"><xs:complexContent><xs:extension base="Mehr"><xs:sequence><xs:element name="c" type="xs:token"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
"#;

#[test]
fn an_abstract_type_is_replaced_by_the_lightest_concrete_one() {
    let schema = schema(&DERIVED.replace("ABSTRACT", " abstract=\"true\""));
    let document = sample(&schema, "wurzel", 0, Size::Minimal).unwrap();
    assert_eq!(attributes(&document, "xsi:type"), ["Mehr"]);
    assert!(document.contains("xmlns:xsi="));
}

#[test]
fn full_documents_show_derived_types_seed_by_seed() {
    let schema = schema(&DERIVED.replace("ABSTRACT", ""));
    assert_eq!(
        attributes(&sample(&schema, "wurzel", 0, Size::Minimal).unwrap(), "xsi:type"),
        [""; 0]
    );
    let types: Vec<String> = (0..3)
        .map(|seed| attributes(&sample(&schema, "wurzel", seed, Size::Full).unwrap(), "xsi:type").join(" "))
        .collect();
    assert_eq!(types, ["", "Mehr", "Viel"]);
}

const GROUP: &str = r#"
<xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element ref="kopf" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="kopf" type="xs:token"/><xs:element name="eins" type="xs:token"/><xs:element name="zwei" type="xs:token"/>
"#;

#[test]
fn members_of_a_substitution_group_stand_in_for_an_abstract_head() {
    let plain = schema(GROUP);
    let [head, one, two] = ["kopf", "eins", "zwei"].map(|name| named(&plain, name));
    let schema = changed(&plain, |data| {
        data.elements[head.index()].is_abstract = true;
        data.elements[head.index()].substitutes = vec![one, two];
    });
    let minimal = sample(&schema, "wurzel", 0, Size::Minimal).unwrap();
    assert_eq!((count(&minimal, "kopf"), count(&minimal, "eins")), (0, 1), "{minimal}");
    assert_eq!(count(&sample(&schema, "wurzel", 1, Size::Full).unwrap(), "zwei"), 1);
    assert!(Sampler::new(&schema).roots_named("kopf").is_err());
    let alone = changed(&plain, |data| data.elements[head.index()].is_abstract = true);
    let error = sample(&alone, "wurzel", 0, Size::Full).unwrap_err();
    assert!(
        matches!(&error, SampleError::NothingConcrete { name, .. } if name == "kopf"),
        "{error}"
    );
}

#[test]
fn nillable_elements_are_nil_at_times_and_where_nothing_else_ends() {
    let plain = schema(
        r#"<xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element ref="x" minOccurs="40" maxOccurs="40"/></xs:sequence></xs:complexType></xs:element>
        <xs:element name="x" type="T"/><xs:complexType name="T"><xs:sequence><xs:element name="y" type="xs:token"/></xs:sequence></xs:complexType>"#,
    );
    let x = named(&plain, "x");
    let nillable = changed(&plain, |data| data.elements[x.index()].is_nillable = true);
    let document = sample(&nillable, "wurzel", 0, Size::Random).unwrap();
    let nil = attributes(&document, "xsi:nil").len();
    assert!(nil > 0 && count(&document, "y") == 40 - nil, "{document}");
    let endless = schema(
        r#"<xs:element name="x" type="T"/><xs:complexType name="T"><xs:sequence><xs:element ref="x"/></xs:sequence></xs:complexType>"#,
    );
    let x = named(&endless, "x");
    let ends = changed(&endless, |data| data.elements[x.index()].is_nillable = true);
    let document = sample(&ends, "x", 0, Size::Minimal).unwrap();
    assert_eq!(attributes(&document, "xsi:nil"), ["true"], "{document}");
}

#[test]
fn wildcards_are_filled_with_what_is_declared_or_made_up() {
    let schema = schema(
        r###"<xs:element name="wurzel"><xs:complexType><xs:sequence><xs:element name="a" type="xs:token"/>
        <xs:any namespace="##other" processContents="PROCESS" minOccurs="MIN"/></xs:sequence></xs:complexType></xs:element>"###
            .replace("PROCESS", "lax")
            .replace("MIN", "1")
            .as_str(),
    );
    let document = sample(&schema, "wurzel", 0, Size::Minimal).unwrap();
    assert!(
        document.contains("<fremd:synthetisch/>") && document.contains("xmlns:fremd="),
        "{document}"
    );
}

#[test]
fn a_strict_wildcard_without_declarations_is_left_out_or_an_error() {
    let body = r###"<xs:element name="wurzel"><xs:complexType><xs:sequence>
<xs:any namespace="##other" processContents="strict" minOccurs="MIN"/></xs:sequence></xs:complexType></xs:element>"###;
    assert!(
        sample(&schema(&body.replace("MIN", "0")), "wurzel", 0, Size::Full)
            .unwrap()
            .contains("<wurzel/>")
    );
    let error = sample(&schema(&body.replace("MIN", "1")), "wurzel", 0, Size::Full).unwrap_err();
    assert!(
        matches!(&error, SampleError::NothingAdmitted { place } if place == "test.xsd:3"),
        "{error}"
    );
}
