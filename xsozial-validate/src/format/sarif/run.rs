//! What is said of the run and of its documents. Names and meanings are those of the standard; the section of each is named.

use super::result::ArtifactLocation;
use crate::format::{
    DocumentReport, Summary,
    record::{CheckedRecord, StandardRecord, SummaryRecord, standard},
};
use serde::Serialize;
use xsozial_schema::{Code, Language};

/// A document that was checked (section 3.24).
#[derive(Serialize)]
pub(super) struct Artifact<'a> {
    location: ArtifactLocation<'a>,
    roles: [&'static str; 1],
    properties: ArtifactProperties<'a>,
}

#[derive(Serialize)]
struct ArtifactProperties<'a> {
    valid: Option<bool>,
    standard: Option<StandardRecord<'a>>,
    /// The sum over all that the check rests on.
    checked: Option<String>,
    omitted: u64,
    known: u64,
}

impl<'a> Artifact<'a> {
    /// The document of this reference.
    pub(super) fn new(uri: &'a str, document: &'a DocumentReport, language: Language) -> Self {
        let report = &document.report;
        Self {
            location: ArtifactLocation { uri },
            roles: ["analysisTarget"],
            properties: ArtifactProperties {
                valid: report.valid(),
                standard: standard(report, language),
                checked: document.checked.sha256(),
                omitted: report.left_out(),
                known: report.known,
            },
        }
    }
}

/// An invocation (section 3.20).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    execution_successful: bool,
}

impl Invocation {
    /// Whether all documents could be opened and no error of this program came between.
    pub(super) fn of(summary: &Summary) -> Self {
        let is_undone = |code| matches!(code, Code::Unreadable | Code::Internal);
        Self {
            execution_successful: !summary.codes().any(|count| is_undone(count.code)),
        }
    }
}

/// What there is to say of the run beyond SARIF (section 3.8).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RunProperties<'a> {
    pub(super) checked: Vec<CheckedRecord<'a>>,
    pub(super) not_checked: Vec<String>,
    pub(super) summary: SummaryRecord,
}
