//! The project's own schemas before other judges: libxml2 and Xerces can use them, and of every sample, of a thousand synthetic
//! messages and of messages that lack a mandatory element they think what we think.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod standard;
mod xfall;

use standard::{Figures, Standard};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    corpus::workspace_root,
    oracle::{Oracle, SchemaEntry, Xerces, Xmllint, is_installed},
};
use xsozial_schema::{Schema, xsd::Sources};

/// How many synthetic messages there are, at least, of XSozial and of XFall.
const MESSAGES: usize = 1000;

fn schemas() -> PathBuf {
    workspace_root().join("schemas")
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

fn has_judges() -> bool {
    is_installed("javac") && is_installed("xmllint")
}

/// Lets libxml2 and Xerces judge these standards.
fn judged(standards: Vec<Standard>, work: &Path) -> Figures {
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let judges: [&dyn Oracle; 2] = [&Xmllint, &xerces];
    let figures = standards.into_iter().map(|standard| {
        let name = standard.name.clone();
        let figures = standard.judge(&judges, work);
        println!("{name}: {figures:?}");
        figures
    });
    figures.fold(Figures::default(), |sum, figures| sum + figures)
}

fn work(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A set of the project whose folder has its code lists and its samples.
fn of_folder(name: &str, xsd: &str, messages: usize) -> Standard {
    let folder = schemas().join(name);
    let codelists = folder.join("codelisten");
    Standard {
        name: name.to_owned(),
        schema: Schema::compile(Sources::new().schema(&folder)).unwrap(),
        xsd: folder.join(xsd),
        samples: files(&folder.join("beispiele"), "xml"),
        codelists: codelists.is_dir().then_some(codelists),
        is_message: |_| true,
        messages,
        shortened: 3,
    }
}

#[test]
fn samples_and_synthetic_messages_are_judged_alike() {
    if !has_judges() {
        return;
    }
    let standards = vec![
        of_folder("xsozial-nachbau", "xsozial-nachbau-nachrichten.xsd", MESSAGES),
        of_folder("beispiel", "beispiel.xsd", 100),
    ];
    let figures = judged(standards, &work("nachbau"));
    println!("{figures:?}");
}

#[test]
fn xfall_is_judged_alike_in_both_shapes_and_in_the_envelope() {
    if !has_judges() {
        return;
    }
    let work = work("xfall-nachbau");
    let mut standards = xfall::standards(&work);
    let count = standards.len();
    for standard in &mut standards {
        standard.messages = MESSAGES.div_ceil(count);
    }
    let judged_samples: Vec<&PathBuf> = standards.iter().flat_map(|standard| &standard.samples).collect();
    for sample in files(&schemas().join("xfall-nachbau/beispiele"), "xml") {
        assert!(judged_samples.contains(&&sample), "{} is not judged", sample.display());
    }
    let figures = judged(standards, &work);
    println!("{count} schemas: {figures:?}");
    assert!(figures.synthetic >= MESSAGES && figures.shortened > 0);
}

/// Those of the base schemas that declare elements; a message imports them, and none begins with one.
#[test]
fn elements_of_the_base_schemas_are_judged_alike() {
    if !has_judges() {
        return;
    }
    let of_file = |xsd: PathBuf| Standard {
        name: xsd.file_stem().unwrap().to_string_lossy().into_owned(),
        schema: Schema::compile(Sources::new().schema(&xsd)).unwrap(),
        xsd,
        samples: Vec::new(),
        codelists: None,
        is_message: |_| true,
        messages: 100,
        shortened: 1,
    };
    let standards = files(&schemas().join("xoev-basis"), "xsd").into_iter().map(of_file);
    let with_elements = standards.filter(|standard| standard.schema.global_elements.iter().len() > 0);
    let figures = judged(with_elements.collect(), &work("xoev-basis"));
    println!("{figures:?}");
    assert!(figures.synthetic >= 200);
}

#[test]
fn the_base_schemas_are_valid_for_both_judges() {
    if !has_judges() {
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
