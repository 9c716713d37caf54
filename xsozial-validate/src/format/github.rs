//! Workflow commands of GitHub Actions: each finding becomes an annotation of its document.

use super::{
    DocumentReport, Output, Settings, Summary,
    basis::Bases,
    details::details,
    printable,
    words::{choose, totals},
};
use crate::Finding;
use std::io::{self, Write};
use xsozial_schema::Severity;

pub(super) struct Github {
    settings: Settings,
    bases: Bases,
}

impl Github {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings,
            bases: Bases::default(),
        }
    }

    fn finding(&self, name: &str, finding: &Finding, writer: &mut dyn Write) -> io::Result<()> {
        let language = self.settings.language;
        let command = match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        write!(writer, "::{command} file={}", property(name))?;
        if let Some(position) = finding.position() {
            write!(writer, ",line={},col={}", position.line, position.column)?;
        }
        let title = format!("{} {}", finding.code(), finding.code().title(language));
        write!(writer, ",title={}::", property(&title))?;
        let mut lines = vec![finding.message(language)];
        lines.extend(details(finding, language));
        writeln!(writer, "{}", message(&lines))
    }
}

impl Output for Github {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        self.bases.add(document);
        if self.settings.is_summary {
            return Ok(());
        }
        for finding in &document.report.findings {
            self.finding(&document.name, finding, writer)?;
        }
        Ok(())
    }

    /// One annotation of the run: the counts, what was checked and what was not.
    fn end(&mut self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        let language = self.settings.language;
        let mut lines = vec![totals(summary, language)];
        match (summary.omitted, choose(language, "weitere Befunde", "more findings")) {
            (0, _) => {}
            (omitted, words) => lines.push(format!("{omitted} {words}")),
        }
        for (title, basis) in [
            (
                choose(language, "Geprüft:", "Checked:"),
                self.bases.checked_lines(language),
            ),
            (
                choose(language, "Nicht geprüft:", "Not checked:"),
                self.bases.unchecked_lines(language),
            ),
        ] {
            if !basis.is_empty() {
                lines.push(title.to_owned());
                lines.extend(basis);
            }
        }
        writeln!(writer, "::notice title={}::{}", env!("CARGO_PKG_NAME"), message(&lines))
    }
}

/// The lines of a message. A per cent sign and line ends would be read as part of the command.
fn message(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| data(line)).collect();
    lines.join("%0A")
}

fn data(text: &str) -> String {
    printable(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property ends at a colon or comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_property_or_begin_a_command_is_escaped() {
        assert_eq!(property("a%b:c,d"), "a%25b%3Ac%2Cd");
        assert_eq!(property("%0A"), "%250A");
        assert_eq!(
            message(&["100 %: a,b".to_owned(), "::set-env".to_owned()]),
            "100 %25: a,b%0A::set-env"
        );
    }

    #[test]
    fn a_line_end_in_a_name_begins_no_command() {
        assert!(!property("a\r\n::error::b").contains(['\r', '\n', ':']));
        assert!(!data("a\n::error::b").contains('\n'));
    }
}
