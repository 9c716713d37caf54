//! Where a finding is, by which rule, and what helps: lines of their own in several formats.

use super::{help::first_sentence, place::readable, words::choose};
use crate::Finding;
use xsozial_schema::Language;

/// One line each for place, rule and help; what a finding has not is left out.
pub(super) fn details(finding: &Finding, language: Language) -> Vec<String> {
    let [place, rule, help] = choose(language, ["Stelle", "Regel", "Hilfe"], ["Place", "Rule", "Help"]);
    let path = readable(finding.path());
    let source = finding.rule().map_or("", |rule| rule.source.as_str());
    let sentence = finding.help().map(first_sentence).unwrap_or_default();
    [(place, path.as_str()), (rule, source), (help, sentence.as_str())]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| format!("{label}: {text}"))
        .collect()
}
