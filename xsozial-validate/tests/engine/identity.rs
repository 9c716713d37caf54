//! Keys, uniqueness, key references.

use crate::support::{findings, root, validator};
use xsozial_validate::Validator;

fn with_rules(rules: &str) -> Validator {
    validator(&format!(
        "<xs:element name='r'>
            <xs:complexType><xs:choice maxOccurs='unbounded'>
                <xs:element name='p' type='t:p' nillable='true'/>
                <xs:element name='use' type='xs:decimal'/>
                <xs:element name='group'><xs:complexType><xs:sequence>
                    <xs:element name='p' type='t:p' maxOccurs='unbounded'/>
                </xs:sequence></xs:complexType>
                    <xs:key name='inner'><xs:selector xpath='p'/><xs:field xpath='@id'/></xs:key>
                </xs:element>
            </xs:choice></xs:complexType>
            {rules}
        </xs:element>
        <xs:complexType name='p'><xs:sequence>
            <xs:element name='name' type='xs:string' minOccurs='0' maxOccurs='2'/>
            <xs:element name='number' type='xs:decimal' minOccurs='0'/>
            <xs:element name='nil' type='xs:decimal' minOccurs='0' nillable='true'/>
        </xs:sequence><xs:attribute name='id' type='xs:decimal' default='0'/><xs:attribute name='kind' type='xs:string'/></xs:complexType>"
    ))
}

#[track_caller]
fn expect(rules: &str, content: &str, expected: &[&str]) {
    assert_eq!(findings(&with_rules(rules), &root(content)), expected, "{content}");
}

const KEY: &str = "<xs:key name='k'><xs:selector xpath='p'/><xs:field xpath='number'/></xs:key>";

#[test]
fn a_key_is_there_and_stands_once_by_value() {
    expect(KEY, "<p><number>1</number></p><p><number>2</number></p>", &[]);
    expect(
        KEY,
        "<p><number>1</number></p><p><number>1.0</number></p>",
        &["XD0201 /r[1]/p[2]"],
    );
    expect(KEY, "<p/>", &["XD0202 /r[1]/p[1]"]);
    // A nillable element is no field of a key, even with a value (section 3.11.4, clause 4.2.3); of a unique rule it is.
    let nil = KEY.replace("number", "nil");
    expect(&nil, "<p><nil>1</nil></p>", &["XD0204 /r[1]/p[1]"]);
    let unique = nil.replace("xs:key", "xs:unique");
    expect(&unique, "<p><nil>1</nil></p><p><nil xsi:nil='true'/></p>", &[]);
}

#[test]
fn what_is_unique_may_be_absent() {
    let unique = "<xs:unique name='u'><xs:selector xpath='.//p'/><xs:field xpath='number'/><xs:field xpath='@kind'/></xs:unique>";
    expect(
        unique,
        "<p/><p/><p kind='a'><number>1</number></p><p kind='b'><number>1</number></p>",
        &[],
    );
    expect(
        unique,
        "<p kind='a'><number>1</number></p><group><p kind='a'><number>01</number></p></group>",
        &["XD0201 /r[1]/group[1]/p[1]"],
    );
}

#[test]
fn references_mean_keys_of_the_element_or_inside_it() {
    let rules = "<xs:key name='k'><xs:selector xpath='p'/><xs:field xpath='number'/></xs:key>
        <xs:keyref name='kr' refer='t:k'><xs:selector xpath='use'/><xs:field xpath='.'/></xs:keyref>";
    expect(rules, "<use>1</use><p><number>1</number></p><use>1.00</use>", &[]);
    expect(
        rules,
        "<use>2</use><p><number>1</number></p><use>3</use>",
        &["XD0203 /r[1]/use[1]", "XD0203 /r[1]/use[2]"],
    );
    let inner = "<xs:keyref name='kr' refer='t:inner'><xs:selector xpath='use'/><xs:field xpath='.'/></xs:keyref>";
    expect(
        inner,
        "<use>5</use><group><p id='5'/></group><group><p id='6'/></group><use>6</use>",
        &[],
    );
    expect(
        inner,
        "<use>7</use><group><p id='5'/></group>",
        &["XD0203 /r[1]/use[1]"],
    );
}

#[test]
fn attributes_that_the_schema_supplies_are_fields() {
    expect("", "<group><p/><p id='1'/></group>", &[]);
    expect("", "<group><p/><p id='0.0'/></group>", &["XD0201 /r[1]/group[1]/p[2]"]);
}

#[test]
fn a_field_that_stands_twice_or_has_no_value_is_one_finding() {
    let names = "<xs:unique name='u'><xs:selector xpath='p'/><xs:field xpath='name'/></xs:unique>";
    expect(
        names,
        "<p><name>a</name><name>b</name></p><p><name>a</name></p>",
        &["XD0204 /r[1]/p[1]"],
    );
    let structure = "<xs:unique name='u'><xs:selector xpath='.'/><xs:field xpath='group'/></xs:unique>";
    expect(structure, "<group><p id='1'/></group>", &["XD0204 /r[1]"]);
}

