//! Every sample is read, written, read again and validated; the faulty ones give the findings that their table names.

use super::{code_lists::NOT_SHIPPED, own_document, schema, schemas};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_model::{leistung::Leistung, xsozial_nachbau::Document};
use xsozial_schema::{Code, Language, Severity, codelists::CodelistStore};
use xsozial_validate::{CodelistOptions, Finding, Report, Validate, Validator};

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(schemas().join("xsozial-nachbau/beispiele")).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// Which codes each faulty sample of a folder gives, sorted.
fn table(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(folder.join("befunde.tsv")).unwrap();
    let row = |line: &str| {
        let (file, codes) = line.split_once('\t').unwrap();
        let mut codes: Vec<String> = codes.split(' ').map(str::to_owned).collect();
        codes.sort_unstable();
        (file.to_owned(), codes)
    };
    text.lines().skip(1).map(row).collect()
}

/// The samples of a folder by file name.
fn samples(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let documents = entries.filter(|path| path.extension().is_some_and(|extension| extension == "xml"));
    documents
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read(&path).unwrap(),
            )
        })
        .collect()
}

/// The validator, with the code lists that ship.
fn validator() -> Validator {
    let store = CodelistStore::load([schemas().join("xsozial-nachbau/codelisten")]).unwrap();
    assert!(store.problems().is_empty());
    Validator::new(schema()).with_codelists(Arc::new(store), CodelistOptions::default())
}

/// The codes of the errors, sorted.
fn errors(report: &Report) -> Vec<&'static str> {
    let errors = report
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    let mut codes: Vec<&str> = errors.map(Finding::code).map(Code::as_str).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn good_samples_are_valid_and_keep_every_value_on_the_way_through_the_types() {
    let validator = validator();
    let mut count = 0;
    for folder in folders() {
        for (name, bytes) in samples(&folder) {
            if name.starts_with("fehler-") {
                continue;
            }
            let place = folder.join(name);
            let report = validator.report(&bytes);
            assert_eq!(report.valid(), Some(true), "{}", place.display());
            // What remains are the lists that do not ship.
            for finding in &report.findings {
                assert_eq!(finding.code(), Code::ListMissing, "{}", place.display());
                let message = finding.message(Language::German);
                assert!(NOT_SHIPPED.iter().any(|uri| message.contains(uri)), "{message}");
            }
            let document = Document::from_xml(&bytes).unwrap_or_else(|error| panic!("{}: {error}", place.display()));
            assert_eq!(document.validate().findings, [], "{}", place.display());
            let written = document.to_xml().unwrap();
            assert_eq!(Document::from_xml(&written).unwrap(), document, "{}", place.display());
            assert!(String::from_utf8(written).unwrap().contains(" test=\"true\""));
            count += 1;
        }
    }
    assert!(count >= 2 * Leistung::all().len());
}

#[test]
fn faulty_samples_give_exactly_the_findings_of_their_table() {
    let validator = validator();
    for folder in folders() {
        let table = table(&folder);
        let faulty: BTreeMap<_, _> = samples(&folder)
            .into_iter()
            .filter(|(name, _)| name.starts_with("fehler-"))
            .collect();
        assert!(!faulty.is_empty(), "{}", folder.display());
        assert_eq!(
            faulty.keys().collect::<BTreeSet<_>>(),
            table.keys().collect(),
            "{}",
            folder.display()
        );
        for (name, bytes) in faulty {
            let errors = errors(&validator.report(&bytes));
            assert_eq!(errors, table[&name], "{}", folder.join(&name).display());
            // The types know the schema, not the lists.
            let is_against_schema = errors.iter().any(|code| !code.starts_with("XC"));
            let is_refused = Document::from_xml(&bytes).is_err();
            assert_eq!(is_refused, is_against_schema, "{}", folder.join(&name).display());
        }
    }
}

#[test]
fn every_leistung_has_a_minimal_a_full_and_a_faulty_sample_that_name_it() {
    for leistung in Leistung::all() {
        let folder = schemas().join("xsozial-nachbau/beispiele").join(leistung.schluessel);
        let samples = samples(&folder);
        for name in ["minimal.xml", "voll.xml"] {
            let Document::Antrag0010(antrag) = Document::from_xml(&samples[name]).unwrap() else {
                panic!("{name} of {} is no Antrag", leistung.schluessel)
            };
            assert_eq!(antrag.vorgang.leistung.code(), leistung.code, "{}", folder.display());
            let part = leistung.teil.map(|part| format!("<xsn:{part}"));
            let text = String::from_utf8(samples[name].clone()).unwrap();
            assert!(part.is_none_or(|part| text.contains(&part)), "{}", folder.display());
        }
        assert!(samples.keys().any(|name| name.starts_with("fehler-")));
    }
}

#[test]
fn every_element_of_the_nachbau_occurs_in_a_good_sample() {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for folder in folders() {
        for (name, bytes) in samples(&folder) {
            if !name.starts_with("fehler-") {
                let text = String::from_utf8(bytes).unwrap();
                let document = roxmltree::Document::parse(&text).unwrap();
                used.extend(document.descendants().map(|node| node.tag_name().name().to_owned()));
            }
        }
    }
    let names = &schema().names;
    let own = schema()
        .elements
        .iter()
        .filter(|element| own_document(element.source).is_some());
    let missing: BTreeSet<&str> = own
        .map(|element| names.local(element.name))
        .filter(|&name| !used.contains(name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
