//! Speed side by side: all subjects in one process, in interleaved rounds, compared by medians.
//!
//! Absolute figures vary with the machine and the hour; the ratios within one run are what counts.

mod bars;
mod document;
mod flat_schemas;
mod large;
mod measure;
mod peers;
mod report;
mod schema_load;
mod subject;
mod typed;
mod validation;

pub use document::BenchDocument;
pub use flat_schemas::flatten_schemas;
pub use large::{LARGE, enlarge};
pub use measure::{Measurement, measure};
pub use report::Report;
pub use schema_load::SchemaLoad;
pub use subject::{Failure, Subject};
pub use typed::{TypedRead, TypedWrite};

use std::{path::Path, process::ExitCode};

/// The main function of a measuring program. Arguments: the number of rounds, then the documents. `--schema=FILE` adds
/// validators for the schema in this file, beside which all others lie that it needs. `--only=TEXT` leaves the subjects
/// whose name holds the text, for a profiler; `--repeat=NUMBER` has them do their work that often, without a clock.
///
/// The tokenisers come first; ratios are taken to the first of all subjects.
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the end of a command")]
pub fn main_program(subjects: Vec<Box<dyn Subject>>) -> ExitCode {
    match compare(subjects, std::env::args().skip(1)) {
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

/// Measures tokenisers, validators and these subjects; for the arguments see [`main_program`].
pub fn compare(
    subjects: Vec<Box<dyn Subject>>,
    mut arguments: impl Iterator<Item = String>,
) -> Result<Report, Failure> {
    let rounds = arguments.next().unwrap_or_default().parse()?;
    let mut all = peers::tokenisers();
    let mut only = None;
    let mut repetitions = None;
    let mut documents = Vec::new();
    for argument in arguments {
        if let Some(text) = argument.strip_prefix("--only=") {
            only = Some(text.to_owned());
        } else if let Some(number) = argument.strip_prefix("--repeat=") {
            repetitions = Some(number.parse::<u32>()?);
        } else if let Some(entry) = argument.strip_prefix("--schema=") {
            let entry = Path::new(entry);
            all.extend(peers::validators(entry)?);
            all.extend(validation::subjects(entry.parent().unwrap_or(entry))?);
        } else {
            documents.push(BenchDocument::open(Path::new(&argument))?);
        }
    }
    all.extend(subjects);
    if let Some(text) = only {
        all.retain(|subject| subject.name().contains(&text));
    }
    if let Some(repetitions) = repetitions {
        repeat(&mut all, &documents, repetitions)?;
        return Ok(Report::new(&[], Vec::new()));
    }
    let measurements = documents
        .iter()
        .map(|document| measure(&mut all, document, rounds))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Report::new(&documents, measurements))
}

/// Each subject does its work on each document this often.
fn repeat(subjects: &mut [Box<dyn Subject>], documents: &[BenchDocument], repetitions: u32) -> Result<(), Failure> {
    for document in documents {
        for subject in subjects.iter_mut() {
            subject.prepare(&document.bytes)?;
            for _ in 0..repetitions {
                subject.run(&document.bytes)?;
            }
        }
    }
    Ok(())
}
