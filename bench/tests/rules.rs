//! For every rule of two published sets a document that breaks it alone, made from samples: Xerces refuses each of them.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "samples/driver.rs"]
mod driver;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};
use xsozial_bench::{
    corpus::{Corpus, shared_folder},
    oracle::{Oracle, SchemaEntry, Xerces},
};
use xsozial_codegen::sample::{Sampler, Size};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{
    Validator,
    mutate::{Coverage, Kind, Mutator, Outcome},
};

/// Seeds of the samples of each root.
const SEEDS: u64 = 14;
/// Most lines that are shown of each list.
const SHOWN: usize = 40;
/// The share of rules that must be covered.
const SHARE: f64 = 0.95;

#[test]
fn every_rule_of_xwasser_can_be_broken_alone() {
    check("xwasser-1.0.0");
}

#[test]
fn every_rule_of_xschule_can_be_broken_alone() {
    check("xschule-1.2");
}

fn check(name: &str) {
    let Some(shared) = shared_folder().unwrap() else { return };
    let start = Instant::now();
    let corpus = Corpus::new(&shared, name);
    let schema = Schema::compile(Sources::new().schema(corpus.schemas()).catalog(corpus.catalog())).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rules").join(name);
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(&target).unwrap();
    let entry = SchemaEntry {
        schema: driver::write(&schema, &corpus.schemas(), &target),
        catalog: Some(corpus.catalog()),
    };
    let samples = samples(&schema);
    let validator = Validator::new(schema);
    let mut mutator = Mutator::new(&validator);
    for (number, sample) in samples.iter().enumerate() {
        mutator.add(&number.to_string(), sample).unwrap();
    }
    println!(
        "{name}: {} samples, {:.1} s",
        samples.len(),
        start.elapsed().as_secs_f64()
    );
    let mut coverage = Coverage::default();
    let mut mutants = Vec::new();
    let mut kinds: BTreeMap<Kind, Coverage> = BTreeMap::new();
    for (rule, outcome) in mutator.outcomes() {
        coverage.add(rule, &outcome);
        kinds.entry(rule.kind).or_default().add(rule, &outcome);
        if let Outcome::Broken(mutant) = outcome {
            let path = target.join(format!("{:05}.xml", mutants.len() + 1));
            fs::write(&path, mutant.document).unwrap();
            let title = format!(
                "{} {} {}",
                rule.source(validator.schema()),
                rule.kind.as_str(),
                mutant.code
            );
            mutants.push((path, title));
        }
    }
    println!("{name}: {coverage}, {:.1} s", start.elapsed().as_secs_f64());
    for (kind, coverage) in &kinds {
        println!("{name}: {:<20} {coverage}", kind.as_str());
    }
    for (rule, reason) in coverage.uncovered.iter().take(SHOWN) {
        let (source, subject) = (rule.source(validator.schema()), rule.subject_name(validator.schema()));
        println!("{name}: {source} {} {subject}: {reason}", rule.kind.as_str());
    }
    let accepted = accepted(&entry, &mutants);
    println!("{name}: {:.1} s with Xerces", start.elapsed().as_secs_f64());
    assert_eq!(accepted, 0, "{name}: Xerces accepts mutants");
    assert!(coverage.share() >= SHARE, "{name}: {coverage}");
}

/// Documents of every root: one that holds everything, and some by chance.
fn samples(schema: &Schema) -> Vec<Vec<u8>> {
    let sampler = Sampler::new(schema);
    let mut made = Vec::new();
    for root in sampler.roots() {
        let random = (1..=SEEDS).map(|seed| (seed, Size::Random));
        for (seed, size) in [(0, Size::Minimal), (0, Size::Full)].into_iter().chain(random) {
            made.push(sampler.document(root, seed, size).unwrap());
        }
    }
    made
}

/// How many mutants Xerces takes for valid.
fn accepted(entry: &SchemaEntry, mutants: &[(PathBuf, String)]) -> usize {
    let xerces = Xerces::compile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    let paths: Vec<&Path> = mutants.iter().map(|(path, _)| path.as_path()).collect();
    let verdicts = xerces.verdicts(entry, &paths).unwrap();
    let accepted: Vec<_> = mutants
        .iter()
        .zip(verdicts)
        .filter(|(_, verdict)| verdict.is_ok())
        .collect();
    for ((path, title), _) in accepted.iter().take(SHOWN) {
        println!("{}: accepted by Xerces: {title}", path.display());
    }
    accepted.len()
}
