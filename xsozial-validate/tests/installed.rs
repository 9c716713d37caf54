//! Installed standards, used as a library: each document finds its own.
#![cfg(feature = "store")]
#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};
use xsozial_schema::{
    limits::Limits,
    store::{Delivery, Store},
};
use xsozial_validate::Standards;

#[test]
fn documents_find_the_installed_standard_with_its_code_lists() {
    let nachbau = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xsozial-nachbau");
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path());
    assert!(Standards::installed(&store).unwrap().as_named().is_none());
    store
        .add(&Delivery::read(std::slice::from_ref(&nachbau), None).unwrap())
        .unwrap();

    let standards = Standards::installed(&store).unwrap();
    let judge = |sample: &str| {
        let document = fs::read(nachbau.join("beispiele/hilfe-zum-lebensunterhalt").join(sample)).unwrap();
        let judged = standards.judge(&document, Limits::default());
        let standard = judged.standard.unwrap();
        assert_eq!(
            standard.validator.schema().standard.kennung,
            "urn:example:xsozial-nachbau:antrag"
        );
        assert!(standard.codelists.len() > 30);
        judged.report
    };
    assert_eq!(judge("voll.xml").valid(), Some(true));
    let unknown = judge("fehler-leistung-unbekannt.xml");
    assert_eq!(unknown.findings[0].code().as_str(), "XC0001");
    let stranger = standards.judge(b"<a xmlns='urn:fremd'/>", Limits::default());
    assert!(stranger.standard.is_none());
    assert_eq!(stranger.report.findings[0].code().as_str(), "XE0003");
}
