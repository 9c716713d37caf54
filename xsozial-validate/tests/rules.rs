//! Where the rules beyond the schema apply, and what they say.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use xsozial_schema::{Code, Language, Schema, Severity, xsd::Sources};
use xsozial_validate::{
    Report, Validator,
    rules::{RULES, RuleOptions},
};

const NOTHING: [&str; 0] = [];

/// A validator for a schema with these components and no target namespace.
fn validator(components: &str, options: RuleOptions) -> Validator {
    let schema = format!("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>{components}</xs:schema>");
    let schema = Schema::compile(Sources::new().bytes("t.xsd", schema.into_bytes())).unwrap();
    Validator::new(schema).with_rules(options)
}

fn report(components: &str, document: &str) -> Report {
    let validator = validator(components, RuleOptions::default());
    let report = validator.report(document.as_bytes());
    assert_eq!(validator.report_from(document.as_bytes()), report);
    report
}

/// The codes of what is found in an element `r` with these children and attributes.
fn codes(components: &str, document: &str) -> Vec<&'static str> {
    let report = report(components, document);
    report.findings.iter().map(|finding| finding.code().as_str()).collect()
}

/// An element of this name and type with this value.
fn value(name: &str, type_name: &str, value: &str) -> Vec<&'static str> {
    let components = format!("<xs:element name='{name}' type='{type_name}'/>");
    codes(&components, &format!("<{name}>{value}</{name}>"))
}

#[test]
fn values_are_known_by_the_last_word_of_their_names() {
    for name in ["iban", "IBAN", "kontoIBAN", "zahlung.iban", "empfaenger_Iban"] {
        assert_eq!(value(name, "xs:string", "DE00"), ["XR0301"], "{name}");
    }
    for name in ["ibanPruefung", "urbanitaet", "taliban", "kontonummer"] {
        assert_eq!(value(name, "xs:string", "DE00"), NOTHING, "{name}");
    }
    assert_eq!(
        value("bic", "xs:token", " MARKDEFF "),
        NOTHING,
        "white space as the type has it"
    );
    assert_eq!(value("swiftBic", "xs:token", "X"), ["XR0302"]);
    assert_eq!(value("steuerId", "xs:string", "1"), ["XR0303"]);
    assert_eq!(value("steuerliche-Identifikationsnummer", "xs:string", "1"), ["XR0303"]);
    assert_eq!(value("amtlicherGemeindeschlüssel", "xs:string", "1"), ["XR0305"]);
    assert_eq!(value("ARS", "xs:string", "1"), ["XR0306"]);
}

#[test]
fn only_texts_that_the_schema_finds_valid_are_looked_at() {
    assert_eq!(value("mitIban", "xs:boolean", "true"), NOTHING);
    assert_eq!(
        value("iban", "xs:string", ""),
        NOTHING,
        "what is empty is another matter"
    );
    let enumerated =
        "<xs:element name='iban'><xs:simpleType><xs:restriction base='xs:token'><xs:enumeration value='keine'/>
        </xs:restriction></xs:simpleType></xs:element>";
    assert_eq!(codes(enumerated, "<iban>keine</iban>"), NOTHING);
    let patterned =
        "<xs:element name='iban'><xs:simpleType><xs:restriction base='xs:token'><xs:pattern value='[A-Z]{2}[0-9]+'/>
        </xs:restriction></xs:simpleType></xs:element>";
    assert_eq!(
        codes(patterned, "<iban>de</iban>"),
        ["XF0201"],
        "one fault, one finding"
    );
    assert_eq!(codes(patterned, "<iban>DE00</iban>"), ["XR0301"]);
}

#[test]
fn attributes_are_looked_at_too() {
    let components = "<xs:element name='konto'><xs:complexType><xs:attribute name='iban' type='xs:token'/>
        <xs:attribute name='ort' type='xs:string'/></xs:complexType></xs:element>";
    let report = report(components, "<konto iban='DE00' ort='Mu\u{308}nster'/>");
    let found: Vec<_> = report
        .findings
        .iter()
        .map(|finding| (finding.code(), finding.path()))
        .collect();
    assert_eq!(
        found,
        [(Code::Iban, "/konto[1]/@iban"), (Code::NotNormalised, "/konto[1]/@ort")]
    );
    assert_eq!(report.findings[0].position().unwrap().column, 8);
}

#[test]
fn an_identification_number_is_that_of_taxes_where_the_documentation_cites_the_law() {
    let person = |documentation: &str| {
        format!(
            "<xs:element name='person'><xs:complexType><xs:sequence><xs:element name='identifikationsnummer' type='xs:string'>
             <xs:annotation><xs:documentation>{documentation}</xs:documentation></xs:annotation></xs:element></xs:sequence>
             </xs:complexType></xs:element>"
        )
    };
    let document = "<person><identifikationsnummer>4711</identifikationsnummer></person>";
    assert_eq!(codes(&person("Nach § 139b der Abgabenordnung."), document), ["XR0303"]);
    assert_eq!(codes(&person("Des Ausweises."), document), NOTHING);
}

