//! Errors of the runtime as findings.

use super::{Finding, Rule, RuleKind};
use xsozial_model::xml::Error;
use xsozial_schema::Severity;

impl From<Error> for Finding {
    fn from(error: Error) -> Self {
        Self {
            severity: Severity::Error,
            fault: error.fault().clone(),
            path: error.path().to_owned(),
            position: error.position(),
            rule: error.component().map(|source| Rule {
                kind: RuleKind::of(error.code()),
                source: source.to_owned(),
            }),
            help: None,
        }
    }
}
