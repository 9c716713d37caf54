//! Values of elements.

use crate::support::{findings, report, root, validator};
use xsozial_schema::Language;

const BODY: &str = "
    <xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>
        <xs:element name='short'><xs:simpleType><xs:restriction base='xs:string'><xs:maxLength value='3'/></xs:restriction></xs:simpleType></xs:element>
        <xs:element name='word'><xs:simpleType><xs:restriction base='xs:token'><xs:pattern value='[a-z]+'/></xs:restriction></xs:simpleType></xs:element>
        <xs:element name='fixed' type='xs:decimal' fixed='1.0'/>
        <xs:element name='default' type='xs:integer' default='7'/>
        <xs:element name='bytes' type='xs:base64Binary'/>
        <xs:element name='list'><xs:simpleType><xs:list itemType='xs:integer'/></xs:simpleType></xs:element>
        <xs:element name='name' type='xs:QName'/>
    </xs:choice></xs:complexType></xs:element>";

fn found(content: &str) -> Vec<String> {
    findings(&validator(BODY), &root(content))
}

#[test]
fn values_are_checked_after_white_space_handling() {
    assert_eq!(found("<word> ab\n</word><list> 1\t2 </list>"), Vec::<String>::new());
    assert_eq!(
        found("<word>AB</word><list>1 x</list>"),
        ["XF0201 /r[1]/word[1]", "XF0001 /r[1]/list[1]"]
    );
}

#[test]
fn fixed_values_are_compared_as_values_and_empty_elements_have_the_default() {
    assert_eq!(
        found("<fixed>1</fixed><fixed> 1.000 </fixed><fixed/><default/>"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("<fixed>2</fixed><default>x</default>"),
        ["XS0204 /r[1]/fixed[1]", "XF0001 /r[1]/default[1]"]
    );
}

#[test]
fn attachments_are_checked_in_pieces() {
    assert_eq!(found("<bytes>aGFs\n bG8=</bytes><bytes/>"), Vec::<String>::new());
    assert_eq!(
        found("<bytes>aGFs*</bytes><bytes>aGF</bytes><bytes>a<x/></bytes>"),
        [
            "XF0001 /r[1]/bytes[1]",
            "XF0001 /r[1]/bytes[2]",
            "XS0106 /r[1]/bytes[3]/x[1]"
        ]
    );
}

#[test]
fn qualified_names_need_their_prefix() {
    assert_eq!(found("<name>t:x</name>"), Vec::<String>::new());
    assert_eq!(found("<name>u:x</name>"), ["XF0001 /r[1]/name[1]"]);
}

#[test]
fn a_value_is_described_by_its_shape() {
    let report = report(
        &validator(BODY),
        &root("<word>ab\u{ad}geheim</word><short>geheim</short>"),
    );
    let messages: Vec<String> = report
        .findings
        .iter()
        .map(|finding| finding.message(Language::German))
        .collect();
    assert!(
        messages[0].contains("Text mit 9 Zeichen, unzulässiges Zeichen U+00AD an Stelle 3"),
        "{messages:?}"
    );
    assert!(
        messages[1].contains("Text mit 6 Zeichen") && messages[1].ends_with("vorgeschrieben: 3"),
        "{messages:?}"
    );
    assert!(!format!("{report:?} {messages:?}").contains("geheim"));
    assert_eq!(report.findings[1].position().unwrap().column, 105);
}
