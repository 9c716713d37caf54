//! Every published list beside the workspace: parsed and stored are the same.

use super::*;
use crate::genericode::tests::published::published;

#[test]
fn every_published_list_is_the_same_when_it_is_stored() {
    let Some(files) = published() else { return };
    let mut store = CodelistStore::new();
    for path in &files {
        store.add_bytes(path.to_string_lossy(), fs::read(path).unwrap());
    }
    let mut again = CodelistStore::new();
    again.add_stored(store.to_bytes(), "listen.bin").unwrap();
    assert_eq!(again.lists(), store.lists());
    for (stored, parsed) in again.lists().iter().zip(store.lists()) {
        let list = &stored.list;
        assert_eq!(stored.sha256, list.content_hash());
        let column = list.code_column(None).unwrap();
        for row in 0..list.row_count() {
            let code = list.value(row, column).unwrap();
            assert_eq!(
                list.find(column, code),
                parsed.list.find(column, code),
                "{}",
                stored.path
            );
        }
    }
    for problem in store.problems() {
        eprintln!("{problem}");
    }
    let rows: usize = store.lists().iter().map(|stored| stored.list.row_count()).sum();
    eprintln!("{} lists of {} files, {rows} rows", store.lists().len(), files.len());
}
