//! `intake`: what arrived, and what a person might do about it.

use super::{CheckArguments, Error, IntakeArguments, Outcome, check, schema};
use crate::{
    Options, Report, Standards,
    documents::{Document, DocumentNames, Foreign, Input, inputs},
    format::{DocumentReport, Format, IntakeReport, IntakeSettings},
    intake::{Fields, Problem, ProblemTable, Recommendation},
};
use std::{io::Write, path::Path};
use xsozial_schema::Language;

/// Takes in the documents that the arguments name.
pub(super) fn intake(arguments: IntakeArguments, writer: &mut dyn Write) -> Result<Outcome, Error> {
    let IntakeArguments { mut check, problems } = arguments;
    refuse_options_of_check(&check)?;
    let configuration = check::configuration(&mut check)?;
    let language = check.lang.map_or_else(Language::default, Language::from);
    let format = check.format.unwrap_or_default();
    if !matches!(format, Format::Text | Format::JsonLines) {
        let format = format.name();
        return Err(Error::NoIntake { format });
    }
    let standards = schema::standards(&check, Options::default(), &configuration.severities)?;
    let inputs = inputs(&check.documents)?;
    let names = DocumentNames::new(check.report_id.clone(), inputs.len());
    let table = problems.as_deref().map(table).transpose()?;
    let settings = IntakeSettings {
        language,
        shows_values: check.show_values,
    };
    let mut outcome = Outcome::Clean;
    for (place, input) in inputs.iter().enumerate() {
        let taken = Taken::of(input, names.name(place, input), &standards);
        let report = &taken.document.report;
        let problems = table.as_ref().map(|table| problems_of(table, report, language));
        let problems = problems.transpose()?;
        let intake = IntakeReport {
            document: &taken.document,
            fields: taken.fields.as_ref(),
            recommendation: &Recommendation::of(report),
            problems: problems.as_deref(),
        };
        match format {
            Format::JsonLines => intake.write_json(settings, writer)?,
            _ => intake.write_text(settings, writer)?,
        }
        outcome = outcome.max(check::outcome_of(report));
    }
    writer.flush()?;
    Ok(outcome)
}

/// What would be passed over is refused: whoever says it expects something of it.
fn refuse_options_of_check(arguments: &CheckArguments) -> Result<(), Error> {
    let options = [
        ("--baseline", arguments.baseline.is_some()),
        ("--write-baseline", arguments.write_baseline.is_some()),
        ("--summary", arguments.summary),
    ];
    match options.into_iter().find(|&(_, is_given)| is_given) {
        Some((option, _)) => Err(Error::NotOfIntake { option }),
        None => Ok(()),
    }
}

/// A document that was taken in.
struct Taken {
    document: DocumentReport,
    /// `None` where it could not be opened, or no schema was found for it.
    fields: Option<Fields>,
}

impl Taken {
    fn of(input: &Input, name: String, standards: &Standards) -> Self {
        let without = |report| Self {
            document: DocumentReport::new(name.clone(), report),
            fields: None,
        };
        let bytes = match Document::open(input).and_then(Document::read_whole) {
            Ok(bytes) => bytes,
            Err(finding) => return without(check::unchecked(*finding)),
        };
        match standards.standard_or_report(bytes.as_slice(), Options::default().limits) {
            Err(mut report) => {
                Foreign::tell(Foreign::of(&bytes), &mut report);
                without(*report)
            }
            Ok(standard) => {
                let mut taken = standard.validator.intake(&bytes);
                Foreign::tell(Foreign::of(&bytes), &mut taken.report);
                let document = DocumentReport::new(name, taken.report);
                Self {
                    document: document.checked(standard.checked.clone()),
                    fields: Some(taken.fields),
                }
            }
        }
    }
}

/// What the transport is told of a report. Nothing is made up for a code that the table does not name.
fn problems_of(table: &ProblemTable, report: &Report, language: Language) -> Result<Vec<Problem>, Error> {
    table
        .problems(report, language)
        .map_err(|unlisted| Error::UnlistedProblems {
            codes: unlisted
                .iter()
                .map(|problem| format!("{} ({})", problem.code, problem.class.as_str()))
                .collect(),
        })
}

/// The table of problems, a JSON file of the user.
fn table(path: &Path) -> Result<ProblemTable, Error> {
    let text = std::fs::read_to_string(path).map_err(|source| Error::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    serde_json::from_str(&text).map_err(|source| Error::ProblemTable {
        path: path.to_owned(),
        source,
    })
}
