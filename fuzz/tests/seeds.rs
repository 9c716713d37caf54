//! The seeds as ordinary tests, and what the fuzzer found.

use std::{fs, path::PathBuf};

/// The checked-in files for a target.
fn files(folder: &str, target: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder).join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Runs a target over its seeds, over every beginning of them and over them with each of some bytes changed.
fn run(name: &str) {
    let (_, target) = xsozial_fuzz::TARGETS.iter().find(|(known, _)| *known == name).unwrap();
    let seeds = files("seeds", name);
    assert!(seeds.len() >= 3, "{name} has {} seeds", seeds.len());
    for path in seeds {
        eprintln!("{}", path.display());
        let bytes = fs::read(&path).unwrap();
        target(&bytes);
        for length in (0..bytes.len()).step_by(1 + bytes.len() / 32) {
            target(&bytes[..length]);
            let mut changed = bytes.clone();
            changed[length] ^= 0x15;
            target(&changed);
        }
    }
}

#[test]
fn archive() {
    run("archive");
}

#[test]
fn differential() {
    run("differential");
}

#[test]
fn genericode() {
    run("genericode");
}

#[test]
fn read() {
    run("read");
}

#[test]
fn roundtrip() {
    run("roundtrip");
}

#[test]
fn schema() {
    run("schema");
}

#[test]
fn validate() {
    run("validate");
}

#[test]
fn every_target_has_a_program_and_seeds() {
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    for (name, _) in xsozial_fuzz::TARGETS {
        assert!(
            manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")),
            "{name}"
        );
        assert!(!files("seeds", name).is_empty(), "{name}");
    }
}
