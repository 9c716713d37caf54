//! `cargo run --release -p xsozial-bench --bin memory`: how much memory validation takes, each document in a fresh process.
//! See `docs/benchmarks.md`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::Instant,
};
use xsozial_bench::{
    corpus::{Corpus, shared_folder, workspace_root},
    memory::{Case, code_of_process, peak_of_process, validate_case, validate_file},
    speed::{LARGE, enlarge},
};

const USAGE: &str = "\
usage: memory                          a table of all cases in their full size
       memory case NAME SIZE           validates one generated document: entries, ids, base64, text
       memory file SCHEMAS DOCUMENT    validates one document by the schemas of a folder
The last two print the peak of the process in bytes, and how much of its memory is its own code.";

/// The peak for the large message of the published set must stay below so many bytes.
const LARGE_PEAK: u64 = 15_000_000;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => return table(),
        ["case", name, size] => validate_case(Case::from_name(name).ok_or(USAGE)?, size.parse()?)?,
        ["file", schemas, document] => validate_file(Path::new(schemas), Path::new(document))?,
        _ => return Err(USAGE.into()),
    }
    let [peak, code] = [peak_of_process(), code_of_process()].map(|it| it.ok_or("only Linux tells it of a process"));
    println!("{} {}", peak?, code?);
    Ok(())
}

fn table() -> Result<(), Box<dyn Error>> {
    println!("| document | peak in MB | must stay below | seconds |\n|---|---|---|---|");
    if let Some(shared) = shared_folder()? {
        let (schemas, document) = large_message(&shared)?;
        let arguments = ["file".into(), schemas, document].map(PathBuf::into_os_string);
        row(
            "a message of XWasser 1.0.0, 20 MB",
            LARGE_PEAK,
            Command::new(std::env::current_exe()?).args(arguments),
        )?;
    }
    for case in Case::ALL {
        let allowance = case.promised();
        let name = format!("{}: {} {}", case.name(), allowance.size, case.unit());
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["case", case.name(), &allowance.size.to_string()]);
        row(&name, allowance.peak, &mut command)?;
    }
    Ok(())
}

/// The schemas of the published set, and a large message of it.
fn large_message(shared: &Path) -> Result<(PathBuf, PathBuf), Box<dyn Error>> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace_root().join("target"), PathBuf::from);
    let document = target.join("bench/large.xml");
    if !document.is_file() {
        std::fs::create_dir_all(target.join("bench"))?;
        enlarge(&shared.join("bench/medium.xml"), &document, LARGE)?;
    }
    Ok((Corpus::new(shared, "xwasser-1.0.0").schemas(), document))
}

/// Runs one measurement in its own process and prints its line.
fn row(name: &str, most: u64, command: &mut Command) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let output = command.output()?;
    let seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let printed = String::from_utf8_lossy(&output.stdout);
    let peak: u64 = printed.split_whitespace().next().ok_or("no peak")?.parse()?;
    let missed = if peak < most { "" } else { " MISSED" };
    println!(
        "| {name} | {}{missed} | {} | {seconds:.1} |",
        megabytes(peak),
        megabytes(most)
    );
    Ok(())
}

/// Megabytes (10⁶ bytes) with one digit behind the point.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}
