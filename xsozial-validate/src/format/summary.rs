//! Counts over all documents of a run.

use crate::Report;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};
use xsozial_schema::{Code, Severity};

/// Counts over all documents of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// All documents.
    pub documents: usize,
    /// Those that are valid.
    pub valid: usize,
    /// Those that are not.
    pub invalid: usize,
    /// Those that could not be opened, or for which there was no schema.
    pub unchecked: usize,
    /// Findings beyond the most that a report holds; they are not among those by code.
    pub omitted: u64,
    /// Findings that a baseline names; they are not among those by code.
    pub known: u64,
    codes: BTreeMap<(Reverse<Severity>, Code), (usize, usize)>,
}

/// How often a code was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeCount {
    /// The code.
    pub code: Code,
    /// How much the findings weigh.
    pub severity: Severity,
    /// How many findings there are.
    pub findings: usize,
    /// In how many documents.
    pub documents: usize,
}

impl Summary {
    /// Counts the report on one more document.
    pub fn add(&mut self, report: &Report) {
        self.documents += 1;
        let verdict = report.valid().filter(|_| report.is_checked);
        *match verdict {
            Some(true) => &mut self.valid,
            Some(false) => &mut self.invalid,
            None => &mut self.unchecked,
        } += 1;
        self.omitted += report.left_out();
        self.known += report.known;
        let mut seen = BTreeSet::new();
        for finding in &report.findings {
            let kind = (Reverse(finding.severity()), finding.code());
            let (findings, documents) = self.codes.entry(kind).or_default();
            *findings += 1;
            *documents += usize::from(seen.insert(kind));
        }
    }

    /// The counts by code and severity: the errors first, then by code.
    pub fn codes(&self) -> impl Iterator<Item = CodeCount> {
        self.codes
            .iter()
            .map(|(&(Reverse(severity), code), &(findings, documents))| CodeCount {
                code,
                severity,
                findings,
                documents,
            })
    }

    /// How many findings of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.codes()
            .filter(|count| count.severity == severity)
            .map(|count| count.findings)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Finding;
    use xsozial_schema::Fault;

    #[test]
    fn findings_and_documents_are_counted_by_code_and_severity() {
        let error = |code| Finding::error(Fault::new(code));
        let checked = |findings| Report {
            findings,
            is_checked: true,
            ..Report::default()
        };
        let warning = error(Code::ElementMissing).weighing(Severity::Warning);
        let mut summary = Summary::default();
        summary.add(&checked(vec![
            error(Code::Pattern),
            error(Code::ElementMissing),
            error(Code::Pattern),
            warning.clone(),
        ]));
        summary.add(&checked(vec![error(Code::Pattern)]));
        summary.add(&checked(vec![warning]));
        summary.add(&Report::default());
        let counts = [summary.documents, summary.valid, summary.invalid, summary.unchecked];
        assert_eq!(counts, [4, 1, 2, 1]);
        assert_eq!(summary.count(Severity::Error), 4);
        let codes: Vec<_> = summary
            .codes()
            .map(|count| (count.code, count.severity, count.findings, count.documents))
            .collect();
        assert_eq!(
            codes,
            [
                (Code::ElementMissing, Severity::Error, 1, 1),
                (Code::Pattern, Severity::Error, 3, 2),
                (Code::ElementMissing, Severity::Warning, 2, 2),
            ]
        );
    }
}
