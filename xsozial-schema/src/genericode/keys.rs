//! The defects that keys have.

use super::{
    column::{Column, Key},
    defect::{Defect, DefectKind, is_full, push},
    rows::Rows,
};
use std::{borrow::Cow, collections::HashMap};

/// Notes missing values of required columns, and missing and duplicate values of keys.
pub(super) fn find_defects(columns: &[Column], keys: &[Key], rows: &Rows, defects: &mut Vec<Defect>) {
    let in_key = |index| keys.iter().any(|key| key.columns.contains(&index));
    let required = columns.iter().enumerate().filter(|(_, column)| column.required);
    for (index, column) in required.filter(|&(index, _)| !in_key(index)) {
        let without = (0..rows.len()).filter(|&row| rows.value(row, index).is_none());
        for row in without {
            let column = column.id.clone();
            push(defects, DefectKind::ValueMissing { column }, rows.line(row));
            if is_full(defects) {
                return;
            }
        }
    }
    for key in keys.iter().filter(|key| !key.columns.is_empty()) {
        find_key_defects(key, rows, defects);
    }
}

fn find_key_defects(key: &Key, rows: &Rows, defects: &mut Vec<Defect>) {
    let mut first_rows = HashMap::with_capacity(rows.len());
    for row in 0..rows.len() {
        let Some(value) = key_value(key, rows, row) else {
            let key = key.id.clone();
            push(defects, DefectKind::IncompleteKey { key }, rows.line(row));
            continue;
        };
        let first = *first_rows.entry(value).or_insert(row);
        if first != row {
            let kind = DefectKind::DuplicateKey {
                key: key.id.clone(),
                first_line: rows.line(first),
            };
            push(defects, kind, rows.line(row));
        }
    }
}

/// The values of a key in a row, separated by a character that XML forbids; `None` when one is missing.
fn key_value<'a>(key: &Key, rows: &'a Rows, row: usize) -> Option<Cow<'a, str>> {
    if let &[column] = key.columns.as_slice() {
        return rows.value(row, column).map(Cow::Borrowed);
    }
    let values: Option<Vec<_>> = key.columns.iter().map(|&column| rows.value(row, column)).collect();
    Some(Cow::Owned(values?.join("\0")))
}
