//! Why a file is no usable code list.

use crate::decode::DecodeError;

/// A file that cannot be read as a code list: which one, where, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}: {problem}", if *line == 0 { String::new() } else { format!(":{line}") })]
pub struct GenericodeError {
    /// The file, as it was named by the caller.
    pub path: String,
    /// The line, counted from 1; 0 when the problem has none.
    pub line: u32,
    /// What is wrong, and what to do about it.
    pub problem: GenericodeProblem,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GenericodeProblem {
    /// The bytes are no text.
    #[error(transparent)]
    Encoding(#[from] DecodeError),
    /// The file is empty, or holds white space alone.
    #[error("the file is empty; download the code list again")]
    Empty,
    /// The file is no well-formed XML. The reason never holds content of the file.
    #[error("the file is no well-formed XML ({0}); download the code list again")]
    NotXml(&'static str),
    /// The file ends before its root element does.
    #[error("the file ends in the middle of the code list; download it again")]
    Truncated,
    /// A DOCTYPE declaration. It is refused and nothing is fetched.
    #[error("a DOCTYPE declaration is not allowed in a code list; remove it")]
    Doctype,
    /// A reference to an entity other than the five of XML.
    #[error("a reference to an entity that XML does not define; write the character itself")]
    Entity,
    /// The XRepository answered with an error message (`bdt:Fehler`), which was saved as a code list.
    #[error("the file holds an error message of the server (`Fehler`) and no code list; download it again")]
    ServerError,
    /// Another root element than genericode's `CodeList`.
    #[error("the root element is `{root}` in the namespace `{namespace}`, not genericode 1.0 `CodeList`")]
    NotACodeList {
        /// Local name of the root element.
        root: String,
        /// Its namespace; empty for none.
        namespace: String,
    },
    /// The columns are in another file (`ColumnSetRef`).
    #[error("the columns are defined in another file (`ColumnSetRef`), which is not supported; use the complete list")]
    ColumnSetElsewhere,
    /// Columns or rows are missing altogether.
    #[error("the code list has no `{0}`; download the complete list")]
    PartMissing(&'static str),
    /// Two columns have the same `Id`, or a column has none.
    #[error("the `Id` of a column is missing or stands twice; correct the list or ask its publisher")]
    ColumnId,
    /// Elements are nested deeper than 256, or the list is larger than 4 GB or has more than 1,024 columns.
    #[error("the file exceeds a limit (depth 256, 1024 columns, 4 GB); it is no code list")]
    Limit,
}