const HEAD: &str = "
    <xs:complexType name='NAME'><xs:sequence>
        <xs:element name='nachrichtenUUID' type='xs:token'/><xs:element name='erstellungszeitpunkt' type='xs:dateTime'/>
    </xs:sequence></xs:complexType>
    <xs:complexType name='Eigener'><xs:complexContent><xs:restriction base='NAME'><xs:sequence>
        <xs:element name='nachrichtenUUID' type='xs:token'/><xs:element name='erstellungszeitpunkt' type='xs:dateTime'/>
    </xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
    <xs:element name='kopf' type='NAME'/><xs:element name='eigener' type='Eigener'/>";

#[test]
fn heads_are_known_by_their_types_and_those_derived_from_them() {
    let document = |root: &str| {
        format!(
            "<{root}><nachrichtenUUID>12345678-1234-1234-1234-123456789012</nachrichtenUUID>
             <erstellungszeitpunkt>2026-01-05T10:00:00</erstellungszeitpunkt></{root}>"
        )
    };
    for head in ["Identifikation.NachrichtType", "Identifikation.Nachricht"] {
        let components = HEAD.replace("NAME", head);
        for root in ["kopf", "eigener"] {
            assert_eq!(
                codes(&components, &document(root)),
                ["XR0101", "XR0102"],
                "{head} {root}"
            );
        }
    }
    let other = HEAD.replace("NAME", "Kommentar");
    assert_eq!(
        codes(&other, &document("kopf")),
        NOTHING,
        "a comment has a time of creation of its own"
    );
    let same_parts = other.replace(
        "<xs:element name='erstellungszeitpunkt'",
        "<xs:element name='nachrichtentyp' type='xs:token' minOccurs='0'/><xs:element name='erstellungszeitpunkt'",
    );
    assert_eq!(
        codes(&same_parts, &document("kopf")),
        ["XR0101", "XR0102"],
        "a head of another name"
    );
}

#[test]
fn test_messages_and_test_numbers_are_told_in_production_alone() {
    let components =
        "<xs:complexType name='N'><xs:sequence><xs:element name='steuerID' type='xs:string'/></xs:sequence>
        <xs:attribute name='produkt' type='xs:string'/><xs:attribute name='standard' type='xs:string'/>
        <xs:attribute name='version' type='xs:string'/><xs:attribute name='test' type='xs:string'/></xs:complexType>
        <xs:element name='n' type='N'/>";
    let document = b"<n test=''><steuerID>02476291358</steuerID></n>";
    assert_eq!(
        validator(components, RuleOptions::default()).report(document).findings,
        []
    );
    let production = RuleOptions {
        is_production: true,
        ..RuleOptions::default()
    };
    let report = validator(components, production).report(document);
    let codes: Vec<Code> = report.findings.iter().map(xsozial_validate::Finding::code).collect();
    assert_eq!(codes, [Code::TestMessage, Code::SteuerIdForTests]);
    assert_eq!(report.valid(), Some(true));
    let real = validator(components, production).report(b"<n><steuerID>86095742719</steuerID></n>");
    assert_eq!(real.findings, []);
}

#[test]
fn data_types_of_din_91379_are_known_by_their_names() {
    let components = |pattern: &str| {
        format!(
            "<xs:simpleType name='datatypeA'><xs:restriction base='xs:string'>{pattern}</xs:restriction></xs:simpleType>
             <xs:simpleType name='Name'><xs:restriction base='datatypeA'><xs:maxLength value='50'/></xs:restriction></xs:simpleType>
             <xs:element name='x' type='Name'/>"
        )
    };
    let open = components("");
    assert_eq!(codes(&open, "<x>Šćepan</x>"), NOTHING);
    assert_eq!(codes(&open, "<x>Ω</x>"), ["XR0201"]);
    // The published type has a pattern: then the engine finds the fault, and the rule says more of it.
    let closed = components("<xs:pattern value='[A-Za-zäöüßŠć]*'/>");
    assert_eq!(codes(&closed, "<x>Šćepan</x>"), NOTHING);
    let report = report(&closed, "<x>aΩ</x>");
    assert_eq!(report.findings[0].code(), Code::Pattern);
    assert_eq!(
        (report.findings[1].code(), report.findings[1].severity()),
        (Code::Din91379, Severity::Info)
    );
    assert_eq!(
        report.findings[1].message(Language::German),
        "Ein Zeichen gehört nicht zum Datentyp der DIN 91379: Zeichen U+03A9 an Stelle 2 gehört nicht zum Datentyp A; erlaubt in \
         Datentyp D, E"
    );
    assert!(
        report.findings[1]
            .message(Language::English)
            .ends_with("allowed in data type D, E")
    );
    let decomposed = codes(&closed, "<x>Mu\u{308}ller</x>");
    assert_eq!(
        decomposed,
        ["XF0201", "XR0202"],
        "the cause is the missing normalisation"
    );
    assert_eq!(codes(&components(""), "<x>Mu\u{308}ller</x>"), ["XR0202"]);
    let too_long = format!("<x>{}</x>", "a".repeat(51));
    assert_eq!(
        codes(&open, &too_long),
        ["XF0103"],
        "of other faults there is no more to say"
    );
}