#[test]
fn faults_open_no_second_finding_about_keys() {
    expect(KEY, "<p><number>x</number></p>", &["XF0001 /r[1]/p[1]/number[1]"]);
    expect(KEY, "<p><numbr>1</numbr></p>", &["XS0102 /r[1]/p[1]/numbr[1]"]);
    let rules = "<xs:key name='k'><xs:selector xpath='p'/><xs:field xpath='number'/></xs:key>
        <xs:keyref name='kr' refer='t:k'><xs:selector xpath='use'/><xs:field xpath='.'/></xs:keyref>";
    expect(
        rules,
        "<x><p><number>1</number></p></x><use>1</use>",
        &["XS0102 /r[1]/x[1]"],
    );
}

#[test]
fn alternatives_of_a_field_that_lead_to_one_attribute_are_one_value() {
    let rules = "<xs:unique name='u'><xs:selector xpath='p'/><xs:field xpath='@id|@id|@*'/></xs:unique>";
    expect(rules, "<p id='1'/><p id='2'/>", &[]);
    expect(rules, "<p id='1' kind='x'/>", &["XD0204 /r[1]/p[1]"]);
}

#[test]
fn values_of_different_primitive_types_are_never_equal() {
    let validator = validator(
        "<xs:element name='r'>
            <xs:complexType><xs:choice maxOccurs='unbounded'>
                <xs:element name='f' type='xs:float'/><xs:element name='d' type='xs:double'/>
                <xs:element name='i' type='xs:integer'/><xs:element name='n' type='xs:decimal'/>
            </xs:choice></xs:complexType>
            <xs:unique name='u'><xs:selector xpath='*'/><xs:field xpath='.'/></xs:unique>
        </xs:element>",
    );
    assert_eq!(
        findings(&validator, &root("<f>1</f><d>1</d><n>1</n>")),
        Vec::<String>::new()
    );
    assert_eq!(findings(&validator, &root("<i>1</i><n>1.0</n>")), ["XD0201 /r[1]/n[1]"]);
}

#[test]
fn a_fault_elsewhere_hides_no_fault_of_a_key() {
    let rules = "<xs:key name='k'><xs:selector xpath='p'/><xs:field xpath='number'/></xs:key>
        <xs:keyref name='kr' refer='t:k'><xs:selector xpath='use'/><xs:field xpath='.'/></xs:keyref>";
    expect(
        rules,
        "<p id='x'><number>1</number></p><p><number>1</number></p><use>2</use>",
        &["XF0001 /r[1]/p[1]/@id", "XD0201 /r[1]/p[2]", "XD0203 /r[1]/use[1]"],
    );
}

#[test]
fn a_missing_or_misspelt_key_attribute_is_one_finding() {
    let validator = validator(
        "<xs:element name='r'>
            <xs:complexType><xs:choice maxOccurs='unbounded'>
                <xs:element name='k'><xs:complexType><xs:attribute name='id' use='required'/></xs:complexType></xs:element>
                <xs:element name='v'><xs:complexType><xs:attribute name='an'/></xs:complexType></xs:element>
            </xs:choice></xs:complexType>
            <xs:key name='k'><xs:selector xpath='k'/><xs:field xpath='@id'/></xs:key>
            <xs:keyref name='kr' refer='t:k'><xs:selector xpath='v'/><xs:field xpath='@an'/></xs:keyref>
        </xs:element>",
    );
    assert_eq!(findings(&validator, &root("<k/>")), ["XS0201 /r[1]/k[1]"]);
    assert_eq!(
        findings(&validator, &root("<k ID='a'/><v an='a'/>")),
        ["XS0202 /r[1]/k[1]/@ID"]
    );
}

#[test]
fn base64_that_is_its_own_key_is_one() {
    let validator = validator(
        "<xs:element name='r' type='xs:base64Binary'>
            <xs:key name='k'><xs:selector xpath='.'/><xs:field xpath='.'/></xs:key>
        </xs:element>",
    );
    assert_eq!(findings(&validator, &root("aGFs")), Vec::<String>::new());
}

#[test]
fn selectors_inside_one_another_are_bounded() {
    let validator = validator(
        "<xs:element name='r' type='t:t'/>
        <xs:complexType name='t'><xs:sequence><xs:element name='e' minOccurs='0' type='t:t'/><xs:element ref='t:s' minOccurs='0'/></xs:sequence></xs:complexType>
        <xs:element name='s'><xs:complexType><xs:sequence><xs:element ref='t:s' minOccurs='0'/></xs:sequence></xs:complexType>
            <xs:unique name='u'><xs:selector xpath='.//t:s'/><xs:field xpath='@x'/></xs:unique></xs:element>",
    );
    let deep = |depth: usize| root(&format!("{}{}", "<t:s>".repeat(depth), "</t:s>".repeat(depth)));
    assert_eq!(findings(&validator, &deep(20)), Vec::<String>::new());
    let found = findings(&validator, &deep(200));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("XD0010"), "{found:?}");
}
