//! Speed side by side: all subjects in one process, in interleaved rounds, compared by medians.
//!
//! Absolute figures vary with the machine and the hour; the ratios within one run are what counts.

mod document;
mod measure;
mod peers;
mod report;
mod schema_load;
mod subject;
mod typed;

pub use document::BenchDocument;
pub use measure::{Measurement, measure};
pub use report::Report;
pub use schema_load::SchemaLoad;
pub use subject::{Failure, Subject};
pub use typed::{TypedRead, TypedWrite};

use std::{path::PathBuf, process::ExitCode};

/// The main function of a measuring program. Arguments: the number of rounds, then the documents. `--only=TEXT` leaves
/// the subjects whose name holds the text, for a profiler.
///
/// The peers come first; ratios are taken to the first of all subjects.
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the end of a command")]
pub fn main_program(subjects: Vec<Box<dyn Subject>>) -> ExitCode {
    match compare(subjects) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn compare(subjects: Vec<Box<dyn Subject>>) -> Result<Report, Failure> {
    let mut arguments = std::env::args().skip(1);
    let rounds = arguments.next().unwrap_or_default().parse()?;
    let mut all = peers::all();
    all.extend(subjects);
    let mut documents = Vec::new();
    for argument in arguments {
        match argument.strip_prefix("--only=") {
            Some(text) => all.retain(|subject| subject.name().contains(text)),
            None => documents.push(BenchDocument::open(&PathBuf::from(argument))?),
        }
    }
    let measurements = documents
        .iter()
        .map(|document| measure(&mut all, document, rounds))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Report::new(&documents, measurements))
}
