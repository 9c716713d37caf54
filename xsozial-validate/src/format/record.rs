//! What the JSON formats hold. The order of the fields is that of the output; fields are only ever added.

use super::{Checked, DocumentReport, Summary};
use crate::{Finding, Report};
use serde::Serialize;
use std::collections::BTreeMap;
use xsozial_schema::{Language, schema::StandardInfo};

/// A document.
#[derive(Serialize)]
pub(super) struct DocumentRecord<'a> {
    document: &'a str,
    valid: Option<bool>,
    standard: Option<StandardRecord<'a>>,
    checked: CheckedRecord<'a>,
    findings: Vec<FindingRecord<'a>>,
    #[serde(skip_serializing_if = "is_zero")]
    omitted: u64,
    #[serde(skip_serializing_if = "is_zero")]
    known: u64,
}

#[derive(Serialize)]
pub(super) struct StandardRecord<'a> {
    name: &'a str,
    kennung: &'a str,
    version: &'a str,
    /// `nachbau` for a reconstruction by this project.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    /// What such a result is not worth, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'static str>,
}

/// What was checked.
#[derive(Serialize)]
pub(super) struct CheckedRecord<'a> {
    xsd: Option<XsdRecord<'a>>,
    codelists: CodelistsRecord<'a>,
    schematron: Option<String>,
    rules: Option<SummedRecord<'a>>,
    /// The name of the profile; several are parted by commas.
    profile: Option<String>,
    profiles: Vec<NamedRecord<'a>>,
    /// Over all that decides about findings.
    sha256: Option<String>,
    /// Codes that weigh other than usual, with their weight.
    overrides: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
struct SummedRecord<'a> {
    count: usize,
    sha256: &'a str,
}

#[derive(Serialize)]
struct NamedRecord<'a> {
    name: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct XsdRecord<'a> {
    documents: usize,
    sha256: &'a str,
    /// Base documents of xsozial, which the delivery does not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    builtin: Vec<BuiltinRecord<'a>>,
}

#[derive(Serialize)]
struct BuiltinRecord<'a> {
    file: &'a str,
    namespace: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct CodelistsRecord<'a> {
    available: usize,
    needed: usize,
    sha256: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<ProblemRecord<'a>>,
}

/// A file of code lists that is of no use.
#[derive(Serialize)]
struct ProblemRecord<'a> {
    code: &'static str,
    path: &'a str,
    line: Option<u32>,
    message: String,
}

#[derive(Serialize)]
struct FindingRecord<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    path: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    offset: Option<u64>,
    rule: Option<RuleRecord<'a>>,
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct RuleRecord<'a> {
    kind: &'static str,
    source: &'a str,
}

/// The counts of a run.
#[derive(Serialize)]
pub(super) struct SummaryRecord {
    documents: usize,
    valid: usize,
    invalid: usize,
    unchecked: usize,
    codes: Vec<CodeRecord>,
    #[serde(skip_serializing_if = "is_zero")]
    omitted: u64,
    #[serde(skip_serializing_if = "is_zero")]
    known: u64,
}

#[derive(Serialize)]
struct CodeRecord {
    code: &'static str,
    severity: &'static str,
    title: &'static str,
    findings: usize,
    documents: usize,
}

/// The tool that wrote the output.
#[derive(Serialize)]
pub(super) struct ToolRecord {
    name: &'static str,
    version: &'static str,
}

/// This tool.
pub(super) const TOOL: ToolRecord = ToolRecord {
    name: env!("CARGO_PKG_NAME"),
    version: env!("CARGO_PKG_VERSION"),
};

impl<'a> DocumentRecord<'a> {
    pub(super) fn of(document: &'a DocumentReport, language: Language) -> Self {
        Self {
            document: &document.name,
            valid: document.report.valid(),
            standard: standard(&document.report, language),
            checked: checked(&document.checked),
            findings: (document.report.findings.iter())
                .map(|finding| FindingRecord::of(finding, language))
                .collect(),
            omitted: document.report.left_out(),
            known: document.report.known,
        }
    }
}

impl<'a> FindingRecord<'a> {
    fn of(finding: &'a Finding, language: Language) -> Self {
        let position = finding.position();
        Self {
            code: finding.code().as_str(),
            severity: finding.severity().as_str(),
            message: finding.message(language),
            path: finding.path(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            offset: position.map(|position| position.offset),
            rule: finding.rule().map(|rule| RuleRecord {
                kind: rule.kind.as_str(),
                source: &rule.source,
            }),
            help: finding.help(),
        }
    }
}

impl SummaryRecord {
    pub(super) fn of(summary: &Summary, language: Language) -> Self {
        let codes = summary.codes().map(|count| CodeRecord {
            code: count.code.as_str(),
            severity: count.severity.as_str(),
            title: count.code.title(language),
            findings: count.findings,
            documents: count.documents,
        });
        Self {
            documents: summary.documents,
            valid: summary.valid,
            invalid: summary.invalid,
            unchecked: summary.unchecked,
            codes: codes.collect(),
            omitted: summary.omitted,
            known: summary.known,
        }
    }
}

impl<'a> CheckedRecord<'a> {
    pub(super) fn of(checked: &'a Checked) -> Self {
        self::checked(checked)
    }
}

/// The standard; `None` where the schema says nothing of one.
pub(super) fn standard(report: &Report, language: Language) -> Option<StandardRecord<'_>> {
    let info = report.standard.as_ref()?;
    let StandardInfo {
        name, kennung, version, ..
    } = info;
    let is_silent = [name, kennung, version].iter().all(|field| field.is_empty());
    (!is_silent).then(|| StandardRecord {
        name,
        kennung,
        version,
        status: info.status(),
        notice: info.notice(language),
    })
}

fn checked(checked: &Checked) -> CheckedRecord<'_> {
    let rules = checked.schematron_rules;
    CheckedRecord {
        xsd: checked.xsd.as_ref().map(|xsd| XsdRecord {
            documents: xsd.documents,
            sha256: &xsd.sha256,
            builtin: (xsd.builtin.iter())
                .map(|document| BuiltinRecord {
                    file: &document.file,
                    namespace: &document.namespace,
                    sha256: &document.sha256,
                })
                .collect(),
        }),
        codelists: CodelistsRecord {
            available: checked.codelists.available,
            needed: checked.codelists.needed,
            sha256: checked.codelists.sha256.as_deref(),
            problems: (checked.codelists.problems.iter())
                .map(|problem| ProblemRecord {
                    code: problem.kind.code(),
                    path: &problem.path,
                    line: (problem.line > 0).then_some(problem.line),
                    message: problem.kind.to_string(),
                })
                .collect(),
        },
        schematron: (rules > 0).then(|| format!("not run ({rules} rules present)")),
        rules: checked.rules.as_ref().map(|rules| SummedRecord {
            count: rules.count,
            sha256: &rules.sha256,
        }),
        profile: (!checked.profiles.is_empty()).then(|| {
            let names: Vec<&str> = checked.profiles.iter().map(|profile| profile.name.as_str()).collect();
            names.join(", ")
        }),
        profiles: checked
            .profiles
            .iter()
            .map(|profile| NamedRecord {
                name: &profile.name,
                sha256: &profile.sha256,
            })
            .collect(),
        sha256: checked.sha256(),
        overrides: checked
            .overrides
            .iter()
            .map(|(code, level)| (code.as_str(), level.as_str()))
            .collect(),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}
