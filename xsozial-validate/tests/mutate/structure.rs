//! Content models, attributes, fixed values.

use crate::support::{mutants, root, told_of};

const SEQUENCE: &str = "<xs:element name='r'><xs:complexType><xs:sequence>
  <xs:element name='a' maxOccurs='2'/><xs:element name='b' minOccurs='0'/></xs:sequence>
  <xs:attribute name='u' use='required'/><xs:attribute name='v' fixed='1'/></xs:complexType></xs:element>";

#[test]
fn each_demand_of_a_sequence_is_broken_where_it_stands() {
    let document = "<t:r xmlns:t='urn:t' u='x'>\n  <a>1</a>\n  <b/>\n</t:r>".to_owned();
    let mutants = mutants(SEQUENCE, &[document]);
    let expected = [
        "text-among-elements : XS0105 /r[1]",
        "attribute-unknown : XS0202 /r[1]/@unbekannt",
        "element-missing a: XS0101 /r[1]",
        "element-surplus a: XS0102 /r[1]/a[3]",
        "element-surplus b: XS0102 /r[1]/b[2]",
        "element-order a: XS0101 /r[1]",
        "element-order b: XS0101 /r[1]",
        "element-unknown a: XS0102 /r[1]/unbekannt[1]",
        "element-unknown b: XS0102 /r[1]/unbekannt[1]",
        "attribute-missing u: XS0201 /r[1]",
        "attribute-fixed v: XS0203 /r[1]/@v",
    ];
    for line in expected {
        assert!(
            mutants.told.iter().any(|told| told == line),
            "{line} in {:#?}",
            mutants.told
        );
    }
    assert!(mutants.uncovered.is_empty(), "{:?}", mutants.uncovered);
    assert_eq!(
        mutants.document("element-surplus a"),
        "<t:r xmlns:t='urn:t' u='x'>\n  <a>1</a><a>1</a><a>1</a>\n  <b/>\n</t:r>"
    );
    assert_eq!(
        mutants.document("attribute-missing u"),
        "<t:r xmlns:t='urn:t'>\n  <a>1</a>\n  <b/>\n</t:r>"
    );
}

#[test]
fn an_absent_part_is_told_as_not_covered() {
    let document = "<t:r xmlns:t='urn:t' u=''><a/></t:r>".to_owned();
    let mutants = mutants(SEQUENCE, &[document]);
    assert!(mutants.uncovered.contains(&"element-surplus b".to_owned()));
    assert!(mutants.uncovered.contains(&"nil-not-allowed b".to_owned()));
    assert_eq!(mutants.coverage.total(), mutants.told.len() + mutants.uncovered.len());
}

#[test]
fn a_choice_misses_all_its_branches() {
    let body = "<xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>
      <xs:element name='a'/><xs:element name='b'/></xs:choice></xs:complexType></xs:element>";
    let mutants = mutants(body, &[root("<a/><b/><a/>")]);
    let told = told_of(&mutants, &["element-missing", "element-surplus", "element-order"]);
    assert_eq!(
        told,
        ["element-missing a: XS0101 /r[1]", "element-missing b: XS0101 /r[1]"]
    );
}

#[test]
fn copies_of_elements_have_ids_of_their_own() {
    let body = "<xs:element name='r'><xs:complexType><xs:sequence>
      <xs:element name='a' maxOccurs='3'><xs:complexType><xs:attribute name='id' type='xs:ID' use='required'/>
      </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>";
    let mutants = mutants(body, &[root("<a id='eins'/>")]);
    let document = mutants.document("element-surplus a");
    assert!(
        document.contains("<a id='eins'/><a id='eins-1'/><a id='eins-2'/><a id='eins-3'/>"),
        "{document}"
    );
}

#[test]
fn what_must_be_empty_and_what_must_be_text() {
    let body = "<xs:element name='r'><xs:complexType><xs:sequence>
      <xs:element name='leer'><xs:complexType/></xs:element>
      <xs:element name='wert' type='xs:string' fixed='ja'/></xs:sequence></xs:complexType></xs:element>";
    let mutants = mutants(body, &[root("<leer/><wert>ja</wert>")]);
    let told = told_of(&mutants, &["content-in-empty", "element-in-value", "element-fixed"]);
    let expected = [
        "content-in-empty : XS0107 /r[1]/leer[1]",
        "element-in-value wert: XS0106 /r[1]/wert[1]/unbekannt[1]",
        "element-fixed wert: XS0204 /r[1]/wert[1]",
    ];
    for line in expected {
        assert!(told.contains(&line), "{line} in {told:#?}");
    }
    assert!(mutants.document("content-in-empty ").contains("<leer>Text</leer>"));
}

#[test]
fn abstract_elements_stand_themselves() {
    let body = "<xs:element name='kopf' abstract='true'/><xs:element name='glied' substitutionGroup='t:kopf'/>
      <xs:element name='r'><xs:complexType><xs:sequence><xs:element ref='t:kopf'/></xs:sequence></xs:complexType></xs:element>";
    let mutants = mutants(body, &[root("<t:glied>x</t:glied>")]);
    assert_eq!(
        told_of(&mutants, &["element-abstract"]),
        ["element-abstract t:kopf: XS0108 /r[1]/kopf[1]"]
    );
    let document = mutants.document("element-abstract t:kopf");
    assert!(
        document.contains("<abstrakt:kopf xmlns:abstrakt=\"urn:t\">x</abstrakt:kopf>"),
        "{document}"
    );
}

#[test]
fn the_same_documents_give_the_same_mutants() {
    let documents = ["<t:r xmlns:t='urn:t' u='x'><a/><b/></t:r>".to_owned()];
    let (first, second) = (mutants(SEQUENCE, &documents), mutants(SEQUENCE, &documents));
    assert_eq!((first.told, first.documents), (second.told, second.documents));
}
