//! Acceptance: real deliveries become crates that read and write their real messages without loss.
//!
//! For each published set: the generator's command writes the crate, cargo builds it without a warning, and a small
//! program reads every published message, every document of one fault and synthetic documents of every root. libxml2 and
//! Xerces judge what was written.
//!
//! `XSOZIAL_ALL_SAMPLES=1`: twenty synthetic documents of each root instead of three. `XSOZIAL_SET=TEXT`: only sets whose
//! name holds the text. `XSOZIAL_RELEASE=1`: crates are built in release mode, to tell how long that takes. The table of
//! all sets is printed (`--nocapture`) and written to `corpora/table.txt` in the target folder.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod acceptance;
#[path = "samples/driver.rs"]
mod driver;

use acceptance::{Acceptance, Complaints, Row, Set, Table};
use std::{fs, path::Path, time::Instant};
use xsozial_bench::{
    corpus::shared_folder,
    generated::{Generator, Profile},
};

/// Most lines that a delivery of the size of this one may come out at.
const MOST_LINES: (&str, usize) = ("xwasser-1.0.0", 25_000);

#[test]
fn every_published_set_is_read_and_written_without_loss() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let is_set = |name: &str| std::env::var(name).is_ok_and(|value| value == "1");
    let profile = if is_set("XSOZIAL_RELEASE") {
        Profile::Release
    } else {
        Profile::Development
    };
    let wanted = std::env::var("XSOZIAL_SET").unwrap_or_default();
    let generator = Generator::build().unwrap();
    let (mut table, mut complaints) = (Table::default(), Complaints::default());
    for set in Set::all(&shared) {
        let name = set.delivery.name.clone();
        if !name.contains(&wanted) {
            continue;
        }
        match Acceptance::prepare(set, &generator, profile) {
            Ok(acceptance) => {
                let row = check(&acceptance, &mut complaints);
                println!("{row}");
                table.0.push(row);
            }
            Err(error) => complaints.require(false, || format!("{name}: {error}")),
        }
    }
    println!("{table}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("corpora");
    fs::write(folder.join("table.txt"), table.to_string()).unwrap();
    assert!(!table.0.is_empty() || complaints.count() > 0, "no set was checked");
    complaints.assert_none();
}

/// Runs all checks on a set and gathers everything that is wrong, not the first of it.
fn check(acceptance: &Acceptance, complaints: &mut Complaints) -> Row {
    let (name, before, start) = (&acceptance.set.delivery.name, complaints.count(), Instant::now());
    let lines = acceptance.generated.lines;
    let (bounded, most_lines) = MOST_LINES;
    complaints.require(name != bounded || lines <= most_lines, || {
        format!("{name}: {lines} lines are more than {most_lines}")
    });
    let (mut instances, mut mutants) = (0, 0);
    if let Some(corpus) = &acceptance.set.corpus {
        instances = acceptance.check_instances(corpus, complaints);
        if corpus.mutants_folder.is_dir() {
            let lines = acceptance.check_mutants(corpus, complaints);
            mutants = lines.documents;
            println!("{name}: {lines}");
        }
    }
    let samples = acceptance.check_samples(complaints);
    Row {
        set: name.clone(),
        lines,
        generating: acceptance.generated.time,
        building: acceptance.reader.time,
        instances,
        mutants,
        samples,
        checking: start.elapsed(),
        complaints: complaints.count() - before,
    }
}
