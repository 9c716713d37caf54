//! Lists that have defects themselves.

use crate::support::{ampel, findings, list, validator};

#[test]
fn the_defects_of_a_list_are_told_once_a_document_that_uses_it() {
    let mut lists = ampel();
    lists.push(list(
        "urn:doppelt",
        "1",
        &[("1", "eins", ""), ("1", "ein", ""), ("2", "", ""), ("3", "drei", "")],
    ));
    let validator = validator(&lists);
    assert_eq!(findings(&validator, "<typ2><code>r</code></typ2>"), [""; 0]);
    let content = "<typ4 listURI='urn:doppelt' listVersionID='1'><code>3</code></typ4>
        <typ4 listURI='urn:doppelt' listVersionID='1'><code>1</code><name>eins</name></typ4>";
    let found = findings(&validator, content);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(
            "XC0301 Hinweis /typ4[1]/code[1]: „kurz“ (urn:doppelt), Version 1; 3.xml: 2 Mängel, der erste in Zeile "
        ),
        "{found:?}"
    );
}

#[test]
fn a_code_is_known_when_one_of_two_contradicting_files_has_it() {
    let lists = [
        list("urn:ampel", "2", &[("r", "rot", ""), ("08", "Württemberg", "")]),
        list("urn:ampel", "2", &[("g", "grün", ""), ("08", "W?rttemberg", "")]),
    ];
    let content =
        "<typ2><code>r</code></typ2><typ2><code>g</code></typ2><typ2><code>08</code><name>Württemberg</name></typ2>
        <typ2><code>08</code><name>W?rttemberg</name></typ2><typ2><code>y</code></typ2>";
    let found = findings(&validator(&lists), content);
    assert_eq!(
        found,
        [
            "XC0301 Warnung /typ2[1]/code[1]: „Farbe der Ampel“ (urn:ampel), Version 2; mehrere Dateien enthalten sie mit verschiedenem \
             Inhalt: 0.xml, 1.xml",
            "XC0001 Fehler /typ2[5]/code[1]: „Farbe der Ampel“ (urn:ampel), Version 2; Text mit 1 Zeichen",
        ],
        "{found:?}"
    );
}
