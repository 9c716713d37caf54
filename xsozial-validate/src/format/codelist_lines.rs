//! What of the codes was not checked, line by line.

use super::{CheckedCodelists, printable, words::choose};
use xsozial_schema::Language;

/// Most files that are named.
const MOST_FILES: usize = 5;

/// What of the codes was not checked, and which files among the code lists are of no use.
pub(super) fn codelist_lines(lists: &CheckedCodelists, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    let missing = lists.needed.saturating_sub(lists.available);
    match (missing, language) {
        (0, _) => {}
        (1, Language::German) => lines.push("Codes: 1 Codeliste, auf die das Schema verweist".to_owned()),
        (_, Language::German) => lines.push(format!("Codes: {missing} Codelisten, auf die das Schema verweist")),
        (1, Language::English) => lines.push("codes: 1 code list that the schema refers to".to_owned()),
        (_, Language::English) => lines.push(format!("codes: {missing} code lists that the schema refers to")),
    }
    // Once codes are checked, findings say which of these lists are not at hand.
    if lists.has_open_lists && !lists.is_checked {
        let text = choose(
            language,
            "Codes: Codelisten, die erst das Dokument nennt",
            "codes: code lists that the document itself names",
        );
        lines.push(text.to_owned());
    }
    for problem in lists.problems.iter().take(MOST_FILES) {
        let (path, code) = (printable(&problem.path), problem.kind.code());
        lines.push(match language {
            Language::German => format!("Codelisten: {path} ist nicht verwendbar ({code})"),
            Language::English => format!("code lists: {path} is of no use ({code})"),
        });
    }
    match (lists.problems.len().saturating_sub(MOST_FILES), language) {
        (0, _) => {}
        (more, Language::German) => {
            lines.push(format!("Codelisten: {more} weitere Dateien, die nicht verwendbar sind"));
        }
        (more, Language::English) => lines.push(format!("code lists: {more} more files that are of no use")),
    }
    lines
}
