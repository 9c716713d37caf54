//! Lists and stores as bytes.

use super::*;
use proptest::prelude::*;

/// Codes that occur several times, empty ones and such with white space included.
fn rows() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec(("[a-e0-9äß ]{0,3}", "[a-zÄ ]{0,8}"), 0..60)
}

fn parse(rows: &[(String, String)]) -> CodeList {
    let rows: Vec<(&str, &str)> = rows.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect();
    CodeList::from_bytes(genericode("urn:a", "1", &rows).as_bytes(), "a.xml").unwrap()
}

proptest! {
    #[test]
    fn a_stored_list_is_the_parsed_one(rows in rows(), strange in "[a-z0-9]{1,3}") {
        let parsed = parse(&rows);
        let stored = CodeList::from_stored(parsed.to_stored()).unwrap();
        prop_assert_eq!(&stored, &parsed);
        prop_assert_eq!(stored.content_hash(), parsed.content_hash());
        prop_assert_eq!(stored.to_stored(), parsed.to_stored());
        for row in 0..parsed.row_count() {
            for column in 0..2 {
                prop_assert_eq!(stored.value(row, column), parsed.value(row, column));
                let Some(value) = parsed.value(row, column) else { continue };
                // The first row with the value, found by looking at all of them.
                let first = (0..parsed.row_count()).find(|&row| parsed.value(row, column) == Some(value));
                prop_assert_eq!(stored.find(column, value), first);
                prop_assert_eq!(parsed.find(column, value), first);
            }
            prop_assert_eq!(stored.line(row), parsed.line(row));
        }
        let known = (0..parsed.row_count()).find(|&row| parsed.value(row, 0) == Some(&strange));
        prop_assert_eq!(stored.find(0, &strange), known);
        prop_assert_eq!(stored.find(7, &strange), None);
    }

    #[test]
    fn damage_is_noticed(rows in rows(), place in any::<proptest::sample::Index>(), bit in 0_u8..8) {
        let mut bytes = parse(&rows).to_stored();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        prop_assert!(CodeList::from_stored(bytes).is_err());
    }
}

#[test]
fn a_stored_store_is_the_same_and_needs_no_xml() {
    let mut store = CodelistStore::new();
    store.add_bytes("a.xml", genericode("urn:a", "1", &[("1", "eins")]));
    store.add_bytes("b.xml", genericode("urn:a", "1", &[("1", "Eins")]));
    store.add_bytes("c.xml", genericode("urn:a", "2", &[]));
    let bytes = store.to_bytes();
    assert!(CodelistStore::is_stored(&bytes) && !CodeList::is_stored(&bytes));
    let mut again = CodelistStore::new();
    again.add_stored(bytes.clone(), "listen.bin").unwrap();
    assert_eq!(again, store);
    assert_eq!(again.to_bytes(), bytes);

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("listen.bin");
    write(&path, &bytes);
    assert_eq!(CodelistStore::load([&path]).unwrap(), store);

    for place in [0, 7, 9, 20, 60, bytes.len() - 1] {
        let mut damaged = bytes.clone();
        damaged[place] ^= 4;
        let error = CodelistStore::new().add_stored(damaged, "listen.bin").unwrap_err();
        assert_eq!(error.code(), "XK0005", "{place}");
    }
    for end in 0..bytes.len() {
        let cut = bytes[..end].to_vec();
        assert!(CodelistStore::new().add_stored(cut, "listen.bin").is_err(), "{end}");
    }
}

#[test]
fn nothing_shows_codes() {
    let mut store = CodelistStore::new();
    store.add_bytes(
        "a.xml",
        genericode("urn:a", "1", &[("geheim", "vertraulich"), ("geheim", "vertraulich")]),
    );
    let text = format!("{store:?}");
    assert!(!text.contains("geheim") && !text.contains("vertraulich"), "{text}");
}
