//! Names beside codes.

use crate::support::{ampel, findings, validator};

#[test]
fn a_name_in_any_language_of_the_list_is_right() {
    let content = "<typ2><code>g</code><name>grün</name></typ2><typ2><code>g</code><name>green</name></typ2>
        <typ3 listVersionID='1'><code>x</code><name>aus</name></typ3>";
    assert_eq!(findings(&validator(&ampel()), content), [""; 0]);
}

#[test]
fn a_name_that_is_not_that_of_the_code_is_a_warning() {
    let content = "<typ2><code>g</code><name>rot</name></typ2><typ2><code>g</code><name>g</name></typ2>
        <typ2><code>g</code><name/></typ2>";
    let found = findings(&validator(&ampel()), content);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(
        found[0],
        "XC0201 Warnung /typ2[1]/name[1]: „Farbe der Ampel“ (urn:ampel), Version 2; Spalte name; Text mit 3 Zeichen"
    );
    assert!(found[2].ends_with("leerer Text"));
}

#[test]
fn the_name_of_an_unknown_code_is_not_a_second_finding() {
    let found = findings(&validator(&ampel()), "<typ2><code>y</code><name>gelb</name></typ2>");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_name_before_its_code_is_compared_too() {
    use crate::support::{compile, store};
    use std::sync::Arc;
    use xsozial_validate::{CodelistOptions, Validator};
    let schema = compile(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='name' type='xs:string'/>
         <xs:element name='code' type='xs:token'/></xs:sequence><xs:attribute name='listURI' fixed='urn:ampel'/>
         <xs:attribute name='listVersionID' fixed='2'/></xs:complexType></xs:element>",
    );
    let validator = Validator::new(schema).with_codelists(Arc::new(store(&ampel())), CodelistOptions::default());
    assert_eq!(findings(&validator, "<name>grün</name><code>g</code>"), [""; 0]);
    assert!(findings(&validator, "<name>gelb</name><code>g</code>")[0].starts_with("XC0201 Warnung /code[1]"));
}
