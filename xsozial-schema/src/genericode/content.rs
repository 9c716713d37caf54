//! What two copies of a list must have in common to be the same list.

use super::list::CodeList;
use sha2::{Digest, Sha256};

impl CodeList {
    /// SHA-256 of what checking codes depends on: URI and version, the columns, which of them hold the codes and the names,
    /// and all values in their order. Annotations, layout and encoding of the file have no part in it, so the same list
    /// from two deliveries has one hash, on every machine.
    pub fn content_hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        // Each text is told with its length, so that no two contents give the same bytes.
        let mut add = |text: &[u8]| {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        };
        add(self.identification.list_uri().as_bytes());
        add(self.identification.version.as_bytes());
        let code_column = self.code_column(None);
        let name_column = code_column.and_then(|column| self.name_column(column));
        for column in [code_column, name_column] {
            add(column.map_or("", |column| &self.columns[column].id).as_bytes());
        }
        add(&(self.columns.len() as u64).to_le_bytes());
        for column in &self.columns {
            add(column.id.as_bytes());
            add(column.short_name.as_bytes());
        }
        for row in 0..self.row_count() {
            for (column, value) in self.rows.row(row) {
                add(&column.to_le_bytes());
                add(value);
            }
            // The end of a row; no column has this number.
            add(&u16::MAX.to_le_bytes());
        }
        hash.finalize().into()
    }
}
