//! Findings: what is wrong, where, and by which rule.

mod from_error;
mod rule;

pub use rule::{Rule, RuleKind};

use std::fmt;
use xsozial_model::xml::Position;
use xsozial_schema::{Code, Fault, Language, Severity};

/// One fault of a document.
///
/// It holds no document content: values are described by their shape alone. Its `Debug` output is its `Display` output.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    pub(crate) severity: Severity,
    pub(crate) fault: Fault,
    pub(crate) path: String,
    pub(crate) position: Option<Position>,
    pub(crate) rule: Option<Rule>,
    pub(crate) help: Option<String>,
}

impl Finding {
    /// An error without place, for what concerns the document as a whole.
    pub fn error(fault: Fault) -> Self {
        Self {
            severity: Severity::Error,
            fault,
            path: String::new(),
            position: None,
            rule: None,
            help: None,
        }
    }

    /// The same finding with another weight.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The code of the broken rule.
    pub fn code(&self) -> Code {
        self.fault.code
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What is wrong, in parts.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The message for people, without code and place.
    pub fn message(&self, language: Language) -> String {
        self.fault.message(language)
    }

    /// Where in the tree: `/Q{uri}local[1]/Q{uri}child[2]/@attribute`. Each index counts siblings of the same name.
    /// Empty where no element has begun.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Where in the text; `None` for a value that was never text, and for the document as a whole.
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// The schema's rule that is broken, where it has a place of its own.
    pub fn rule(&self) -> Option<&Rule> {
        self.rule.as_ref()
    }

    /// What the schema's authors say of the element or attribute, to help whoever mends it.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            write!(formatter, "{}:{} ", position.line, position.column)?;
        }
        write!(formatter, "{} {}", self.code(), self.message(Language::German))?;
        if !self.path.is_empty() {
            write!(formatter, " ({})", self.path)?;
        }
        if let Some(rule) = &self.rule {
            write!(formatter, " [{}]", rule.source)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
