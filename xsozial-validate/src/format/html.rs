//! A page for people: first what was found and what to do, then the documents one by one, then what the check rests on.
//!
//! It is complete in itself: no scripts, nothing that is loaded from elsewhere. It follows BITV 2.0 and WCAG 2.1 AA as far as
//! a page without forms can: language, landmarks, headings in order, headers of tables, contrast, nothing told by colour
//! alone. What stands first takes all documents to know, so the documents are kept until the end.

mod findings;
mod next_steps;
mod style;
mod words;

use super::{
    DocumentReport, Output, Settings, Summary,
    basis::Bases,
    markup::Markup,
    words::{Verdict, choose, totals},
};
use next_steps::NextSteps;
use std::io::{self, Write};
use style::STYLE;
use words::Words;
use xsozial_schema::Severity;

/// Anchors of headings.
const RESULT: &str = "ergebnis";
const FINDINGS: &str = "befunde";
const BASIS: &str = "pruefgrundlage";

pub(super) struct Html {
    settings: Settings,
    words: &'static Words,
    bases: Bases,
    next_steps: NextSteps,
    documents: usize,
    /// The rows of the table of documents.
    rows: Markup<Vec<u8>>,
    /// The sections on the documents.
    sections: Markup<Vec<u8>>,
}

impl Html {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings,
            words: Words::of(settings.language),
            bases: Bases::default(),
            next_steps: NextSteps::default(),
            documents: 0,
            rows: Markup::new(Vec::new()),
            sections: Markup::new(Vec::new()),
        }
    }

    /// One row of the table of documents.
    fn row(&mut self, document: &DocumentReport) -> io::Result<()> {
        let report = &document.report;
        let verdict = Verdict::of(report);
        let rows = &mut self.rows;
        rows.open("tr", &[])?;
        rows.open("th", &[("scope", "row")])?;
        if report.findings.is_empty() {
            rows.text(&document.name)?;
        } else {
            let target = format!("#{}", anchor(self.documents));
            rows.element("a", &[("href", &target)], &document.name)?;
        }
        rows.close("th")?;
        rows.element(
            "td",
            &[("class", class_of(verdict))],
            verdict.word(self.settings.language),
        )?;
        for severity in [Severity::Error, Severity::Warning, Severity::Info] {
            rows.element("td", &[], &report.count(severity).to_string())?;
        }
        rows.element("td", &[], &report.known.to_string())?;
        rows.close("tr")?;
        rows.line_end()
    }

    fn head<W: Write>(&self, markup: &mut Markup<W>) -> io::Result<()> {
        markup.open("head", &[])?;
        markup.empty("meta", &[("charset", "utf-8")])?;
        let viewport = [("name", "viewport"), ("content", "width=device-width, initial-scale=1")];
        markup.empty("meta", &viewport)?;
        markup.element("title", &[], self.words.title)?;
        markup.open("style", &[])?;
        markup.line_end()?;
        markup.lines(STYLE.lines())?;
        markup.close("style")?;
        markup.close("head")?;
        markup.line_end()
    }

    /// What was found and what to do: the part for whoever has to decide.
    fn result<W: Write>(&mut self, summary: &Summary, markup: &mut Markup<W>) -> io::Result<()> {
        let (words, language) = (self.words, self.settings.language);
        markup.open("section", &[("aria-labelledby", RESULT)])?;
        markup.element("h2", &[("id", RESULT)], words.result)?;
        let (class, sentence) = words.verdict(summary);
        markup.element("p", &[("class", &format!("result {class}"))], sentence)?;
        markup.open("dl", &[])?;
        for (term, text) in [
            (words.documents, totals(summary, language)),
            (
                words.complete,
                self.next_steps.completeness(&self.bases, summary, language),
            ),
        ] {
            markup.element("dt", &[], term)?;
            markup.element("dd", &[], &text)?;
        }
        if self.bases.iter().any(|checked| !checked.overrides.is_empty()) {
            markup.element("dt", &[], words.weights)?;
            markup.element("dd", &[], words.weights_changed)?;
        }
        markup.close("dl")?;
        markup.element("h3", &[], words.what_next)?;
        markup.open("ul", &[])?;
        for line in self.next_steps.lines(summary, language) {
            markup.element("li", &[], &line)?;
        }
        markup.close("ul")?;
        self.codes(summary, markup)?;
        if !self.settings.is_summary {
            self.table(markup)?;
        }
        markup.close("section")?;
        markup.line_end()
    }

    /// The kinds of findings, the heaviest first.
    fn codes<W: Write>(&self, summary: &Summary, markup: &mut Markup<W>) -> io::Result<()> {
        let language = self.settings.language;
        if summary.codes().next().is_none() {
            return Ok(());
        }
        header(self.words.kinds, &self.words.kind_columns, markup)?;
        for count in summary.codes() {
            markup.open("tr", &[])?;
            markup.element("th", &[("scope", "row")], count.code.as_str())?;
            markup.element("td", &[], count.code.title(language))?;
            let severity = super::words::severity_word(count.severity, language);
            markup.element("td", &[("class", count.severity.as_str())], severity)?;
            markup.element("td", &[], &count.findings.to_string())?;
            markup.element("td", &[], &count.documents.to_string())?;
            markup.close("tr")?;
            markup.line_end()?;
        }
        markup.close("tbody")?;
        markup.close("table")?;
        if summary.omitted > 0 {
            markup.element("p", &[], &Words::omitted(summary.omitted, language))?;
        }
        Ok(())
    }

    fn table<W: Write>(&mut self, markup: &mut Markup<W>) -> io::Result<()> {
        header(self.words.documents, &self.words.document_columns, markup)?;
        markup.append(&mut self.rows)?;
        markup.close("tbody")?;
        markup.close("table")
    }

    fn basis<W: Write>(&self, markup: &mut Markup<W>) -> io::Result<()> {
        let language = self.settings.language;
        markup.open("section", &[("aria-labelledby", BASIS)])?;
        markup.element("h2", &[("id", BASIS)], self.words.basis)?;
        for (title, lines) in [
            (self.words.checked, self.bases.checked_lines(language)),
            (self.words.not_checked, self.bases.unchecked_lines(language)),
        ] {
            if lines.is_empty() {
                continue;
            }
            markup.element("h3", &[], title)?;
            markup.open("ul", &[])?;
            for line in lines {
                markup.element("li", &[], &line)?;
            }
            markup.close("ul")?;
        }
        markup.close("section")?;
        markup.line_end()
    }

    fn page<W: Write>(&mut self, summary: &Summary, markup: &mut Markup<W>) -> io::Result<()> {
        let words = self.words;
        markup.open("html", &[("lang", choose(self.settings.language, "de", "en"))])?;
        self.head(markup)?;
        markup.open("body", &[])?;
        markup.element("a", &[("class", "skip"), ("href", "#hauptteil")], words.skip)?;
        markup.open("header", &[])?;
        markup.element("h1", &[], words.title)?;
        markup.close("header")?;
        markup.open("main", &[("id", "hauptteil")])?;
        self.result(summary, markup)?;
        if summary.codes().next().is_some() && !self.settings.is_summary {
            markup.open("section", &[("aria-labelledby", FINDINGS)])?;
            markup.element("h2", &[("id", FINDINGS)], words.findings)?;
            markup.append(&mut self.sections)?;
            markup.close("section")?;
            markup.line_end()?;
        }
        self.basis(markup)?;
        markup.close("main")?;
        markup.open("footer", &[])?;
        let tool = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        markup.element("p", &[], &format!("{tool}. {}", words.privacy))?;
        markup.close("footer")?;
        markup.close("body")?;
        markup.close("html")?;
        markup.line_end()
    }
}

