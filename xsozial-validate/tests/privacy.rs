//! No finding holds document content: personal values, short and long, stand in documents that break every rule, and nothing that
//! is said about them holds one, in any format, language or `Debug` output.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use std::{collections::BTreeSet, sync::Arc};
use xsozial_schema::{Code, Language, Schema, codelists::CodelistStore, limits::Limits, xsd::Sources};
use xsozial_validate::{
    Baseline, CodelistOptions, Options, Report, Standard, Validator,
    format::{Checked, DocumentReport, Format, Settings, Summary},
    profile::Profile,
    rules::RuleOptions,
};

/// Letters that stand nowhere else in what is said, so that even one of them is found.
const TEXTS: [&str; 5] = [
    "Ǩ",
    "Żé",
    "ƊęƁ",
    "Ǩrüger-Żółkiewska",
    "Ɓahnhofstraße 17, 3. Stock, bei ƊęƁler, seit der Trennung im Mai",
];
const NUMBERS: [&str; 2] = ["9182736455", "918273645546372819"];
/// Values that a rule or a code list must know before it speaks.
const CHOSEN: [&str; 5] = ["09182736490", "2031-02-03", "Qx7", "Qx9", "Qx5"];

/// Code lists: URI, version and codes.
const LISTS: [(&str, &str, &[&str]); 4] = [
    ("urn:farbe", "1", &["r", "Qx7"]),
    ("urn:farbe", "2", &["r"]),
    ("urn:farbe", "3", &["r", "Qx9"]),
    ("urn:doppelt", "1", &["Qx5", "Qx5"]),
];

/// Asks for what no document has.
const PROFILE: &str = r#"
name = "geheim"
[[field]]
path = "r/wanted"
who = "antragstellende Person"
text = "Wird gebraucht."
"#;

