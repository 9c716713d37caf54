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
    /// How many warnings and notes were noticed beyond it; they do not make the document invalid.
    pub omitted_remarks: u64,
    /// How many findings a baseline names; they are not among [`findings`](Self::findings).
    pub known: u64,
    /// How many of those are errors.
    pub known_errors: u64,
    /// What the schema says of the standard that was checked against; `None` when no schema was found.
    pub standard: Option<StandardInfo>,
    /// Whether the document could be opened and a schema was found for it.
    pub is_checked: bool,
}

impl Report {
    /// Whether the document is valid: no error among the findings, nor among those omitted or known. `None`: it could not be
    /// opened, and nothing is known of it.
    pub fn valid(&self) -> Option<bool> {
        let has_errors = self.has_new_errors() || self.known_errors > 0;
        let is_unknown = |finding: &Finding| matches!(finding.code(), Code::Unreadable | Code::SchemaUnusable);
        let is_unreadable = self.findings.iter().any(is_unknown);
        match self.is_checked {
            true => Some(!has_errors),
            false if has_errors && !is_unreadable => Some(false),
            false => None,
        }
    }

    /// Whether there are errors that no baseline names.
    pub fn has_new_errors(&self) -> bool {
        self.omitted > 0 || self.count(Severity::Error) > 0
    }

    /// How many findings were noticed beyond the most that a report holds, whatever they weigh.
    pub fn left_out(&self) -> u64 {
        self.omitted + self.omitted_remarks
    }

    /// Whether the document could not be read, or not to its end, for a reason that lies outside it.
    pub(crate) fn is_unread(&self) -> bool {
        let is_outside =
            |finding: &Finding| matches!(finding.code(), Code::Unreadable | Code::Internal | Code::SchemaUnusable);
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
    fn omitted_warnings_do_not_make_a_document_invalid_and_known_errors_do() {
        let mut report = Report {
            omitted_remarks: 1,
            is_checked: true,
            ..Report::default()
        };
        assert_eq!((report.valid(), report.left_out()), (Some(true), 1));
        report.known_errors = 1;
        assert_eq!((report.valid(), report.has_new_errors()), (Some(false), false));
    }
}
