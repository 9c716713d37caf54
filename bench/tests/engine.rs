//! The engine on documents of one fault and of several: the verdict is right, each fault is found once, in its place.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod faults;

use faults::{Set, Several, Tally};
use xsozial_bench::corpus::shared_folder;

/// The sets that documents of one fault are at hand for.
const SETS: [&str; 6] = [
    "xwasser-1.0.0",
    "xschule-1.2",
    "xhochschule-1.2",
    "xberufsbildung-0.6",
    "xbildung-family-old-versions",
    "xunternehmen-basisregister-1.1",
];

#[test]
fn one_fault_gives_one_finding_in_its_place() {
    let Some(shared) = shared_folder().unwrap() else { return };
    for name in SETS {
        let set = Set::load(&shared, name);
        let tally = set.check_single_faults();
        println!("{name}: {tally}");
        assert_eq!(tally.wrong_verdicts, Vec::<String>::new(), "{name}");
        assert!(tally.share(Tally::single) >= 0.95, "{name}: {tally}");
        assert!(tally.share(Tally::placed) >= 0.95, "{name}: {tally}");
    }
}

#[test]
fn where_libxml2_and_xerces_disagree_xerces_is_right() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let mut total = 0;
    for name in SETS {
        let set = Set::load(&shared, name);
        let (checked, wrong) = set.check_disagreements();
        println!("{name}: {checked} documents that libxml2 and Xerces disagree about");
        assert_eq!(wrong, Vec::<String>::new(), "{name}");
        total += checked;
    }
    assert!(total > 100, "{total} documents");
}

#[test]
fn several_faults_are_all_found() {
    let Some(shared) = shared_folder().unwrap() else { return };
    for name in SETS {
        let set = Set::load(&shared, name);
        for faults in [2, 3] {
            let several = set.check_several_faults(faults);
            println!("{name}: {faults} faults: {several}");
            assert!(several.documents >= 20, "{name}: {several}");
            assert_eq!(several.overlooked, Vec::<String>::new(), "{name}");
            assert!(several.share(Several::at_most_one_extra) >= 0.95, "{name}: {several}");
        }
    }
}

#[test]
fn every_value_of_a_faulty_document_is_read() {
    let Some(shared) = shared_folder().unwrap() else { return };
    for name in SETS {
        let (documents, values) = Set::load(&shared, name).check_fields();
        println!("{name}: {values} values of {documents} well-formed documents");
        assert!(documents > 20, "{name}: {documents} documents");
    }
}
