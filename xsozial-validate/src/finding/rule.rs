//! The rule behind a finding.

use xsozial_schema::Code;

/// Which kind of rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RuleKind {
    /// What may stand where: content models, attributes, types (XML Schema part 1).
    Structure,
    /// What values look like (XML Schema part 2).
    Value,
    /// IDs, references and keys (XML Schema part 1, sections 3.11 and 3.15.4).
    Identity,
    /// XML itself: well-formedness, namespaces, encoding.
    Xml,
    /// Codes and their lists.
    Codelist,
    /// Rules that a standard states in prose.
    Prose,
    /// What a recipient wants to be told (a profile).
    Profile,
}

impl RuleKind {
    /// The stable name, as it stands in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Value => "value",
            Self::Identity => "identity",
            Self::Xml => "xml",
            Self::Codelist => "codelist",
            Self::Prose => "prose",
            Self::Profile => "profile",
        }
    }

    /// The kind of the rules with this code.
    pub fn of(code: Code) -> Self {
        let text = code.as_str();
        match text.get(..4) {
            Some("XD01" | "XD02") => Self::Identity,
            Some(start) if start.starts_with("XF") => Self::Value,
            Some(start) if start.starts_with("XS") => Self::Structure,
            Some(start) if start.starts_with("XC") => Self::Codelist,
            Some(start) if start.starts_with("XR") => Self::Prose,
            Some(start) if start.starts_with("XP") => Self::Profile,
            _ => Self::Xml,
        }
    }
}

/// A rule of the schema, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// Which kind of rule it is.
    pub kind: RuleKind,
    /// Where it stands: `file.xsd:line`.
    pub source: String,
}