const SCHEMA: &str = r#"
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
    <xs:element name="r"><xs:complexType>
        <xs:choice minOccurs="0" maxOccurs="unbounded">
            <xs:element name="text" type="xs:string"/>
            <xs:element name="integer" type="xs:integer"/>
            <xs:element name="fixed" type="xs:string" fixed="fest"/>
            <xs:element name="empty"><xs:complexType/></xs:element>
            <xs:element name="pair"><xs:complexType><xs:sequence><xs:element name="a"/><xs:element name="b"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="attributes"><xs:complexType>
                <xs:attribute name="needed" use="required"/><xs:attribute name="fixed" fixed="fest"/><xs:attribute name="number" type="xs:integer"/>
            </xs:complexType></xs:element>
            <xs:element name="abstract" type="t:abstract"/>
            <xs:element ref="t:head"/>
            <xs:element name="nil" type="xs:string" nillable="true"/>
            <xs:element name="length" type="t:length"/><xs:element name="shortest" type="t:shortest"/><xs:element name="longest" type="t:longest"/>
            <xs:element name="pattern" type="t:pattern"/><xs:element name="enumeration" type="t:enumeration"/><xs:element name="union" type="t:union"/>
            <xs:element name="inclusive" type="t:inclusive"/><xs:element name="exclusive" type="t:exclusive"/>
            <xs:element name="at.least" type="t:at.least"/><xs:element name="more.than" type="t:more.than"/>
            <xs:element name="digits" type="t:digits"/><xs:element name="fraction" type="t:fraction"/>
            <xs:element name="id" type="xs:ID"/><xs:element name="reference" type="xs:IDREF"/>
            <xs:element name="key" type="t:key"/><xs:element name="use" type="xs:string"/>
            <xs:element name="any"><xs:complexType><xs:sequence><xs:any processContents="strict"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="kopf" type="t:Identifikation.Nachricht"/><xs:element name="din" type="t:datatypeA"/>
            <xs:element name="iban" type="xs:string"/><xs:element name="bic" type="xs:string"/><xs:element name="steuerID" type="xs:string"/>
            <xs:element name="ags" type="xs:string"/><xs:element name="ars" type="xs:string"/><xs:element name="wanted" type="xs:string"/>
            <xs:element name="farbe" type="t:farbe"/><xs:element name="form" type="t:form"/><xs:element name="fehlend" type="t:fehlend"/>
            <xs:element name="doppelt" type="t:doppelt"/>
        </xs:choice>
            <xs:attribute name="produkt"/><xs:attribute name="standard"/><xs:attribute name="version"/><xs:attribute name="test"/>
        </xs:complexType>
        <xs:key name="k"><xs:selector xpath="key"/><xs:field xpath="@value"/></xs:key>
        <xs:unique name="u"><xs:selector xpath="key"/><xs:field xpath="name"/></xs:unique>
        <xs:keyref name="kr" refer="t:k"><xs:selector xpath="use"/><xs:field xpath="."/></xs:keyref>
    </xs:element>
    <xs:element name="head" abstract="true"/>
    <xs:element name="other" type="xs:string"/>
    <xs:complexType name="Identifikation.Nachricht"><xs:sequence>
        <xs:element name="nachrichtenUUID" type="xs:token"/><xs:element name="erstellungszeitpunkt" type="xs:dateTime"/>
    </xs:sequence></xs:complexType>
    <xs:simpleType name="datatypeA"><xs:restriction base="xs:string"/></xs:simpleType>
    <xs:complexType name="farbe"><xs:sequence><xs:element name="code" type="xs:token"/><xs:element name="name" type="xs:string" minOccurs="0"/>
        </xs:sequence><xs:attribute name="listURI" type="xs:anyURI" fixed="urn:farbe"/>
        <xs:attribute name="listVersionID" type="xs:normalizedString" fixed="2"/></xs:complexType>
    <xs:complexType name="form"><xs:sequence><xs:element name="code" type="xs:token"/><xs:element name="name" type="xs:string" minOccurs="0"/>
        </xs:sequence><xs:attribute name="listURI" type="xs:anyURI" fixed="urn:farbe"/>
        <xs:attribute name="listVersionID" type="xs:normalizedString" use="required"/></xs:complexType>
    <xs:complexType name="fehlend"><xs:sequence><xs:element name="code" type="xs:token"/><xs:element name="name" type="xs:string" minOccurs="0"/>
        </xs:sequence><xs:attribute name="listURI" type="xs:anyURI" fixed="urn:fehlend"/>
        <xs:attribute name="listVersionID" type="xs:normalizedString" fixed="1"/></xs:complexType>
    <xs:complexType name="doppelt"><xs:sequence><xs:element name="code" type="xs:token"/><xs:element name="name" type="xs:string" minOccurs="0"/>
        </xs:sequence><xs:attribute name="listURI" type="xs:anyURI" fixed="urn:doppelt"/>
        <xs:attribute name="listVersionID" type="xs:normalizedString" fixed="1"/></xs:complexType>
    <xs:complexType name="abstract" abstract="true"/>
    <xs:complexType name="key"><xs:sequence><xs:element name="name" type="xs:string" minOccurs="0" maxOccurs="9"/></xs:sequence><xs:attribute name="value" type="xs:string"/></xs:complexType>
    <xs:simpleType name="length"><xs:restriction base="xs:string"><xs:length value="777"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="shortest"><xs:restriction base="xs:string"><xs:minLength value="777"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="longest"><xs:restriction base="xs:string"><xs:maxLength value="0"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="pattern"><xs:restriction base="xs:string"><xs:pattern value="[a-c]{3}"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="enumeration"><xs:restriction base="xs:string"><xs:enumeration value="ja"/><xs:enumeration value="nein"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="union"><xs:union memberTypes="xs:date t:enumeration"/></xs:simpleType>
    <xs:simpleType name="inclusive"><xs:restriction base="xs:integer"><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="exclusive"><xs:restriction base="xs:integer"><xs:maxExclusive value="5"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="at.least"><xs:restriction base="xs:integer"><xs:minInclusive value="9999999999999999999"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="more.than"><xs:restriction base="xs:integer"><xs:minExclusive value="9999999999999999999"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="digits"><xs:restriction base="xs:decimal"><xs:totalDigits value="3"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="fraction"><xs:restriction base="xs:decimal"><xs:fractionDigits value="1"/></xs:restriction></xs:simpleType>
