//! `cargo run --release -p xsozial-bench --bin profile`: how many instructions reading, writing and validating take for
//! each byte of a document, counted by valgrind. Unlike times they are the same on a busy machine. See
//! `docs/benchmarks.md`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};
use xsozial_bench::{
    corpus::{Corpus, shared_folder, target_folder},
    generated::{Generator, Template},
    speed::flatten_schemas,
};

/// The set whose reader is measured, and the schema document that includes all others.
const SET: &str = "xwasser-1.0.0";
const ENTRY: &str = "xwasser.xsd";

/// A part of each subject's name, and what it is called in the table.
const SUBJECTS: [(&str, &str); 5] = [
    ("strict typed read", "strict typed read"),
    ("the same from BufRead", "the same from BufRead"),
    ("xsozial: write", "write"),
    ("is_valid from slice", "is_valid from slice"),
    ("report_from BufRead", "report_from BufRead"),
];

/// The work is done this often and that often; the difference leaves out what is done once.
const FEW: u32 = 5;
const MANY: u32 = 25;

const USAGE: &str = "\
usage: profile [--functions] [DOCUMENT]
  --functions  also list the functions that take most, with what is inlined into them
  DOCUMENT     default: ../shared/bench/medium.xml";

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
    let lists_functions = arguments.next_if(|argument| argument == "--functions").is_some();
    let Some(shared) = shared_folder()? else { return Ok(()) };
    let document = arguments
        .next()
        .map_or_else(|| shared.join("bench/medium.xml"), PathBuf::from);
    if arguments.next().is_some() {
        return Err(USAGE.into());
    }
    let target = target_folder();
    let corpus = Corpus::new(&shared, SET);
    let entry = flatten_schemas(&corpus.schemas(), &target.join("schemas"), ENTRY)?;
    let generated = Generator::build()?.generate(&corpus.delivery(), &target)?;
    let profile = Profile {
        program: Template::SPEED.build(&generated)?.path,
        schema: entry,
        length: fs::metadata(&document)?.len(),
        document,
        counts: target.join("callgrind.out"),
    };
    println!(
        "{}, {} bytes, instructions for each byte of the document\n",
        profile.document.file_name().unwrap_or_default().display(),
        profile.length
    );
    for (part, name) in SUBJECTS {
        let few = profile.count(part, FEW)?;
        let many = profile.count(part, MANY)?;
        println!("{name:<24}{}", profile.for_each_byte(many.saturating_sub(few)));
        if lists_functions {
            println!("{}", profile.functions()?);
        }
    }
    Ok(())
}

/// How the measuring program is run.
struct Profile {
    program: PathBuf,
    schema: PathBuf,
    document: PathBuf,
    length: u64,
    counts: PathBuf,
}

impl Profile {
    /// How many instructions the program takes if one subject does its work this often.
    fn count(&self, subject: &str, repetitions: u32) -> Result<u64, Box<dyn Error>> {
        let mut command = Command::new("valgrind");
        command.arg("--tool=callgrind");
        command.arg(format!("--callgrind-out-file={}", self.counts.display()));
        command.arg(&self.program).arg("1").arg(format!("--only={subject}"));
        command.arg(format!("--repeat={repetitions}"));
        command.arg(format!("--schema={}", self.schema.display()));
        command.arg(&self.document);
        let output = command.output().map_err(|error| format!("valgrind: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("the measuring program failed: {said}").into());
        }
        let total = said.lines().find_map(|line| line.split_once("Collected : "));
        let (_, total) = total.ok_or("valgrind told no count")?;
        Ok(total.trim().parse()?)
    }

    /// So many instructions by the bytes of the document, to a tenth.
    fn for_each_byte(&self, instructions: u64) -> String {
        let tenths = instructions * 10 / (u64::from(MANY - FEW) * self.length.max(1));
        format!("{}.{}", tenths / 10, tenths % 10)
    }

    /// The functions that took most in the last run.
    fn functions(&self) -> Result<String, Box<dyn Error>> {
        let output = Command::new("callgrind_annotate")
            .args(["--threshold=80", "--auto=no"])
            .arg(Path::new(&self.counts))
            .output()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
