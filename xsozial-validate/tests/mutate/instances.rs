//! `xsi:nil` and `xsi:type`.

use crate::support::{mutants, root, told_of};

#[test]
fn nil_and_type_are_broken() {
    let body = "<xs:complexType name='basis' abstract='true'/>
      <xs:complexType name='ab'><xs:complexContent><xs:extension base='t:basis'/></xs:complexContent></xs:complexType>
      <xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' type='t:basis'/>
      <xs:element name='n' type='xs:int' nillable='true'/><xs:element name='m' type='xs:int'/>
      </xs:sequence></xs:complexType></xs:element>";
    let mutants = mutants(body, &[root("<a xsi:type='t:ab'/><n>1</n><m>2</m>")]);
    let xsi = "Q{http://www.w3.org/2001/XMLSchema-instance}";
    let told = told_of(
        &mutants,
        &["nil-not-allowed", "nil-not-empty", "type-not-derived", "type-abstract"],
    );
    let expected = [
        format!("nil-not-allowed m: XS0304 /r[1]/m[1]/@{xsi}nil"),
        "nil-not-empty n: XS0305 /r[1]/n[1]".to_owned(),
        format!("type-not-derived m: XS0302 /r[1]/m[1]/@{xsi}type"),
        "type-abstract : XS0303 /r[1]/a[1]".to_owned(),
    ];
    for line in &expected {
        assert!(told.contains(&line.as_str()), "{line} in {told:#?}");
    }
    assert!(mutants.document("type-abstract ").contains("<a/>"));
}

#[test]
fn a_nil_element_is_left_alone_where_its_value_is_meant() {
    let body = "<xs:element name='r'><xs:complexType><xs:sequence>
      <xs:element name='n' type='xs:int' nillable='true' maxOccurs='2'/></xs:sequence></xs:complexType></xs:element>";
    let mutants = mutants(body, &[root("<n xsi:nil='true'/><n>1</n>")]);
    assert!(mutants.document("lexical n").contains("<n xsi:nil='true'/>"));
    assert!(mutants.uncovered.is_empty(), "{:?}", mutants.uncovered);
}
