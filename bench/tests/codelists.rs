//! Codes of the published messages against the published lists: no code of a valid message is called wrong that is right, and
//! every unknown code is found whose list is at hand.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod codes;

use codes::{Lists, Set, known_defects};
use std::collections::BTreeMap;
use xsozial_bench::corpus::shared_folder;
use xsozial_schema::Code;

/// Sets whose documents are made up from their schemas, with codes from the lists at hand.
const GENERATED: [&str; 8] = [
    "xwasser-1.0.0",
    "xschule-1.2",
    "xhochschule-1.2",
    "xberufsbildung-0.6",
    "xunternehmen-basisregister-1.1",
    "xbau-2.3",
    "xbau-2.6",
    "xbau-kernmodul-1.3.0",
];

/// The sets that messages are published of.
const SETS: [&str; 6] = [
    "xwasser-1.0.0",
    "xschule-1.2",
    "xhochschule-1.2",
    "xberufsbildung-0.6",
    "xbildung-family-old-versions",
    "xunternehmen-basisregister-1.1",
];

#[test]
fn no_right_code_is_called_wrong() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let mut found = BTreeMap::new();
    for lists in [Lists::Own, Lists::All] {
        for name in SETS {
            let set = Set::load(&shared, name, lists);
            let (documents, remarks) = set.remarks();
            println!("{name}, {}: {documents} messages, {:?}", lists.name(), remarks.counts);
            found.extend(remarks.errors);
        }
    }
    // Each of these was looked at; the table says what is wrong with the message.
    let known = known_defects();
    for (place, times) in found.iter().filter(|(place, _)| !known.contains_key(*place)) {
        println!("not in the table: {}\t{times}", place.join("\t"));
    }
    for (place, times) in &found {
        assert_eq!(known.get(place), Some(times), "{}", place.join("\t"));
    }
    assert_eq!(found.len(), known.len(), "the table tells more than there is");
}

#[test]
fn every_unknown_code_is_found_whose_list_is_at_hand() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let mut checked = 0;
    for lists in [Lists::Own, Lists::All] {
        for name in SETS {
            let tally = Set::load(&shared, name, lists).replace_codes();
            println!("{name}, {}: {tally}", lists.name());
            assert_eq!(tally.overlooked, Vec::<String>::new(), "{name}");
            assert_eq!(tally.unplaced, Vec::<String>::new(), "{name}");
            checked += tally.at_hand;
        }
    }
    assert!(checked > 500, "{checked} codes");
}

#[test]
fn codes_of_generated_documents_are_right_until_they_are_replaced() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let mut checked = 0;
    for name in GENERATED {
        let set = Set::generate(&shared, name);
        let (documents, remarks) = set.remarks();
        println!("{name}, generated: {documents} documents, {:?}", remarks.counts);
        assert_eq!(remarks.errors, BTreeMap::new(), "{name}");
        assert_eq!(remarks.counts.get(&Code::CodeNameDiffers), None, "{name}");
        let tally = set.replace_codes();
        println!("{name}, generated: {tally}");
        assert_eq!(tally.overlooked, Vec::<String>::new(), "{name}");
        assert_eq!(tally.unplaced, Vec::<String>::new(), "{name}");
        checked += tally.at_hand;
    }
    assert!(checked > 300, "{checked} codes");
}