</xs:schema>"#;

/// For each code what a document holds that breaks its rule; `{}` stands for a text, `#` for a number.
const FAULTS: &[(Code, &str)] = &[
    (Code::ElementMissing, "<pair><b>{}</b></pair>"),
    (Code::ElementMissing, "<pair><a>{}</a></pair>"),
    (Code::ElementUnexpected, "<unknown x='{}'>{}</unknown>"),
    (Code::ElementUndeclared, "<any><unknown x='{}'>{}</unknown></any>"),
    (Code::TextUnexpected, "{}<text>{}</text>"),
    (Code::ChildUnexpected, "<text>{}<x y='{}'>{}</x>{}</text>"),
    (Code::ContentUnexpected, "<empty>{}</empty>"),
    (Code::ElementAbstract, "<t:head>{}</t:head>"),
    (Code::AttributeMissing, "<attributes number='#'/>"),
    (Code::AttributeUnexpected, "<attributes needed='{}' unknown='{}'/>"),
    (Code::AttributeFixed, "<attributes needed='{}' fixed='{}'/>"),
    (Code::ElementFixed, "<fixed>{}</fixed>"),
    (Code::TypeUnknown, "<text xsi:type='{}'>{}</text>"),
    (Code::TypeNotDerived, "<text xsi:type='t:key'>{}</text>"),
    (Code::TypeAbstract, "<abstract>{}</abstract>"),
    (Code::NilNotAllowed, "<text xsi:nil='true'>{}</text>"),
    (Code::NilNotEmpty, "<nil xsi:nil='true'>{}</nil>"),
    (Code::Lexical, "<integer>{}</integer>"),
    (Code::Lexical, "<attributes needed='{}' number='{}'/>"),
    (Code::Lexical, "<nil xsi:nil='{}'/>"),
    (Code::Length, "<length>{}</length>"),
    (Code::MinLength, "<shortest>{}</shortest>"),
    (Code::MaxLength, "<longest>{}</longest>"),
    (Code::Pattern, "<pattern>{}</pattern>"),
    (Code::Pattern, "<pattern>#</pattern>"),
    (Code::Enumeration, "<enumeration>{}</enumeration>"),
    (Code::NoUnionMember, "<union>{}</union>"),
    (Code::MinInclusive, "<at.least>#</at.least>"),
    (Code::MaxInclusive, "<inclusive>#</inclusive>"),
    (Code::MinExclusive, "<more.than>#</more.than>"),
    (Code::MaxExclusive, "<exclusive>#</exclusive>"),
    (Code::TotalDigits, "<digits>#</digits>"),
    (Code::FractionDigits, "<fraction>0.#</fraction>"),
    (Code::IdDuplicate, "<id>Ǩ</id><id>Ǩ</id>"),
    (Code::IdReference, "<reference>Ǩ</reference>"),
    (Code::KeyDuplicate, "<key value='{}'/><key value='{}'/>"),
    (Code::KeyMissing, "<key><name>{}</name></key>"),
    (Code::KeyReference, "<use>{}</use>"),
    (Code::KeyUnclear, "<key value='{}'><name>{}</name><name>#</name></key>"),
    (
        Code::Uuid,
        "<kopf><nachrichtenUUID>{}</nachrichtenUUID><erstellungszeitpunkt>2026-01-05T10:00:00</erstellungszeitpunkt></kopf>",
    ),
    (
        Code::CreationTime,
        "<kopf><nachrichtenUUID>{}</nachrichtenUUID><erstellungszeitpunkt>2031-02-03T10:00:00</erstellungszeitpunkt></kopf>",
    ),
    (Code::Din91379, "<din>{}\u{416}</din>"),
    (Code::NotNormalised, "<text>{} u\u{308}</text>"),
    (Code::Iban, "<iban>{}</iban>"),
    (Code::Iban, "<iban>DE#</iban>"),
    (Code::Bic, "<bic>{}</bic>"),
    (Code::SteuerId, "<steuerID>{}</steuerID>"),
    (Code::SteuerId, "<steuerID>#</steuerID>"),
    (Code::SteuerIdForTests, "<steuerID>09182736490</steuerID>"),
    (Code::Gemeindeschluessel, "<ags>{}</ags>"),
    (Code::Regionalschluessel, "<ars>#</ars>"),
    (Code::FieldMissing, "<text>{}</text>"),
    (Code::FieldEmpty, "<text>{}</text><wanted/>"),
    (Code::CodeUnknown, "<farbe><code>{}</code></farbe>"),
    (Code::CodeUnknown, "<farbe><code>#</code></farbe>"),
    (Code::CodeWithdrawn, "<farbe><code>Qx7</code><name>{}</name></farbe>"),
    (Code::CodeNotYet, "<farbe><code>Qx9</code></farbe>"),
    (Code::CodeNameDiffers, "<farbe><code>r</code><name>{}</name></farbe>"),
    (
        Code::ListVersionMissing,
        "<form listVersionID='{}'><code>{}</code></form>",
    ),
    (Code::ListMissing, "<fehlend><code>{}</code></fehlend>"),
    (Code::ListDefective, "<doppelt><code>Qx5</code></doppelt>"),
    (Code::NotXml, "<text>{}</other>"),
    (Code::NotXml, "<text x='{}' y>{}</text>"),
    (Code::Truncated, "<!-- {}"),
    (Code::Entity, "&{};{}"),
    (Code::Prefix, "<text unbound:x='{}'>{}</text>"),
    (Code::AttributeDuplicate, "<text x='{}' x='{}'/>"),
    (Code::Character, "<text>{}\u{1}</text>"),
    (Code::Limit, "<a><a><a><a><a>{}</a></a></a></a></a>"),
];

