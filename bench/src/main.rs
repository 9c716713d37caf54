//! `cargo run --release -p xsozial-bench --features peers`: generates the crate of a published schema set, builds it and
//! measures its reader and writer, and the validator, beside the peers. See `docs/benchmarks.md`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod environment;

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};
use xsozial_bench::{
    corpus::{Corpus, shared_folder, target_folder, workspace_root},
    generated::{Generator, Template},
    speed::{LARGE, SchemaLoad, compare, enlarge, flatten_schemas},
};

/// The set whose reader is measured: the documents in `shared/bench` are messages of it.
const SET: &str = "xwasser-1.0.0";

/// The schema document of the set that includes all others.
const ENTRY: &str = "xwasser.xsd";

const USAGE: &str = "\
usage: xsozial-bench [--validation] [ROUNDS [DOCUMENT...]]
  --validation  nothing but validation: no crate is generated and built
  ROUNDS        how often every subject has its turn (default 15)
  DOCUMENT      XML documents (default: small and medium of ../shared/bench, and a large one of 20 MB made from it)";

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
    let mut arguments = std::env::args().skip(1).peekable();
    let is_validation = arguments.next_if(|argument| argument == "--validation").is_some();
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
    let entry = flatten_schemas(&corpus.schemas(), &target.join("schemas"), ENTRY)?;
    let mut given = vec![rounds.to_string(), format!("--schema={}", entry.display())];
    given.extend(documents.iter().map(|document| document.display().to_string()));
    if is_validation {
        print!("{}", compare(Vec::new(), given.into_iter())?);
        return Ok(());
    }
    compare_with_types(&corpus, &target, &given)
}

/// Generates the set's crate, builds the measuring program around it, and runs it.
fn compare_with_types(corpus: &Corpus, target: &Path, arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let generated = Generator::build()?.generate(&corpus.delivery(), target)?;
    let program = Template::SPEED.build(&generated, cfg!(feature = "peers"))?;
    println!(
        "{SET}: generated in {} ms, {} lines, release build {:.1} s (dependencies built)\n",
        generated.time.as_millis(),
        generated.lines,
        program.time.as_secs_f64()
    );
    let status = Command::new(&program.path).args(arguments).status()?;
    if status.success() {
        Ok(())
    } else {
        Err("the measuring program failed".into())
    }
}

/// The two documents of the folder `shared/bench`, and a large one made from the second.
fn default_documents(shared: &Path, target: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = shared.join("bench");
    let (small, medium) = (folder.join("small.xml"), folder.join("medium.xml"));
    let large = target.join("large.xml");
    if !large.is_file() {
        std::fs::create_dir_all(target)?;
        enlarge(&medium, &large, LARGE)?;
    }
    Ok(vec![small, medium, large])
}
