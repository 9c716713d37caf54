//! A difference between two schemas.

use super::words;
use crate::Language;
use std::fmt;

/// What two schemas do not have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Namespaces that were taken for one another: before, after.
    pub namespaces: Vec<(String, String)>,
    /// The differences, by kind of component and name.
    pub changes: Vec<Change>,
}

impl Comparison {
    /// Whether the schemas admit and refuse the same documents, as far as their components tell.
    pub fn is_equal(&self) -> bool {
        self.namespaces.is_empty() && self.changes.is_empty()
    }
}

/// What became of a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name and is otherwise the same.
    Renamed,
    /// Documents that were valid may no longer be so.
    Tightened,
    /// Documents that were invalid may be valid now, and none the other way round.
    Loosened,
    /// It is another rule; documents may have become valid, or invalid.
    Changed,
}

impl ChangeKind {
    /// The stable name, as it stands in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Tightened => "tightened",
            Self::Loosened => "loosened",
            Self::Changed => "changed",
        }
    }

    /// The kind for people.
    pub const fn title(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Added, Language::German) => "hinzugekommen",
            (Self::Removed, Language::German) => "entfallen",
            (Self::Renamed, Language::German) => "umbenannt",
            (Self::Tightened, Language::German) => "verschärft",
            (Self::Loosened, Language::German) => "gelockert",
            (Self::Changed, Language::German) => "geändert",
            (_, Language::English) => self.as_str(),
        }
    }
}

/// What a component is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentKind {
    /// A global element.
    Element,
    /// A complex type.
    ComplexType,
    /// A simple type.
    SimpleType,
    /// A global attribute.
    Attribute,
    /// A notation.
    Notation,
}

impl ComponentKind {
    /// The stable name, as it stands in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::ComplexType => "complexType",
            Self::SimpleType => "simpleType",
            Self::Attribute => "attribute",
            Self::Notation => "notation",
        }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// What the global component is.
    pub component_kind: ComponentKind,
    /// The global component, as `Q{uri}local`; for a renamed one its old name.
    pub component: String,
    /// Where in the component: names of elements and `@attributes`, parted by `/`; empty for the component itself.
    pub place: String,
    /// Which of its rules: `minOccurs`, `type`, `pattern` and so on; empty where it was added, removed or renamed.
    pub rule: String,
    /// What the rule said; empty where there was none. For a renamed component its old name.
    pub before: String,
    /// What the rule says now; empty where there is none. For a renamed component its new name.
    pub after: String,
    /// Where it stood: `file.xsd:line`.
    pub old_source: String,
    /// Where it stands: `file.xsd:line`.
    pub new_source: String,
}

impl Change {
    /// The difference in a sentence, without the component's name.
    pub fn message(&self, language: Language) -> String {
        words::message(self, language)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} {}: {}",
            self.component_kind.as_str(),
            self.component,
            self.message(Language::German)
        )
    }
}