/// Whole documents.
const DOCUMENTS: &[(Code, &str)] = &[
    (Code::TestMessage, "<t:r xmlns:t='urn:t' test='{}' produkt='{}'/>"),
    (Code::ProfileNotMeant, "<t:other xmlns:t='urn:t'>{}</t:other>"),
    (Code::RootUnknown, "<unknown x='{}'>{}</unknown>"),
    (Code::NotXml, "{}"),
    (Code::NotXml, "<r/>{}"),
    (Code::Doctype, "<!DOCTYPE r [<!ENTITY e '{}'>]><r>&e;</r>"),
    (Code::Empty, "<!-- {} --><?target {}?>"),
    (Code::Encoding, "<?xml version='1.0' encoding='{}'?><r/>"),
];

/// The code lists at hand; the name of each code is that of a colour.
fn lists() -> Arc<CodelistStore> {
    let mut store = CodelistStore::new();
    for (number, (uri, version, codes)) in LISTS.iter().enumerate() {
        let rows: Vec<String> = codes
            .iter()
            .map(|code| {
                format!(
                    "<Row><Value ColumnRef='code'><SimpleValue>{code}</SimpleValue></Value>\
                     <Value ColumnRef='name'><SimpleValue>rot</SimpleValue></Value></Row>"
                )
            })
            .collect();
        let list = format!(
            "<gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><Identification>\
             <ShortName>farbe</ShortName><Version>{version}</Version><CanonicalUri>{uri}</CanonicalUri></Identification>\
             <ColumnSet><Column Id='code' Use='required'/><Column Id='name' Use='required'/>\
             <Key Id='codeKey'><ColumnRef Ref='code'/></Key></ColumnSet><SimpleCodeList>{}</SimpleCodeList></gc:CodeList>",
            rows.concat()
        );
        store.add_bytes(format!("{number}.xml"), &list);
    }
    Arc::new(store)
}

