//! Facets and lexical forms.

use crate::support::{Mutants, mutants, root};

/// The mutants of an element `w` of a restriction of this type, and the value that breaks the kind.
fn broken(base: &str, facets: &str, value: &str) -> Mutants {
    let body = format!(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='w' type='t:w'/></xs:sequence></xs:complexType>
         </xs:element><xs:simpleType name='w'><xs:restriction base='{base}'>{facets}</xs:restriction></xs:simpleType>"
    );
    mutants(&body, &[root(&format!("<w>{value}</w>"))])
}

fn value_of(document: &str) -> &str {
    let start = document.find("<w>").unwrap() + 3;
    &document[start..document.find("</w>").unwrap()]
}

#[test]
fn every_facet_is_broken() {
    let table = [
        ("xs:string", "<xs:length value='3'/>", "abc", "length"),
        ("xs:string", "<xs:minLength value='2'/>", "abc", "minLength"),
        ("xs:string", "<xs:maxLength value='3'/>", "abc", "maxLength"),
        ("xs:hexBinary", "<xs:maxLength value='1'/>", "00", "maxLength"),
        ("xs:base64Binary", "<xs:length value='4'/>", "AAAAAA==", "length"),
        ("xs:NMTOKENS", "<xs:maxLength value='2'/>", "a b", "maxLength"),
        ("xs:token", "<xs:pattern value='[A-Z]{2}\\d'/>", "AB1", "pattern"),
        (
            "xs:token",
            "<xs:enumeration value='ja'/><xs:enumeration value='nein'/>",
            "ja",
            "enumeration",
        ),
        ("xs:integer", "<xs:enumeration value='7'/>", "007", "enumeration"),
        ("xs:integer", "<xs:minInclusive value='-5'/>", "0", "minInclusive"),
        ("xs:decimal", "<xs:maxInclusive value='9.99'/>", "1", "maxInclusive"),
        ("xs:double", "<xs:maxExclusive value='1e3'/>", "1", "maxExclusive"),
        ("xs:decimal", "<xs:minExclusive value='0'/>", "0.01", "minExclusive"),
        (
            "xs:date",
            "<xs:minInclusive value='1900-01-01'/>",
            "2000-01-01",
            "minInclusive",
        ),
        ("xs:gYear", "<xs:maxExclusive value='2100'/>", "2000", "maxExclusive"),
        ("xs:decimal", "<xs:totalDigits value='4'/>", "1.5", "totalDigits"),
        ("xs:decimal", "<xs:fractionDigits value='2'/>", "1.5", "fractionDigits"),
        ("xs:boolean", "", "true", "lexical"),
        ("xs:anyURI", "", "urn:x", "lexical"),
        ("xs:language", "", "de", "lexical"),
        ("xs:dateTime", "", "2000-01-01T00:00:00", "lexical"),
        ("xs:base64Binary", "", "AAAA", "lexical"),
    ];
    for (base, facets, value, kind) in table {
        let mutants = broken(base, facets, value);
        let document = mutants.document(&format!("{kind} "));
        assert_ne!(value_of(document), value, "{base} {facets}");
        assert!(mutants.uncovered.is_empty(), "{base} {facets}: {:?}", mutants.uncovered);
    }
}

#[test]
fn a_length_is_broken_alone_where_the_pattern_lets_it() {
    let facets = "<xs:pattern value='[A-Z]+'/><xs:maxLength value='3'/>";
    let mutants = broken("xs:token", facets, "AB");
    let value = value_of(mutants.document("maxLength "));
    assert!(
        value.len() > 3 && value.bytes().all(|byte| byte.is_ascii_uppercase()),
        "{value}"
    );
    assert_eq!(mutants.coverage.not_alone, 0);
}

#[test]
fn a_length_that_the_pattern_implies_is_told_so() {
    let facets = "<xs:pattern value='[A-Z]{2}'/><xs:maxLength value='2'/>";
    let mutants = broken("xs:token", facets, "AB");
    assert!(mutants.document("maxLength ").contains("<w>"));
    assert_eq!((mutants.coverage.not_alone, mutants.coverage.implied), (1, 0));
}

#[test]
fn a_bound_that_the_pattern_implies_cannot_be_broken() {
    let facets = "<xs:pattern value='\\d{2}'/><xs:maxInclusive value='99'/>";
    let mutants = broken("xs:integer", facets, "12");
    assert_eq!(mutants.uncovered, ["maxInclusive "]);
    assert_eq!(mutants.coverage.implied, 1);
}

#[test]
fn each_step_of_patterns_is_broken_by_itself() {
    let body = "<xs:element name='r' type='t:enger'/>
      <xs:simpleType name='weit'><xs:restriction base='xs:token'>\n<xs:pattern value='[A-Z]*'/></xs:restriction></xs:simpleType>
      <xs:simpleType name='enger'><xs:restriction base='t:weit'>\n<xs:pattern value='.{3}'/></xs:restriction></xs:simpleType>";
    let mutants = mutants(body, &["<t:r xmlns:t='urn:t'>ABC</t:r>".to_owned()]);
    let patterns = mutants.told.iter().filter(|told| told.starts_with("pattern"));
    assert_eq!(patterns.count(), 2);
    assert_eq!(mutants.coverage.not_alone, 0);
}

#[test]
fn lists_break_in_their_items_and_unions_as_a_whole() {
    let body =
        "<xs:element name='r'><xs:complexType><xs:attribute name='l' type='t:l'/><xs:attribute name='u' type='t:u'/>
      </xs:complexType></xs:element>
      <xs:simpleType name='l'><xs:list itemType='xs:int'/></xs:simpleType>
      <xs:simpleType name='u'><xs:union memberTypes='xs:int xs:boolean'/></xs:simpleType>";
    let mutants = mutants(body, &["<t:r xmlns:t='urn:t' l='1 2' u='true'/>".to_owned()]);
    for rule in ["lexical l: XF0001 /r[1]/@l", "union : XF0601 /r[1]/@u"] {
        assert!(
            mutants.told.iter().any(|told| told == rule),
            "{rule} in {:#?}",
            mutants.told
        );
    }
}

#[test]
fn values_are_escaped() {
    let facets = "<xs:pattern value='[^&amp;&lt;&gt;\"]{1,3}'/>";
    let mutants = broken("xs:string", facets, "&#39;");
    assert!(mutants.uncovered.is_empty(), "{:?}", mutants.uncovered);
}
