//! What is known of a message before it is read.

use super::table::{Row, TableError, read};
use std::path::{Path, PathBuf};

/// What a strict reader must say of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It is valid.
    Valid,
    /// It is well-formed and valid but for an IDREF without target.
    DanglingReference,
    /// It breaks the structure or a facet.
    Invalid,
    /// Its root element is declared nowhere in the set: a leftover of an older version.
    UnknownRoot,
}

/// A published message.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The document.
    pub path: PathBuf,
    /// The schema to check it against, as a path in the set; empty for an unknown root.
    pub entry_schema: String,
    /// What a strict reader must say.
    pub expected: Expected,
}

/// A document made from a published message by one change.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The document.
    pub path: PathBuf,
    /// The name of the message that it was made from.
    pub from: String,
    /// The change.
    pub mutation: String,
    /// The schema to check it against, as a path in the set.
    pub entry_schema: String,
    /// Whether it is still valid.
    pub valid: bool,
}

/// The rows of `expected.tsv`. Its two verdicts differ exactly where libxml2 does not check an IDREF.
pub(super) fn instances(folder: &Path) -> Result<Vec<Instance>, TableError> {
    let columns = ["instance", "root", "entry_schema", "xmllint", "xmlschema"];
    let rows = read(&folder.join("expected.tsv"), &columns)?;
    let instance = |row: &Row| {
        let expected = match (row["xmllint"].as_str(), row["xmlschema"].as_str()) {
            _ if row["root"].is_empty() => Expected::UnknownRoot,
            (_, "valid") => Expected::Valid,
            ("valid", _) => Expected::DanglingReference,
            _ => Expected::Invalid,
        };
        Instance {
            path: folder.join("instances").join(&row["instance"]),
            entry_schema: row["entry_schema"].clone(),
            expected,
        }
    };
    Ok(rows.iter().map(instance).collect())
}

/// The rows of `verdicts.tsv`.
pub(super) fn mutants(folder: &Path) -> Result<Vec<Mutant>, TableError> {
    let columns = ["document", "from", "mutation", "entry_schema", "expected"];
    let rows = read(&folder.join("verdicts.tsv"), &columns)?;
    let mutant = |row: &Row| Mutant {
        path: folder.join(&row["document"]),
        from: row["from"].clone(),
        mutation: row["mutation"].clone(),
        entry_schema: row["entry_schema"].clone(),
        valid: row["expected"] == "valid",
    };
    Ok(rows.iter().map(mutant).collect())
}
