//! Validation of a stream keeps within its memory. Each document has a process of its own; what the full sizes take is told
//! by `cargo run --release -p xsozial-bench --bin memory`.
#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

use std::process::Command;
use xsozial_bench::{
    corpus::{Corpus, shared_folder},
    memory::Case,
    speed::{LARGE, enlarge},
};

/// The peak of the program, without its own code: a debug build has two to three times the code of a release build, and
/// the more features it is built with the more of it lies in memory. What is promised is the whole of a release build, 15 MB.
fn peak(arguments: &[&str]) -> u64 {
    let output = Command::new(env!("CARGO_BIN_EXE_memory"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    let [peak, code]: [u64; 2] = printed
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    peak - code
}

#[test]
fn generated_documents_keep_within_their_memory() {
    for case in Case::ALL {
        let allowed = case.small();
        let peak = peak(&["case", case.name(), &allowed.size.to_string()]);
        assert!(peak < allowed.peak, "{}: {peak} bytes", case.name());
    }
}

#[test]
fn a_message_of_twenty_megabytes_keeps_within_seven() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let document = std::env::temp_dir().join(format!("xsozial-memory-{}.xml", std::process::id()));
    enlarge(&shared.join("bench/medium.xml"), &document, LARGE).unwrap();
    let schemas = Corpus::new(&shared, "xwasser-1.0.0").schemas();
    let peak = peak(&["file", &schemas.display().to_string(), &document.display().to_string()]);
    std::fs::remove_file(&document).unwrap();
    assert!(peak < 7_000_000, "{peak} bytes");
}
