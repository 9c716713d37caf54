//! `check`: documents to findings.

use super::{
    CheckArguments, Configuration, Error, Outcome, baseline, in_order::in_order, progress::Progress, schema,
    to_the_end::ToTheEnd,
};
use crate::{
    Baseline, Finding, Judged, Options, Report, Severities, Standards,
    documents::{Document, DocumentNames, Foreign, Input, inputs},
    format::{DocumentReport, Palette, Settings, Summary},
};
use std::{
    io::{self, Write},
    num::NonZeroUsize,
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};
use xsozial_schema::{Code, Fault, Language};

/// The most findings that are written to a file of known ones, for each document.
const MOST_KNOWN: usize = 100_000;

/// Checks the documents that the arguments name and writes what is found.
pub(super) fn check(
    mut arguments: CheckArguments,
    is_coloured: bool,
    writer: &mut dyn Write,
) -> Result<Outcome, Error> {
    let configuration = configuration(&mut arguments)?;
    let language = arguments.lang.map_or_else(Language::default, Language::from);
    let settings = Settings {
        format: arguments.format.unwrap_or_default(),
        language,
        palette: if is_coloured {
            Palette::coloured()
        } else {
            Palette::default()
        },
        is_summary: arguments.summary,
    };
    if settings.is_summary && !settings.format.has_summary() {
        let format = settings.format.name();
        return Err(Error::NoSummary { format });
    }
    let known = arguments.baseline.as_deref().map(baseline::read).transpose()?;
    let options = Options {
        most_findings: match &known {
            _ if arguments.write_baseline.is_some() => MOST_KNOWN,
            // However many are known, there is room for as many new ones as ever.
            Some(known) => known.len().saturating_add(Options::default().most_findings),
            None => Options::default().most_findings,
        },
        ..Options::default()
    };
    let standards = schema::standards(&arguments, options, &configuration.severities)?;
    let inputs = inputs(&arguments.documents)?;
    let check = Check {
        names: DocumentNames::new(arguments.report_id, inputs.len()),
        shows_values: arguments.show_values && !arguments.summary,
        standards,
        inputs,
        severities: configuration.severities,
        known: known.unwrap_or_default(),
    };
    let threads = arguments.jobs.or_else(|| thread::available_parallelism().ok());
    let threads = threads.map_or(1, NonZeroUsize::get);
    let Some(path) = arguments.write_baseline else {
        return check.run(threads, settings, None, writer);
    };
    let mut found = Baseline::default();
    // Half of the findings would be a file of known ones that looks whole.
    let mut writer = ToTheEnd::new(writer);
    let outcome = check.run(threads, settings, Some(&mut found), &mut writer)?;
    baseline::write(&found, &path)?;
    Ok(outcome)
}

/// What the settings of the current folder say, of which the arguments take what they do not say themselves.
pub(super) fn configuration(arguments: &mut CheckArguments) -> Result<Configuration, Error> {
    if arguments.no_config {
        return Ok(Configuration::default());
    }
    let mut configuration = Configuration::find(arguments.config.as_deref())?;
    configuration.complete(arguments);
    Ok(configuration)
}

struct Check {
    standards: Standards,
    inputs: Vec<Input>,
    names: DocumentNames,
    shows_values: bool,
    severities: Severities,
    /// Findings that are known already.
    known: Baseline,
}

impl Check {
    /// Writes the reports, and adds what is found to a baseline if there is one.
    fn run(
        &self,
        threads: usize,
        settings: Settings,
        found: Option<&mut Baseline>,
        writer: &mut dyn Write,
    ) -> Result<Outcome, Error> {
        let mut outcome = Outcome::Clean;
        match self.write(threads, settings, found, &mut outcome, writer) {
            // Whoever reads the output has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(outcome),
            written => Ok(written.map(|()| outcome)?),
        }
    }

    fn write(
        &self,
        threads: usize,
        settings: Settings,
        mut found: Option<&mut Baseline>,
        outcome: &mut Outcome,
        writer: &mut dyn Write,
    ) -> io::Result<()> {
        let mut output = settings.output();
        let mut summary = Summary::default();
        let progress = Progress::new(self.inputs.len(), !settings.is_summary);
        output.begin(writer)?;
        let take = |document: DocumentReport| {
            let when_known = found.as_deref_mut().map(|found| {
                found.add(&document);
                outcome_when_known(&document.report)
            });
            // What is known is counted alone, and no more than the usual number is listed.
            let document = document.without_known(&self.known, Options::default().most_findings);
            *outcome = (*outcome).max(when_known.unwrap_or_else(|| outcome_of(&document.report)));
            summary.add(&document.report);
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
        let foreign = document.foreign();
        let Judged { mut report, standard } = document.judge(&self.standards, limits);
        Foreign::tell(foreign, &mut report);
        if standard.is_none() {
            self.severities.apply(&mut report);
        }
        // A document that could not be read to its end was not checked.
        report.is_checked &= outcome_of(&report) != Outcome::Undone;
        let source_lines = if self.shows_values {
            document.source_lines(&report.findings)
        } else {
            Vec::new()
        };
        let report = DocumentReport::new(name, report).showing(source_lines);
        match standard {
            Some(standard) => report.checked(standard.checked.clone()),
            None => report,
        }
    }
}

pub(super) fn unchecked(finding: Finding) -> Report {
    Report {
        findings: vec![finding],
        ..Report::default()
    }
}

/// What a report means for the exit code.
pub(super) fn outcome_of(report: &Report) -> Outcome {
    if report.is_unread() {
        Outcome::Undone
    } else if report.has_new_errors() {
        Outcome::Errors
    } else {
        Outcome::Clean
    }
}

/// The same where all that is found is known from now on.
fn outcome_when_known(report: &Report) -> Outcome {
    match outcome_of(report) {
        Outcome::Errors if report.omitted == 0 => Outcome::Clean,
        outcome => outcome,
    }
}
