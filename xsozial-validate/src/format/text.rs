//! Text for people: one paragraph a finding, one line of verdict a document, and at the end what was not checked.

use super::{
    Checked, DocumentReport, Output, Settings, SourceLine, Summary,
    codelist_lines::codelist_lines,
    help::first_sentence,
    printable,
    words::{Count, choose, severity_word},
};
use crate::Finding;
use std::{
    io::{self, Write},
    sync::Arc,
};
use xsozial_schema::{Language, Severity};

pub(super) struct Text {
    settings: Settings,
    /// What was checked, each once.
    checked: Vec<Arc<Checked>>,
    /// What the schemas are not worth, each once.
    notices: Vec<&'static str>,
}

impl Text {
    pub(super) const fn new(settings: Settings) -> Self {
        Self {
            settings,
            checked: Vec::new(),
            notices: Vec::new(),
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
        let rule = finding.rule().map_or("", |rule| rule.source.as_str());
        for (label, text) in [
            (self.choose("Stelle: ", "Place: "), finding.path()),
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
        let (style, word) = match document.report.valid() {
            _ if !document.report.is_checked && document.report.valid() != Some(true) => {
                (palette.error, self.choose("nicht prüfbar", "cannot be checked"))
            }
            Some(true) => (palette.good, self.choose("gültig", "valid")),
            Some(false) => (palette.error, self.choose("ungültig", "invalid")),
            None => (palette.error, self.choose("nicht prüfbar", "cannot be checked")),
        };
        let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
            .into_iter()
            .map(|severity| (severity, document.report.count(severity)))
            .filter(|&(_, number)| number > 0)
            .map(|(severity, number)| Count::of_severity(number, severity, language).to_string())
            .collect();
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
        let counts: Vec<String> = [
            (summary.valid, self.choose("gültig", "valid")),
            (summary.invalid, self.choose("ungültig", "invalid")),
            (summary.unchecked, self.choose("nicht prüfbar", "cannot be checked")),
        ]
        .into_iter()
        .filter(|&(number, _)| number > 0)
        .map(|(number, word)| format!("{number} {word}"))
        .collect();
        let documents = Count::of_documents(summary.documents, self.settings.language);
        writeln!(writer, "{documents}: {}", counts.join(", "))
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

    fn not_checked(&self, writer: &mut dyn Write) -> io::Result<()> {
        writeln!(writer, "{}", self.choose("Nicht geprüft:", "Not checked:"))?;
        if self.checked.is_empty() {
            let nothing = self.choose(
                "die Dokumente selbst, denn es lag kein Schema bereit",
                "the documents themselves, for there was no schema at hand",
            );
            return writeln!(writer, "  {nothing}");
        }
        for checked in &self.checked {
            for line in unchecked_lines(checked, self.settings.language) {
                writeln!(writer, "  {line}")?;
            }
        }
        for notice in &self.notices {
            writeln!(writer, "  {notice}")?;
        }
        Ok(())
    }
}

impl Output for Text {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, document: &DocumentReport, writer: &mut dyn Write) -> io::Result<()> {
        if document.checked.xsd.is_some() && !self.checked.contains(&document.checked) {
            self.checked.push(Arc::clone(&document.checked));
        }
        let standard = document.report.standard.as_ref();
        let notice = standard.and_then(|standard| standard.notice(self.settings.language));
        self.notices
            .extend(notice.filter(|notice| !self.notices.contains(notice)));
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
        self.not_checked(writer)
    }
}

fn unchecked_lines(checked: &Checked, language: Language) -> Vec<String> {
    let mut lines = codelist_lines(&checked.codelists, language);
    match (checked.schematron_rules, language) {
        (0, _) => {}
        (rules, Language::German) => lines.push(format!("Schematron: {rules} Regeln, die dem Schema beiliegen")),
        (rules, Language::English) => lines.push(format!("Schematron: {rules} rules that come with the schema")),
    }
    if checked.rules.is_none() && checked.xsd.is_some() {
        let rules = choose(
            language,
            "Regeln: was der Standard nur in Worten verlangt",
            "rules: what the standard demands in prose alone",
        );
        lines.push(rules.to_owned());
    }
    if !checked.profiles.is_empty() {
        return lines;
    }
    let profiles = choose(
        language,
        "Profile: Vorgaben einzelner Empfänger, die über das Schema hinausgehen",
        "profiles: what single recipients ask for beyond the schema",
    );
    lines.push(profiles.to_owned());
    lines
}
