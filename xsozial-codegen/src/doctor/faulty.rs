//! Messages with one fault each: everybody must refuse them.

use super::{
    code,
    report::{Section, State, title},
    samples,
    workplace::{self, Workplace},
};
use crate::{Error, installed::counted, sample::Sampler};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use xsozial_schema::{Code, Language, schema::ElementId};

/// Faulty messages of one root, at most.
const EACH_ROOT: usize = 50;
/// Faulty messages of a delivery, at most; of each root there is at least one.
const ALL: usize = 1_000;

/// Faulty messages on disk.
pub(super) struct Faulty {
    /// The folder that holds them.
    folder: PathBuf,
    pub(super) messages: Vec<FaultyMessage>,
}

/// A message with one fault.
pub(super) struct FaultyMessage {
    /// Its name in the folder.
    pub(super) name: String,
    /// The code of the fault.
    pub(super) code: Code,
}

impl Faulty {
    /// The path of a message seen from the folder of the good ones.
    pub(super) fn beside_samples(message: &FaultyMessage) -> String {
        format!("../fehlerhaft/{}", message.name)
    }
}

/// Makes messages with one fault each, of every root.
pub(super) fn make(sampler: &Sampler<'_>, roots: &[ElementId], work: &Workplace) -> Result<Faulty, Error> {
    let folder = work.folder("fehlerhaft")?;
    let most = (ALL / roots.len().max(1)).clamp(1, EACH_ROOT);
    let mut messages = Vec::new();
    for (index, &root) in roots.iter().enumerate() {
        for (number, deviant) in sampler.deviants(root, most)?.into_iter().enumerate() {
            let name = format!("{index:04}-{number:04}.xml");
            workplace::write(&folder.join(&name), deviant.document)?;
            messages.push(FaultyMessage {
                name,
                code: deviant.code,
            });
        }
    }
    Ok(Faulty { folder, messages })
}

/// What the generated code says of them.
pub(super) fn section(
    program: Option<&Path>,
    faulty: &Faulty,
    (work, language): (&Workplace, Language),
) -> Result<Section, Error> {
    let name = title(language, "Fehlerbeispiele", "Faulty messages");
    let count = faulty.messages.len();
    if count == 0 {
        return Ok(Section::new(name, State::Skipped, samples::none(language)));
    }
    let made = counted(
        count,
        language,
        ("Nachricht mit einem Fehler", "message with one fault"),
        ("Nachrichten mit je einem Fehler", "messages with one fault each"),
    );
    let Some(program) = program else {
        let not_built = title(language, "der Code ist nicht gebaut", "the code is not built");
        let section = Section::new(name, State::Good, format!("{made}; {not_built}"));
        return Ok(section.with([codes(faulty)], language));
    };
    let names: Vec<String> = faulty.messages.iter().map(|message| message.name.clone()).collect();
    let Some(outcomes) = code::outcomes(program, &faulty.folder, &names, work)? else {
        let failed = title(language, "das Programm brach ab", "the program broke off");
        return Ok(Section::new(name, State::Bad, failed));
    };
    let outcomes = faulty.messages.iter().zip(&outcomes);
    let wrong: Vec<String> = outcomes
        .filter_map(|(message, outcome)| differs(message, outcome, language))
        .collect();
    let good = count - wrong.len();
    let summary = match language {
        Language::German => format!("{made}; {good} lehnt der erzeugte Code mit dem erwarteten Befund ab"),
        Language::English => format!("{made}; the generated code refuses {good} with the expected finding"),
    };
    let state = if wrong.is_empty() { State::Good } else { State::Bad };
    let details = if wrong.is_empty() { vec![codes(faulty)] } else { wrong };
    Ok(Section::new(name, state, summary).with(details, language))
}

/// Which codes there are, and how often.
fn codes(faulty: &Faulty) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for message in &faulty.messages {
        *counts.entry(message.code.as_str()).or_default() += 1;
    }
    let counts = counts.iter().map(|(code, count)| format!("{code} ({count})"));
    counts.collect::<Vec<_>>().join(", ")
}

/// How an outcome differs from what is expected; `None`: it does not.
fn differs(message: &FaultyMessage, outcome: &str, language: Language) -> Option<String> {
    let found = outcome.strip_prefix("read\t").and_then(|rest| rest.split('\t').next());
    if found == Some(message.code.as_str()) {
        return None;
    }
    let instead = found.map_or_else(
        || title(language, "wird angenommen", "is accepted").to_owned(),
        str::to_owned,
    );
    let expected = expected(message, language);
    Some(format!("{}: {instead}; {expected}", Faulty::beside_samples(message)))
}

/// What xsozial finds in a message, in words.
pub(super) fn expected(message: &FaultyMessage, language: Language) -> String {
    let (code, words) = (message.code.as_str(), message.code.title(language));
    match language {
        Language::German => format!("erwartet: {code} {words}"),
        Language::English => format!("expected: {code} {words}"),
    }
}
