//! Acceptance: real deliveries become crates that read and write their real messages without loss.
//!
//! For each set: the generator's command writes the crate, cargo builds it without a warning, and a small program reads
//! every published message and every document of one fault. libxml2 and Xerces judge what was written.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod acceptance;

use acceptance::{Acceptance, Complaints};
use std::sync::Mutex;
use xsozial_bench::corpus::{Corpus, shared_folder};

/// One set at a time: they share a target folder, and the times are told.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

#[test]
fn xwasser_is_read_and_written_without_loss() {
    accept("xwasser-1.0.0", Some(25_000));
}

#[test]
fn xschule_is_read_and_written_without_loss() {
    accept("xschule-1.2", None);
}

/// Runs all checks on a set and fails with everything that is wrong, not with the first of it.
fn accept(set: &str, most_lines: Option<usize>) {
    let Some(shared) = shared_folder().unwrap() else { return };
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let acceptance = Acceptance::prepare(Corpus::new(&shared, set));
    println!("{}", acceptance.describe());
    let mut complaints = Complaints::default();
    if let Some(most_lines) = most_lines {
        let lines = acceptance.generated.lines;
        complaints.require(lines <= most_lines, || {
            format!("{lines} lines are more than {most_lines}")
        });
    }
    acceptance.check_instances(&mut complaints);
    let lines = acceptance.check_mutants(&mut complaints);
    println!("{set}: {lines}");
    complaints.assert_none();
}
