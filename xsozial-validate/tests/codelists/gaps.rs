//! Lists that are not at hand.

use crate::support::{ampel, findings, list, schema, store, validator};
use std::sync::Arc;
use xsozial_schema::Severity;
use xsozial_validate::{CodelistOptions, Validator};

#[test]
fn a_list_that_is_not_at_hand_is_one_warning_a_document() {
    let validator = validator(&[]);
    let content = "<typ1><code>r</code><name>x</name></typ1><typ2><code>a</code></typ2><typ3 listVersionID='1'><code>b</code></typ3>
        <typ4 listURI='urn:farbe' listVersionID='1'><code>r</code></typ4><typ4 listURI='urn:farbe' listVersionID='2'><code>r</code></typ4>
        <typ4 listURI='urn:form' listVersionID='1'><code>r</code></typ4>";
    assert_eq!(
        findings(&validator, content),
        [
            "XC0102 Warnung /typ2[1]: „Farbe der Ampel“ (urn:ampel), Version 2; 2 Codes wurden nicht geprüft",
            "XC0102 Warnung /typ4[1]: sie steht nur im Dokument (listURI: Text mit 9 Zeichen); 2 Codes wurden nicht geprüft",
            "XC0102 Warnung /typ4[3]: sie steht nur im Dokument (listURI: Text mit 8 Zeichen); 1 Code wurde nicht geprüft",
        ]
    );
}

#[test]
fn a_version_that_is_not_at_hand_is_told_with_those_that_are() {
    let content = "<typ3 listVersionID='7'><code>r</code></typ3><typ3 listVersionID='7'><code>r</code></typ3>
        <typ3 listVersionID=''><code>r</code></typ3><typ4 listURI='urn:ampel' listVersionID='2019'><code>r</code></typ4>";
    assert_eq!(
        findings(&validator(&ampel()), content),
        [
            "XC0101 Warnung /typ3[1]: „Farbe der Ampel“ (urn:ampel); die Version nennt nur das Dokument (listVersionID: Text mit 1 \
             Zeichen); vorhanden: 1, 2, 10; 2 Codes wurden nicht geprüft",
            "XC0101 Warnung /typ3[3]: „Farbe der Ampel“ (urn:ampel); die Version nennt nur das Dokument (listVersionID: leerer Text); \
             vorhanden: 1, 2, 10; 1 Code wurde nicht geprüft",
            "XC0101 Warnung /typ4[1]: „kurz“ (urn:ampel); die Version nennt nur das Dokument (listVersionID: Text mit 4 Zeichen); \
             vorhanden: 1, 2, 10; 1 Code wurde nicht geprüft",
        ]
    );
    let only_old = [list("urn:ampel", "1", &[("r", "rot", "")])];
    assert_eq!(
        findings(&validator(&only_old), "<typ2><code>g</code></typ2>"),
        [
            "XC0101 Warnung /typ2[1]: „Farbe der Ampel“ (urn:ampel); verlangt: Version 2; vorhanden: 1; 1 Code wurde nicht geprüft"
        ]
    );
}

#[test]
fn of_many_versions_the_newest_are_told() {
    let lists: Vec<String> = (1..=12)
        .map(|version| list("urn:ampel", &version.to_string(), &[]))
        .collect();
    let found = findings(&validator(&lists), "<typ3 listVersionID='x'><code>g</code></typ3>");
    assert!(
        found[0].contains("vorhanden: … 5, 6, 7, 8, 9, 10, 11, 12;"),
        "{found:?}"
    );
}

#[test]
fn it_is_an_error_where_that_is_wanted() {
    let strict = CodelistOptions { is_strict: true };
    let validator = Validator::new(schema()).with_codelists(Arc::new(store(&ampel())), strict);
    for content in [
        "<typ3 listVersionID='7'><code>r</code></typ3>",
        "<typ4 listURI='urn:x' listVersionID='7'><code>r</code></typ4>",
    ] {
        let report = crate::support::report(&validator, content);
        assert_eq!(
            (report.valid(), report.count(Severity::Error)),
            (Some(false), 1),
            "{content}"
        );
    }
}

#[test]
fn a_broken_download_is_told_where_its_list_is_missed() {
    let mut store = store(&[]);
    store.add_bytes(
        "listen.zip/Farbe der Ampel_2_fehlerhaft.xml",
        "<bdt:Fehler xmlns:bdt='urn:b'/>",
    );
    store.add_bytes("Farbe der Ampelmännchen_2.xml", "<a/>");
    let validator = Validator::new(schema()).with_codelists(Arc::new(store), CodelistOptions::default());
    assert_eq!(
        findings(&validator, "<typ2><code>r</code></typ2>"),
        [
            "XC0102 Warnung /typ2[1]: „Farbe der Ampel“ (urn:ampel), Version 2; die Datei listen.zip/Farbe der Ampel_2_fehlerhaft.xml \
          ist unbrauchbar (XK0102), laden Sie die Liste noch einmal herunter; 1 Code wurde nicht geprüft"
        ]
    );
}

#[test]
fn a_document_that_names_very_many_lists_does_not_fill_the_memory() {
    use std::fmt::Write;
    let mut content = String::new();
    for number in 0..3_000 {
        let _ = write!(
            content,
            "<typ4 listURI='urn:{number}' listVersionID='1'><code>r</code></typ4>"
        );
    }
    let found = findings(&validator(&[]), &content);
    assert_eq!(found.len(), 1_000);
    let unlimited = validator(&[]).with_options(xsozial_validate::Options {
        most_findings: usize::MAX,
        ..Default::default()
    });
    let found = findings(&unlimited, &content);
    assert_eq!(found.len(), 1_001);
    assert!(
        found[1_000].ends_with("die nur das Dokument nennt; 2000 Codes wurden nicht geprüft"),
        "{}",
        found[1_000]
    );
}
