//! Whatever the bytes are, loading and looking up end without a panic.

use super::*;
use crate::genericode::checksum;
use proptest::prelude::*;

/// A stored list whose checksum fits again.
fn mended(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = checksum(&bytes[16..]).to_le_bytes();
    bytes[8..16].copy_from_slice(&sum);
    bytes
}

proptest! {
    #[test]
    fn damage_with_a_fitting_checksum_is_survived(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let list = genericode("urn:a", "1", &[("1", "eins"), ("2", "zwei"), ("3", "drei")]);
        let mut bytes = CodeList::from_bytes(list.as_bytes(), "a.xml").unwrap().to_stored();
        for (place, byte) in changes {
            let place = 16 + place.index(bytes.len() - 16);
            bytes[place] = byte;
        }
        if let Ok(list) = CodeList::from_stored(mended(bytes)) {
            for column in 0..4 {
                for code in ["1", "2", "3", "", "x"] {
                    let _ = list.find(column, code);
                }
                for row in 0..5 {
                    let _ = list.value(row, column);
                }
            }
            let _ = (list.code_column(None), list.name_column(0), list.content_hash());
        }
    }

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut store = CodelistStore::new();
        store.add_bytes("a.xml", &bytes);
        let _ = store.add_stored([b"xsozcls\x01".as_slice(), &bytes].concat(), "a.bin");
        let _ = CodeList::from_stored([b"xsozlst\x01".as_slice(), &bytes].concat());
        prop_assert!(store.is_empty());
    }
}

#[test]
fn a_row_that_claims_billions_of_values_takes_no_time() {
    let list = genericode("urn:a", "1", &[("1", "eins"), ("2", "zwei"), ("3", "drei")]);
    let bytes = CodeList::from_bytes(list.as_bytes(), "a.xml").unwrap().to_stored();
    for place in 16..bytes.len() - 4 {
        let mut damaged = bytes.clone();
        damaged[place..place + 4].copy_from_slice(&[0xFF; 4]);
        if let Ok(list) = CodeList::from_stored(mended(damaged)) {
            let _ = (list.content_hash(), list.find(0, "x"));
        }
    }
}
