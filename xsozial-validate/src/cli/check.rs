//! `check`: documents to findings.

use super::{CheckArguments, Error, Outcome, in_order::in_order, progress::Progress, schema};
use crate::{
    Finding, Options, Report, Standards,
    documents::{Document, DocumentNames, Input, inputs},
    format::{DocumentReport, Palette, Settings, Summary},
};
use std::{
    io::{self, Write},
    num::NonZeroUsize,
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};
use xsozial_schema::{Code, Fault, Severity};

/// Checks the documents that the arguments name and writes what is found.
pub(super) fn check(arguments: CheckArguments, is_coloured: bool, writer: &mut dyn Write) -> Result<Outcome, Error> {
    let standards = schema::standards(&arguments)?;
    let inputs = inputs(&arguments.documents)?;
    let check = Check {
        names: DocumentNames::new(arguments.report_id, inputs.len()),
        shows_values: arguments.show_values && !arguments.summary,
        standards,
        inputs,
    };
    let settings = Settings {
        format: arguments.format,
        language: arguments.lang.into(),
        palette: if is_coloured {
            Palette::coloured()
        } else {
            Palette::default()
        },
        is_summary: arguments.summary,
    };
    let threads = arguments.jobs.or_else(|| thread::available_parallelism().ok());
    check.run(threads.map_or(1, NonZeroUsize::get), settings, writer)
}

struct Check {
    standards: Standards,
    inputs: Vec<Input>,
    names: DocumentNames,
    shows_values: bool,
}

impl Check {
    fn run(&self, threads: usize, settings: Settings, writer: &mut dyn Write) -> Result<Outcome, Error> {
        let mut outcome = Outcome::Clean;
        match self.write(threads, settings, &mut outcome, writer) {
            // Whoever reads the output has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(outcome),
            written => Ok(written.map(|()| outcome)?),
        }
    }

    fn write(
        &self,
        threads: usize,
        settings: Settings,
        outcome: &mut Outcome,
        writer: &mut dyn Write,
    ) -> io::Result<()> {
        let mut output = settings.output();
        let mut summary = Summary::default();
        let progress = Progress::new(self.inputs.len(), !settings.is_summary);
        output.begin(writer)?;
        let take = |document: DocumentReport| {
            summary.add(&document.report);
            *outcome = (*outcome).max(outcome_of(&document.report));
            progress.step(|| {
                output.document(&document, writer)?;
                writer.flush()
            })
        };
        in_order(self.inputs.len(), threads, |place| self.document(place), take)?;
        drop(progress);
        output.end(&summary, writer)?;
        writer.flush()
    }

    fn document(&self, place: usize) -> DocumentReport {
        let input = &self.inputs[place];
        let name = self.names.name(place, input);
        // An error of this program in one document must not leave the others unchecked.
        catch_unwind(AssertUnwindSafe(|| self.checked(input, &name)))
            .unwrap_or_else(|_| DocumentReport::new(name, unchecked(Finding::error(Fault::new(Code::Internal)))))
    }

    fn checked(&self, input: &Input, name: &str) -> DocumentReport {
        let mut document = match Document::open(input) {
            Ok(document) => document,
            Err(finding) => return DocumentReport::new(name, unchecked(*finding)),
        };
        let limits = Options::default().limits;
        let (mut report, checked) = match self.standards.as_named() {
            Some(standard) => (document.report(&standard.validator), Some(&standard.checked)),
            None => (
                document.report_without(&self.standards, limits).unwrap_or_default(),
                None,
            ),
        };
        // A document that could not be read to its end was not checked.
        report.is_checked &= outcome_of(&report) != Outcome::Undone;
        let source_lines = if self.shows_values {
            document.source_lines(&report.findings)
        } else {
            Vec::new()
        };
        let report = DocumentReport::new(name, report).showing(source_lines);
        match checked {
            Some(checked) => report.checked(checked.clone()),
            None => report,
        }
    }
}

fn unchecked(finding: Finding) -> Report {
    Report {
        findings: vec![finding],
        ..Report::default()
    }
}

/// What a report means for the exit code.
fn outcome_of(report: &Report) -> Outcome {
    if report.is_unread() {
        Outcome::Undone
    } else if report.count(Severity::Error) > 0 || report.omitted > 0 {
        Outcome::Errors
    } else {
        Outcome::Clean
    }
}
