//! Schemas that no document fits, and hostile ones.

use super::*;

#[test]
fn endless_mandatory_content_is_an_error_with_its_place() {
    let schema = schema(
        r#"<xs:element name="a" type="T"/>
<xs:complexType name="T"><xs:sequence><xs:element name="b" type="T"/></xs:sequence></xs:complexType>"#,
    );
    let error = sample(&schema, "a", 0, Size::Minimal).unwrap_err();
    assert!(
        matches!(&error, SampleError::Endless { place, .. } if place == "test.xsd:2"),
        "{error}"
    );
}

#[test]
fn recursion_ends_where_it_can() {
    let schema = schema(
        r#"<xs:element name="a" type="T"/>
<xs:complexType name="T"><xs:choice><xs:element name="b" type="T"/><xs:sequence><xs:element name="c" type="T" minOccurs="0" maxOccurs="unbounded"/>
<xs:element name="ende" type="xs:token"/></xs:sequence></xs:choice></xs:complexType>"#,
    );
    for seed in 0..40 {
        for size in [Size::Minimal, Size::Full, Size::Random] {
            assert!(sample(&schema, "a", seed, size).unwrap().contains("</ende>"));
        }
    }
}

#[test]
fn contradictory_facets_are_an_error_with_the_place_of_their_type() {
    let body = r#"<xs:element name="a"><xs:complexType><xs:sequence>
<xs:element name="b" type="Nie"MIN/></xs:sequence></xs:complexType></xs:element>
<xs:simpleType name="Nie"><xs:restriction base="xs:string"><xs:pattern value="\d"/><xs:minLength value="2"/></xs:restriction></xs:simpleType>"#;
    let error = sample(&schema(&body.replace("MIN", "")), "a", 0, Size::Random).unwrap_err();
    assert!(
        matches!(&error, SampleError::NoValue { type_name, place } if type_name == "Nie" && place == "test.xsd:4"),
        "{error}"
    );
    // What is optional is left out.
    let optional = schema(&body.replace("MIN", " minOccurs=\"0\""));
    assert_eq!(count(&sample(&optional, "a", 0, Size::Full).unwrap(), "b"), 0);
}

#[test]
fn a_reference_without_any_id_is_left_out_or_an_error() {
    let body = r#"<xs:element name="a"><xs:complexType><xs:attribute name="zu" type="xs:IDREF"USE/></xs:complexType></xs:element>"#;
    let optional = sample(&schema(&body.replace("USE", "")), "a", 0, Size::Full).unwrap();
    assert_eq!(attributes(&optional, "zu"), [""; 0]);
    let error = sample(&schema(&body.replace("USE", " use=\"required\"")), "a", 0, Size::Full).unwrap_err();
    assert!(matches!(error, SampleError::DanglingReference { .. }), "{error}");
}

#[test]
fn references_find_ids_that_were_optional() {
    let schema = schema(
        r#"<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b"><xs:complexType><xs:attribute name="marke" type="xs:ID"/></xs:complexType></xs:element></xs:sequence>
        <xs:attribute name="zu" type="xs:IDREFS" use="required"/></xs:complexType></xs:element>"#,
    );
    let document = sample(&schema, "a", 0, Size::Minimal).unwrap();
    assert_eq!(attributes(&document, "zu"), attributes(&document, "marke"));
    assert_eq!(attributes(&document, "zu").len(), 1);
}

#[test]
fn ids_differ() {
    let schema = schema(
        r#"<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" minOccurs="90" maxOccurs="90"><xs:complexType>
        <xs:attribute name="marke" type="Marke" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
        <xs:simpleType name="Marke"><xs:restriction base="xs:ID"><xs:pattern value="M\d{3}"/></xs:restriction></xs:simpleType>"#,
    );
    let document = sample(&schema, "a", 0, Size::Random).unwrap();
    let mut marks = attributes(&document, "marke");
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), 90);
}

#[test]
fn what_demands_too_much_is_refused_before_it_is_made() {
    let many = schema(
        r#"<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:token" minOccurs="900000000" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>"#,
    );
    let error = sample(&many, "a", 0, Size::Minimal).unwrap_err();
    assert!(matches!(error, SampleError::TooLarge { .. }), "{error}");
    // Occurrences that may be empty are not counted out.
    let empty = schema(
        r#"<xs:element name="a"><xs:complexType><xs:sequence minOccurs="900000000" maxOccurs="unbounded"><xs:element name="b" type="xs:token" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>"#,
    );
    assert_eq!(count(&sample(&empty, "a", 0, Size::Full).unwrap(), "b"), 1);
}

#[test]
fn what_nests_too_deeply_is_refused() {
    use std::fmt::Write;
    let mut body = String::from("<xs:element name=\"a\" type=\"T0\"/>");
    for level in 0..400 {
        write!(
            body,
            "<xs:complexType name=\"T{level}\"><xs:sequence><xs:element name=\"b\" type=\"T{}\"/></xs:sequence></xs:complexType>",
            level + 1
        )
        .unwrap();
    }
    body.push_str("<xs:complexType name=\"T400\"/>");
    let error = sample(&schema(&body), "a", 0, Size::Minimal).unwrap_err();
    assert!(matches!(error, SampleError::TooLarge { .. }), "{error}");
}

#[test]
fn errors_hold_no_values() {
    let schema = schema(
        r#"<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="geheim"/><xs:maxLength value="2"/></xs:restriction></xs:simpleType></xs:element>"#,
    );
    let error = sample(&schema, "a", 0, Size::Full).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("geheim"));
}
