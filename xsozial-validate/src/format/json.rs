//! One JSON object over all documents, indented: `{"tool": …, "documents": […], "summary": …}`.

use super::{
    DocumentReport, Output, Settings, Summary,
    record::{DocumentRecord, SummaryRecord, TOOL},
};
use serde::Serialize;
use std::io::{self, Write};

pub(super) struct Json {
    settings: Settings,
    has_documents: bool,
}

impl Json {
    pub(super) const fn new(settings: Settings) -> Self {
        Self {
            settings,
            has_documents: false,
        }
    }
}

impl Output for Json {
    fn begin(&mut self, writer: &mut dyn Write) -> io::Result<()> {
        write!(writer, "{{\n  \"tool\": ")?;
        write_indented(&TOOL, "  ", writer)?;
        if self.settings.is_summary {
            return Ok(());
        }
        write!(writer, ",\n  \"documents\": [")
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        if self.settings.is_summary {
            return Ok(());
        }
        let comma = if self.has_documents { "," } else { "" };
        self.has_documents = true;
        write!(writer, "{comma}\n    ")?;
        write_indented(&DocumentRecord::of(document, self.settings.language), "    ", writer)
    }

    fn end(&mut self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        if !self.settings.is_summary {
            write!(writer, "{}]", if self.has_documents { "\n  " } else { "" })?;
        }
        write!(writer, ",\n  \"summary\": ")?;
        write_indented(&SummaryRecord::of(summary, self.settings.language), "  ", writer)?;
        writeln!(writer, "\n}}")
    }
}

/// Writes a value whose first line stands already indented. A line end in a string is written as `\n`, so every line
/// of the output is one of the layout.
fn write_indented(value: &impl Serialize, indent: &str, writer: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    writer.write_all(text.replace('\n', &format!("\n{indent}")).as_bytes())
}
