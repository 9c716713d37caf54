//! The schemas of the W3C XML Schema Test Suite: those that are valid load, and none makes the compiler panic or hang.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says what it saw"
)]

use std::{
    collections::BTreeMap,
    fs, panic,
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};
use xsozial_schema::{Schema, xsd::Sources};

/// Longer than this and the compiler hangs.
const LONGEST: Duration = Duration::from_secs(10);
/// Of the valid schemas at least so many of a hundred load.
const SHARE: usize = 97;

/// One row of the suite.
struct Row {
    documents: String,
    is_valid: bool,
}

/// What became of a row.
enum Outcome {
    Loaded,
    Refused { code: &'static str, message: String },
    Panicked,
}

/// The folder of the suite, which is no part of the project.
fn suite() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/xsdtests");
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "the W3C test suite is missing beside the workspace"
    );
    eprintln!("skipped: there is no W3C test suite beside the workspace");
    None
}

/// The rows that judge a schema.
fn rows(suite: &Path) -> Vec<Row> {
    let table = fs::read_to_string(suite.join("tests.tsv")).unwrap();
    let rows = table.lines().skip(1).filter_map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, _, _, "schema", documents, _, expected] = columns.as_slice() else {
            return None;
        };
        Some(Row {
            documents: (*documents).to_owned(),
            is_valid: *expected == "valid",
        })
    });
    rows.collect()
}

fn load(suite: &Path, documents: &str) -> Outcome {
    let mut sources = Sources::new();
    for document in documents.split(';') {
        sources = sources.schema(suite.join(document));
    }
    match panic::catch_unwind(|| Schema::compile(sources)) {
        Ok(Ok(_)) => Outcome::Loaded,
        Ok(Err(error)) => Outcome::Refused {
            code: error.code(),
            message: error.to_string(),
        },
        Err(_) => Outcome::Panicked,
    }
}

/// Loads every row in a thread beside this one; each must be answered in time.
fn outcomes(suite: PathBuf, rows: &[Row]) -> Vec<Outcome> {
    let (sender, receiver) = mpsc::channel();
    let documents: Vec<String> = rows.iter().map(|row| row.documents.clone()).collect();
    thread::spawn(move || {
        for documents in documents {
            if sender.send(load(&suite, &documents)).is_err() {
                return;
            }
        }
    });
    rows.iter()
        .map(|row| match receiver.recv_timeout(LONGEST) {
            Ok(outcome) => outcome,
            Err(error) => panic!("{} takes longer than {LONGEST:?} ({error})", row.documents),
        })
        .collect()
}

#[test]
fn valid_schemas_load_and_none_panics_or_hangs() {
    let Some(suite) = suite() else { return };
    let rows = rows(&suite);
    assert!(rows.len() > 1_000, "the table of the suite is not what it was");
    let begin = Instant::now();
    let outcomes = outcomes(suite, &rows);
    let mut valid = 0;
    let mut loaded = 0;
    let mut invalid_refused = 0;
    let mut refused: BTreeMap<&str, usize> = BTreeMap::new();
    for (row, outcome) in rows.iter().zip(&outcomes) {
        valid += usize::from(row.is_valid);
        match outcome {
            Outcome::Loaded if row.is_valid => loaded += 1,
            Outcome::Loaded => {}
            Outcome::Refused { code, message } if row.is_valid => {
                *refused.entry(code).or_default() += 1;
                println!("{code} {}: {message}", row.documents);
            }
            Outcome::Refused { .. } => invalid_refused += 1,
            Outcome::Panicked => panic!("the compiler panics at {}", row.documents),
        }
    }
    println!(
        "{loaded} of {valid} valid schemas load, refused: {refused:?}; {invalid_refused} of {} invalid ones are refused; \
         {:.1} s",
        rows.len() - valid,
        begin.elapsed().as_secs_f64()
    );
    assert!(
        loaded * 100 >= valid * SHARE,
        "only {loaded} of {valid} valid schemas load"
    );
}
