//! Tab-separated tables with a header line.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

/// A table could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct TableError {
    path: PathBuf,
    reason: String,
}

/// A row as a map from the column's name to its cell.
pub(super) type Row = HashMap<String, String>;

/// All rows of a table that has at least these columns.
pub(super) fn read(path: &Path, columns: &[&str]) -> Result<Vec<Row>, TableError> {
    let failure = |reason: String| TableError {
        path: path.to_owned(),
        reason,
    };
    let text = fs::read_to_string(path).map_err(|error| failure(error.to_string()))?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    if let Some(missing) = columns.iter().find(|column| !header.contains(column)) {
        return Err(failure(format!("no column {missing}")));
    }
    let row = |line: &str| {
        let cells = line.split('\t').chain(std::iter::repeat(""));
        header
            .iter()
            .zip(cells)
            .map(|(&name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    };
    Ok(lines.map(row).collect())
}
