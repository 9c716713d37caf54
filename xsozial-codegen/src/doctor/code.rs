//! The generated code: generated, built, and tried with the messages.

use super::{
    DoctorArguments,
    process::{self, Ended},
    report::{Section, State, title},
    samples::{self, Samples},
    workplace::{self, Workplace},
};
use crate::{
    Error, Generated, Generator,
    installed::{self, counted},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};
use xsozial_schema::{Language, store::Entry};

/// Name of the generated crate.
const CRATE: &str = "lieferung";
/// Name of the program that reads and writes the messages with it.
const PROGRAM: &str = "rundreise";
/// What building and running may take.
const LIMIT: Duration = Duration::from_secs(60 * 60);
/// So many lines of Cargo's complaints are shown.
const COMPLAINT_LINES: usize = 12;

/// A program that reads and writes messages, and what there is to say about its making.
pub(super) struct Built {
    pub(super) section: Section,
    pub(super) program: Option<PathBuf>,
}

/// Generates the code of an installed delivery and, unless the user does without, builds it.
pub(super) fn build(
    entry: &Entry,
    arguments: &DoctorArguments,
    (work, language): (&Workplace, Language),
) -> Result<Built, Error> {
    let name = title(language, "Rust-Code", "Rust code");
    let only = |state, summary: String| Built {
        section: Section::new(name, state, summary),
        program: None,
    };
    let size = match generate(entry, arguments, work) {
        Ok(generated) => size(&generated, language),
        Err(error) => return Ok(only(State::Bad, error.to_string())),
    };
    if arguments.no_build {
        let left = title(language, "nicht gebaut (--no-build)", "not built (--no-build)");
        return Ok(only(State::Good, format!("{size}; {left}")));
    }
    write_program(arguments, work)?;
    let Some(fetched) = cargo(&["fetch"], arguments, work)? else {
        let absent = title(
            language,
            "nicht gebaut: Cargo ist nicht installiert",
            "not built: Cargo is not installed",
        );
        return Ok(only(State::Note, format!("{size}; {absent}")));
    };
    if !fetched.succeeded() {
        let lacking = title(
            language,
            "nicht gebaut: Cargo hat nicht alle Pakete, die der Code braucht. Erlauben Sie ihm das Laden mit --online, oder \
             nennen Sie den Ordner von xsozial-model mit --runtime",
            "not built: Cargo lacks packages that the code needs. Let it download them with --online, or name the folder of \
             xsozial-model with --runtime",
        );
        let built = only(State::Note, format!("{size}; {lacking}"));
        return Ok(with_complaint(built, &fetched, language));
    }
    let begin = Instant::now();
    let ended = cargo(&["build"], arguments, work)?;
    let seconds = begin.elapsed().as_secs();
    if let Some(ended) = ended.filter(|ended| !ended.succeeded()) {
        let failed = title(language, "der Code lässt sich nicht bauen", "the code cannot be built");
        let built = only(State::Bad, format!("{size}; {failed}"));
        return Ok(with_complaint(built, &ended, language));
    }
    let took = match language {
        Language::German => format!("gebaut in {seconds} s, das Laufzeitpaket inbegriffen"),
        Language::English => format!("built in {seconds} s, the runtime included"),
    };
    let executable = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    Ok(Built {
        program: Some(target(arguments, work).join("debug").join(executable)),
        ..only(State::Good, format!("{size}; {took}"))
    })
}

fn with_complaint(mut built: Built, ended: &Ended, language: Language) -> Built {
    let lines = ended.errors.lines().take(COMPLAINT_LINES).map(str::to_owned);
    built.section = built.section.with(lines, language);
    built
}

fn generate(entry: &Entry, arguments: &DoctorArguments, work: &Workplace) -> Result<Generated, Error> {
    let folder = entry.schema_folder();
    let given = &entry.description.given;
    let mut generator = Generator::new().name(CRATE).out_dir(work.path(CRATE));
    if given.is_empty() {
        generator = generator.schema(&folder);
    }
    for path in given {
        generator = generator.schema(folder.join(path));
    }
    if let Some(lists) = entry.codelist_folder() {
        generator = generator.codelists(lists);
    }
    if let Some(xdatenfelder) = &entry.description.xdatenfelder {
        generator = generator.shape(xdatenfelder.shape);
        if xdatenfelder.any_code {
            generator = generator.any_code();
        }
        generator = entry.names().fold(generator, Generator::names);
    }
    if let Some(runtime) = &arguments.runtime {
        generator = generator.runtime(runtime);
    }
    generator.generate_crate()
}

fn size(generated: &Generated, language: Language) -> String {
    let sources = generated
        .files
        .iter()
        .filter(|file| file.path.extension().is_some_and(|it| it == "rs"));
    let (mut files, mut lines) = (0, 0);
    for source in sources {
        files += 1;
        lines += source.contents.split(|&byte| byte == b'\n').count() - 1;
    }
    let lines = counted(lines, language, ("Zeile", "line"), ("Zeilen", "lines"));
    format!("{lines} in {}", installed::files(files, language))
}

