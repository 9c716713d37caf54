//! A code list in memory.

use super::{
    choose,
    column::{Column, Key},
    defect::Defect,
    error::GenericodeError,
    identification::{Annotations, Identification},
    index::ColumnIndex,
    read,
    rows::Rows,
};
use std::{fmt, sync::OnceLock};

/// A code list. Rows and columns are told by their index, counted from 0.
#[derive(Clone)]
pub struct CodeList {
    /// What the list says of itself.
    pub identification: Identification,
    /// The annotations of the XÖV Codelisten-Handbuch.
    pub annotations: Annotations,
    /// The columns.
    pub columns: Vec<Column>,
    /// The keys.
    pub keys: Vec<Key>,
    /// What is wrong with the list, in the order of the file, then what concerns required values and keys;
    /// at most 1,000.
    pub defects: Vec<Defect>,
    pub(super) rows: Rows,
    /// For each column its rows by value; made when it is first used.
    pub(super) indexes: Vec<OnceLock<ColumnIndex>>,
}

impl CodeList {
    /// Reads a list. `path` names the file in messages; nothing is fetched or opened.
    ///
    /// # Errors
    /// When the bytes are no complete genericode list; see [`super::GenericodeProblem`].
    pub fn from_bytes(bytes: &[u8], path: &str) -> Result<Self, GenericodeError> {
        read::read(bytes, path)
    }

    /// How many rows the list has.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The value in a row and column, its white space collapsed as that of the codes in documents; `None` where the
    /// row has no value, or an empty one.
    pub fn value(&self, row: usize, column: usize) -> Option<&str> {
        self.rows.value(row, column)
    }

    /// Whether this is the value in a row and column.
    #[inline]
    pub fn holds(&self, row: usize, column: usize, value: &str) -> bool {
        self.rows.bytes(row, column) == Some(value.as_bytes())
    }

    /// The line of a row in the file, counted from 1; 0 for a row that does not exist.
    pub fn line(&self, row: usize) -> u32 {
        self.rows.line(row)
    }

    /// The index of the column with this `Id`.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The first row with this value in this column.
    ///
    /// The first call for a column makes its index, unless the list was stored with it; every later one takes one look
    /// into it and no memory.
    #[inline]
    pub fn find(&self, column: usize, value: &str) -> Option<usize> {
        self.index(column)?.find(&self.rows, column, value.as_bytes())
    }

    #[inline]
    pub(super) fn index(&self, column: usize) -> Option<&ColumnIndex> {
        let index = self.indexes.get(column)?;
        Some(index.get_or_init(|| ColumnIndex::of(&self.rows, column)))
    }

    /// The column that holds the codes: the first of
    ///
    /// 1. the column that the caller prefers (the schema's `genutzteCodeSpalte`), by `Id`, by `ShortName`, or by `Id`
    ///    without regard to case when this is unique; `None` when the list has no such column, because another one
    ///    would hold other codes. An empty text is no preference;
    /// 2. the column of the key that the list recommends;
    /// 3. the column, or the column of the key, that is marked with `xoev-code`;
    /// 4. the column of the only key;
    /// 5. the column called `code`, `key` or `schluessel` without regard to case, in this order;
    /// 6. the column of the first key; without keys, the first column.
    ///
    /// Keys of several columns are passed over.
    pub fn code_column(&self, preferred: Option<&str>) -> Option<usize> {
        choose::code_column(self, preferred)
    }

    /// The column with the names (descriptions) of the codes, given the column of the codes: the first of
    ///
    /// 1. the column, or the column of the key, that is marked with `xoev-codename`;
    /// 2. a required column with a customary name: `beschreibung`, `bezeichnung`, `name`, `description-de-DE`,
    ///    `description` without regard to case, in this order;
    /// 3. the first other required column that is not in another language than German and no key;
    /// 4. an optional column with a customary name;
    /// 5. the first other column that is not in another language; else the first other column.
    ///
    /// `None` when the codes are all the list has.
    pub fn name_column(&self, code_column: usize) -> Option<usize> {
        choose::name_column(self, code_column)
    }
}

impl PartialEq for CodeList {
    fn eq(&self, other: &Self) -> bool {
        self.identification == other.identification
            && self.annotations == other.annotations
            && self.columns == other.columns
            && self.keys == other.keys
            && self.defects == other.defects
            && self.rows == other.rows
    }
}

impl fmt::Debug for CodeList {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CodeList")
            .field("canonical_version_uri", &self.identification.canonical_version_uri)
            .field("columns", &self.columns.len())
            .field("rows", &self.row_count())
            .field("defects", &self.defects.len())
            .finish_non_exhaustive()
    }
}
