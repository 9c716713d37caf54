//! The same list twice, and two that claim to be the same.

use super::*;

fn store(files: &[(&str, &str)]) -> CodelistStore {
    let mut store = CodelistStore::new();
    for (path, list) in files {
        store.add_bytes(*path, list.as_bytes());
    }
    store
}

/// All orders of three files.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

#[test]
fn the_same_list_from_two_deliveries_is_one() {
    let list = genericode("urn:a", "1", &[("1", "eins")]);
    let other_layout = list.replace('\n', "\n\n").replace("<ShortName>l</ShortName>", "");
    for files in [
        [("b.xml", &list), ("a.xml", &other_layout)],
        [("a.xml", &other_layout), ("b.xml", &list)],
    ] {
        let store = store(&files.map(|(path, list)| (path, list.as_str())));
        assert_eq!(names(&store), [("urn:a", "1")]);
        assert_eq!(store.lists()[0].path, "a.xml");
        assert_eq!(problems(&store), []);
    }
}

#[test]
fn different_lists_of_one_uri_and_version_are_a_problem_that_names_both_files() {
    let [good, broken] = ["Württemberg", "W?rttemberg"].map(|name| genericode("urn:a", "1", &[("08", name)]));
    let files = [
        ("b.xml", good.as_str()),
        ("c.xml", broken.as_str()),
        ("a.xml", broken.as_str()),
    ];
    let mut seen = Vec::new();
    for order in ORDERS {
        let store = store(&order.map(|place| files[place]));
        assert_eq!(store.get("urn:a", "1").len(), 2);
        assert_eq!(problems(&store), [("b.xml", "XK0104")]);
        assert!(store.problems()[0].to_string().contains("`a.xml`"));
        seen.push(store.to_bytes());
    }
    seen.dedup();
    assert_eq!(seen.len(), 1, "the order made a difference");
}

#[test]
fn the_hash_depends_on_content_alone() {
    let list = |code: &str| genericode("urn:a", code, &[(code, "x")]);
    let (one, two) = (list("1"), list("2"));
    let hash = |files: &[(&str, &str)]| CodelistStore::hash_of(store(files).lists());
    let expected = hash(&[("a.xml", &one), ("b.xml", &two)]);
    assert_eq!(hash(&[("D:/x/b.xml", &two), ("/home/a.xml", &one)]), expected);
    assert_eq!(expected.len(), 64);
    assert_ne!(hash(&[("a.xml", &one)]), expected);
    // Fixed for all machines: a change of this sum makes reports of two versions of the program differ.
    assert_eq!(
        expected,
        "6fe1cf3ec8fdc8fd5ccbf0898db79ab504c3cf63282744e3ae58ad64e69606a4"
    );
}

#[test]
fn every_part_that_checking_depends_on_changes_the_hash() {
    let hash = |list: &str| CodeList::from_bytes(list.as_bytes(), "a.xml").unwrap().content_hash();
    let list = genericode("urn:a", "1", &[("1", "eins"), ("2", "zwei")]);
    let base = hash(&list);
    for (from, to) in [
        ("urn:a", "urn:b"),
        ("<Version>1<", "<Version>2<"),
        ("eins", "Eins"),
        (">2<", ">3<"),
        ("\"beschreibung\"", "\"text\""),
        (
            "<Key Id=\"codeKey\"><ColumnRef Ref=\"code\"/>",
            "<Key Id=\"k\"><ColumnRef Ref=\"beschreibung\"/>",
        ),
    ] {
        assert!(list.contains(from));
        assert_ne!(hash(&list.replace(from, to)), base, "{from}");
    }
    assert_eq!(hash(&list.replace("encoding", "  encoding")), base);
}
