//! Attributes.

use crate::support::{findings, report, validator};
use xsozial_validate::Validator;

fn with_attributes(attributes: &str) -> Validator {
    validator(&format!(
        "<xs:element name='r'><xs:complexType>{attributes}</xs:complexType></xs:element>
         <xs:element name='n' type='xs:integer'/>
         <xs:attribute name='known' type='xs:integer'/>"
    ))
}

fn tag(attributes: &str) -> String {
    format!("<t:r xmlns:t='urn:t' {attributes}/>")
}

const TYPICAL: &str = "<xs:attribute name='listURI' type='xs:anyURI' fixed='urn:a'/>
    <xs:attribute name='listVersionID' type='xs:token' use='required'/>
    <xs:attribute name='number' type='xs:integer' use='required'/>";

#[test]
fn each_attribute_is_a_finding_of_its_own() {
    let validator = with_attributes(TYPICAL);
    assert_eq!(
        findings(&validator, &tag("listVersionID='1' number=' 5 '")),
        Vec::<String>::new()
    );
    assert_eq!(
        findings(&validator, &tag("listURI='urn:b' number='x' other=''")),
        [
            "XS0203 /r[1]/@listURI",
            "XF0001 /r[1]/@number",
            "XS0202 /r[1]/@other",
            "XS0201 /r[1]"
        ]
    );
    assert_eq!(findings(&validator, &tag("")), ["XS0201 /r[1]", "XS0201 /r[1]"]);
}

#[test]
fn a_misspelt_attribute_stands_for_the_missing_one() {
    let validator = with_attributes(TYPICAL);
    assert_eq!(
        findings(&validator, &tag("listversionid='1' number='5'")),
        ["XS0202 /r[1]/@listversionid"]
    );
    assert_eq!(
        findings(&validator, &tag("t:number='1' listVersionID='5'")),
        ["XS0202 /r[1]/@number"]
    );
}

#[test]
fn a_finding_stands_at_the_attribute() {
    let report = report(&with_attributes(TYPICAL), &tag("listVersionID='1'\n  number='x'"));
    let position = report.findings[0].position().unwrap();
    assert_eq!((position.line, position.column), (2, 3));
}

#[test]
fn an_element_of_a_simple_type_has_no_attributes() {
    let validator = with_attributes("");
    assert_eq!(
        findings(&validator, "<t:n xmlns:t='urn:t' a='1'>5</t:n>"),
        ["XS0202 /n[1]/@a"]
    );
}

#[test]
fn wildcards_admit_attributes() {
    let any = |process: &str| with_attributes(&format!("<xs:anyAttribute processContents='{process}'/>"));
    let document = tag("t:known='x' other='y'");
    assert_eq!(findings(&any("skip"), &document), Vec::<String>::new());
    assert_eq!(findings(&any("lax"), &document), ["XF0001 /r[1]/@known"]);
    assert_eq!(
        findings(&any("strict"), &document),
        ["XF0001 /r[1]/@known", "XS0202 /r[1]/@other"]
    );
}
