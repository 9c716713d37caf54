//! Codes of lists that are at hand.

use super::*;
use xsozial_schema::genericode::CodeList;

const TYPES: &str = r#"
<xs:element name="angaben"><xs:complexType><xs:sequence>
<xs:element name="typ2"><xs:complexType><xs:sequence><xs:element name="code" type="xs:token"/><xs:element name="name" type="xs:string" minOccurs="0"/></xs:sequence>
<xs:attribute name="listURI" type="xs:anyURI" fixed="urn:ampel"/><xs:attribute name="listVersionID" type="xs:normalizedString" fixed="1"/></xs:complexType></xs:element>
<xs:element name="typ4"><xs:complexType><xs:sequence><xs:element name="code" type="xs:token"/></xs:sequence>
<xs:attribute name="listURI" type="xs:anyURI" use="required"/><xs:attribute name="listVersionID" type="xs:normalizedString" use="required"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
"#;

const LIST: &str = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
<Identification><ShortName>ampel</ShortName><Version>1</Version><CanonicalUri>urn:ampel</CanonicalUri></Identification>
<ColumnSet><Column Id="code" Use="required"/><Column Id="name" Use="required"/><Key Id="k"><ColumnRef Ref="code"/></Key></ColumnSet>
<SimpleCodeList><Row><Value ColumnRef="code"><SimpleValue>r7</SimpleValue></Value><Value ColumnRef="name"><SimpleValue>rot</SimpleValue></Value></Row></SimpleCodeList>
</gc:CodeList>"#;

#[test]
fn codes_come_from_the_list_with_its_name_and_version() {
    let schema = schema(TYPES);
    let list = CodeList::from_bytes(LIST.as_bytes(), "ampel.xml").unwrap();
    let sampler = Sampler::new(&schema).codelists([list]);
    let bytes = sampler.document(named(&schema, "angaben"), 0, Size::Full).unwrap();
    let document = String::from_utf8(bytes).unwrap();
    assert_eq!(document.matches("<code>r7</code>").count(), 2, "{document}");
    assert!(document.contains("<name>rot</name>"), "{document}");
    assert_eq!(attributes(&document, "listURI"), ["urn:ampel"; 2]);
    assert_eq!(attributes(&document, "listVersionID"), ["1"; 2]);
}

#[test]
fn without_a_list_the_code_is_a_value_of_its_type() {
    let document = sample(&schema(TYPES), "angaben", 0, Size::Minimal).unwrap();
    assert_eq!(count(&document, "code"), 2, "{document}");
    assert_eq!(attributes(&document, "listURI").len(), 1, "{document}");
}
