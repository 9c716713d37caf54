//! `xsi:type` and `xsi:nil`.

use crate::support::{findings, root, validator};
use xsozial_schema::Code;

const BODY: &str = "
    <xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>
        <xs:element name='p' type='t:person'/>
        <xs:element name='a' type='t:abstract'/>
        <xs:element name='v' type='xs:integer'/>
        <xs:element name='n' type='xs:integer' nillable='true'/>
    </xs:choice></xs:complexType></xs:element>
    <xs:complexType name='person'><xs:sequence><xs:element name='name' type='xs:string'/></xs:sequence></xs:complexType>
    <xs:complexType name='child'><xs:complexContent><xs:extension base='t:person'>
        <xs:sequence><xs:element name='school' type='xs:string'/></xs:sequence><xs:attribute name='grade'/>
    </xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name='other'><xs:sequence><xs:element name='x'/></xs:sequence></xs:complexType>
    <xs:complexType name='abstract' abstract='true'><xs:sequence/></xs:complexType>
    <xs:complexType name='concrete'><xs:complexContent><xs:extension base='t:abstract'>
        <xs:sequence><xs:element name='y' type='xs:integer'/></xs:sequence>
    </xs:extension></xs:complexContent></xs:complexType>";

fn found(content: &str) -> Vec<String> {
    findings(&validator(BODY), &root(content))
}

#[test]
fn a_derived_type_may_stand_in() {
    assert_eq!(
        found("<p xsi:type='t:child' grade='3'><name>x</name><school>y</school></p>"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("<p xsi:type=' t:child '><name>x</name></p>"),
        ["XS0101 /r[1]/p[1]"]
    );
    assert_eq!(found("<a xsi:type='t:concrete'><y>1</y></a>"), Vec::<String>::new());
}

#[test]
fn a_wrong_type_is_one_finding_whatever_it_would_bring() {
    assert_eq!(
        found("<p xsi:type='t:nobody'><name>x</name></p>"),
        ["XS0301 /r[1]/p[1]/@type"]
    );
    assert_eq!(
        found("<p xsi:type='t:chidl' grade='3'><name>x</name><school>y</school></p>"),
        ["XS0301 /r[1]/p[1]/@type"]
    );
    assert_eq!(
        found("<p xsi:type='t:other'><name>x</name></p>"),
        ["XS0302 /r[1]/p[1]/@type"]
    );
    assert_eq!(
        found("<a xsi:type='t:nobody'><y>1</y></a>"),
        ["XS0301 /r[1]/a[1]/@type"]
    );
    assert_eq!(found("<v xsi:type='t:nobody'>x</v>"), ["XS0301 /r[1]/v[1]/@type"]);
    assert_eq!(found("<v xsi:type='t:nobody'><x/></v>"), ["XS0301 /r[1]/v[1]/@type"]);
    // What the declared type asks for is still asked for.
    assert_eq!(
        found("<p xsi:type='t:nobody'/>"),
        ["XS0301 /r[1]/p[1]/@type", "XS0101 /r[1]/p[1]"]
    );
}

#[test]
fn an_abstract_type_is_one_finding() {
    assert_eq!(found("<a><z/></a>"), ["XS0303 /r[1]/a[1]"]);
}

#[test]
fn nil_that_is_not_allowed_is_one_finding() {
    for content in ["<v xsi:nil='true'/>", "<v xsi:nil='true'>5</v>", "<v xsi:nil='1'></v>"] {
        assert_eq!(found(content), ["XS0304 /r[1]/v[1]/@nil"], "{content}");
    }
    assert_eq!(found("<p xsi:nil='true'/>"), ["XS0304 /r[1]/p[1]/@nil"]);
    // An element that is not nillable must not even say that it is not nil (part 1, section 3.3.4, clause 3.1).
    assert_eq!(found("<v xsi:nil='false'>5</v>"), ["XS0304 /r[1]/v[1]/@nil"]);
}

#[test]
fn a_nil_element_is_empty() {
    assert_eq!(
        found("<n xsi:nil='true'/><n xsi:nil=' 1 '></n><n xsi:nil='0'>5</n>"),
        Vec::<String>::new()
    );
    assert_eq!(found("<n xsi:nil='true'>5</n>"), ["XS0305 /r[1]/n[1]"]);
    assert_eq!(found("<n xsi:nil='true'> </n>"), ["XS0305 /r[1]/n[1]"]);
    assert_eq!(found("<n xsi:nil='true'><x/><y/></n>"), ["XS0305 /r[1]/n[1]/x[1]"]);
    assert_eq!(found("<n xsi:nil='ja'/>"), ["XF0001 /r[1]/n[1]/@nil"]);
}

#[test]
fn schema_locations_are_no_attributes_of_the_type() {
    let tag = "<p xsi:schemaLocation='urn:t t.xsd' xsi:noNamespaceSchemaLocation='t.xsd'><name>x</name></p>";
    assert_eq!(found(tag), Vec::<String>::new());
    assert_eq!(found("<v xsi:other='1'>5</v>"), ["XS0202 /r[1]/v[1]/@other"]);
}

#[test]
fn a_root_in_a_namespace_with_line_ends_is_told_in_one_line() {
    let document = "<a:r xmlns:a='urn:&#10;&#9;b'/>";
    let finding = validator(BODY).first_finding(document.as_bytes()).unwrap();
    assert_eq!(finding.code(), Code::RootUnknown);
    assert!(!finding.to_string().contains(char::is_control), "{finding}");
}
