//! The four kinds of code types.

use crate::support::{ampel, compile, findings, list, store, validator};
use std::sync::Arc;
use xsozial_validate::{CodelistOptions, Validator};

#[test]
fn known_codes_of_every_type_are_right() {
    let content = "<typ1><code>r</code></typ1><typ2><code>r</code></typ2>
        <typ2 listURI='urn:ampel' listVersionID='2'><code> g\n</code><name>grün</name></typ2>
        <typ3 listVersionID='1'><code>b</code></typ3><typ3 listVersionID=' 10 '><code>w</code><name> weiß </name></typ3>
        <typ4 listURI='urn:ampel' listVersionID='2'><code>g</code></typ4>";
    assert_eq!(findings(&validator(&ampel()), content), [""; 0]);
}

#[test]
fn an_unknown_code_is_found_in_every_type() {
    let content = "<typ2><code>y</code></typ2><typ3 listVersionID='1'><code>y</code></typ3>
        <typ4 listURI='urn:ampel' listVersionID='2'><code></code></typ4>";
    assert_eq!(
        findings(&validator(&ampel()), content),
        [
            "XC0001 Fehler /typ2[1]/code[1]: „Farbe der Ampel“ (urn:ampel), Version 2; Text mit 1 Zeichen",
            "XC0001 Fehler /typ3[1]/code[1]: „Farbe der Ampel“ (urn:ampel), Version 1; Text mit 1 Zeichen",
            "XC0001 Fehler /typ4[1]/code[1]: „kurz“ (urn:ampel), Version 2; leerer Text",
        ]
    );
}

#[test]
fn type_1_is_left_to_the_schema_but_for_its_names() {
    let validator = validator(&ampel());
    let content = "<typ1><code>neu</code><name>was auch immer</name></typ1><typ1><code>y</code><name>egal</name></typ1>
        <typ1><code>g</code><name>gelb</name></typ1>";
    let found = findings(&validator, content);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("XF0301 Fehler /typ1[2]/code[1]"));
    assert_eq!(
        found[1],
        "XC0201 Warnung /typ1[3]/name[1]: „Farbe der Ampel“ (urn:ampel), Version 2; Spalte name; Text mit 4 Zeichen"
    );
}

#[test]
fn a_wrong_fixed_version_is_one_finding_and_the_schemas_list_counts() {
    let found = findings(&validator(&ampel()), "<typ2 listVersionID='10'><code>w</code></typ2>");
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("XS0203"), "{found:?}");
    assert!(found[1].starts_with("XC0003"), "{found:?}");
    let found = findings(&validator(&ampel()), "<typ3><code>w</code></typ3>");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("XS0201"), "{found:?}");
}

#[test]
fn the_column_is_the_one_that_the_schema_names() {
    let schema = |column: &str| {
        compile(&format!(
            "<xs:element name='r'><xs:complexType><xs:annotation><xs:appinfo><genutzteCodeSpalte>{column}</genutzteCodeSpalte>
             </xs:appinfo></xs:annotation><xs:sequence><xs:element name='code' type='xs:token'/></xs:sequence>
             <xs:attribute name='listURI' fixed='urn:ampel'/><xs:attribute name='listVersionID' fixed='2'/></xs:complexType>
             </xs:element>"
        ))
    };
    let validator = |column: &str| {
        Validator::new(schema(column)).with_codelists(Arc::new(store(&ampel())), CodelistOptions::default())
    };
    assert_eq!(findings(&validator("english"), "<code>red</code>"), [""; 0]);
    assert!(findings(&validator("english"), "<code>r</code>")[0].starts_with("XC0001"));
    assert_eq!(
        findings(&validator("andere"), "<code>r</code>"),
        [
            "XC0301 Warnung /code[1]: urn:ampel, Version 2; 1.xml: Die Spalte andere, die das Schema nennt, fehlt; Codes wurden \
             nicht geprüft"
                .replace("urn:ampel, ", "„kurz“ (urn:ampel), ")
        ]
    );
}

#[test]
fn codes_behind_xsi_type_are_checked() {
    let schema = compile(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='e' type='Basis'/></xs:sequence></xs:complexType></xs:element>
         <xs:complexType name='Basis'/>
         <xs:complexType name='Code'><xs:complexContent><xs:extension base='Basis'><xs:sequence>
           <xs:element name='code' type='xs:token'/></xs:sequence><xs:attribute name='listURI' fixed='urn:a'/>
           <xs:attribute name='listVersionID' fixed='1'/></xs:extension></xs:complexContent></xs:complexType>",
    );
    let lists = [list("urn:a", "1", &[("1", "eins", "")])];
    let validator = Validator::new(schema).with_codelists(Arc::new(store(&lists)), CodelistOptions::default());
    let content = |code: &str| {
        format!("<e xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='Code'><code>{code}</code></e>")
    };
    assert_eq!(findings(&validator, &content("1")), [""; 0]);
    assert!(findings(&validator, &content("2"))[0].starts_with("XC0001 Fehler /e[1]/code[1]"));
}