/// The program around the generated crate.
fn write_program(arguments: &DoctorArguments, work: &Workplace) -> Result<(), Error> {
    let folder = work.folder(PROGRAM)?;
    work.folder(&format!("{PROGRAM}/src"))?;
    let manifest = format!(
        "[package]\nname = \"{PROGRAM}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
         [dependencies]\n{CRATE} = {{ path = \"../{CRATE}\" }}\n"
    );
    workplace::write(&folder.join("Cargo.toml"), manifest)?;
    let main = include_str!("driver/main.rs.in").replace("{generated}", CRATE);
    workplace::write(&folder.join("src/main.rs"), main)?;
    // The versions that the runtime is tried with are those that are most likely at hand.
    let lock = arguments.runtime.as_ref().map(|runtime| runtime.join("../Cargo.lock"));
    if let Some(lock) = lock.and_then(|lock| fs::read(lock).ok()) {
        workplace::write(&folder.join("Cargo.lock"), lock)?;
    }
    Ok(())
}

fn target(arguments: &DoctorArguments, work: &Workplace) -> PathBuf {
    let given = arguments.target_dir.as_ref();
    // Cargo is started in another folder.
    given.map_or_else(
        || work.path("target"),
        |path| std::path::absolute(path).unwrap_or_else(|_| path.clone()),
    )
}

/// Runs Cargo for the program; `None`: there is none.
fn cargo(action: &[&str], arguments: &DoctorArguments, work: &Workplace) -> Result<Option<Ended>, Error> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(action).arg("--quiet");
    if !arguments.online {
        command.arg("--offline");
    }
    command.current_dir(work.path(PROGRAM));
    command.env("CARGO_TARGET_DIR", target(arguments, work));
    // What is built once needs neither what a debugger nor what a second build needs.
    command
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0");
    process::run(&mut command, &work.folder("cargo")?, LIMIT)
}

/// Reads and writes the messages with the generated code.
pub(super) fn round_trip(
    built: Option<&Path>,
    samples: &Samples,
    (work, language): (&Workplace, Language),
) -> Result<Section, Error> {
    let name = title(language, "Rundreise", "Round trip");
    let Some(program) = built else {
        let not_built = title(language, "der Code ist nicht gebaut", "the code is not built");
        return Ok(Section::new(name, State::Skipped, not_built));
    };
    if samples.names.is_empty() {
        return Ok(Section::new(name, State::Skipped, samples::none(language)));
    }
    let Some(outcomes) = outcomes(program, &samples.folder, &samples.names, work)? else {
        let failed = title(language, "das Programm brach ab", "the program broke off");
        return Ok(Section::new(name, State::Bad, failed));
    };
    let wrong = samples
        .names
        .iter()
        .zip(&outcomes)
        .filter(|(_, outcome)| *outcome != "same");
    let wrong: Vec<String> = wrong
        .map(|(name, outcome)| format!("{name}: {}", told(outcome, language)))
        .collect();
    let (all, good) = (samples.names.len(), outcomes.len() - wrong.len());
    let summary = match language {
        Language::German => {
            format!("{good} von {all} Nachrichten wurden gelesen, geschrieben und gleich wieder gelesen")
        }
        Language::English => format!("{good} of {all} messages were read, written, and read again as the same"),
    };
    let state = if good == all { State::Good } else { State::Bad };
    Ok(Section::new(name, state, summary).with(wrong, language))
}

/// What the program says of each of these messages; `None`: it broke off.
pub(super) fn outcomes(
    program: &Path,
    folder: &Path,
    names: &[String],
    work: &Workplace,
) -> Result<Option<Vec<String>>, Error> {
    let list = work.path("nachrichten.txt");
    workplace::write(&list, names.join("\n"))?;
    let mut command = Command::new(program);
    command.arg(&list).current_dir(folder);
    let ended = process::run(&mut command, &work.folder("rundreise")?, LIMIT)?;
    let ended = ended.filter(Ended::succeeded);
    Ok(ended.map(|ended| ended.output.lines().map(str::to_owned).collect()))
}

fn told(outcome: &str, language: Language) -> String {
    let (kind, reason) = outcome.split_once('\t').unwrap_or((outcome, ""));
    // Of what is refused the code stands first; the message has it too.
    let reason = reason.split_once('\t').map_or(reason, |(_, message)| message);
    let what = match kind {
        "read" => title(language, "wird abgelehnt", "is refused"),
        "write" => title(language, "wird nicht geschrieben", "is not written"),
        "again" => title(
            language,
            "was geschrieben wurde, wird abgelehnt",
            "what was written is refused",
        ),
        _ => title(language, "wird anders wieder gelesen", "is read again as another"),
    };
    if reason.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {reason}")
    }
}
