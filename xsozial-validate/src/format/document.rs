//! What is told about one document.

use super::{Checked, Fingerprint, SourceLine};
use crate::{Baseline, Finding, Report};
use std::sync::Arc;
use xsozial_schema::Severity;

/// The report on a document, with its name.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DocumentReport {
    /// What the document is called: its path, or what stands in place of it.
    pub name: String,
    /// What was found.
    pub report: Report,
    /// What tells the findings from others over many runs, in their order.
    pub fingerprints: Vec<Fingerprint>,
    /// What was checked.
    pub checked: Arc<Checked>,
    /// The lines that the findings are about, in the order of the findings; empty where values may not be shown.
    pub source_lines: Vec<Option<SourceLine>>,
}

impl DocumentReport {
    /// A report that tells nothing of what was checked and shows no lines.
    pub fn new(name: impl Into<String>, report: Report) -> Self {
        let name = name.into();
        Self {
            fingerprints: Fingerprint::of_all(&name, &report.findings),
            name,
            report,
            checked: Arc::default(),
            source_lines: Vec::new(),
        }
    }

    /// The same report, telling what was checked.
    #[must_use]
    pub fn checked(mut self, checked: Arc<Checked>) -> Self {
        self.checked = checked;
        self
    }

    /// The same report with lines of the document. **They hold document content.**
    #[must_use]
    pub fn showing(mut self, source_lines: Vec<Option<SourceLine>>) -> Self {
        self.source_lines = source_lines;
        self
    }

    /// The same report, in which what the baseline names is counted alone, and no more than so many findings are kept.
    #[must_use]
    pub fn without_known(mut self, baseline: &Baseline, most: usize) -> Self {
        let findings = std::mem::take(&mut self.report.findings);
        let fingerprints = std::mem::take(&mut self.fingerprints);
        let mut lines = std::mem::take(&mut self.source_lines).into_iter();
        for (finding, fingerprint) in findings.into_iter().zip(fingerprints) {
            let line = lines.next();
            let is_error = finding.severity() == Severity::Error;
            if baseline.names(&finding, &fingerprint) {
                self.report.known += 1;
                self.report.known_errors += u64::from(is_error);
            } else if self.report.findings.len() < most {
                self.report.findings.push(finding);
                self.fingerprints.push(fingerprint);
                self.source_lines.extend(line);
            } else if is_error {
                self.report.omitted += 1;
            } else {
                self.report.omitted_remarks += 1;
            }
        }
        self
    }

    /// The findings, each with its fingerprint.
    pub fn findings(&self) -> impl Iterator<Item = (&Finding, &Fingerprint)> {
        self.report.findings.iter().zip(&self.fingerprints)
    }
}
