//! The report on one document.

use crate::Finding;
use xsozial_schema::{Code, Severity, schema::StandardInfo};

/// All that was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings in the order in which they were noticed; references without target come last.
    pub findings: Vec<Finding>,
    /// How many errors were noticed beyond the most that a report holds.
    pub omitted: u64,
    /// What the schema says of the standard that was checked against; `None` when no schema was found.
    pub standard: Option<StandardInfo>,
    /// Whether the document could be opened and a schema was found for it.
    pub is_checked: bool,
}

impl Report {
    /// Whether the document is valid: no error among the findings, nor among those omitted. `None`: it could not be opened.
    pub fn valid(&self) -> Option<bool> {
        let has_errors = self.count(Severity::Error) > 0 || self.omitted > 0;
        let is_unreadable = self.findings.iter().any(|finding| finding.code() == Code::Unreadable);
        (self.is_checked || !is_unreadable).then_some(!has_errors)
    }

    /// How many findings of this weight there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity() == severity)
            .count()
    }
}
