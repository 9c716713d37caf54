//! IDs and references to them.

use crate::support::{findings, root, validator};
use xsozial_validate::Validator;

const BODY: &str = "
    <xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>
        <xs:element name='p'><xs:complexType><xs:attribute name='id' type='xs:ID'/></xs:complexType></xs:element>
        <xs:element name='q' type='xs:ID'/>
        <xs:element name='ref' type='xs:IDREF'/>
        <xs:element name='refs' type='xs:IDREFS'/>
    </xs:choice><xs:attribute name='main' type='xs:IDREF'/></xs:complexType></xs:element>";

fn found(content: &str) -> Vec<String> {
    findings(&validator(BODY), &root(content))
}

#[test]
fn references_find_their_ids_before_and_behind() {
    assert_eq!(
        found("<ref>a</ref><p id='a'/><q>b</q><refs>a b</refs>"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("<ref>a</ref><refs>b a c</refs><p id='b'/>"),
        ["XD0102 /r[1]/ref[1]", "XD0102 /r[1]/refs[1]", "XD0102 /r[1]/refs[1]"]
    );
}

#[test]
fn a_second_id_is_one_finding_at_its_place() {
    assert_eq!(
        found("<p id='a'/><q>a</q><p id=' a '/>"),
        ["XD0101 /r[1]/q[1]", "XD0101 /r[1]/p[2]/@id"]
    );
}

#[test]
fn ids_of_a_part_that_is_read_over_are_targets_and_no_duplicates() {
    assert_eq!(found("<x><p id='a'/></x><ref>a</ref>"), ["XS0102 /r[1]/x[1]"]);
    assert_eq!(
        found("<x><p id='a'/><q>b</q></x><p id='a'/><refs>a b</refs>"),
        ["XS0102 /r[1]/x[1]"]
    );
    assert_eq!(found("<q xmlns='urn:u'> b </q><ref>b</ref>"), ["XS0102 /r[1]/q[1]"]);
}

#[test]
fn an_id_with_a_wrong_form_is_still_what_references_mean() {
    assert_eq!(
        found("<q>1</q><p id='2'/>"),
        ["XF0001 /r[1]/q[1]", "XF0001 /r[1]/p[1]/@id"]
    );
}

#[test]
fn a_reference_in_an_attribute_has_the_path_of_the_attribute() {
    let document = root("<q>b</q>").replace("xmlns:t", "main='a' xmlns:t");
    assert_eq!(findings(&validator(BODY), &document), ["XD0102 /r[1]/@main"]);
}

/// A type whose attribute wildcard admits the declared attributes `t:i` and `t:j`, which are IDs.
fn with_wildcard(own: &str) -> Validator {
    validator(&format!(
        "<xs:attribute name='i' type='xs:ID'/><xs:attribute name='j' type='xs:ID'/>
        <xs:element name='r'><xs:complexType><xs:sequence><xs:element name='p' maxOccurs='9'><xs:complexType>{own}
            <xs:anyAttribute namespace='##any'/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>"
    ))
}

#[test]
fn two_ids_by_one_wildcard_were_admitted() {
    let found = |content: &str| findings(&with_wildcard(""), &root(content));
    assert_eq!(found("<p t:i='a'/><p t:j='b'/>"), Vec::<String>::new());
    assert_eq!(found("<p t:i='a' t:j='b'/>"), ["XS0202 /r[1]/p[1]/@j"]);
    assert_eq!(found("<p t:i='a' t:j='b'/><p t:i='c'/>"), ["XS0202 /r[1]/p[1]/@j"]);
    let declared = with_wildcard("<xs:attribute name='id' type='xs:ID'/>");
    assert_eq!(findings(&declared, &root("<p id='a'/>")), Vec::<String>::new());
    assert_eq!(findings(&declared, &root("<p t:i='a'/>")), ["XS0202 /r[1]/p[1]/@i"]);
}

#[test]
fn references_in_a_list_of_a_union_were_not_looked_for() {
    let lists = validator(
        "<xs:simpleType name='inner'><xs:union memberTypes='xs:int xs:IDREF'/></xs:simpleType>
        <xs:simpleType name='u'><xs:union memberTypes='xs:boolean t:inner'/></xs:simpleType>
        <xs:simpleType name='ids'><xs:list><xs:simpleType><xs:union memberTypes='xs:int xs:ID'/></xs:simpleType></xs:list>
        </xs:simpleType>
        <xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>
            <xs:element name='one' type='t:u'/>
            <xs:element name='many'><xs:simpleType><xs:list itemType='t:u'/></xs:simpleType></xs:element>
            <xs:element name='ids' type='t:ids'/>
        </xs:choice><xs:attribute name='x' type='t:ids'/></xs:complexType></xs:element>",
    );
    let found = |content: &str| findings(&lists, &root(content));
    assert_eq!(
        found("<ids>1 a 2 b</ids><many>a 12 true b</many><one>a</one>"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("<many>a 12 c</many><ids>a</ids><many>b</many>"),
        ["XD0102 /r[1]/many[1]", "XD0102 /r[1]/many[2]"]
    );
    assert_eq!(found("<ids>a 1 a</ids>"), ["XD0101 /r[1]/ids[1]"]);
    assert_eq!(found("<ids>1 1</ids>"), Vec::<String>::new());
}
