//! Codes in a file.

use serde::Deserialize;
use xsozial_schema::Code;

/// A code of a finding by its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct CodeName(Code);

impl TryFrom<String> for CodeName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let unknown = || format!("there is no code {text:?}; `xsozial-validate explain` lists them all");
        Code::from_text(&text).map(Self).ok_or_else(unknown)
    }
}

impl From<CodeName> for Code {
    fn from(name: CodeName) -> Self {
        name.0
    }
}
