//! IDs, references, keys.

use crate::support::{mutants, root, told_of};

#[test]
fn ids_and_references_are_broken() {
    let body = "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' maxOccurs='9'><xs:complexType>
      <xs:attribute name='id' type='xs:ID'/><xs:attribute name='zu' type='xs:IDREF'/></xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>";
    let mutants = mutants(body, &[root("<a id='eins'/><a id='zwei'/><a zu='eins'/>")]);
    assert_eq!(
        told_of(&mutants, &["id", "idref"]),
        ["id id: XD0101 /r[1]/a[2]/@id", "idref zu: XD0102 /r[1]/a[1]/@zu"]
    );
}

#[test]
fn keys_are_broken() {
    let body = "<xs:element name='r'><xs:complexType><xs:sequence>
      <xs:element name='a' maxOccurs='9'><xs:complexType><xs:sequence><xs:element name='nr' type='xs:int' minOccurs='0'/>
      </xs:sequence><xs:attribute name='k'/></xs:complexType></xs:element>
      <xs:element name='zu' type='xs:int'/></xs:sequence></xs:complexType>
      <xs:key name='schluessel'><xs:selector xpath='a'/><xs:field xpath='nr'/></xs:key>
      <xs:unique name='einmal'><xs:selector xpath='.//a'/><xs:field xpath='@k'/></xs:unique>
      <xs:keyref name='verweis' refer='t:schluessel'><xs:selector xpath='zu'/><xs:field xpath='.'/></xs:keyref></xs:element>";
    let document = root("<a k='x'><nr>1</nr></a><a k='y'><nr>2</nr></a><zu>2</zu>");
    let mutants = mutants(body, &[document]);
    let told = told_of(&mutants, &["key-duplicate", "key-missing", "keyref"]);
    let expected = [
        "key-duplicate t:schluessel: XD0201 /r[1]/a[2]",
        "key-missing t:schluessel: XD0202 /r[1]/a[1]",
        "key-duplicate t:einmal: XD0201 /r[1]/a[2]",
        "keyref t:verweis: XD0203 /r[1]/zu[1]",
    ];
    for line in expected {
        assert!(told.contains(&line), "{line} in {told:#?}");
    }
    // The key that is referred to stays, and the other one gives way.
    let document = mutants.document("key-duplicate t:schluessel");
    assert!(document.contains("<nr>2</nr></a><a k='y'><nr>2</nr>"), "{document}");
}

#[test]
fn a_key_that_nobody_refers_to_is_given_twice() {
    let body = "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' type='xs:int' maxOccurs='9'/>
      </xs:sequence></xs:complexType>
      <xs:key name='k'><xs:selector xpath='a'/><xs:field xpath='.'/></xs:key></xs:element>";
    let mutants = mutants(body, &[root("<a>1</a><a>2</a>")]);
    assert_eq!(
        told_of(&mutants, &["key-duplicate"]),
        ["key-duplicate t:k: XD0201 /r[1]/a[2]"]
    );
    assert!(mutants.document("key-duplicate t:k").contains("<a>1</a><a>1</a>"));
}
