//! Problems for whoever sent a document: neutral classes, and what a transport wants to read.

use crate::{Finding, Report};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use xsozial_schema::{Code, Language, Severity};

/// Why a message is sent back, in the four classes that XÖV standards tell apart. The codes of a standard's own list of reasons
/// belong to that standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RejectionClass {
    /// It could not be read where it lies.
    Transport,
    /// It is no XML, or none that is allowed.
    Form,
    /// It belongs to no standard, version or message that is known here.
    Version,
    /// It breaks the rules of its standard.
    Specification,
}

impl RejectionClass {
    /// The class of a code.
    pub fn of(code: Code) -> Self {
        match code {
            Code::Unreadable | Code::Internal => Self::Transport,
            Code::RootUnknown | Code::NoSchema | Code::SchemaAmbiguous | Code::NotInstalled | Code::SchemaUnusable => {
                Self::Version
            }
            Code::NotXml
            | Code::Truncated
            | Code::Empty
            | Code::Encoding
            | Code::Doctype
            | Code::Entity
            | Code::Prefix
            | Code::AttributeDuplicate
            | Code::Character
            | Code::Limit => Self::Form,
            _ => Self::Specification,
        }
    }

    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transport => "transport",
            Self::Form => "form",
            Self::Version => "version",
            Self::Specification => "specification",
        }
    }
}

/// What a transport calls a problem. `type` and `instance` are taken from its documentation, letter by letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProblemEntry {
    /// The problem's type, a URI.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which part of the submission is meant.
    pub instance: String,
    /// Its title; that of the code unless given.
    #[serde(default)]
    pub title: Option<String>,
}

/// Which problem stands for which code or class. Users supply it: the official list of FIT-Connect is not part of the project,
/// and a problem that the table does not name is reported as [`UnlistedProblem`], never made up.
///
/// ```
/// use xsozial_validate::intake::ProblemTable;
/// // As JSON here; any format that serde reads will do.
/// let table: ProblemTable = serde_json::from_str(r#"{
///     "codes": {"XD0001": {"type": "urn:example:kein-xml", "instance": "urn:example:daten"}},
///     "classes": {"specification": {"type": "urn:example:schema", "instance": "urn:example:daten"}}
/// }"#)?;
/// # let _ = table;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProblemTable {
    /// By code, for example `XS0101`. It comes before the class.
    #[serde(default)]
    pub codes: BTreeMap<String, ProblemEntry>,
    /// By class.
    #[serde(default)]
    pub classes: BTreeMap<RejectionClass, ProblemEntry>,
}

/// A problem in the manner of RFC 7807, one for each code that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The problem's type, from the table.
    #[serde(rename = "type")]
    pub kind: String,
    /// A title for people.
    pub title: String,
    /// What was found, without content of the document.
    pub detail: String,
    /// Which part of the submission is meant, from the table.
    pub instance: String,
}

/// A code for which the table has neither an entry of its own nor one for its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnlistedProblem {
    /// The code.
    pub code: Code,
    /// Its class.
    pub class: RejectionClass,
}

impl ProblemTable {
    /// The problems of a report: one for each code with an error, in the order in which they were noticed.
    ///
    /// # Errors
    /// The codes that the table does not name.
    pub fn problems(&self, report: &Report, language: Language) -> Result<Vec<Problem>, Vec<UnlistedProblem>> {
        let mut codes: Vec<Code> = Vec::new();
        for finding in errors(report) {
            if !codes.contains(&finding.code()) {
                codes.push(finding.code());
            }
        }
        let (mut problems, mut unlisted) = (Vec::new(), Vec::new());
        for code in codes {
            let class = RejectionClass::of(code);
            match self.codes.get(code.as_str()).or_else(|| self.classes.get(&class)) {
                Some(entry) => problems.push(Problem {
                    kind: entry.kind.clone(),
                    title: entry.title.clone().unwrap_or_else(|| code.title(language).to_owned()),
                    detail: detail(report, code, language),
                    instance: entry.instance.clone(),
                }),
                None => unlisted.push(UnlistedProblem { code, class }),
            }
        }
        if unlisted.is_empty() {
            Ok(problems)
        } else {
            Err(unlisted)
        }
    }
}

fn errors(report: &Report) -> impl Iterator<Item = &Finding> {
    report
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
}

/// The findings of a code, a line each.
fn detail(report: &Report, code: Code, language: Language) -> String {
    let lines = errors(report).filter(|finding| finding.code() == code).map(|finding| {
        let message = finding.message(language);
        match finding.position() {
            Some(position) => {
                let [line, column] = match language {
                    Language::German => ["Zeile", "Spalte"],
                    Language::English => ["line", "column"],
                };
                format!(
                    "{message} ({line} {}, {column} {}) {}",
                    position.line,
                    position.column,
                    finding.path()
                )
            }
            None => format!("{message} {}", finding.path()),
        }
    });
    let lines: Vec<String> = lines.map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use xsozial_schema::Fault;

    fn entry(name: &str) -> ProblemEntry {
        ProblemEntry {
            kind: format!("urn:example:problem:{name}"),
            instance: "urn:example:daten".to_owned(),
            title: None,
        }
    }

    fn report(codes: &[Code]) -> Report {
        Report {
            findings: codes.iter().map(|&code| Finding::error(Fault::new(code))).collect(),
            is_checked: true,
            ..Report::default()
        }
    }

    #[test]
    fn an_entry_for_the_code_comes_before_that_for_its_class() {
        let table = ProblemTable {
            codes: BTreeMap::from([("XS0101".to_owned(), entry("fehlt"))]),
            classes: BTreeMap::from([(RejectionClass::Specification, entry("schema"))]),
        };
        let report = report(&[Code::Pattern, Code::ElementMissing, Code::Pattern]);
        let problems = table.problems(&report, Language::German).unwrap();
        let kinds: Vec<&str> = problems.iter().map(|problem| problem.kind.as_str()).collect();
        assert_eq!(kinds, ["urn:example:problem:schema", "urn:example:problem:fehlt"]);
        assert_eq!(problems[0].detail.lines().count(), 2);
    }

    #[test]
    fn what_the_table_does_not_name_is_not_made_up() {
        let unlisted = ProblemTable::default().problems(&report(&[Code::Truncated]), Language::German);
        let expected = UnlistedProblem {
            code: Code::Truncated,
            class: RejectionClass::Form,
        };
        assert_eq!(unlisted, Err(vec![expected]));
    }

    #[test]
    fn an_unknown_key_in_the_table_is_an_error() {
        let table = r#"{"klassen": {}}"#;
        assert!(serde_json::from_str::<ProblemTable>(table).is_err());
    }
}
