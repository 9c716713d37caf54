//! JUnit XML, as Jenkins, GitLab and others read it: a document is a suite, a finding a test case in it.

use super::{
    DocumentReport, Fingerprint, Output, Settings, Summary,
    basis::{checked_lines, document_unchecked_lines},
    details::details,
    markup::Markup,
    words::{choose, counts},
};
use crate::{Finding, Report};
use std::io::{self, Write};
use xsozial_schema::Severity;

pub(super) struct Junit {
    settings: Settings,
}

/// What a finding is to a test runner.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The document breaks a rule.
    Failure,
    /// The document could not be checked.
    Error,
    /// Something to read; the test passes.
    Passed,
}

impl Kind {
    fn of(finding: &Finding) -> Self {
        match finding.severity() {
            Severity::Error if finding.code().as_str().starts_with("XE") => Self::Error,
            Severity::Error => Self::Failure,
            Severity::Warning | Severity::Info => Self::Passed,
        }
    }
}

impl Junit {
    pub(super) const fn new(settings: Settings) -> Self {
        Self { settings }
    }

    fn suite<W: Write>(&self, document: &DocumentReport, markup: &mut Markup<W>) -> io::Result<()> {
        let report = &document.report;
        let count = |kind| {
            let found = report.findings.iter().filter(|finding| Kind::of(finding) == kind);
            found.count().to_string()
        };
        let (failures, errors) = (count(Kind::Failure), count(Kind::Error));
        let tests = report.findings.len().max(1).to_string();
        markup.open(
            "testsuite",
            &[
                ("name", &document.name),
                ("tests", &tests),
                ("failures", &failures),
                ("errors", &errors),
                ("skipped", "0"),
                ("file", &document.name),
            ],
        )?;
        markup.line_end()?;
        self.properties(document, markup)?;
        if report.findings.is_empty() {
            let name = choose(self.settings.language, "keine Befunde", "no findings");
            markup.empty("testcase", &[("name", name), ("classname", &document.name)])?;
            markup.line_end()?;
        }
        for (finding, fingerprint) in document.findings() {
            self.case(&document.name, finding, fingerprint, markup)?;
        }
        if report.left_out() > 0 {
            let text = format!(
                "{}: {}",
                choose(
                    self.settings.language,
                    "Nicht aufgeführte Befunde",
                    "Findings that are not listed"
                ),
                report.left_out()
            );
            markup.element("system-out", &[], &text)?;
        }
        markup.close("testsuite")?;
        markup.line_end()
    }

    /// The verdict, and what it rests on.
    fn properties<W: Write>(&self, document: &DocumentReport, markup: &mut Markup<W>) -> io::Result<()> {
        let language = self.settings.language;
        markup.open("properties", &[])?;
        markup.line_end()?;
        let mut property = |name: &str, value: &str| {
            markup.empty("property", &[("name", name), ("value", value)])?;
            markup.line_end()
        };
        property("valid", valid(&document.report))?;
        let counts = counts(&document.report, language);
        if !counts.is_empty() {
            property("counts", &counts.join(", "))?;
        }
        if let Some(standard) = &document.report.standard {
            for (name, value) in [
                ("standard.name", &standard.name),
                ("standard.kennung", &standard.kennung),
                ("standard.version", &standard.version),
            ] {
                if !value.is_empty() {
                    property(name, value)?;
                }
            }
        }
        if document.checked.xsd.is_some() {
            for line in checked_lines(&document.checked, language) {
                property("checked", &line)?;
            }
            if let Some(sum) = document.checked.sha256() {
                property("checked.sha256", &sum)?;
            }
            for line in document_unchecked_lines(document, language) {
                property("notChecked", &line)?;
            }
        }
        markup.close("properties")?;
        markup.line_end()
    }

    fn case<W: Write>(
        &self,
        document: &str,
        finding: &Finding,
        fingerprint: &Fingerprint,
        markup: &mut Markup<W>,
    ) -> io::Result<()> {
        let name = case_name(finding, fingerprint);
        // `file` and `line` are left out here: the schema of Jenkins' xUnit knows them for suites alone, and refuses the rest.
        markup.open("testcase", &[("name", &name), ("classname", document)])?;
        let message = finding.message(self.settings.language);
        let attributes = [("message", message.as_str()), ("type", finding.code().as_str())];
        let lines = self.lines(document, finding);
        let (element, attributes) = match Kind::of(finding) {
            Kind::Failure => ("failure", &attributes[..]),
            Kind::Error => ("error", &attributes[..]),
            Kind::Passed => ("system-out", &[][..]),
        };
        markup.open(element, attributes)?;
        markup.lines(lines.iter().map(String::as_str))?;
        markup.close(element)?;
        markup.close("testcase")?;
        markup.line_end()
    }

    /// What a test runner shows: message, place, rule and help.
    fn lines(&self, document: &str, finding: &Finding) -> Vec<String> {
        let language = self.settings.language;
        let place = finding.position().map_or_else(String::new, |position| {
            format!(":{}:{}", position.line, position.column)
        });
        let mut lines = vec![format!(
            "{document}{place}: {} {}",
            finding.code(),
            finding.message(language)
        )];
        lines.extend(details(finding, language));
        lines
    }
}

/// The name of a test case: the same as long as the fingerprint is, and unlike all others of its document.
fn case_name(finding: &Finding, fingerprint: &Fingerprint) -> String {
    let name = format!("{} {}", finding.code(), finding.path());
    match fingerprint.occurrence() {
        1 => name.trim_end().to_owned(),
        occurrence => format!("{} ({occurrence})", name.trim_end()),
    }
}

fn valid(report: &Report) -> &'static str {
    match report.valid() {
        Some(true) => "true",
        Some(false) => "false",
        None => "null",
    }
}

impl Output for Junit {
    fn begin(&mut self, writer: &mut dyn Write) -> io::Result<()> {
        writeln!(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(writer, "<testsuites name=\"{}\">", env!("CARGO_PKG_NAME"))
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        if self.settings.is_summary {
            return Ok(());
        }
        self.suite(document, &mut Markup::new(writer))
    }

    fn end(&mut self, _: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        writeln!(writer, "</testsuites>")
    }
}
