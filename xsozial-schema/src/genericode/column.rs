//! Columns and keys.

use serde::{Deserialize, Serialize};

/// A column of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// `Id`, to which values refer.
    pub id: String,
    /// `ShortName`
    pub short_name: String,
    /// `LongName`
    pub long_name: String,
    /// Whether each row must have a value (`Use="required"`).
    pub required: bool,
    /// `Data/@Type`
    pub data_type: DataType,
    /// `Data/@Lang`, for example `de-DE`; empty when absent.
    pub language: String,
    /// Whether the annotation `xoev-code` marks it as the column of the codes.
    pub marked_as_code: bool,
    /// Whether the annotation `xoev-codename` marks it as the column of the names.
    pub marked_as_name: bool,
}

/// The type of a column's values: a built-in type of XML Schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum DataType {
    /// `string`; also when the column says nothing.
    #[default]
    String,
    /// `integer`
    Integer,
    /// `date`
    Date,
    /// Any other, by its name.
    Other(String),
}

impl DataType {
    /// The type of this name.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "string" => Self::String,
            "integer" => Self::Integer,
            "date" => Self::Date,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// A key: no two rows should have the same values in its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// `Id`
    pub id: String,
    /// Indices of its columns in [`super::CodeList::columns`].
    pub columns: Vec<usize>,
    /// Whether the list recommends it as the column of the codes (`recommendedKeyColumn`, before
    /// `empfohleneCodeSpalte`).
    pub recommended: bool,
    /// Whether the annotation `xoev-code` of the Handbuch's older versions marks it.
    pub marked_as_code: bool,
    /// Whether the annotation `xoev-codename` of the Handbuch's older versions marks it as holding the names.
    pub marked_as_name: bool,
    /// Line of the key in the file, counted from 1.
    pub line: u32,
}

impl Key {
    /// Its column, when it is one of a single column.
    pub(super) fn single(&self) -> Option<usize> {
        match self.columns.as_slice() {
            &[column] => Some(column),
            _ => None,
        }
    }
}
