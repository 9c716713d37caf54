//! Where findings go.

use crate::{Finding, Report};
use std::collections::VecDeque;

/// Keeps findings until somebody takes them, up to a number.
pub(crate) struct Collector {
    findings: VecDeque<Finding>,
    most: usize,
    omitted: u64,
    omitted_remarks: u64,
}

impl Collector {
    /// A collector that keeps at most so many findings.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            findings: VecDeque::new(),
            most,
            omitted: 0,
            omitted_remarks: 0,
        }
    }

    #[cold]
    pub(crate) fn add(&mut self, finding: Finding) {
        if self.is_full() {
            self.omit();
        } else {
            self.findings.push_back(finding);
        }
    }

    /// Whether what is found from now on is counted alone: of very many findings, none need be put into words.
    pub(crate) fn is_full(&self) -> bool {
        self.findings.len() >= self.most
    }

    /// Counts a finding for which there is no room.
    pub(crate) fn omit(&mut self) {
        self.omitted += 1;
    }

    /// Counts a warning or a note for which there is no room.
    pub(crate) fn omit_remark(&mut self) {
        self.omitted_remarks += 1;
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
