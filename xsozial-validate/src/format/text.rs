//! Text for people: one paragraph a finding, one line of verdict a document, and at the end what was not checked.

use super::{
    DocumentReport, Output, Settings, SourceLine, Summary,
    basis::Bases,
    help::first_sentence,
    place::readable,
    printable,
    words::{Count, Verdict, choose, counts, severity_word, totals},
};
use crate::Finding;
use std::io::{self, Write};
use xsozial_schema::Language;

pub(super) struct Text {
    settings: Settings,
    bases: Bases,
}

impl Text {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings,
            bases: Bases::default(),
        }
    }

    const fn choose(&self, german: &'static str, english: &'static str) -> &'static str {
        choose(self.settings.language, german, english)
    }

    fn finding(&self, name: &str, finding: &Finding, writer: &mut dyn Write) -> io::Result<()> {
        let Settings { language, palette, .. } = self.settings;
        let style = palette.name;
        write!(writer, "{style}{}", printable(name))?;
        if let Some(position) = finding.position() {
            write!(writer, ":{}:{}", position.line, position.column)?;
        }
        let severity = palette.of(finding.severity());
        writeln!(
            writer,
            ":{style:#} {severity}{} {}{severity:#}: {}",
            severity_word(finding.severity(), language),
            finding.code(),
            printable(&finding.message(language)),
        )?;
        let help = finding.help().map(first_sentence).unwrap_or_default();
        let place = readable(finding.path());
        let rule = finding.rule().map_or("", |rule| rule.source.as_str());
        for (label, text) in [
            (self.choose("Stelle: ", "Place: "), place.as_str()),
            (self.choose("Regel:  ", "Rule:  "), rule),
            (self.choose("Hilfe:  ", "Help:  "), help.as_str()),
        ] {
            if !text.is_empty() {
                let style = palette.aside;
                writeln!(writer, "    {style}{label}{style:#}{}", printable(text))?;
            }
        }
        Ok(())
    }

    fn source_line(&self, finding: &Finding, line: &SourceLine, writer: &mut dyn Write) -> io::Result<()> {
        let number = finding.position().map_or(0, |position| position.line).to_string();
        let width = number.len();
        let (aside, mark) = (
            self.settings.palette.aside,
            self.settings.palette.of(finding.severity()),
        );
        writeln!(writer, "    {aside}{number} |{aside:#} {}", printable(&line.text))?;
        writeln!(
            writer,
            "    {aside}{:width$} |{aside:#} {:before$}{mark}^{mark:#}",
            "",
            "",
            before = line.before
        )
    }

    fn verdict(&self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        let Settings { language, palette, .. } = self.settings;
        let verdict = Verdict::of(&document.report);
        let style = if verdict == Verdict::Valid {
            palette.good
        } else {
            palette.error
        };
        let word = verdict.word(language);
        let counts = counts(&document.report, language);
        let name = palette.name;
        write!(
            writer,
            "{name}{}:{name:#} {style}{word}{style:#}",
            printable(&document.name)
        )?;
        if !counts.is_empty() {
            write!(writer, ": {}", counts.join(", "))?;
        }
        match (document.report.left_out(), language) {
            (0, _) => writeln!(writer),
            (omitted, Language::German) => writeln!(writer, " und {omitted} weitere, die nicht aufgeführt sind"),
            (omitted, Language::English) => writeln!(writer, " and {omitted} more that are not listed"),
        }
    }

    fn totals(&self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        writeln!(writer, "{}", totals(summary, self.settings.language))
    }

    fn codes(&self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        let Settings { language, palette, .. } = self.settings;
        for count in summary.codes() {
            let style = palette.of(count.severity);
            writeln!(
                writer,
                "{:>8}  {style}{:<7}{style:#} {}  {} ({})",
                count.findings,
                severity_word(count.severity, language),
                count.code,
                count.code.title(language),
                Count::of_documents(count.documents, language),
            )?;
        }
        match (summary.omitted, language) {
            (0, _) => Ok(()),
            (omitted, Language::German) => writeln!(writer, "{omitted:>8}  weitere Befunde, nicht aufgeschlüsselt"),
            (omitted, Language::English) => writeln!(writer, "{omitted:>8}  more findings, not broken down"),
        }
    }

    fn basis(&self, writer: &mut dyn Write) -> io::Result<()> {
        let language = self.settings.language;
        for (title, lines) in [
            (self.choose("Geprüft:", "Checked:"), self.bases.checked_lines(language)),
            (
                self.choose("Nicht geprüft:", "Not checked:"),
                self.bases.unchecked_lines(language),
            ),
        ] {
            if !lines.is_empty() {
                writeln!(writer, "{title}")?;
            }
            for line in lines {
                writeln!(writer, "  {}", printable(&line))?;
            }
        }
        Ok(())
    }
}

impl Output for Text {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        self.bases.add(document);
        if self.settings.is_summary {
            return Ok(());
        }
        for (place, finding) in document.report.findings.iter().enumerate() {
            self.finding(&document.name, finding, writer)?;
            if let Some(Some(line)) = document.source_lines.get(place) {
                self.source_line(finding, line, writer)?;
            }
        }
        self.verdict(document, writer)
    }

    fn end(&mut self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        if self.settings.is_summary {
            self.totals(summary, writer)?;
            self.codes(summary, writer)?;
        } else if summary.documents != 1 {
            writeln!(writer)?;
            self.totals(summary, writer)?;
        }
        writeln!(writer)?;
        self.basis(writer)
    }
}
