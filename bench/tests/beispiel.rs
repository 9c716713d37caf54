//! The example set of the project: its crate reads the example message, and of many broken copies it thinks what Xerces
//! thinks. It needs nothing from outside the project but a JDK.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    corpus::Delivery,
    generated::{Generator, Outcome, Template, read_all},
    infoset::{DeclaredValues, Weight, differences},
    oracle::{Oracle, SchemaEntry, Verdict, Xerces, is_installed},
};

/// The share of refusals, in percent, that must be told at the very line that Xerces tells.
const SAME_LINE: usize = 90;

#[test]
fn broken_copies_of_the_example_are_judged_as_xerces_judges_them() {
    if !is_installed("javac") {
        return;
    }
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("corpora");
    let delivery = Delivery::beispiel();
    let original = fs::read_to_string(delivery.schemas.join("beispiele/antrag.xml")).unwrap();
    let documents = write_all(&work.join("beispiel-broken"), &broken_copies(&original));
    let documents: Vec<&Path> = documents.iter().map(PathBuf::as_path).collect();
    let entry = SchemaEntry {
        schema: delivery.schemas.join("beispiel.xsd"),
        catalog: None,
    };
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let verdicts = xerces.verdicts(&entry, &documents).unwrap();
    let generated = Generator::build().unwrap().generate(&delivery, &work).unwrap();
    let reader = Template::READER.build(&generated).unwrap();
    let outcomes = read_all(&reader, &documents, &work.join("beispiel-written")).unwrap();
    compare(&documents, &verdicts, &outcomes);
}

/// Fails with every document on which the two differ.
fn compare(documents: &[&Path], verdicts: &[Verdict], outcomes: &[Outcome]) {
    let declared = DeclaredValues::from_folder(&Delivery::beispiel().schemas).unwrap();
    let (mut wrong, mut refused, mut elsewhere) = (Vec::new(), 0, Vec::new());
    for ((document, verdict), outcome) in documents.iter().zip(verdicts).zip(outcomes) {
        let name = document.display();
        match (verdict, outcome) {
            (Ok(()), Outcome::Written(copy)) => {
                let texts = [document, copy.as_path()].map(|path| fs::read_to_string(path).unwrap());
                let differences = differences(&texts[0], &texts[1], &declared).unwrap();
                let lost = differences
                    .iter()
                    .filter(|difference| difference.weight == Weight::Loss);
                wrong.extend(lost.map(|difference| format!("{name}: lost, {difference}")));
            }
            (Err(refusal), Outcome::Refused(ours)) => {
                refused += 1;
                if refusal.line != ours.line {
                    elsewhere.push(format!(
                        "{name}: {} | {}:{} {}",
                        ours.message, refusal.line, refusal.rule, refusal.message
                    ));
                }
            }
            (verdict, outcome) => wrong.push(format!("{name}: {outcome:?}, but Xerces says {verdict:?}")),
        }
    }
    println!(
        "{} documents, {refused} refused, at another line:\n{}",
        documents.len(),
        elsewhere.join("\n")
    );
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(refused > documents.len() / 2, "most of the copies are broken");
    assert!(
        elsewhere.len() * 100 <= refused * (100 - SAME_LINE),
        "too many refusals at another line"
    );
}

/// Copies with one line deleted, doubled, moved behind the next, or changed in its text or name. The first is unchanged.
fn broken_copies(original: &str) -> Vec<String> {
    let lines: Vec<&str> = original.lines().collect();
    let mut copies = vec![lines.clone()];
    let changed = lines.iter().map(|line| changes(line)).collect::<Vec<_>>();
    for index in 1..lines.len() {
        let mut deleted = lines.clone();
        deleted.remove(index);
        let mut doubled = lines.clone();
        doubled.insert(index, lines[index]);
        copies.extend([deleted, doubled]);
        if index + 1 < lines.len() {
            let mut moved = lines.clone();
            moved.swap(index, index + 1);
            copies.push(moved);
        }
        for change in &changed[index] {
            let mut copy = lines.clone();
            copy[index] = change;
            copies.push(copy);
        }
    }
    copies.iter().map(|lines| lines.join("\n") + "\n").collect()
}

/// Changed forms of a line: text replaced, emptied, with white space around; the element renamed; an attribute added.
fn changes(line: &str) -> Vec<String> {
    let Some((start, rest)) = line.split_once('>') else {
        return Vec::new();
    };
    let mut changes = vec![format!("{start} unbekannt=\"1\">{rest}"), line.replace("bspb:", "bsp:")];
    if let Some((_, end)) = rest.split_once('<') {
        let texts = ["", "x", "-1", "2026-13-45", " 1 ", "&#xE4;"];
        changes.extend(texts.map(|text| format!("{start}>{text}<{end}")));
        changes.push(format!(
            "{start}>  {}  <{end}",
            rest.split('<').next().unwrap_or_default()
        ));
        changes.push(format!("{start}><bsp:neu/>{rest}"));
    }
    changes
}

fn write_all(folder: &Path, documents: &[String]) -> Vec<PathBuf> {
    fs::create_dir_all(folder).unwrap();
    let write = |(index, document): (usize, &String)| {
        let path = folder.join(format!("{index:05}.xml"));
        fs::write(&path, document).unwrap();
        path
    };
    documents.iter().enumerate().map(write).collect()
}
