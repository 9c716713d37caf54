//! One JSON object a document, each on a line of its own.

use super::{
    DocumentReport, Output, Settings, Summary,
    record::{DocumentRecord, SummaryRecord},
};
use serde::Serialize;
use std::io::{self, Write};

pub(super) struct JsonLines {
    settings: Settings,
}

#[derive(Serialize)]
struct SummaryLine {
    summary: SummaryRecord,
}

impl JsonLines {
    pub(super) const fn new(settings: Settings) -> Self {
        Self { settings }
    }
}

impl Output for JsonLines {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        if self.settings.is_summary {
            return Ok(());
        }
        serde_json::to_writer(&mut *writer, &DocumentRecord::of(document, self.settings.language))?;
        writeln!(writer)
    }

    fn end(&mut self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        if !self.settings.is_summary {
            return Ok(());
        }
        let summary = SummaryRecord::of(summary, self.settings.language);
        serde_json::to_writer(&mut *writer, &SummaryLine { summary })?;
        writeln!(writer)
    }
}
