//! The instances of the W3C XML Schema Test Suite: the engine's verdict is the suite's, but for the gaps that
//! `suite_gaps.tsv` lists with their reasons.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs, panic,
    path::Path,
    rc::Rc,
};
use xsozial_bench::corpus::shared_folder;
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// At least so many of a thousand verdicts are right.
const PER_MILLE: usize = 993;
/// Some instances need no schema but the built-in types.
const NOTHING: &[u8] = b"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>";

/// One row of the suite.
struct Row {
    documents: Vec<String>,
    /// What the instance itself names: the suite counts on both.
    hints: Vec<String>,
    instance: String,
    is_valid: bool,
}

/// The documents of a row and its hints.
type Documents<'r> = (&'r [String], &'r [String]);

fn rows(suite: &Path) -> Vec<Row> {
    let table = fs::read_to_string(suite.join("tests.tsv")).unwrap();
    let row = |line: &str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, _, _, "instance", documents, instance, expected] = columns.as_slice() else {
            return None;
        };
        let documents: Vec<String> = documents
            .split(';')
            .filter(|document| !document.is_empty())
            .map(str::to_owned)
            .collect();
        let mut hints = hints(suite, instance);
        hints.retain(|hint| !documents.contains(hint));
        Some(Row {
            documents,
            hints,
            instance: (*instance).to_owned(),
            is_valid: *expected == "valid",
        })
    };
    table.lines().skip(1).filter_map(row).collect()
}

/// The schema documents that the root of an instance names by `xsi:schemaLocation` and the like, as far as they are there.
fn hints(suite: &Path, instance: &str) -> Vec<String> {
    let text = fs::read_to_string(suite.join(instance)).unwrap_or_default();
    let text = root_tag(&text);
    let folder = Path::new(instance).parent().unwrap();
    let mut locations: Vec<String> = Vec::new();
    for (name, step) in [(":schemaLocation=", 2), (":noNamespaceSchemaLocation=", 1)] {
        for (place, _) in text.match_indices(name) {
            let value = &text[place + name.len()..];
            let Some(quote) = value.chars().next() else { continue };
            let value = value[1..].split(quote).next().unwrap_or_default();
            locations.extend(
                value
                    .split_ascii_whitespace()
                    .skip(step - 1)
                    .step_by(step)
                    .map(str::to_owned),
            );
        }
    }
    let paths = locations
        .iter()
        .map(|location| folder.join(location).to_string_lossy().into_owned());
    paths.filter(|path| suite.join(path).is_file()).collect()
}

/// The start tag of the root element.
fn root_tag(text: &str) -> &str {
    let mut rest = text;
    while let Some(place) = rest.find('<') {
        rest = &rest[place..];
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let Some(length) = rest.find(end) else { break };
        if !rest.starts_with("<!") && !rest.starts_with("<?") {
            return &rest[..length];
        }
        rest = &rest[length + end.len()..];
    }
    ""
}

/// The gaps by instance, with their reasons.
fn gaps() -> BTreeMap<String, String> {
    let table = include_str!("suite_gaps.tsv");
    let gap = |line: &str| {
        line.split_once('\t')
            .map(|(instance, reason)| (instance.to_owned(), reason.to_owned()))
    };
    table.lines().skip(1).filter_map(gap).collect()
}

/// Without the documents that the instance names, where they and those of the row do not go together.
fn load(suite: &Path, row: &Row) -> Result<Validator, String> {
    let all: Vec<String> = row.documents.iter().chain(&row.hints).cloned().collect();
    compile(suite, &all).or_else(|refusal| {
        if row.hints.is_empty() {
            return Err(refusal);
        }
        compile(suite, &row.documents)
    })
}

fn compile(suite: &Path, documents: &[String]) -> Result<Validator, String> {
    let nothing = Sources::new().bytes("nothing.xsd", NOTHING.to_vec());
    let sources = documents
        .iter()
        .fold(nothing, |sources, document| sources.schema(suite.join(document)));
    match panic::catch_unwind(|| Schema::compile(sources)) {
        Ok(Ok(schema)) => Ok(Validator::new(schema)),
        Ok(Err(error)) => Err(format!("schema refused: {error}")),
        Err(_) => Err("schema: PANIC".to_owned()),
    }
}

/// What is wrong with our verdict; `None`: it is right.
fn judge(suite: &Path, row: &Row, validator: &Result<Validator, String>) -> Option<String> {
    let validator = match validator {
        Ok(validator) => validator,
        Err(reason) => return Some(reason.clone()),
    };
    let document = fs::read(suite.join(&row.instance)).unwrap();
    let Ok(report) = panic::catch_unwind(|| validator.report(&document)) else {
        return Some("instance: PANIC".to_owned());
    };
    match (row.is_valid, report.findings.first()) {
        (true, None) | (false, Some(_)) => None,
        (false, None) => Some("an invalid instance is accepted".to_owned()),
        (true, Some(finding)) => Some(format!("a valid instance is refused: {finding}")),
    }
}

#[test]
fn instances_get_the_verdict_of_the_suite() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let suite = shared.join("xsdtests");
    let gaps = gaps();
    let rows = rows(&suite);
    let mut validators: HashMap<Documents<'_>, Rc<Result<Validator, String>>> = HashMap::new();
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    let mut wrong_rows = 0;
    for row in &rows {
        let validator = validators
            .entry((&row.documents, &row.hints))
            .or_insert_with(|| Rc::new(load(&suite, row)));
        if let Some(reason) = judge(&suite, row, validator) {
            wrong_rows += 1;
            wrong.insert(row.instance.clone(), reason);
        }
    }
    println!("{} of {} verdicts are right", rows.len() - wrong_rows, rows.len());
    let unlisted: Vec<_> = wrong
        .iter()
        .filter(|(instance, _)| !gaps.contains_key(*instance))
        .collect();
    for (instance, reason) in &unlisted {
        println!("{instance}\t{reason}");
    }
    let closed: BTreeSet<_> = gaps.keys().filter(|instance| !wrong.contains_key(*instance)).collect();
    assert!(wrong.values().all(|reason| !reason.contains("PANIC")));
    assert!(
        (rows.len() - wrong_rows) * 1000 >= rows.len() * PER_MILLE,
        "too many wrong verdicts"
    );
    assert!(
        unlisted.is_empty(),
        "{} verdicts are wrong and not listed",
        unlisted.len()
    );
    assert!(closed.is_empty(), "no gaps any more: {closed:?}");
}
