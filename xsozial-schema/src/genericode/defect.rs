//! What published lists do that they should not.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Most defects that are kept of one list.
const LIMIT: usize = 1000;

/// Notes a defect, unless there are too many already.
pub(super) fn push(defects: &mut Vec<Defect>, kind: DefectKind, line: u32) {
    if !is_full(defects) {
        defects.push(Defect { kind, line });
    }
}

/// Whether no further defect would be kept.
pub(super) fn is_full(defects: &[Defect]) -> bool {
    defects.len() >= LIMIT
}

/// A defect of a list, which is usable all the same. It never holds codes or values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defect {
    /// What is wrong.
    pub kind: DefectKind,
    /// Line of the row (or key) in the file, counted from 1.
    pub line: u32,
}

/// What is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum DefectKind {
    /// A row has the same key as an earlier one. Both are kept; [`super::CodeList::find`] gives the first.
    DuplicateKey {
        /// `Id` of the key.
        key: String,
        /// Line of the earlier row.
        first_line: u32,
    },
    /// A row has no value in a column of a key.
    IncompleteKey {
        /// `Id` of the key.
        key: String,
    },
    /// A row has no value in a column that requires one.
    ValueMissing {
        /// `Id` of the column.
        column: String,
    },
    /// A row has two values in one column. The first counts.
    ValueTwice {
        /// `Id` of the column.
        column: String,
    },
    /// A value or key refers to a column that the list does not define. The reference is ignored.
    ColumnUnknown {
        /// The reference.
        column: String,
    },
    /// A row has more values than the list has columns. The surplus is ignored.
    ValueSurplus,
    /// A value is a `ComplexValue`, which is not read.
    ValueComplex,
    /// The list has no rows.
    NoRows,
}

impl fmt::Display for Defect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: ", self.line)?;
        match &self.kind {
            DefectKind::DuplicateKey { key, first_line } => {
                write!(
                    formatter,
                    "the key `{key}` is the same as that of the row in line {first_line}"
                )
            }
            DefectKind::IncompleteKey { key } => write!(formatter, "the row has no value for the key `{key}`"),
            DefectKind::ValueMissing { column } => {
                write!(formatter, "the row has no value in the required column `{column}`")
            }
            DefectKind::ValueTwice { column } => write!(formatter, "the row has two values in the column `{column}`"),
            DefectKind::ColumnUnknown { column } => write!(formatter, "the list has no column `{column}`"),
            DefectKind::ValueSurplus => formatter.write_str("the row has more values than the list has columns"),
            DefectKind::ValueComplex => formatter.write_str("the row holds a ComplexValue, which is not read"),
            DefectKind::NoRows => formatter.write_str("the list has no rows"),
        }
    }
}
