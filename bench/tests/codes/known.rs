//! Codes of published messages that are wrong: the message is at fault, not the check.

use std::collections::BTreeMap;

/// Set, document, code, path, how often, and what is wrong.
const TABLE: &str = include_str!("known.tsv");

/// Set, document, code and path of each, and how often it is found.
pub(crate) fn known_defects() -> BTreeMap<[String; 4], usize> {
    let mut rows = TABLE.lines();
    assert_eq!(rows.next(), Some("set\tdocument\tcode\tpath\ttimes\treason"));
    let known = rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [set, document, code, path, times, reason] = cells.try_into().unwrap();
        assert!(reason.len() > 20, "{row}");
        ([set, document, code, path].map(str::to_owned), times.parse().unwrap())
    });
    known.collect()
}
