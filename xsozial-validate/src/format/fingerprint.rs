//! What tells a finding from others over many runs.

use crate::Finding;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

/// How many bytes of the sum a fingerprint keeps: two findings share one by chance in none of the reports ever made.
const BYTES: usize = 16;

/// Begins every sum. Another way to make fingerprints gets another number, so that old baselines are not misread.
const SCHEME: &str = "xsozial finding 1";

/// Tells a finding from others over many runs: made from the document's name, the code, the path and its occurrence among
/// findings that are alike in these. Lines have no part in it, so it outlives edits elsewhere in the document; nor have
/// values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    text: String,
    occurrence: usize,
}

impl Fingerprint {
    /// The fingerprints of a document's findings, in their order. All of them must be given, or occurrences are miscounted.
    pub(super) fn of_all(document: &str, findings: &[Finding]) -> Vec<Self> {
        let mut seen: FxHashMap<(&str, &str), usize> = FxHashMap::default();
        let name = portable(document);
        findings
            .iter()
            .map(|finding| {
                let kind = (finding.code().as_str(), finding.path());
                let occurrence = seen.entry(kind).or_default();
                *occurrence += 1;
                Self::new(&[SCHEME, &name, kind.0, kind.1], *occurrence)
            })
            .collect()
    }

    /// The fingerprint of what these parts tell.
    pub(super) fn new(parts: &[&str], occurrence: usize) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            // The length keeps parts apart whatever characters they hold.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.update((occurrence as u64).to_be_bytes());
        let text = hash.finalize()[..BYTES].iter().fold(String::new(), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        Self { text, occurrence }
    }

    /// 32 hexadecimal digits in lower case.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Which of the findings with the same code and path it is, counted from 1.
    pub fn occurrence(&self) -> usize {
        self.occurrence
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The name as it is on every system: `./a\b.xml` is `a/b.xml`.
fn portable(document: &str) -> String {
    let name = document.replace('\\', "/");
    name.strip_prefix("./").map_or(name.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use xsozial_schema::{Code, Fault};

    fn finding(code: Code, path: &str) -> Finding {
        Finding {
            path: path.to_owned(),
            ..Finding::error(Fault::new(code))
        }
    }

    #[test]
    fn equal_findings_are_told_apart_by_their_occurrence() {
        let findings = [
            finding(Code::Pattern, "/a[1]"),
            finding(Code::Pattern, "/a[1]"),
            finding(Code::Length, "/a[1]"),
            finding(Code::Pattern, "/a[2]"),
        ];
        let fingerprints = Fingerprint::of_all("antrag.xml", &findings);
        let mut texts: Vec<&str> = fingerprints.iter().map(Fingerprint::as_str).collect();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), 4);
        let occurrences: Vec<usize> = fingerprints.iter().map(Fingerprint::occurrence).collect();
        assert_eq!(occurrences, [1, 2, 1, 1]);
    }

    #[test]
    fn a_fingerprint_is_the_same_on_every_system() {
        let findings = [finding(Code::Pattern, "/a[1]")];
        let unix = Fingerprint::of_all("eingang/antrag.xml", &findings);
        assert_eq!(unix, Fingerprint::of_all(".\\eingang\\antrag.xml", &findings));
        assert_ne!(unix, Fingerprint::of_all("ausgang/antrag.xml", &findings));
        // Kept for all time: baselines hold it.
        assert_eq!(unix[0].as_str(), "282e4abf77172009b24a4001e3fa10dc");
    }
}