/// Begins a table, up to its body.
fn header<W: Write>(caption: &str, columns: &[&str], markup: &mut Markup<W>) -> io::Result<()> {
    markup.open("table", &[])?;
    markup.element("caption", &[], caption)?;
    markup.open("thead", &[])?;
    markup.open("tr", &[])?;
    for column in columns {
        markup.element("th", &[("scope", "col")], column)?;
    }
    markup.close("tr")?;
    markup.close("thead")?;
    markup.open("tbody", &[])?;
    markup.line_end()
}

/// The anchor of a document.
fn anchor(document: usize) -> String {
    format!("dokument-{document}")
}

const fn class_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Valid => "valid",
        Verdict::Invalid => "invalid",
        Verdict::Unchecked => "unchecked",
    }
}

impl Output for Html {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, document: &DocumentReport, _: &mut dyn Write) -> io::Result<()> {
        self.documents += 1;
        self.bases.add(document);
        self.next_steps.add(&document.report);
        if self.settings.is_summary {
            return Ok(());
        }
        self.row(document)?;
        if document.report.findings.is_empty() {
            return Ok(());
        }
        let anchor = anchor(self.documents);
        findings::section(document, &anchor, self.settings.language, &mut self.sections)
    }

    fn end(&mut self, summary: &Summary, writer: &mut dyn Write) -> io::Result<()> {
        writeln!(writer, "<!DOCTYPE html>")?;
        self.page(summary, &mut Markup::new(writer))
    }
}
