//! Very many faults.

use crate::{list, report, single};
use std::fmt::Write;

#[test]
fn of_a_million_faults_the_first_are_told_and_the_rest_counted() {
    let report = report(&list(&"<zahl>x</zahl>".repeat(1_000_000)));
    assert_eq!(report.findings.len(), 1_000);
    assert_eq!(report.omitted, 999_000);
    assert_eq!(report.valid(), Some(false));
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.code().as_str() == "XF0001")
    );
}

#[test]
fn of_two_hundred_thousand_elements_of_different_unknown_names_the_first_are_told() {
    let mut content = String::new();
    for number in 0..200_000 {
        write!(content, "<u{number:x}/>").unwrap();
    }
    let report = report(&list(&content));
    assert_eq!(report.findings.len(), 1_000);
    assert_eq!(report.omitted, 199_000);
}

#[test]
fn a_hundred_thousand_dangling_references_are_told_and_counted() {
    let mut content = String::new();
    for number in 0..100_000 {
        write!(content, "<stelle verweis='v{number}'/>").unwrap();
    }
    let report = report(&list(&content));
    assert_eq!(report.findings.len(), 1_000);
    assert_eq!(report.omitted, 99_000);
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.code().as_str() == "XD0102")
    );
    assert!(report.findings[999].path().ends_with("stelle[1000]/@verweis"));
}

#[test]
fn one_dangling_reference_among_many_is_one_finding() {
    let mut content = String::new();
    for number in 0..100_000 {
        writeln!(content, "<stelle id='v{number}' verweis='v{}'/>", number + 1).unwrap();
    }
    assert!(single(&list(&content)).starts_with("XD0102 100000:"));
}

#[test]
fn a_text_of_fifteen_megabytes_that_is_no_number_is_one_finding() {
    // The limits let it through. The stream must hold it; so it is smaller than what may be held.
    let document = list(&format!("<zahl>{}</zahl>", "1".repeat(15 << 20)));
    assert!(single(&document).starts_with("XF"));
}
