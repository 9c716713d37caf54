//! Deliveries without the base schemas of XÖV: they load, and give the same verdicts as with the published ones.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says what it skips"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_schema::{
    Schema,
    compare::{Change, ChangeKind, compare},
    xsd::{
        Sources,
        base::{self, BaseDocument},
    },
};
use xsozial_validate::Validator;

/// Where published sets keep what they import by its address.
const REMOTE: &str = "_remote";
/// The namespace of the prefix `xml`.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The published sets with such a folder. `None`, and a note, where the sets are not beside the workspace outside CI.
fn sets() -> Option<Vec<PathBuf>> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    let Ok(sets) = fs::read_dir(&corpora) else {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "shared/corpora is missing"
        );
        eprintln!("skipped: shared/corpora is not beside the workspace");
        return None;
    };
    let mut sets: Vec<PathBuf> = sets.flatten().map(|set| set.path()).collect();
    sets.retain(|set| set.join("xsd").join(REMOTE).is_dir());
    sets.sort();
    Some(sets)
}

/// Copies a folder but for the files that are not wanted.
fn copy(from: &Path, to: &Path, is_wanted: &impl Fn(&Path) -> bool) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target, is_wanted);
        } else if is_wanted(&path) {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn is_remote(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with(REMOTE))
}

fn is_base(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap();
    let declares = |uri: &str| text.contains(&format!("targetNamespace=\"{uri}\""));
    base::DOCUMENTS.iter().any(|document| declares(document.namespace))
}

/// The set's schema, from a copy that holds the wanted files alone.
fn schema(set: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<Arc<Schema>, String> {
    let folder = tempfile::tempdir().unwrap();
    copy(&set.join("xsd"), folder.path(), &is_wanted);
    let compiled = Schema::compile(Sources::new().schema(folder.path()));
    compiled.map(Arc::new).map_err(|error| error.to_string())
}

/// Where and with which code a document is at fault.
fn faults(validator: &Validator, document: &[u8]) -> Vec<String> {
    let report = validator.report(document);
    let findings = report.findings.iter();
    findings
        .map(|finding| format!("{} {}", finding.code(), finding.path()))
        .collect()
}

/// Checks that two schemas of a set give the same verdicts: on its messages, and by what they declare. Answers how many
/// messages there are.
fn compare_verdicts(set: &Path, complete: &Arc<Schema>, without: &Arc<Schema>) -> usize {
    let name = set.display();
    let comparison = compare(complete, without);
    // Where nothing asks for the attributes of the prefix `xml`, they are no part of the schema.
    let is_of_xml = |change: &Change| change.component.contains(XML) && change.kind == ChangeKind::Removed;
    let changes: Vec<_> = comparison.changes.iter().filter(|change| !is_of_xml(change)).collect();
    assert!(changes.is_empty(), "{name}: {changes:?}");
    let supplied = without.documents.iter().filter(|document| !document.is_builtin);
    let namespaces: Vec<&str> = supplied.map(|document| document.namespace.as_str()).collect();
    for document in without.documents.iter().filter(|document| document.is_builtin) {
        assert!(
            !namespaces.contains(&document.namespace.as_str()),
            "{name}: {}",
            document.path
        );
    }
    let [complete, without] = [complete, without].map(|schema| Validator::new(Arc::clone(schema)));
    let instances = fs::read_dir(set.join("instances")).into_iter().flatten().flatten();
    let verdicts = instances.map(|entry| {
        let document = fs::read(entry.path()).unwrap();
        assert_eq!(
            faults(&without, &document),
            faults(&complete, &document),
            "{}",
            entry.path().display()
        );
    });
    verdicts.count()
}

#[test]
fn published_sets_without_what_they_import_by_address_give_the_same_verdicts() {
    let Some(sets) = sets() else { return };
    let mut whole_folders = 0;
    for set in sets {
        let name = set.display();
        let complete = schema(&set, |_| true).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(complete.builtin_documents().is_empty(), "{name}");
        let without = match schema(&set, |path| !is_remote(path)) {
            Ok(without) => {
                whole_folders += 1;
                without
            }
            Err(error) => {
                // What is missed is no base schema. With it the set is complete but for those.
                let is_missed = |document: &BaseDocument| error.contains(&format!("`{}`", document.namespace));
                assert!(!base::DOCUMENTS.iter().any(is_missed), "{name}: {error}");
                schema(&set, |path| !(is_remote(path) && is_base(path)))
                    .unwrap_or_else(|error| panic!("{name}: {error}"))
            }
        };
        compare_verdicts(&set, &complete, &without);
    }
    assert!(whole_folders > 3, "{whole_folders}");
}

#[test]
fn published_sets_without_any_base_schema_give_the_same_verdicts() {
    let Some(sets) = sets() else { return };
    let mut messages = 0;
    for set in sets {
        let name = set.display();
        let complete = schema(&set, |_| true).unwrap_or_else(|error| panic!("{name}: {error}"));
        let without = schema(&set, |path| !is_base(path)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!without.builtin_documents().is_empty(), "{name}");
        messages += compare_verdicts(&set, &complete, &without);
    }
    assert!(messages > 60, "{messages}");
}
