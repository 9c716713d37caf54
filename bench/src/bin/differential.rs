//! `cargo run --release -p xsozial-bench --bin differential -- SCHEMA [--catalog FILE] DOCUMENT|FOLDER...`: what ours, libxml2
//! and Xerces say of documents, as far as they disagree.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::{error::Error, path::PathBuf, process::ExitCode};
use xsozial_bench::{
    differential::{documents, judge},
    oracle::SchemaEntry,
};

const USAGE: &str = "\
usage: differential SCHEMA.xsd [--catalog FILE] DOCUMENT|FOLDER...
Lets ours, libxml2 (xmllint) and Xerces (javac, java) judge the documents, of a folder every *.xml below it, and prints those
that they disagree about, with the reason of each. A judge that is not installed, or cannot load the schema, is named.
Exit code 0: all agree; 1: they disagree about a document; 2: nothing could be compared.";

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<usize, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let schema = PathBuf::from(arguments.next().ok_or(USAGE)?);
    let mut entry = SchemaEntry { schema, catalog: None };
    let mut found = Vec::new();
    while let Some(argument) = arguments.next() {
        if argument == "--catalog" {
            entry.catalog = Some(arguments.next().ok_or(USAGE)?.into());
        } else {
            found.extend(documents(argument.as_ref())?);
        }
    }
    if found.is_empty() {
        return Err(USAGE.into());
    }
    let judgement = judge(&entry, &found, &std::env::temp_dir())?;
    let judged = judgement.documents;
    for (name, error) in &judgement.absent {
        let reason = error.to_string();
        eprintln!("{name} gave no verdicts: {}", reason.trim());
    }
    if judged.iter().all(|judged| judged.judges.is_empty()) {
        return Err("there is no judge to compare with".into());
    }
    let disputed: Vec<_> = judged.iter().filter(|judged| judged.is_disputed()).collect();
    for judged in &disputed {
        println!("{}", judged.describe());
    }
    println!("{} documents, {} disputed", judged.len(), disputed.len());
    Ok(disputed.len())
}
