//! No finding shows what stands in the document alone.

use crate::support::{ampel, report, validator};
use xsozial_schema::Language;

#[test]
fn codes_names_and_lists_of_the_document_are_never_shown() {
    let secrets = ["Qx1", "Qx2", "Qx3", "Qx4", "Qx5"];
    let content = "<typ2><code>Qx1</code></typ2><typ2><code>r</code><name>Qx2</name></typ2>
        <typ3 listVersionID='Qx3'><code>Qx1</code></typ3><typ4 listURI='urn:Qx4' listVersionID='Qx3'><code>Qx1</code></typ4>
        <typ4 listURI='urn:ampel' listVersionID='Qx5'><code>Qx1</code></typ4>";
    let report = report(&validator(&ampel()), content);
    assert_eq!(report.findings.len(), 5);
    for finding in &report.findings {
        let texts = [Language::German, Language::English].map(|language| finding.message(language));
        for text in [&format!("{finding:?}"), &finding.fault().to_string()]
            .into_iter()
            .chain(&texts)
        {
            assert!(secrets.iter().all(|secret| !text.contains(secret)), "{text}");
        }
    }
}
