//! Speed side by side: all subjects in one process, in interleaved rounds, compared by medians.
//!
//! Absolute figures vary with the machine and the hour; the ratios within one run are what counts.

mod arguments;
mod bars;
mod candidate;
mod document;
mod flat_schemas;
mod large;
mod measure;
mod peak;
mod peers;
mod report;
mod schema_load;
mod subject;
mod typed;
mod validation;
#[cfg(feature = "peers")]
mod worker;

pub use arguments::MEASURE;
pub use candidate::Candidate;
pub use document::BenchDocument;
pub use flat_schemas::flatten_schemas;
pub use large::{LARGE, enlarge};
pub use measure::{Measurement, measure, measure_loads};
pub use report::Report;
pub use schema_load::SchemaLoad;
pub use subject::{Failure, Operation, Subject};
pub use typed::{ReadFile, TypedRead, TypedWrite};

use arguments::Arguments;
use std::{path::Path, process::ExitCode};

/// The main function of a measuring program. Arguments: the number of rounds, then the documents. `--schema=FILE` adds
/// validators for the schema in this file, beside which all others lie that it needs; `--xsdata=FOLDER` the model that
/// xsdata generated there. `--only=TEXT` leaves the subjects whose name holds the text, for a profiler;
/// `--repeat=NUMBER` has them do their work that often, without a clock. With `--peak=NAME` it tells nothing but the memory that
/// this subject takes for the first document.
///
/// The tokenisers come first; ratios are taken to the first of all subjects.
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the end of a command")]
pub fn main_program(candidates: Vec<Candidate>) -> ExitCode {
    match compare(candidates, std::env::args().skip(1)) {
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

/// Measures tokenisers, validators and these candidates; for the arguments see [`main_program`]. Returns what is to be
/// printed.
pub fn compare(candidates: Vec<Candidate>, arguments: impl Iterator<Item = String>) -> Result<String, Failure> {
    let arguments = Arguments::parse(arguments)?;
    let mut all = all_candidates(candidates, &arguments);
    if let Some(name) = &arguments.peak {
        let document = arguments.documents.first().ok_or("no document is given")?;
        return peak::peak_of(all, name, document);
    }
    if let Some(text) = &arguments.only {
        all.retain(|candidate| candidate.name.contains(text));
    }
    let documents = arguments.open_documents()?;
    if let Some(repetitions) = arguments.repetitions {
        repeat(&mut all, &documents, repetitions)?;
        return Ok(String::new());
    }
    let loads = measure_loads(&mut all, arguments.rounds);
    let measurements = documents
        .iter()
        .map(|document| measure(&mut all, document, arguments.rounds))
        .collect::<Result<Vec<_>, _>>()?;
    let peaks = match arguments.documents.last() {
        Some(largest) => peak::measure_peaks(&all, &arguments, largest)?,
        None => Vec::new(),
    };
    Ok(Report::new(&documents, measurements, loads, peaks).to_string())
}

/// Those of the arguments beside the given ones, in the order of the table.
fn all_candidates(given: Vec<Candidate>, arguments: &Arguments) -> Vec<Candidate> {
    let mut all = peers::tokenisers();
    if let Some(entry) = &arguments.schema {
        all.extend(validation::candidates(entry.parent().unwrap_or(Path::new("."))));
        all.extend(peers::validators(entry));
    }
    all.extend(given);
    if let Some(folder) = &arguments.xsdata {
        all.extend(peers::models(folder));
    }
    // What does the same stands together.
    all.sort_by_key(|candidate| candidate.operation);
    all
}

/// Each candidate does its work on each document this often.
fn repeat(candidates: &mut [Candidate], documents: &[BenchDocument], repetitions: u32) -> Result<(), Failure> {
    for document in documents {
        for candidate in candidates.iter_mut() {
            let subject = candidate.subject()?;
            subject.prepare(&document.bytes)?;
            for _ in 0..repetitions {
                subject.run(&document.bytes)?;
            }
        }
    }
    Ok(())
}
