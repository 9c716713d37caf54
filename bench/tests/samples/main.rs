//! Synthetic documents are valid for libxml2 and Xerces: for every root of every set whose schemas compile.
//!
//! A few seeds of each root in the ordinary run; all twenty with `XSOZIAL_ALL_SAMPLES=1`.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod driver;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};
use xsozial_bench::{
    corpus::{Corpus, shared_folder, workspace_root},
    oracle::{Oracle, SchemaEntry, Xerces, Xmllint},
};
use xsozial_codegen::sample::{Sampler, Size};
use xsozial_schema::{Schema, genericode::CodeList, xsd::Sources};

const SIZES: [Size; 3] = [Size::Minimal, Size::Full, Size::Random];

/// Most refusals that are shown of each judge and set.
const SHOWN: usize = 8;

#[test]
fn samples_of_the_published_sets_are_valid() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let mut folders: Vec<PathBuf> = fs::read_dir(shared.join("corpora"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|folder| folder.join("catalog.xml").is_file())
        .collect();
    folders.sort();
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let mut refused = 0;
    let mut checked = 0;
    for folder in folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let corpus = Corpus::new(&shared, &name);
        let sources = Sources::new().schema(corpus.schemas()).catalog(corpus.catalog());
        match Schema::compile(sources) {
            Ok(schema) => {
                let set = Set {
                    lists: lists(&folder.join("codelists")),
                    name,
                    folder: corpus.schemas(),
                    catalog: Some(corpus.catalog()),
                    schema,
                };
                refused += set.check(&xerces);
                checked += 1;
            }
            Err(error) => println!("{name}: not compiled ({error})"),
        }
    }
    assert!(checked >= 11, "only {checked} sets compile");
    assert_eq!(refused, 0);
}

/// Xerces writes out every repetition of a group: with bounds of many thousands it comes to no end.
const TOO_LARGE_FOR_XERCES: &str = "counted_group.xsd";

#[test]
fn samples_of_our_own_schemas_are_valid() {
    let folder = workspace_root().join("xsozial-codegen/tests/xsd");
    let mut schemas: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && !path.ends_with(TOO_LARGE_FOR_XERCES))
        .collect();
    for name in ["werte.xsd", "register.xsd"] {
        schemas.push(workspace_root().join("bench/tests/samples").join(name));
    }
    schemas.sort();
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let mut refused = 0;
    for path in schemas {
        // A construct that is not compiled yet has no documents; the compiler's own tests say what must compile.
        let schema = match Schema::compile(Sources::new().schema(&path)) {
            Ok(schema) => schema,
            Err(error) => {
                println!("{}: not compiled ({error})", path.display());
                continue;
            }
        };
        let set = Set {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            folder: path.parent().unwrap().to_owned(),
            catalog: None,
            schema,
            lists: Vec::new(),
        };
        refused += set.check(&xerces);
    }
    assert_eq!(refused, 0);
}

#[test]
fn a_thousand_documents_take_seconds() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let corpus = Corpus::new(&shared, "xwasser-1.0.0");
    let schema = Schema::compile(Sources::new().schema(corpus.schemas()).catalog(corpus.catalog())).unwrap();
    let start = Instant::now();
    let sampler = Sampler::new(&schema);
    let roots = sampler.roots();
    let bytes: usize = (0..1000)
        .map(|seed: u64| {
            let root = roots[usize::try_from(seed).unwrap() % roots.len()];
            sampler.document(root, seed, Size::Random).unwrap().len()
        })
        .sum();
    println!(
        "1,000 documents, {bytes} bytes in {:.1} s ({} build)",
        start.elapsed().as_secs_f64(),
        if cfg!(debug_assertions) { "debug" } else { "release" }
    );
}

/// A compiled set.
struct Set {
    name: String,
    folder: PathBuf,
    catalog: Option<PathBuf>,
    schema: Schema,
    lists: Vec<CodeList>,
}

impl Set {
    /// Makes the samples and tells how many of them there are not, or a judge refuses.
    fn check(&self, xerces: &Xerces) -> usize {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("samples").join(&self.name);
        let _ = fs::remove_dir_all(&target);
        fs::create_dir_all(&target).unwrap();
        let (documents, failed) = self.make(&target);
        let entry = SchemaEntry {
            schema: driver::write(&self.schema, &self.folder, &target),
            catalog: self.catalog.clone(),
        };
        let judges: [&dyn Oracle; 2] = [&Xmllint, xerces];
        failed
            + judges
                .map(|judge| self.judge(judge, &entry, &documents))
                .iter()
                .sum::<usize>()
    }

    fn make(&self, target: &Path) -> (Vec<PathBuf>, usize) {
        let sampler = Sampler::new(&self.schema).codelists(self.lists.iter().cloned());
        let mut documents = Vec::new();
        let mut failed = 0;
        for (number, root) in sampler.roots().into_iter().enumerate() {
            for (seed, size) in orders() {
                match sampler.document(root, seed, size) {
                    Ok(bytes) => {
                        let path = target.join(format!("{number}-{seed}.xml"));
                        fs::write(&path, bytes).unwrap();
                        documents.push(path);
                    }
                    Err(error) => {
                        println!("{}: no {size:?} document: {error}", self.name);
                        failed += 1;
                    }
                }
            }
        }
        (documents, failed)
    }

    /// How many documents the judge refuses. A judge that cannot read the schemas says nothing of the documents; Xerces
    /// must be able to.
    fn judge(&self, judge: &dyn Oracle, entry: &SchemaEntry, documents: &[PathBuf]) -> usize {
        let paths: Vec<&Path> = documents.iter().map(PathBuf::as_path).collect();
        let verdicts = match judge.verdicts(entry, &paths) {
            Ok(verdicts) => verdicts,
            Err(error) => {
                let reason = error.to_string();
                let first = reason.lines().next().unwrap_or_default();
                println!("{}: {} cannot use the schemas: {first}", self.name, judge.name());
                return if judge.name() == Xmllint.name() { 0 } else { paths.len() };
            }
        };
        let refused: Vec<_> = paths
            .iter()
            .zip(verdicts)
            .filter_map(|(path, verdict)| Some((path, verdict.err()?)))
            .collect();
        for (path, refusal) in refused.iter().take(SHOWN) {
            println!(
                "  {}:{}: {}: {}",
                path.display(),
                refusal.line,
                judge.name(),
                refusal.message
            );
        }
        let valid = paths.len() - refused.len();
        println!("{}: {} finds {valid} of {} valid", self.name, judge.name(), paths.len());
        refused.len()
    }
}

/// Seeds and sizes to make of each root.
fn orders() -> impl Iterator<Item = (u64, Size)> {
    let all = std::env::var("XSOZIAL_ALL_SAMPLES").is_ok_and(|value| value == "1");
    let count = if all { 20 } else { 3 };
    (0..count).map(|seed: u64| (seed, SIZES[usize::try_from(seed).unwrap() % 3]))
}

fn lists(folder: &Path) -> Vec<CodeList> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| CodeList::from_bytes(&fs::read(path).ok()?, "list").ok();
    paths.iter().filter_map(read).collect()
}
