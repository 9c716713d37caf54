//! Results: findings. Names and meanings are those of the standard; the section of each is named.

use crate::{Finding, format::Fingerprint};
use serde::Serialize;
use std::collections::BTreeMap;
use xsozial_schema::{Language, Severity};

/// The name of our way to make fingerprints (section 3.27.17).
const FINGERPRINT: &str = "xsozialFinding/v1";

/// The levels of SARIF (section 3.27.10).
pub(super) const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A result (section 3.27).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Result<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location<'a>; 1],
    partial_fingerprints: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<ResultProperties<'a>>,
}

/// A message (section 3.11).
#[derive(Serialize)]
pub(super) struct Text {
    pub(super) text: String,
}

/// A location (section 3.28).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation<'a>>,
}

/// A physical location (section 3.29).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: ArtifactLocation<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
pub(super) struct ArtifactLocation<'a> {
    pub(super) uri: &'a str,
}

/// A region (section 3.30).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
}

/// A logical location (section 3.33).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'a> {
    fully_qualified_name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultProperties<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

impl<'a> Result<'a> {
    /// A finding in the document of this reference, whose code has this place among the rules.
    pub(super) fn new(
        finding: &'a Finding,
        fingerprint: &'a Fingerprint,
        uri: &'a str,
        rule_index: usize,
        language: Language,
    ) -> Self {
        let (rule, help) = (finding.rule(), finding.help());
        Self {
            rule_id: finding.code().as_str(),
            rule_index,
            level: level(finding.severity()),
            message: Text {
                text: finding.message(language),
            },
            locations: [Location {
                physical_location: PhysicalLocation {
                    artifact_location: ArtifactLocation { uri },
                    region: finding.position().map(|position| Region {
                        start_line: position.line,
                        start_column: position.column,
                    }),
                },
                logical_locations: LogicalLocation::of(finding.path()).into_iter().collect(),
            }],
            partial_fingerprints: [(FINGERPRINT, fingerprint.as_str())].into(),
            properties: (rule.is_some() || help.is_some()).then(|| ResultProperties {
                rule_kind: rule.map(|rule| rule.kind.as_str()),
                rule_source: rule.map(|rule| rule.source.as_str()),
                help,
            }),
        }
    }
}

impl<'a> LogicalLocation<'a> {
    fn of(path: &'a str) -> Option<Self> {
        let is_attribute = path.rsplit('/').next().is_some_and(|step| step.starts_with('@'));
        (!path.is_empty()).then_some(Self {
            fully_qualified_name: path,
            kind: if is_attribute { "attribute" } else { "element" },
        })
    }
}
