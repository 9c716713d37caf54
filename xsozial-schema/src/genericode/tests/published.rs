//! Every published list beside the workspace.

use super::*;
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

pub(crate) fn published() -> Option<Vec<PathBuf>> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    if !corpora.exists() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "the published code lists are missing"
        );
        eprintln!("skipped: no test data at ../shared/corpora");
        return None;
    }
    let (mut folders, mut files) = (vec![corpora], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if is_of_lists(&path) && path.extension().is_some_and(|end| end == "xml") {
                files.push(path);
            }
        }
    }
    files.sort();
    Some(files)
}

/// Whether a file lies in a folder of code lists.
fn is_of_lists(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|name| name.to_string_lossy().starts_with("codelists"))
}

#[test]
fn every_published_list_is_read() {
    let Some(files) = published() else { return };
    assert!(files.len() > 200, "{} files", files.len());
    let (mut rows, mut slowest, mut with_defects) = (0, Duration::ZERO, 0);
    for path in &files {
        let name = path.file_name().unwrap().to_string_lossy();
        let bytes = fs::read(path).unwrap();
        let begin = Instant::now();
        let result = CodeList::from_bytes(&bytes, &name);
        slowest = slowest.max(begin.elapsed());
        if name.ends_with("_fehlerhaft.xml") {
            assert_eq!(result.unwrap_err().problem, GenericodeProblem::ServerError, "{name}");
            continue;
        }
        let list = result.unwrap();
        rows += list.row_count();
        with_defects += usize::from(!list.defects.is_empty());
        for defect in list.defects.iter().take(2) {
            eprintln!("{name}: {defect}");
        }
        check(&list, &String::from_utf8_lossy(&bytes), &name);
    }
    eprintln!(
        "{} lists, {rows} rows, {with_defects} with defects, slowest {slowest:?}",
        files.len()
    );
}

/// What must be true of every published list.
fn check(list: &CodeList, text: &str, name: &str) {
    assert_eq!(list.row_count(), text.matches("<Row>").count(), "{name}");
    assert!(!list.identification.version.is_empty(), "{name}");
    assert!(
        list.identification
            .canonical_version_uri
            .starts_with(&list.identification.canonical_uri),
        "{name}"
    );
    let code = list
        .code_column(None)
        .unwrap_or_else(|| panic!("{name} has no code column"));
    assert_eq!(list.code_column(Some(&list.columns[code].id)), Some(code), "{name}");
    assert_ne!(list.name_column(code), Some(code), "{name}");
    for row in 0..list.row_count() {
        let value = list
            .value(row, code)
            .unwrap_or_else(|| panic!("{name}: a row has no code"));
        assert!(list.find(code, value).is_some_and(|found| found <= row), "{name}");
    }
    assert_eq!(list.find(code, "kein Code\u{1}"), None, "{name}");
}
