//! A schema with everything that profiles meet: repeated persons with repeated accounts, choices, derived types, attributes,
//! code elements, nillable elements, wildcards, a second message.

use std::path::Path;
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{
    Finding, Report, Validator,
    profile::{Profile, ProfileError},
};

pub(crate) const SCHEMA: &str = r###"
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:element name="antrag"><xs:complexType><xs:sequence>
    <xs:element name="art" type="t:Art" minOccurs="0"/>
    <xs:element name="person" type="t:Person" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="wohnung" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="miete" type="xs:decimal" minOccurs="0"/>
      <xs:element name="lage" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="etage" type="xs:integer" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="bemerkung" type="xs:string" minOccurs="0" nillable="true"/>
    <xs:element name="anlage" type="xs:base64Binary" minOccurs="0"/>
    <xs:element name="schluss" type="xs:boolean" minOccurs="0"/>
    <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence><xs:attribute name="nummer" type="xs:token"/><xs:attribute name="stufe" type="xs:token" default="eins"/></xs:complexType></xs:element>
  <xs:complexType name="Person"><xs:sequence>
    <xs:element name="name" type="xs:string" minOccurs="0">
      <xs:annotation><xs:documentation>Name der Person.</xs:documentation></xs:annotation>
    </xs:element>
    <xs:element name="konto" minOccurs="0" maxOccurs="5"><xs:complexType><xs:sequence>
      <xs:element name="iban" type="xs:token" minOccurs="0"/>
      <xs:element name="inhaber" type="xs:token" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="anschrift" type="t:Anschrift" minOccurs="0"/>
    <xs:element name="familienstand" type="xs:token" minOccurs="0"/>
  </xs:sequence><xs:attribute name="id" type="xs:token"/></xs:complexType>
  <xs:complexType name="Anschrift"><xs:sequence><xs:element name="ort" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:complexType name="Ausland"><xs:complexContent><xs:extension base="t:Anschrift"><xs:sequence>
    <xs:element name="staat" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:simpleType name="Art"><xs:restriction base="xs:token">
    <xs:enumeration value="neu"/><xs:enumeration value="weiter"/><xs:enumeration value="ende"/>
  </xs:restriction></xs:simpleType>
  <xs:element name="quittung"><xs:complexType><xs:sequence>
    <xs:element name="bemerkung" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"###;

pub(crate) fn schema() -> Schema {
    Schema::compile(Sources::new().bytes("antrag.xsd", SCHEMA.as_bytes().to_vec())).unwrap()
}

pub(crate) fn beispiel() -> Schema {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/beispiel");
    Schema::compile(Sources::new().schema(folder)).unwrap()
}

/// A profile with these fields.
pub(crate) fn load(fields: &str, schema: &Schema) -> Result<Profile, ProfileError> {
    Profile::from_toml(&format!("name = 'p'\n{fields}"), "p.toml", schema)
}

/// The fault in a profile with these fields.
pub(crate) fn refused(fields: &str) -> String {
    load(fields, &schema()).unwrap_err().to_string()
}

/// The report on a document under a profile with these fields. `body` is what stands in the root `antrag`.
pub(crate) fn report(fields: &str, body: &str) -> Report {
    let document =
        format!("<antrag xmlns='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>{body}</antrag>");
    report_on(fields, &document)
}

pub(crate) fn report_on(fields: &str, document: &str) -> Report {
    let schema = schema();
    let profile = load(fields, &schema).unwrap();
    let validator = Validator::new(schema).with_profile(profile);
    let report = validator.report(document.as_bytes());
    assert_eq!(validator.report_from(document.as_bytes()), report);
    report
}

/// `code path`, with the namespace left out, of each finding of a profile.
pub(crate) fn found(report: &Report) -> Vec<String> {
    let of_profile = |finding: &&Finding| finding.code().as_str().starts_with("XP");
    let findings = report.findings.iter().filter(of_profile);
    findings
        .map(|finding| format!("{} {}", finding.code(), finding.path().replace("Q{urn:t}", "")))
        .collect()
}

/// What is found under one field with this path and condition.
pub(crate) fn missing(path: &str, when: &str, body: &str) -> Vec<String> {
    let when = if when.is_empty() {
        String::new()
    } else {
        format!("when = {{ {when} }}\n")
    };
    found(&report(&format!("[[field]]\npath = '{path}'\n{when}"), body))
}
