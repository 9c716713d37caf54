//! Codes that other versions of a list have.

use crate::support::{ampel, findings, validator};

#[test]
fn a_code_that_older_versions_alone_have_was_withdrawn() {
    let validator = validator(&ampel());
    for (version, code) in [("2", "b"), ("10", "b")] {
        assert_eq!(
            findings(
                &validator,
                &format!("<typ3 listVersionID='{version}'><code>{code}</code></typ3>")
            ),
            [format!(
                "XC0002 Fehler /typ3[1]/code[1]: „Farbe der Ampel“ (urn:ampel), Version {version}; zuletzt vorhanden in Version 1; \
                 Text mit 1 Zeichen"
            )]
        );
    }
}

#[test]
fn a_code_that_newer_versions_alone_have_comes_later() {
    assert_eq!(
        findings(&validator(&ampel()), "<typ3 listVersionID='1'><code>g</code></typ3>"),
        [
            "XC0003 Fehler /typ3[1]/code[1]: „Farbe der Ampel“ (urn:ampel), Version 1; vorhanden erst ab Version 2; Text mit 1 Zeichen"
        ]
    );
}

#[test]
fn a_code_that_older_and_newer_versions_have_is_unknown_here() {
    assert_eq!(
        findings(&validator(&ampel()), "<typ2><code>x</code></typ2>"),
        [
            "XC0001 Fehler /typ2[1]/code[1]: „Farbe der Ampel“ (urn:ampel), Version 2; vorhanden nur in den Versionen 1, 10; \
          Text mit 1 Zeichen"
        ]
    );
}