fn filled(template: &str, text: &str, number: &str) -> String {
    template.replace("{}", text).replace('#', number)
}

/// Everything that is said about a document.
fn said(report: &Report, checked: &Arc<Checked>) -> Vec<String> {
    let mut said = vec![format!("{report:?}"), format!("{report:#?}")];
    for finding in &report.findings {
        said.push(format!(
            "{finding} {finding:?} {:?} {:?}",
            finding.fault(),
            finding.rule()
        ));
    }
    let document = DocumentReport::new("antrag.xml", report.clone()).checked(checked.clone());
    said.push(format!("{document:?}"));
    for &format in Format::ALL {
        for language in [Language::German, Language::English] {
            for is_summary in [false, true] {
                let settings = Settings {
                    language,
                    is_summary,
                    ..Settings::new(format)
                };
                let mut summary = Summary::default();
                summary.add(&document.report);
                let mut text = Vec::new();
                let mut output = settings.output();
                output.begin(&mut text).unwrap();
                output.document(&document, &mut text).unwrap();
                output.end(&summary, &mut text).unwrap();
                said.push(String::from_utf8(text).unwrap());
            }
        }
    }
    said.push(format!("{:?}", document.fingerprints));
    let mut baseline = Baseline::default();
    baseline.add(&document);
    said.push(baseline.to_json().unwrap());
    said.push(format!("{baseline:?}"));
    let known = document.without_known(&baseline, 1_000);
    assert!(
        known
            .report
            .findings
            .iter()
            .all(|finding| finding.code().as_str().starts_with("XE"))
    );
    said.push(format!("{known:?}"));
    said
}

#[test]
fn nothing_that_is_said_holds_a_value() {
    let schema = Schema::compile(Sources::new().bytes("t.xsd", SCHEMA.as_bytes().to_vec())).unwrap();
    let limits = Limits {
        depth: 5,
        ..Limits::default()
    };
    let profile = Profile::from_toml(PROFILE, "profil.toml", &schema).unwrap();
    let rules = RuleOptions {
        is_production: true,
        ..RuleOptions::default()
    };
    let validator = Validator::new(schema)
        .with_options(Options {
            limits,
            ..Options::default()
        })
        .with_rules(rules)
        .with_codelists(lists(), CodelistOptions::default())
        .with_profile(profile);
    let checked = Standard::new(validator.clone()).checked;
    let mut provoked = BTreeSet::new();
    for text in TEXTS {
        for number in NUMBERS {
            let in_root = FAULTS.iter().map(|(code, content)| {
                let root = "<t:r xmlns:t='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>";
                (code, format!("{root}{}</t:r>", filled(content, text, number)))
            });
            let whole = DOCUMENTS
                .iter()
                .map(|(code, document)| (code, filled(document, text, number)));
            for (code, document) in in_root.chain(whole) {
                let report = validator.report(document.as_bytes());
                let codes: Vec<Code> = report.findings.iter().map(xsozial_validate::Finding::code).collect();
                assert!(codes.contains(code), "{code}: {codes:?} in {document}");
                provoked.insert(*code);
                for said in said(&report, &checked) {
                    for secret in TEXTS.iter().chain(&NUMBERS).chain(&CHOSEN) {
                        assert!(!said.contains(secret), "{code}: {said}");
                    }
                }
            }
        }
    }
    let untold: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !concerns_no_document(**code) && !provoked.contains(code))
        .collect();
    assert!(untold.is_empty(), "not provoked: {untold:?}");
}

/// Codes of the environment, and of profiles that cannot be loaded.
fn concerns_no_document(code: Code) -> bool {
    code.as_str().starts_with("XE") || code == Code::ProfileUnusable
}
