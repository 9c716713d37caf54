//! What can be wrong with an XDatenfelder file.

use super::model::{Datenschema, Fundstelle};
use crate::xsd::SchemaPosition;

/// An XDatenfelder file that cannot be used: where, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{position}: {problem}{}", if path.is_empty() { String::new() } else { format!("; at {path}") })]
pub struct XdatenfelderError {
    /// File and line; the column too while the file is being read.
    pub position: SchemaPosition,
    /// The element. While the file is being read: local names with `/`, an index where several of one name stand side by side.
    /// Afterwards: the ids from the schema down to the group or field.
    pub path: String,
    /// What is wrong, and what to do about it.
    pub problem: XdatenfelderProblem,
}

impl XdatenfelderError {
    /// An error of an element of the file.
    pub(super) fn at(schema: &Datenschema, place: Fundstelle, problem: XdatenfelderProblem) -> Self {
        Self {
            position: SchemaPosition::of_line(&schema.datei, place.zeile),
            path: schema.path_to(place),
            problem,
        }
    }

    /// An error of a file as a whole.
    pub(crate) fn of_file(file: &str, problem: XdatenfelderProblem) -> Self {
        Self {
            position: SchemaPosition::of_file(file),
            path: String::new(),
            problem,
        }
    }

    /// The stable code of the error.
    pub const fn code(&self) -> &'static str {
        self.problem.code()
    }
}

/// What is wrong with an XDatenfelder file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum XdatenfelderProblem {
    /// Another root element or another edition.
    #[error(
        "`{root}` in the namespace `{namespace}` is not known; XDatenfelder 2 (`…:xdatenfelder_2`) and 3.0.0 \
         (`…:xdatenfelder_3.0.0`) are, with a stammdatenschema, a datenfeldgruppe or a datenfeld"
    )]
    UnknownMessage {
        /// Local name of the root element.
        root: String,
        /// Its namespace; empty for none.
        namespace: String,
    },
    /// A child that must be there is not, or is empty.
    #[error("`{0}` is missing or empty")]
    Missing(&'static str),
    /// A child that may stand once stands twice.
    #[error("`{0}` stands twice")]
    Duplicate(String),
    /// A child that the standard does not know here.
    #[error("`{0}` is not known here")]
    Unexpected(String),
    /// An id or version that cannot be part of an element's name.
    #[error("`{text}` is no {what}")]
    Identification {
        /// `id` or `version`.
        what: &'static str,
        /// The text.
        text: String,
    },
    /// A code that the standard does not know.
    #[error("`{code}` is no {what} of XDatenfelder")]
    UnknownCode {
        /// The element that holds the code.
        what: &'static str,
        /// The code.
        code: String,
    },
    /// An `anzahl` that is not `min:max`.
    #[error("the anzahl `{0}` is not `min:max` with min ≤ max, such as `0:1` or `1:*`")]
    Anzahl(String),
    /// Bounds that cannot be read.
    #[error("the praezisierung cannot be read: {0}")]
    Praezisierung(String),
    /// A group that is part of itself.
    #[error("the group {0} is part of itself")]
    Cycle(String),
    /// Groups deeper inside one another than any form is.
    #[error("more than {0} groups inside one another")]
    TooDeep(usize),
    /// One id and version with two meanings.
    #[error(
        "{id} in version {version} stands in line {first} with another content; give one of the two another version"
    )]
    Conflict {
        /// The id.
        id: String,
        /// The version.
        version: String,
        /// Line of the first one.
        first: u32,
    },
    /// One id twice in a group of shape A, whose names do not tell versions.
    #[error("{0} stands twice in one group; in shape A the two cannot be told apart, use shape B")]
    TwiceInGroup(String),
    /// A select field with neither values nor a code list.
    #[error("the field is a select field and has neither `werte` nor a `codelisteReferenz`; add one of them{ANY_CODE}")]
    NoCodes,
    /// A code list that is not at hand.
    #[error("the code list {0} is not at hand; pass the folder that holds it with --codelists DIR{ANY_CODE}")]
    MissingCodelist(String),
    /// A reference without version, and several versions at hand.
    #[error(
        "the code list {uri} is meant in no particular version, and there are several ({versions}); keep one of them"
    )]
    SeveralVersions {
        /// URI of the list.
        uri: String,
        /// The versions, separated by commas.
        versions: String,
    },
    /// A code list without the column that the field names, or without codes.
    #[error("the code list {list} has no {what}")]
    Codelist {
        /// The list.
        list: String,
        /// What it lacks.
        what: String,
    },
    /// More than any form holds.
    #[error("more than {limit} {what}; this is no form")]
    TooLarge {
        /// What is counted.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// A file that was given for its names alone, and no name fits.
    #[error("no element of the schema has the id of a field or group of this file; is it the file of another schema?")]
    NoNameFits,
}

/// The way out for who does not have the lists.
const ANY_CODE: &str = ", or let such fields take any code with --any-code";

impl XdatenfelderProblem {
    /// The stable code of the problem.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownMessage { .. } => "XL0301",
            Self::Missing(_) => "XL0302",
            Self::Duplicate(_) => "XL0303",
            Self::Unexpected(_) => "XL0304",
            Self::Identification { .. } => "XL0305",
            Self::UnknownCode { .. } => "XL0306",
            Self::Anzahl(_) => "XL0307",
            Self::Praezisierung(_) => "XL0308",
            Self::Cycle(_) => "XL0309",
            Self::TooDeep(_) => "XL0310",
            Self::Conflict { .. } => "XL0311",
            Self::TwiceInGroup(_) => "XL0312",
            Self::NoCodes => "XL0313",
            Self::MissingCodelist(_) => "XL0314",
            Self::SeveralVersions { .. } => "XL0315",
            Self::Codelist { .. } => "XL0316",
            Self::NoNameFits => "XL0317",
            Self::TooLarge { .. } => "XL0318",
        }
    }
}
