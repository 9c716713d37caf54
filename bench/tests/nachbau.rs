//! The project's own schemas before other judges: libxml2 and Xerces can use them, and of every sample, of a thousand synthetic
//! messages and of messages that lack a mandatory element they think what we think.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    corpus::workspace_root,
    oracle::{Oracle, SchemaEntry, Xerces, Xmllint, is_installed},
};
use xsozial_codegen::sample::{Sampler, Size};
use xsozial_schema::{Schema, genericode::CodeList, xsd::Sources};
use xsozial_validate::Validator;

/// How many synthetic messages there are.
const MESSAGES: u64 = 1000;

fn schemas() -> PathBuf {
    workspace_root().join("schemas")
}

fn nachbau() -> Schema {
    Schema::compile(Sources::new().schema(schemas().join("xsozial-nachbau"))).unwrap()
}

fn entry(schema: PathBuf) -> SchemaEntry {
    SchemaEntry { schema, catalog: None }
}

/// All files below a folder that end so, in the order of their paths.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn samples_and_synthetic_messages_are_judged_alike() {
    if !is_installed("javac") || !is_installed("xmllint") {
        return;
    }
    let schema = nachbau();
    let mut documents = files(&schemas().join("xsozial-nachbau/beispiele"), "xml");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nachbau");
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(&target).unwrap();
    documents.extend(synthetic(&schema, &target));
    let shortened = shortened(&schema, &target);
    documents.extend(shortened.iter().cloned());
    let validator = Validator::new(schema);
    let ours: Vec<bool> = documents
        .iter()
        .map(|path| validator.is_valid(&fs::read(path).unwrap()))
        .collect();
    let paths: Vec<&Path> = documents.iter().map(PathBuf::as_path).collect();
    let entry = entry(schemas().join("xsozial-nachbau/xsozial-nachbau-nachrichten.xsd"));
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let judges: [&dyn Oracle; 2] = [&Xmllint, &xerces];
    for judge in judges {
        let verdicts = judge.verdicts(&entry, &paths).unwrap();
        let different: Vec<String> = (paths.iter().zip(&ours).zip(verdicts))
            .filter(|((path, ours), verdict)| verdict.is_ok() != **ours && !is_beyond(judge, path))
            .map(|((path, ours), verdict)| format!("{}: ours {ours}, {}: {verdict:?}", path.display(), judge.name()))
            .collect();
        assert!(different.is_empty(), "{}", different.join("\n"));
    }
    let valid = ours.iter().filter(|valid| **valid).count();
    println!(
        "{} documents, {valid} of them valid, {} without a mandatory element",
        ours.len(),
        shortened.len()
    );
    let accepted = ours[ours.len() - shortened.len()..]
        .iter()
        .filter(|valid| **valid)
        .count();
    assert_eq!(accepted, 0, "a document is accepted without a mandatory element");
}

/// libxml2 does not check `xs:ID` and `xs:IDREF`; the samples about them are Xerces's to judge.
fn is_beyond(judge: &dyn Oracle, document: &Path) -> bool {
    let text = fs::read_to_string(document.with_file_name("befunde.tsv")).unwrap_or_default();
    let name = document.file_name().unwrap().to_string_lossy().into_owned();
    let row = text.lines().find(|line| line.starts_with(&format!("{name}\t")));
    judge.name() == Xmllint.name() && row.is_some_and(|row| row.contains("\tXD01"))
}

/// Synthetic messages of every root and size.
fn synthetic(schema: &Schema, target: &Path) -> Vec<PathBuf> {
    let lists = files(&schemas().join("xsozial-nachbau/codelisten"), "xml");
    let lists = lists
        .iter()
        .map(|path| CodeList::from_bytes(&fs::read(path).unwrap(), "list").unwrap());
    let sampler = Sampler::new(schema).codelists(lists);
    let roots = sampler.roots();
    let sizes = [Size::Random, Size::Full, Size::Random, Size::Minimal];
    (0..MESSAGES)
        .map(|seed| {
            let number = usize::try_from(seed).unwrap();
            let size = sizes[number / roots.len() % sizes.len()];
            let bytes = sampler.document(roots[number % roots.len()], seed, size).unwrap();
            write(target, &format!("synthetic-{seed}"), &bytes)
        })
        .collect()
}

/// Minimal messages without one of their elements: in them, none can be missed.
fn shortened(schema: &Schema, target: &Path) -> Vec<PathBuf> {
    let sampler = Sampler::new(schema);
    let mut written = Vec::new();
    for (number, root) in sampler.roots().into_iter().enumerate() {
        for seed in 0..3 {
            let whole = String::from_utf8(sampler.document(root, seed, Size::Minimal).unwrap()).unwrap();
            let document = roxmltree::Document::parse(&whole).unwrap();
            for (place, node) in document.root_element().descendants().skip(1).enumerate() {
                if node.is_element() {
                    let mut without = whole.clone();
                    without.replace_range(node.range(), "");
                    let name = format!("shortened-{number}-{seed}-{place}");
                    written.push(write(target, &name, without.as_bytes()));
                }
            }
        }
    }
    written
}

fn write(target: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = target.join(format!("{name}.xml"));
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn the_base_schemas_are_valid_for_both_judges() {
    if !is_installed("javac") || !is_installed("xmllint") {
        return;
    }
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let judges: [&dyn Oracle; 2] = [&Xmllint, &xerces];
    let document = schemas().join("beispiel/beispiele/antrag.xml");
    for path in files(&schemas().join("xoev-basis"), "xsd") {
        for judge in judges {
            // The document is of another standard: the judge refuses it, once it has read the schema.
            let verdicts = judge.verdicts(&entry(path.clone()), &[&document]).unwrap();
            assert!(verdicts[0].is_err(), "{}: {}", path.display(), judge.name());
        }
    }
}
