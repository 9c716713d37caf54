//! Which column holds the codes, and which their names.

use super::{
    column::{Column, Key},
    list::CodeList,
};

/// See [`CodeList::code_column`].
pub(super) fn code_column(list: &CodeList, preferred: Option<&str>) -> Option<usize> {
    if let Some(preferred) = preferred.map(str::trim).filter(|preferred| !preferred.is_empty()) {
        return named(list, preferred);
    }
    let only_key = || match list.keys.as_slice() {
        [key] => key.single(),
        _ => None,
    };
    key_where(list, |key| key.recommended)
        .or_else(|| column_where(list, |column| column.marked_as_code))
        .or_else(|| key_where(list, |key| key.marked_as_code))
        .or_else(only_key)
        .or_else(|| customary(list, &["code", "key", "schluessel"], |_| true))
        .or_else(|| key_where(list, |_| true))
        .or_else(|| column_where(list, |_| list.keys.is_empty()))
}

/// See [`CodeList::name_column`].
pub(super) fn name_column(list: &CodeList, code_column: usize) -> Option<usize> {
    const CUSTOMARY: &[&str] = &[
        "beschreibung",
        "bezeichnung",
        "name",
        "description-de-de",
        "description",
    ];
    let in_key = |index| list.keys.iter().any(|key| key.columns.contains(&index));
    let other = |index: usize, column: &Column| index != code_column && is_german(column);
    let first = |wanted: &dyn Fn(usize, &Column) -> bool| {
        let mut columns = list.columns.iter().enumerate();
        columns
            .find(|&(index, column)| wanted(index, column))
            .map(|(index, _)| index)
    };
    let marked = column_where(list, |column| column.marked_as_name);
    marked
        .or_else(|| key_where(list, |key| key.marked_as_name))
        .filter(|&index| index != code_column)
        .or_else(|| {
            customary(list, CUSTOMARY, |index| {
                index != code_column && list.columns[index].required
            })
        })
        .or_else(|| first(&|index, column| other(index, column) && column.required && !in_key(index)))
        .or_else(|| customary(list, CUSTOMARY, |index| index != code_column))
        .or_else(|| first(&other))
        .or_else(|| first(&|index, _| index != code_column))
}

/// The column that a schema names.
fn named(list: &CodeList, name: &str) -> Option<usize> {
    let exact = list
        .column(name)
        .or_else(|| column_where(list, |column| column.short_name == name));
    exact.or_else(|| {
        let mut similar = (0..list.columns.len()).filter(|&index| list.columns[index].id.eq_ignore_ascii_case(name));
        similar.next().filter(|_| similar.next().is_none())
    })
}

/// The first of the customary names that an acceptable column has.
fn customary(list: &CodeList, names: &[&str], acceptable: impl Fn(usize) -> bool) -> Option<usize> {
    names.iter().find_map(|name| {
        let mut indices = 0..list.columns.len();
        indices.find(|&index| list.columns[index].id.eq_ignore_ascii_case(name) && acceptable(index))
    })
}

fn column_where(list: &CodeList, wanted: impl Fn(&Column) -> bool) -> Option<usize> {
    list.columns.iter().position(wanted)
}

/// The column of the first such key that has one column.
fn key_where(list: &CodeList, wanted: impl Fn(&Key) -> bool) -> Option<usize> {
    list.keys.iter().filter(|key| wanted(key)).find_map(Key::single)
}

/// Whether nothing says that the column is in another language.
fn is_german(column: &Column) -> bool {
    column.language.is_empty() || column.language.starts_with("de")
}
