//! Where findings go.

use crate::{Finding, Report, Severities};
use std::{collections::VecDeque, sync::Arc};
use xsozial_schema::{Code, Severity};

/// Keeps findings until somebody takes them, up to a number.
pub(crate) struct Collector {
    findings: VecDeque<Finding>,
    most: usize,
    omitted: u64,
    omitted_remarks: u64,
    /// `None` where every code weighs what it usually does.
    severities: Option<Arc<Severities>>,
}

impl Collector {
    /// A collector that keeps at most so many findings.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            findings: VecDeque::new(),
            most,
            omitted: 0,
            omitted_remarks: 0,
            severities: None,
        }
    }

    /// The same collector, which weighs findings so.
    pub(crate) fn weighing(mut self, severities: Option<Arc<Severities>>) -> Self {
        self.severities = severities;
        self
    }

    #[cold]
    pub(crate) fn add(&mut self, mut finding: Finding) {
        if self.is_full() {
            return self.omit(finding.code(), finding.severity());
        }
        if let Some(severity) = self.weigh(finding.code(), finding.severity()) {
            finding.severity = severity;
            self.findings.push_back(finding);
        }
    }

    /// Whether what is found from now on is counted alone: of very many findings, none need be put into words.
    pub(crate) fn is_full(&self) -> bool {
        self.findings.len() >= self.most
    }

    /// Whether the code of a finding does not matter: it is counted alone, and weighs what it usually does.
    pub(crate) fn only_counts(&self) -> bool {
        self.is_full() && self.severities.is_none()
    }

    /// Counts a finding for which there is no room.
    #[cold]
    pub(crate) fn omit(&mut self, code: Code, usual: Severity) {
        if let Some(severity) = self.weigh(code, usual) {
            self.omit_unnamed(severity);
        }
    }

    /// Counts a finding whose code [does not matter](Self::only_counts).
    #[cold]
    pub(crate) fn omit_unnamed(&mut self, severity: Severity) {
        let counter = match severity {
            Severity::Error => &mut self.omitted,
            Severity::Warning | Severity::Info => &mut self.omitted_remarks,
        };
        *counter += 1;
    }

    fn weigh(&self, code: Code, usual: Severity) -> Option<Severity> {
        match &self.severities {
            None => Some(usual),
            Some(severities) => severities.weigh(code, usual),
        }
    }

    /// Whether nothing was found.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The oldest finding that nobody took yet.
    pub(crate) fn take(&mut self) -> Option<Finding> {
        self.findings.pop_front()
    }

    /// Moves all findings to a report.
    pub(crate) fn fill(&mut self, report: &mut Report) {
        report.findings.extend(self.findings.drain(..));
        report.omitted += std::mem::take(&mut self.omitted);
        report.omitted_remarks += std::mem::take(&mut self.omitted_remarks);
    }
}
