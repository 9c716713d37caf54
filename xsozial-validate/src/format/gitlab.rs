//! Code Quality reports as GitLab reads them: one array over all documents.
//!
//! GitLab compares the fingerprints of two reports; what has no counterpart is new, or mended.

use super::{DocumentReport, Fingerprint, Output, Settings, Summary, basis, details::details, words::choose};
use crate::Finding;
use serde::Serialize;
use std::io::{self, Write};
use xsozial_schema::Severity;

/// The check behind the entry that tells what all others rest on.
const BASIS: &str = "checked";

pub(super) struct Gitlab {
    settings: Settings,
    has_entries: bool,
    /// The sums of what was told already.
    told: Vec<String>,
}

#[derive(Serialize)]
struct Entry<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
    /// What helps whoever mends it; GitLab passes over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<Content>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

#[derive(Serialize)]
struct Content {
    body: String,
}

impl Gitlab {
    pub(super) const fn new(settings: Settings) -> Self {
        Self {
            settings,
            has_entries: false,
            told: Vec::new(),
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, writer: &mut dyn Write) -> io::Result<()> {
        let comma = if self.has_entries { "," } else { "" };
        self.has_entries = true;
        writeln!(writer, "{comma}")?;
        Ok(serde_json::to_writer(writer, entry)?)
    }

    fn finding(
        &mut self,
        path: &str,
        finding: &Finding,
        fingerprint: &Fingerprint,
        writer: &mut dyn Write,
    ) -> io::Result<()> {
        let entry = Entry {
            description: finding.message(self.settings.language),
            check_name: finding.code().as_str(),
            fingerprint: fingerprint.as_str(),
            severity: severity(finding),
            location: Location {
                path,
                lines: Lines {
                    // GitLab asks for a line; what concerns the whole document stands on the first.
                    begin: finding.position().map_or(1, |position| position.line),
                },
            },
            content: self.content(finding),
        };
        self.entry(&entry, writer)
    }

    fn content(&self, finding: &Finding) -> Option<Content> {
        let lines = details(finding, self.settings.language);
        (!lines.is_empty()).then(|| Content {
            body: lines.join("\n\n"),
        })
    }

    /// What findings rest on, once for each sum, as an entry of the least weight: it is new only when that changes.
    fn basis(&mut self, path: &str, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        let Some(sum) = document.checked.sha256().filter(|sum| !self.told.contains(sum)) else {
            return Ok(());
        };
        let language = self.settings.language;
        let checked = basis::checked_lines(&document.checked, language).join("; ");
        let unchecked = basis::document_unchecked_lines(document, language).join("; ");
        let [was, was_not] = choose(language, ["Geprüft", "Nicht geprüft"], ["Checked", "Not checked"]);
        let description = if unchecked.is_empty() {
            format!("{was}: {checked}")
        } else {
            format!("{was}: {checked}. {was_not}: {unchecked}")
        };
        let fingerprint = Fingerprint::new(&[BASIS, &sum], 1);
        let entry = Entry {
            description,
            check_name: BASIS,
            fingerprint: fingerprint.as_str(),
            severity: "info",
            location: Location {
                path,
                lines: Lines { begin: 1 },
            },
            content: None,
        };
        self.entry(&entry, writer)?;
        self.told.push(sum);
        Ok(())
    }
}

fn severity(finding: &Finding) -> &'static str {
    let is_undone = finding.code().as_str().starts_with("XE");
    match finding.severity() {
        Severity::Error if is_undone => "blocker",
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}

impl Output for Gitlab {
    fn begin(&mut self, writer: &mut dyn Write) -> io::Result<()> {
        write!(writer, "[")
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        // GitLab wants a path without ./ and with the separators of the web.
        let path = document.name.replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        self.basis(path, document, writer)?;
        if self.settings.is_summary {
            return Ok(());
        }
        for (finding, fingerprint) in document.findings() {
            self.finding(path, finding, fingerprint, writer)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        writeln!(writer, "\n]")
    }
}
