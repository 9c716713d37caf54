//! Tags that are too long, and tags that are as long as they may be.

use crate::{assert_valid, list, report, report_of_stream, single, single_code, structure::Repeated};
use std::{fmt::Write, io::Read};

/// A root with these attributes, the default namespace declared.
fn with_attributes(attributes: &str) -> Vec<u8> {
    format!("<liste xmlns='urn:example:feindlich'{attributes}/>").into_bytes()
}

/// So many attributes of short names, in one namespace or none.
fn attributes(count: usize, begin: &str) -> String {
    let mut text = String::new();
    for number in 0..count {
        write!(text, " {begin}{number:x}=''").unwrap();
    }
    text
}

#[test]
fn an_attribute_of_a_hundred_megabytes_ends_at_the_limit() {
    let length = 100 << 20;
    let document = with_attributes(&format!(" a='{}'", "x".repeat(length)));
    assert_eq!(single(&document), "XD0010 1:1");
    let start = b"<liste xmlns='urn:example:feindlich'><stelle id='";
    let report = report_of_stream(start.chain(Repeated::new("x", length as u64)));
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].code().as_str(), "XD0010");
}

#[test]
fn a_name_of_a_hundred_megabytes_ends_at_the_limit() {
    let name = "x".repeat(100 << 20);
    assert_eq!(single_code(format!("<{name}/>").as_bytes()), "XD0010");
    assert_eq!(single_code(&list(&format!("<baum></{name}>"))), "XD0010");
}

#[test]
fn a_hundred_thousand_attributes_are_read_or_end_at_the_limit() {
    let many = attributes(100_000, "a");
    assert!(many.len() < 1 << 20);
    assert_valid(&with_attributes(&many));
    let twice = format!("{many} a0=''");
    assert_eq!(single_code(&with_attributes(&twice)), "XD0008");
    let long = attributes(100_000, "name-eines-attributs-");
    assert_eq!(single(&with_attributes(&long)), "XD0010 1:1");
}

#[test]
fn a_hundred_thousand_attributes_that_may_not_stand_are_counted() {
    let report = report(&list(&format!("<baum{}/>", attributes(100_000, "a"))));
    assert_eq!(report.findings.len(), 1_000);
    assert_eq!(report.omitted, 99_000);
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.code().as_str() == "XS0202")
    );
}

#[test]
fn fifty_thousand_namespace_declarations_are_read_or_end_at_the_limit() {
    let mut declarations = String::new();
    for number in 0..50_000 {
        write!(declarations, " xmlns:p{number:x}='u{number:x}'").unwrap();
    }
    assert!(declarations.len() < 1_040_000);
    assert_valid(&with_attributes(&declarations));
    assert_eq!(
        single_code(&with_attributes(&format!("{declarations} q:a=''"))),
        "XD0007"
    );
    let long = declarations.replace("='", "='urn:example:lang:");
    assert_eq!(single(&with_attributes(&long)), "XD0010 1:1");
}

#[test]
fn fifty_thousand_declarations_in_scope_are_looked_up_soon() {
    let mut document = String::from("<liste xmlns='urn:example:feindlich'");
    for number in 0..50_000 {
        write!(document, " xmlns:p{number:x}='u'").unwrap();
    }
    document.push('>');
    for number in 0..50_000 {
        write!(document, "<p{number:x}:a xmlns:p{number:x}='v'/>").unwrap();
    }
    document.push_str("</liste>");
    assert_valid(document.as_bytes());
}
