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
            <xs:element name='number' type='xs:decimal' minOccurs='0' nillable='true'/>
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
    expect(
        KEY,
        "<p/><p><number xsi:nil='true'/></p>",
        &["XD0202 /r[1]/p[1]", "XD0202 /r[1]/p[2]"],
    );
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
