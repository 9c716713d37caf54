//! `cargo run --release -p xsozial-bench --features peers`: generates the crate of a published schema set, builds it and
//! measures its reader and writer beside the peers. See `docs/benchmarks.md`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod environment;

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};
use xsozial_bench::{
    corpus::{Corpus, shared_folder, workspace_root},
    generated::{Generator, Template},
    speed::SchemaLoad,
};

/// The set whose reader is measured: the documents in `shared/bench` are messages of it.
const SET: &str = "xwasser-1.0.0";

const USAGE: &str = "\
usage: xsozial-bench [ROUNDS [DOCUMENT...]]
  ROUNDS    how often every subject has its turn (default 15)
  DOCUMENT  XML documents (default: small and medium of ../shared/bench, and a large one of 20 MB made from it)";

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
    let mut arguments = std::env::args().skip(1);
    let rounds: u32 = match arguments.next() {
        Some(rounds) => rounds.parse().map_err(|_| USAGE)?,
        None => 15,
    };
    let documents: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    let Some(shared) = shared_folder()? else { return Ok(()) };
    let target = target_folder();
    let documents = if documents.is_empty() {
        default_documents(&shared, &target)?
    } else {
        documents
    };
    println!("{}\n", environment::describe(&workspace_root())?);
    let corpus = Corpus::new(&shared, SET);
    println!("{SET}: {}\n", SchemaLoad::measure(&corpus.schemas(), rounds)?);
    let generated = Generator::build()?.generate(&corpus.delivery(), &target)?;
    let program = Template::SPEED.build(&generated, cfg!(feature = "peers"))?;
    println!(
        "{SET}: generated in {} ms, {} lines, release build {:.1} s (dependencies built)\n",
        generated.time.as_millis(),
        generated.lines,
        program.time.as_secs_f64()
    );
    let status = Command::new(&program.path)
        .arg(rounds.to_string())
        .args(documents)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err("the measuring program failed".into())
    }
}

/// `bench` in the folder that cargo builds into.
fn target_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace_root().join("target"), PathBuf::from);
    target.join("bench")
}

/// The two documents of the folder `shared/bench`, and the large one that its script makes.
fn default_documents(shared: &Path, target: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = shared.join("bench");
    let (small, medium) = (folder.join("small.xml"), folder.join("medium.xml"));
    let large = target.join("large.xml");
    if !large.is_file() {
        std::fs::create_dir_all(target)?;
        let mut script = Command::new("python3");
        let status = script
            .arg(folder.join("make_large.py"))
            .arg(&medium)
            .arg(&large)
            .status()?;
        if !status.success() {
            return Err("the large document could not be made".into());
        }
    }
    Ok(vec![small, medium, large])
}
