//! What is told about one document.

use super::{Checked, SourceLine};
use crate::Report;
use std::sync::Arc;

/// The report on a document, with its name.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DocumentReport {
    /// What the document is called: its path, or what stands in place of it.
    pub name: String,
    /// What was found.
    pub report: Report,
    /// What was checked.
    pub checked: Arc<Checked>,
    /// The lines that the findings are about, in the order of the findings; empty where values may not be shown.
    pub source_lines: Vec<Option<SourceLine>>,
}

impl DocumentReport {
    /// A report that tells nothing of what was checked and shows no lines.
    pub fn new(name: impl Into<String>, report: Report) -> Self {
        Self {
            name: name.into(),
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
}
