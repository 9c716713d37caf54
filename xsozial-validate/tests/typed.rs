//! Values of generated types: validated while they are read, and before they are written.
#![allow(clippy::panic, reason = "helpers of tests fail by panicking")]

use xsozial_model::{
    beispiel::{Document, bsp},
    xml::{ReadOptions, RootContent},
};
use xsozial_schema::Code;
use xsozial_validate::{Validate, Validator, read_validated, read_validated_from};

const SAMPLE: &str = include_str!("../../schemas/beispiel/beispiele/antrag.xml");

fn antrag() -> Box<bsp::Antrag0001> {
    match Document::from_xml(SAMPLE.as_bytes()) {
        Ok(Document::Antrag0001(antrag)) => antrag,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_value_that_was_read_is_valid() {
    let report = Document::Antrag0001(antrag()).validate();
    assert_eq!(report.findings, []);
    assert_eq!(report.valid(), Some(true));
}

#[test]
fn every_fault_of_a_value_is_found_with_its_path() {
    let mut antrag = antrag();
    antrag.antragsteller = "niemand".to_owned();
    antrag.person[1].vorname.clear();
    let report = Document::Antrag0001(antrag).validate();
    let found: Vec<(Code, &str)> = report
        .findings
        .iter()
        .map(|finding| (finding.code(), finding.path().rsplit('}').next().unwrap_or_default()))
        .collect();
    assert_eq!(
        found,
        [
            (Code::ElementMissing, "person[2]"),
            (Code::IdReference, "antragsteller[1]")
        ]
    );
    assert!(report.findings.iter().all(|finding| finding.position().is_none()));
    assert!(report.findings[0].rule().is_some());
    assert!(!format!("{report:?}").contains("niemand"));
}

#[test]
fn a_value_with_characters_that_no_document_can_hold_is_not_valid() {
    for text in ["a\u{1}", "\u{FFFE}"] {
        let mut antrag = antrag();
        antrag.person[0].familienname = text.to_owned();
        let document = Document::Antrag0001(antrag);
        let [finding] = document.validate().findings.try_into().unwrap();
        assert_eq!(finding.code(), Code::Character);
        let error = document.to_xml().unwrap_err();
        assert_eq!((error.code(), error.path()), (finding.code(), finding.path()));
    }
}

#[test]
fn reading_and_validating_is_one_pass() {
    let (document, report) = read_validated::<Document>(SAMPLE.as_bytes());
    assert_eq!(document, Some(Document::Antrag0001(antrag())));
    assert_eq!(report.findings, []);
}

#[test]
fn a_document_that_cannot_be_read_still_has_every_fault_in_its_report() {
    let faulty = SAMPLE
        .replacen("<bspb:postleitzahl>00000<", "<bspb:postleitzahl>geheim<", 1)
        .replacen("<bsp:antragsteller>", "<bsp:antragsteller>geheim", 1)
        .replacen("version=\"0.1\"", "version=\"geheim\"", 1);
    let validator = Validator::new(<Document as RootContent>::schema());
    let (document, report) = read_validated::<Document>(faulty.as_bytes());
    assert_eq!(document, None);
    let codes: Vec<Code> = report.findings.iter().map(xsozial_validate::Finding::code).collect();
    assert_eq!(codes, [Code::AttributeFixed, Code::Pattern, Code::IdReference]);
    assert_eq!(report, validator.report(faulty.as_bytes()));
    let (_, streamed) = read_validated_from::<Document>(faulty.as_bytes(), &validator, &ReadOptions::default());
    assert_eq!(streamed, report);
    assert!(!format!("{report:?}").contains("geheim"));
    let error = Document::from_xml(faulty.as_bytes()).unwrap_err();
    assert_eq!(error.code(), report.findings[0].code());
}

#[test]
fn broken_base64_is_found_beside_a_reader_that_takes_it_in_pieces() {
    let broken = SAMPLE.replace("<bsp:inhalt>", "<bsp:inhalt>*");
    assert_ne!(broken, SAMPLE);
    let (document, report) = read_validated::<Document>(broken.as_bytes());
    assert_eq!(document, None);
    let [finding] = report.findings.as_slice() else {
        panic!("{report:?}")
    };
    assert_eq!(finding.code(), Code::Lexical);
}
