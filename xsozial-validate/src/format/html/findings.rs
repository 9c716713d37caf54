//! The findings of a document.

use crate::{
    Finding,
    explain::Explanation,
    format::{
        DocumentReport,
        markup::Markup,
        place::readable,
        words::{Verdict, choose, counts, severity_word},
    },
    intake::Recommendation,
};
use std::io::{self, Write};
use xsozial_schema::Language;

/// The section on one document.
pub(super) fn section<W: Write>(
    document: &DocumentReport,
    anchor: &str,
    language: Language,
    markup: &mut Markup<W>,
) -> io::Result<()> {
    markup.open("article", &[("aria-labelledby", anchor)])?;
    markup.element("h3", &[("id", anchor)], &document.name)?;
    let verdict = Verdict::of(&document.report).word(language);
    let counts = counts(&document.report, language).join(", ");
    markup.element("p", &[], &format!("{verdict}: {counts}"))?;
    if let Some(standard) = &document.report.standard {
        let parts = [&standard.name, &standard.kennung, &standard.version].map(String::as_str);
        let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !told.is_empty() {
            markup.element("p", &[], &format!("Standard: {}", told.join(", ")))?;
        }
    }
    let recommendation = Recommendation::of(&document.report);
    markup.element("p", &[], recommendation.sentence(language))?;
    markup.open("ol", &[("class", "findings")])?;
    markup.line_end()?;
    for finding in &document.report.findings {
        item(finding, language, markup)?;
    }
    markup.close("ol")?;
    if document.report.left_out() > 0 {
        markup.element("p", &[], &super::Words::omitted(document.report.left_out(), language))?;
    }
    markup.close("article")?;
    markup.line_end()
}

fn item<W: Write>(finding: &Finding, language: Language, markup: &mut Markup<W>) -> io::Result<()> {
    markup.open("li", &[])?;
    markup.open("h4", &[])?;
    let severity = format!("{} {}", severity_word(finding.severity(), language), finding.code());
    markup.element("span", &[("class", finding.severity().as_str())], &severity)?;
    markup.text(&format!(": {}", finding.message(language)))?;
    markup.close("h4")?;
    markup.open("dl", &[])?;
    place(finding, language, markup)?;
    let explanation = Explanation::of(finding.code());
    let parties = explanation.map_or_else(String::new, |explanation| {
        let names: Vec<&str> = explanation.mended_by.iter().map(|party| party.name(language)).collect();
        names.join("; ")
    });
    let cause = explanation.map_or("", |explanation| explanation.cause.text(language));
    let rule = finding.rule().map_or("", |rule| rule.source.as_str());
    for (term, text) in [
        (
            choose(language, "Was das Schema dazu sagt", "What the schema says of it"),
            finding.help().unwrap_or_default(),
        ),
        (choose(language, "Ursache", "Cause"), cause),
        (
            choose(language, "Wer behebt es meist", "Who usually mends it"),
            &parties,
        ),
        (choose(language, "Regel", "Rule"), rule),
    ] {
        if !text.is_empty() {
            markup.element("dt", &[], term)?;
            markup.element("dd", &[], text)?;
        }
    }
    markup.close("dl")?;
    markup.close("li")?;
    markup.line_end()
}

/// The place in words, and as the path that programs know.
fn place<W: Write>(finding: &Finding, language: Language, markup: &mut Markup<W>) -> io::Result<()> {
    let position = finding.position().map(|position| {
        let [line, column] = choose(language, ["Zeile", "Spalte"], ["line", "column"]);
        format!("{line} {}, {column} {}", position.line, position.column)
    });
    if position.is_none() && finding.path().is_empty() {
        return Ok(());
    }
    markup.element("dt", &[], choose(language, "Stelle", "Place"))?;
    if !finding.path().is_empty() {
        markup.element("dd", &[], &readable(finding.path()))?;
    }
    if let Some(position) = position {
        markup.element("dd", &[], &position)?;
    }
    if !finding.path().is_empty() {
        markup.open("dd", &[])?;
        markup.element("code", &[], finding.path())?;
        markup.close("dd")?;
    }
    Ok(())
}
