//! The judges judge as recorded: both oracles on the published messages, Xerces on the documents of one fault each.

#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    corpus::{Corpus, Expected, shared_folder},
    oracle::{Oracle, Verdict, Xerces, Xmllint},
};

const SETS: [&str; 6] = [
    "xwasser-1.0.0",
    "xschule-1.2",
    "xhochschule-1.2",
    "xberufsbildung-0.6",
    "xbildung-family-old-versions",
    "xunternehmen-basisregister-1.1",
];

/// A document, the schema to check it against, and what is known of it.
type Case<T> = (PathBuf, String, T);

#[test]
fn published_messages_get_their_recorded_verdicts() {
    let Some(shared) = shared_folder().unwrap() else { return };
    for name in &SETS[..2] {
        let corpus = Corpus::new(&shared, name);
        let instances = corpus.instances().unwrap().into_iter();
        let cases = instances
            .filter(|instance| instance.expected != Expected::UnknownRoot)
            .map(|instance| (instance.path, instance.entry_schema, instance.expected));
        for ((path, _, expected), [libxml2, xerces]) in judge(&corpus, cases.collect()) {
            let path = path.display();
            assert_eq!(xerces.is_ok(), expected == Expected::Valid, "{path}");
            assert_eq!(libxml2.is_ok(), expected != Expected::Invalid, "{path}");
            if expected == Expected::DanglingReference {
                assert_eq!(xerces.unwrap_err().rule, "cvc-id.1", "{path}");
            }
        }
    }
}

#[test]
fn documents_of_one_fault_get_their_recorded_verdicts() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let mut wrong = Vec::new();
    for name in SETS {
        let corpus = Corpus::new(&shared, name);
        let mutants = corpus.mutants().unwrap().into_iter();
        let cases = mutants.map(|mutant| (mutant.path, mutant.entry_schema, mutant.valid));
        for ((path, _, valid), verdicts) in judge(&corpus, cases.collect()) {
            if verdicts.iter().any(|verdict| verdict.is_ok() != valid) {
                wrong.push(path.display().to_string());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The verdicts of libxml2 and Xerces on each case; one run of each for each schema.
fn judge<T>(corpus: &Corpus, cases: Vec<Case<T>>) -> Vec<(Case<T>, [Verdict; 2])> {
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let mut groups: BTreeMap<String, Vec<Case<T>>> = BTreeMap::new();
    for case in cases {
        groups.entry(case.1.clone()).or_default().push(case);
    }
    let mut judged = Vec::new();
    for (schema, cases) in groups {
        let entry = corpus.entry(&schema);
        let documents: Vec<&Path> = cases.iter().map(|(path, ..)| path.as_path()).collect();
        let libxml2 = Xmllint.verdicts(&entry, &documents).unwrap();
        let xerces = xerces.verdicts(&entry, &documents).unwrap();
        let verdicts = libxml2
            .into_iter()
            .zip(xerces)
            .map(|(libxml2, xerces)| [libxml2, xerces]);
        judged.extend(cases.into_iter().zip(verdicts));
    }
    judged
}
