//! Code lists.

use crate::limits;
use xsozial_schema::genericode::CodeList;

/// How many rows and columns are looked up; a hostile list has more than a target has time for.
const MOST: usize = 64;

/// Reads a list. Every value that it holds is found, in the first row that has it.
pub fn run(bytes: &[u8]) {
    let Some(bytes) = limits::at_most(bytes, limits::DOCUMENT) else {
        return;
    };
    match CodeList::from_bytes(bytes, "liste.xml") {
        Ok(list) => check(&list),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn check(list: &CodeList) {
    for column in 0..list.columns.len().min(MOST) {
        assert!(
            list.column(&list.columns[column].id)
                .is_some_and(|first| first <= column)
        );
        for row in 0..list.row_count().min(MOST) {
            let Some(value) = list.value(row, column) else {
                continue;
            };
            let found = list.find(column, value);
            assert!(found.is_some_and(|first| first <= row), "a value is not found");
            assert_eq!(
                found.and_then(|first| list.value(first, column)),
                Some(value),
                "another value is found"
            );
        }
    }
    for row in 0..list.row_count() {
        assert!(list.line(row) >= 1, "lines are counted from 1");
    }
    if let Some(code) = list.code_column(None) {
        assert!(code < list.columns.len());
        let name = list.name_column(code);
        assert!(name.is_none_or(|name| name < list.columns.len() && name != code));
    }
    assert!(list.defects.len() <= 1_000);
    assert_eq!(list.clone(), *list);
}
