//! Why a profile cannot be used.

use xsozial_schema::Code;

/// Why a profile cannot be used. `Display` names file and line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}:{}: {}", .0.path, .0.line, .0.kind)]
pub struct ProfileError(Box<Inner>);

/// Boxed, so that results stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    path: String,
    line: usize,
    kind: ProfileErrorKind,
}

/// What is wrong with a profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileErrorKind {
    /// The file is no TOML, a key is unknown or missing, or a value has the wrong type.
    #[error("{0}")]
    Form(String),
    /// The profile demands nothing.
    #[error("the profile has no [[field]]")]
    Empty,
    /// A path has no step, an empty step, one step alone, or an attribute that is not its last step.
    #[error("{path:?} is no path: {reason}")]
    Path {
        /// The path.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A step of a path leads nowhere.
    #[error("{path:?}: the schema has no {step:?} {place}{}", nearest_words(.nearest))]
    UnknownStep {
        /// The path.
        path: String,
        /// The step that fails.
        step: String,
        /// Where it was looked for.
        place: String,
        /// The nearest names that stand there.
        nearest: Vec<String>,
    },
    /// A condition looks at another message than its field.
    #[error("{path:?}: the condition {condition:?} belongs to another message")]
    OtherMessage {
        /// The path of the field.
        path: String,
        /// The path of the condition.
        condition: String,
    },
    /// A condition has none or several of `equals`, `one_of` and `present`.
    #[error("a condition has exactly one of equals, one_of and present")]
    Condition,
    /// A condition compares an element that holds elements.
    #[error("{path:?} has no value that could be compared; use present, or go on to one of its elements")]
    NoValue {
        /// The path of the condition.
        path: String,
    },
    /// A condition compares with a value that the schema never allows there.
    #[error("{path:?} can never have the value {value:?}")]
    ImpossibleValue {
        /// The path of the condition.
        path: String,
        /// The value.
        value: String,
    },
    /// The profile is for another standard.
    #[error("the profile is for the standard {wanted:?}, the schema is of {found:?}")]
    OtherStandard {
        /// The standard that the profile names.
        wanted: String,
        /// The schema's.
        found: String,
    },
}

impl ProfileError {
    pub(super) fn new(path: &str, line: usize, kind: ProfileErrorKind) -> Self {
        Self(Box::new(Inner {
            path: path.to_owned(),
            line,
            kind,
        }))
    }

    /// The stable code: [`Code::ProfileUnusable`].
    pub fn code(&self) -> Code {
        Code::ProfileUnusable
    }

    /// The profile, as its user named it.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The line, counted from 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// What is wrong.
    pub fn kind(&self) -> &ProfileErrorKind {
        &self.0.kind
    }
}

fn nearest_words(nearest: &[String]) -> String {
    if nearest.is_empty() {
        return "; nothing may stand there".to_owned();
    }
    format!("; the nearest names there: {}", nearest.join(", "))
}

/// The line of a byte of a text, counted from 1.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    1 + before.matches('\n').count()
}
