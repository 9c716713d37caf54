//! `cargo run --release -p xsozial-bench --features peers`: generates the crate of a published schema set, builds it and
//! measures its reader and writer, and the validator, beside the peers. See `docs/benchmarks.md`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod comparison;
mod environment;

use comparison::Comparison;
use std::{
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
};
use xsozial_bench::{
    corpus::{Corpus, shared_folder, target_folder},
    speed::{LARGE, MEASURE, enlarge, main_program},
};

/// The set whose reader is measured: the documents in `shared/bench` are messages of it.
const SET: &str = "xwasser-1.0.0";

/// The schema document of the set that includes all others.
const ENTRY: &str = "xwasser.xsd";

const USAGE: &str = "\
usage: xsozial-bench [--validation] [--markdown FILE] [ROUNDS [DOCUMENT...]]
  --validation     nothing but validation: no crate is generated and built
  --markdown FILE  writes the result into this file too, as a section for docs/benchmarks.md
  ROUNDS           how often every subject has its turn (default 15)
  DOCUMENT         XML documents of one root element, the largest last (default: small and medium of ../shared/bench, and
                   a large one of 20 MB made from it)
Without the feature `peers` no other program is measured. Those that are not installed are named with the reason.";

fn main() -> ExitCode {
    // The memory of each subject is measured in a process of its own, which is this program again.
    if std::env::args().nth(1).is_some_and(|argument| argument == MEASURE) {
        return main_program(Vec::new());
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// What the command line asks for.
struct Arguments {
    is_validation: bool,
    markdown: Option<PathBuf>,
    rounds: u32,
    documents: Vec<PathBuf>,
}

impl Arguments {
    fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut arguments = arguments.peekable();
        let mut parsed = Self {
            is_validation: false,
            markdown: None,
            rounds: 15,
            documents: Vec::new(),
        };
        while let Some(option) = arguments.next_if(|argument| argument.starts_with("--")) {
            match option.as_str() {
                "--validation" => parsed.is_validation = true,
                "--markdown" => parsed.markdown = Some(arguments.next().ok_or(USAGE)?.into()),
                _ => return Err(USAGE.into()),
            }
        }
        if let Some(rounds) = arguments.next() {
            parsed.rounds = rounds.parse().map_err(|_| USAGE)?;
        }
        parsed.documents = arguments.map(PathBuf::from).collect();
        Ok(parsed)
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse(std::env::args().skip(1))?;
    let Some(shared) = shared_folder()? else { return Ok(()) };
    let target = target_folder();
    let documents = if arguments.documents.is_empty() {
        default_documents(&shared, &target)?
    } else {
        arguments.documents
    };
    let comparison = Comparison {
        corpus: &Corpus::new(&shared, SET),
        entry: ENTRY,
        rounds: arguments.rounds,
        documents: &documents,
        target: &target,
    };
    let text = if arguments.is_validation {
        comparison.of_validators()?
    } else {
        comparison.of_all()?
    };
    print!("{text}");
    if let Some(file) = arguments.markdown {
        std::fs::write(file, text)?;
    }
    Ok(())
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
