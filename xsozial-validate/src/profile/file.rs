//! The file of a profile, as it is written.

use super::error::{ProfileError, ProfileErrorKind, line_of};
use serde::Deserialize;
use std::fmt::Write;
use toml::Spanned;
use xsozial_schema::Severity;

/// A profile as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProfileFile {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) version: Option<String>,
    /// The `kennung` of the standard that it is for.
    pub(super) standard: Option<Spanned<String>>,
    #[serde(default, rename = "field")]
    pub(super) fields: Vec<FieldEntry>,
}

/// `[[field]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldEntry {
    pub(super) path: Spanned<String>,
    pub(super) when: Option<Spanned<ConditionEntry>>,
    pub(super) who: Option<String>,
    pub(super) text: Option<String>,
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) severity: SeverityName,
}

/// `when = { … }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionEntry {
    pub(super) path: Spanned<String>,
    pub(super) equals: Option<Spanned<Scalar>>,
    pub(super) one_of: Option<Vec<Spanned<Scalar>>>,
    pub(super) present: Option<bool>,
}

/// A value that a condition compares with; numbers and truth values need no quotes.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Scalar {
    Text(String),
    Integer(i64),
    Truth(bool),
}

impl Scalar {
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
        }
    }
}

/// How much a missing field weighs.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum SeverityName {
    Info,
    #[default]
    Warning,
    Error,
}

impl From<SeverityName> for Severity {
    fn from(name: SeverityName) -> Self {
        match name {
            SeverityName::Info => Self::Info,
            SeverityName::Warning => Self::Warning,
            SeverityName::Error => Self::Error,
        }
    }
}

impl FieldEntry {
    /// All that decides about findings and what they say, on one line.
    pub(super) fn row(&self) -> String {
        let mut row = format!(
            "{:?} {:?} {:?} {:?} {:?}",
            self.path.get_ref(),
            self.severity,
            self.id,
            self.who,
            self.text
        );
        if let Some(when) = &self.when {
            let when = when.get_ref();
            let equals = when.equals.as_ref().map(|value| value.get_ref().text());
            let mut one_of: Option<Vec<String>> = when
                .one_of
                .as_ref()
                .map(|values| values.iter().map(|value| value.get_ref().text()).collect());
            if let Some(values) = &mut one_of {
                values.sort_unstable();
            }
            // Writing to a string does not fail.
            let _ = write!(
                row,
                " {:?} {equals:?} {one_of:?} {:?}",
                when.path.get_ref(),
                when.present
            );
        }
        row
    }
}

/// Reads the text of a profile.
pub(super) fn read(text: &str, path: &str) -> Result<ProfileFile, ProfileError> {
    let file: ProfileFile = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let message = error.message().trim().replace('\n', "; ");
        ProfileError::new(path, line, ProfileErrorKind::Form(message))
    })?;
    if file.fields.is_empty() {
        return Err(ProfileError::new(path, 1, ProfileErrorKind::Empty));
    }
    Ok(file)
}
