//! The subcommand `doctor`: does this delivery work?
//!
//! ```text
//! delivery -> schemas compile? -> code lists, XSozial paths -> code builds? -> messages -> round trip, other validators
//!                                                                            faulty messages -^
//! ```
//!
//! Each step is a section of the report. What cannot be tried because an earlier step failed is left out. Everything is
//! done in a folder that vanishes.

mod arguments;
mod code;
mod confirmed_paths;
mod faulty;
mod judges;
mod process;
mod report;
mod samples;
mod workplace;

pub use arguments::DoctorArguments;

use crate::{
    Error,
    cli::Done,
    installed::{self, Detail, about, choose, counted, further_lists, installed_heading, list_name},
    sample::Sampler,
};
use judges::Messages;
use report::{Report, Section, State, title};
use std::io::Write;
use workplace::Workplace;
use xsozial_schema::{
    Language,
    store::{Delivery, Description, Entry, Store, StoreError},
    told,
    xsd::{self, SchemaFault, XsdError},
};

/// Tries the delivery and writes the report.
pub(crate) fn doctor(arguments: &DoctorArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let language = arguments.lang.into();
    let names: Vec<String> = arguments
        .delivery
        .paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let mut report = Report::new(format!("xsozial-codegen doctor: {}", names.join(", ")), language);
    let work = Workplace::new(arguments.keep.as_deref())?;
    examine(arguments, &work, &mut report)?;
    installed::write(output, &report.text())?;
    Ok(Done {
        exit_code: u8::from(!report.is_good()),
        ..Done::default()
    })
}

fn examine(arguments: &DoctorArguments, work: &Workplace, report: &mut Report) -> Result<(), Error> {
    let language = report.language();
    let delivery = match arguments.delivery.read() {
        Ok(delivery) => delivery,
        // What is not there at all says nothing of a delivery.
        Err(error @ (StoreError::Unreadable { .. } | StoreError::Schema(XsdError::Unreadable { .. }))) => {
            return Err(error.into());
        }
        Err(error) => {
            let name = title(language, "Lieferung", "Delivery");
            let told = told(error.code(), &error.to_string(), language);
            let mut lines = told.lines().map(|line| line.trim_start().to_owned());
            let section = Section::new(name, State::Bad, lines.next().unwrap_or_default());
            report.add(section.with(lines, language));
            return Ok(());
        }
    };
    let faults = xsd::faults(&delivery.documents);
    report.add(constructs(&faults, &delivery, language));
    if !faults.is_empty() {
        return Ok(());
    }
    let entry = Store::at(work.path("lager")).add(&delivery)?.entry;
    let description = &entry.description;
    report.add(what_it_is(description, language));
    report.add(codelists(description, language));
    try_out(arguments, (&delivery, &entry), work, report)
}

/// What takes a compiled schema.
fn try_out(
    arguments: &DoctorArguments,
    (delivery, entry): (&Delivery, &Entry),
    work: &Workplace,
    report: &mut Report,
) -> Result<(), Error> {
    let language = report.language();
    let schema = entry.schema()?;
    let description = &entry.description;
    report.add(confirmed_paths::section(&schema, description, language));
    let built = code::build(entry, arguments, (work, language))?;
    report.add(built.section);
    let maker = Sampler::new(&schema).codelists(delivery.lists.iter().map(|it| it.list.clone()));
    let roots = samples::own_roots(&maker, &schema, description);
    let (samples, section) = samples::make(&maker, &schema, &roots, arguments.samples, (work, language))?;
    report.add(section);
    let program = built.program.as_deref();
    report.add(code::round_trip(program, &samples, (work, language))?);
    let faulty = faulty::make(&maker, &roots, work)?;
    report.add(faulty::section(program, &faulty, (work, language))?);
    let messages = Messages {
        samples: &samples,
        faulty: &faulty,
    };
    for section in judges::sections(entry, messages, (work, language))? {
        report.add(section);
    }
    Ok(())
}

fn constructs(faults: &[SchemaFault], delivery: &Delivery, language: Language) -> Section {
    let name = title(language, "Schemas", "Schemas");
    let files = installed::files(delivery.documents.documents.len(), language);
    if faults.is_empty() {
        let summary = match language {
            Language::German => format!("{files} gelesen, nichts davon wird abgelehnt"),
            Language::English => format!("{files} read, nothing is refused"),
        };
        return Section::new(name, State::Good, summary);
    }
    let places = counted(faults.len(), language, ("Stelle", "place"), ("Stellen", "places"));
    let summary = match language {
        Language::German => format!("{files} gelesen; abgelehnt an {places}"),
        Language::English => format!("{files} read; refused at {places}"),
    };
    let told = faults.iter().map(|fault| format!("{} {fault}", fault.code()));
    let section = Section::new(name, State::Bad, summary).with(told, language);
    let is_conflict = |fault: &SchemaFault| matches!(fault, SchemaFault::Conflict { .. });
    let hint = choose(
        language,
        "Dateien, die denselben Namen verschieden erklären, sind eigene Schemas: Prüfen Sie jede für sich (doctor DATEI.xsd).",
        "Files that declare one name differently are schemas of their own: try each by itself (doctor FILE.xsd).",
    );
    section.with(faults.iter().all(is_conflict).then(|| hint.to_owned()), language)
}

fn what_it_is(description: &Description, language: Language) -> Section {
    let name = title(language, "Lieferung", "Delivery");
    let text = about(description, Detail::Short, language);
    let lines = text
        .lines()
        .map(|line| line.strip_prefix("  ").unwrap_or(line).to_owned());
    Section::new(name, State::Good, installed_heading(description)).with(lines, language)
}

fn codelists(description: &Description, language: Language) -> Section {
    let name = title(language, "Codelisten", "Code lists");
    let used = description.used_lists.len();
    let missing: Vec<String> = description
        .missing_lists()
        .map(|list| {
            format!(
                "{} {}",
                title(language, "fehlt:", "missing:"),
                list_name(list, language)
            )
        })
        .collect();
    let broken = description.broken_lists.iter().map(|list| {
        let word = title(language, "defekt:", "broken:");
        format!("{word} {} ({})", list.file, list.reason)
    });
    let present = used - missing.len();
    let summary = match language {
        Language::German => format!("{present} von {used} sind da"),
        Language::English => format!("{present} of {used} are at hand"),
    };
    let is_whole = missing.is_empty() && description.broken_lists.is_empty();
    let state = if is_whole { State::Good } else { State::Note };
    let lines = further_lists(description, language)
        .into_iter()
        .chain(missing)
        .chain(broken);
    Section::new(name, state, summary).with(lines, language)
}
