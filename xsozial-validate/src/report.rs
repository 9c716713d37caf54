//! The report on one document.

use crate::Finding;
use xsozial_schema::{Code, Severity, schema::StandardInfo};

/// All that was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings in the order in which they were noticed; references without target come last.
    pub findings: Vec<Finding>,
    /// How many errors were noticed beyond the most findings that a report holds.
    pub omitted: u64,
    /// How many warnings and notes were noticed beyond.
    pub omitted_remarks: u64,
    /// What the schema says of the standard that was checked against; `None` when no schema was found.
    pub standard: Option<StandardInfo>,
    /// Whether the document could be opened and a schema was found for it.
    pub is_checked: bool,
}

impl Report {
    /// Whether the document is valid: no error among the findings, nor among those omitted. `None`: it could not be opened, and
    /// nothing is known of it.
    pub fn valid(&self) -> Option<bool> {
        let has_errors = self.omitted > 0 || self.count(Severity::Error) > 0;
        let is_unreadable = self.findings.iter().any(|finding| finding.code() == Code::Unreadable);
        match self.is_checked {
            true => Some(!has_errors),
            false if has_errors && !is_unreadable => Some(false),
            false => None,
        }
    }

    /// How many findings were noticed beyond the most that a report holds, whatever they weigh.
    pub fn left_out(&self) -> u64 {
        self.omitted + self.omitted_remarks
    }

    /// Whether the document could not be read, or not to its end, for a reason that lies outside it.
    pub(crate) fn is_unread(&self) -> bool {
        let is_outside = |finding: &Finding| matches!(finding.code(), Code::Unreadable | Code::Internal);
        self.findings.iter().any(is_outside)
    }

    /// How many findings of this weight there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity() == severity)
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::Report;

    #[test]
    fn a_report_without_room_for_findings_does_not_call_its_document_valid() {
        let report = Report {
            omitted: 1,
            is_checked: true,
            ..Report::default()
        };
        assert_eq!(report.valid(), Some(false));
    }

    #[test]
    fn warnings_without_room_do_not_make_a_document_invalid() {
        let report = Report {
            omitted_remarks: 1,
            is_checked: true,
            ..Report::default()
        };
        assert_eq!((report.valid(), report.left_out()), (Some(true), 1));
    }
}
