//! Bindings of code types to code lists (XÖV Handbuch, Code-Typen 1 to 4).

use serde::{Deserialize, Serialize};

/// Who knows the codes of a code type. It is read off the type itself: whether `listURI` and `listVersionID` are
/// fixed, and whether the codes are enumerated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeTyp {
    /// List and version fixed, the codes enumerated in the schema.
    Typ1,
    /// List and version fixed, the codes only in the list.
    Typ2,
    /// List fixed, the document names the version.
    Typ3,
    /// The document names list and version.
    Typ4,
}

/// What a code type says of its code list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeBinding {
    /// Which of the four kinds it is.
    pub typ: CodeTyp,
    /// URI of the list, when it is fixed (types 1 to 3).
    pub list_uri: Option<String>,
    /// Version of the list, when it is fixed (types 1 and 2).
    pub list_version: Option<String>,
    /// Long name of the list from the type's `appinfo`; empty when it is silent.
    pub name: String,
    /// Column of the list that holds the codes (`genutzteCodeSpalte`); empty when the `appinfo` is silent, then the list
    /// itself decides. (`empfohleneCodeSpalte` tells of columns whether they are recommended; it names none.)
    pub code_column: String,
}
