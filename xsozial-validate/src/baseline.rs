//! Findings that are known already.

use crate::{
    Finding,
    format::{DocumentReport, Fingerprint},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of the file. Another form gets another number.
const VERSION: u32 = 1;

/// Findings that are known already, by their fingerprints, so that a run can tell what is new.
///
/// A baseline holds codes and fingerprints: no names of documents, no paths, no document content. What a document could not
/// even be checked for (`XE…`) is never known.
///
/// ```
/// use xsozial_schema::{Code, Fault};
/// use xsozial_validate::{Baseline, Finding, Report, format::DocumentReport};
/// let report = Report {
///     findings: vec![Finding::error(Fault::new(Code::Pattern))],
///     is_checked: true,
///     ..Report::default()
/// };
/// let document = DocumentReport::new("antrag.xml", report);
/// let mut baseline = Baseline::default();
/// baseline.add(&document);
/// let document = document.without_known(&Baseline::from_json(&baseline.to_json()?)?, 1_000);
/// assert_eq!((document.report.known, document.report.findings.len()), (1, 0));
/// assert_eq!(document.report.valid(), Some(false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The code of each known finding by its fingerprint.
    findings: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: BTreeMap<String, String>,
}

/// Why a text is no baseline.
#[derive(Debug)]
#[non_exhaustive]
pub enum BaselineError {
    /// It is no such JSON.
    Form(serde_json::Error),
    /// Another version of this program wrote it.
    Version(u32),
}

impl std::fmt::Display for BaselineError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(error) => write!(formatter, "is no baseline: {error}"),
            Self::Version(version) => write!(
                formatter,
                "is a baseline of version {version}, and this program knows version {VERSION}; write it anew"
            ),
        }
    }
}

impl std::error::Error for BaselineError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Form(error) => Some(error),
            Self::Version(_) => None,
        }
    }
}

impl Baseline {
    /// Reads a baseline.
    pub fn from_json(text: &str) -> Result<Self, BaselineError> {
        let file: File = serde_json::from_str(text).map_err(BaselineError::Form)?;
        if file.version != VERSION {
            return Err(BaselineError::Version(file.version));
        }
        Ok(Self {
            findings: file.findings,
        })
    }

    /// The baseline as a text: one line a finding, sorted, so that a change is a small difference.
    pub fn to_json(&self) -> Result<String, BaselineError> {
        let file = File {
            version: VERSION,
            findings: self.findings.clone(),
        };
        let mut text = serde_json::to_string_pretty(&file).map_err(BaselineError::Form)?;
        text.push('\n');
        Ok(text)
    }

    /// Adds the findings of a document.
    pub fn add(&mut self, document: &DocumentReport) {
        for (finding, fingerprint) in document.findings().filter(|(finding, _)| can_be_known(finding)) {
            let code = finding.code().as_str().to_owned();
            self.findings.insert(fingerprint.as_str().to_owned(), code);
        }
    }

    /// Whether a finding is known.
    pub fn names(&self, finding: &Finding, fingerprint: &Fingerprint) -> bool {
        can_be_known(finding) && self.findings.contains_key(fingerprint.as_str())
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }
}

fn can_be_known(finding: &Finding) -> bool {
    !finding.code().as_str().starts_with("XE")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Report;
    use xsozial_schema::{Code, Fault};

    fn document(codes: &[Code]) -> DocumentReport {
        let report = Report {
            findings: codes.iter().map(|&code| Finding::error(Fault::new(code))).collect(),
            is_checked: true,
            ..Report::default()
        };
        DocumentReport::new("antrag.xml", report)
    }

    #[test]
    fn of_equal_findings_only_as_many_are_known_as_there_were() {
        let mut baseline = Baseline::default();
        baseline.add(&document(&[Code::Pattern]));
        let report = document(&[Code::Pattern, Code::Pattern]).without_known(&baseline, 10);
        assert_eq!((report.report.known, report.report.findings.len()), (1, 1));
        assert_eq!(report.fingerprints[0].occurrence(), 2);
    }

    #[test]
    fn what_could_not_be_checked_is_never_known() {
        let mut baseline = Baseline::default();
        baseline.add(&document(&[Code::Unreadable, Code::Internal, Code::NoSchema]));
        assert!(baseline.is_empty());
    }

    #[test]
    fn behind_the_most_findings_new_ones_are_counted() {
        let report = document(&[Code::Pattern; 5]).without_known(&Baseline::default(), 2);
        let report = report.report;
        assert_eq!(
            (report.findings.len(), report.omitted, report.omitted_remarks),
            (2, 3, 0)
        );
    }

    #[test]
    fn files_of_another_kind_are_refused() {
        assert!(matches!(Baseline::from_json("[]"), Err(BaselineError::Form(_))));
        let newer = r#"{"version": 2, "findings": {}}"#;
        assert!(matches!(Baseline::from_json(newer), Err(BaselineError::Version(2))));
    }
}