#[test]
fn names_of_persons_without_a_data_type_of_their_own_keep_to_the_first() {
    assert_eq!(value("familienname", "xs:string", "Mustermann-Müller"), NOTHING);
    assert_eq!(value("familienname", "xs:string", "Muster\u{2013}mann"), ["XR0201"]);
    let latin = "<xs:simpleType name='String.Latin'><xs:restriction base='xs:string'/></xs:simpleType>
        <xs:element name='familienname' type='String.Latin'/>";
    assert_eq!(
        codes(latin, "<familienname>Muster 2</familienname>"),
        NOTHING,
        "all normative characters"
    );
    assert_eq!(codes(latin, "<familienname>\u{416}</familienname>"), ["XR0201"]);
}

#[test]
fn all_texts_are_normalised() {
    assert_eq!(value("ort", "xs:string", "Mu\u{308}nster"), ["XR0202"]);
    assert_eq!(
        value("ort", "xs:string", "Münster \u{2013} q\u{308}"),
        NOTHING,
        "there is no such letter"
    );
    assert_eq!(value("ort", "xs:anyURI", "Mu\u{308}nster"), NOTHING);
}

const CODE: &str = "<xs:complexType name='Code'><xs:sequence><xs:element name='code' type='xs:token'/></xs:sequence>
    <xs:attribute name='listURI' type='xs:anyURI' fixed='urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags'/>
    <xs:attribute name='listVersionID' type='xs:normalizedString' use='required'/></xs:complexType>
    <xs:element name='gemeinde' type='Code'/>";

#[test]
fn codes_of_the_lists_of_municipalities_have_their_form() {
    let document = "<gemeinde listVersionID='1'><code>5315000</code></gemeinde>";
    let checks = |checks_codes| {
        let options = RuleOptions {
            checks_codes,
            ..RuleOptions::default()
        };
        validator(CODE, options).report(document.as_bytes()).findings.len()
    };
    assert_eq!((checks(true), checks(false)), (1, 0));
}

#[test]
fn a_finding_rests_on_its_source_and_no_rule_makes_a_document_invalid() {
    let components =
        "<xs:element name='iban' type='xs:string'><xs:annotation><xs:documentation>Das Konto.</xs:documentation>
        </xs:annotation></xs:element>";
    let report = report(components, "<iban>DE00</iban>");
    let finding = &report.findings[0];
    let rule = finding.rule().unwrap();
    assert_eq!(
        (rule.kind.as_str(), rule.source.as_str()),
        ("prose", "ISO 13616-1; IBAN-Register")
    );
    assert_eq!(
        (finding.severity(), finding.path(), finding.help()),
        (Severity::Warning, "/iban[1]", Some("Das Konto."))
    );
    assert_eq!(report.valid(), Some(true));
    assert!(!format!("{report:?}").contains("DE00"));
    assert!(RULES.iter().all(|rule| rule.severity < Severity::Error));
}

#[test]
fn a_report_tells_which_rules_were_applied() {
    let validator = validator("<xs:element name='iban' type='xs:string'/>", RuleOptions::default());
    let rules = validator.rules().unwrap();
    assert_eq!((rules.count, rules.sha256.len()), (2, 64), "IBAN and normalisation");
}

/// The table of `docs/rules.md`, as the table of rules has it.
fn documented() -> String {
    let mut table = "| code | rule | weighs | rests on | applies to |\n|---|---|---|---|---|\n".to_owned();
    for rule in RULES {
        let bindings: Vec<String> = rule.bindings.iter().map(ToString::to_string).collect();
        let severity = match (rule.severity, rule.is_for_production) {
            (Severity::Info, _) => "info",
            (_, true) => "warning, with `--production` alone",
            (_, false) => "warning",
        };
        let row = format!(
            "| `{}` | {} | {severity} | {} | {} |\n",
            rule.code,
            rule.fact.text(Language::English),
            rule.source,
            bindings.join("; ")
        );
        table.push_str(&row);
    }
    table
}

#[test]
fn the_documentation_has_the_table_of_rules() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules.md");
    let documentation = std::fs::read_to_string(path).unwrap();
    let table = documented();
    assert!(documentation.contains(&table), "docs/rules.md must hold:\n{table}");
}
