//! Other validators of the machine as judges: libxml2 and Xerces.
//!
//! The messages are valid by construction or have one fault, so whoever refuses one of the first or accepts one of the
//! second disagrees. libxml2 has known weaknesses (it keeps the first of several documents of a namespace, checks no `xs:ID`,
//! and is strict about some facets where it should not be); where Xerces judges as we do, this is noted and no error.

mod entry_schema;
mod xerces;
mod xmllint;

use super::{
    faulty::{Faulty, FaultyMessage, expected},
    report::{Section, State, title},
    samples::{self, Samples},
    workplace::Workplace,
};
use crate::Error;
use entry_schema::EntrySchema;
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};
use xsozial_schema::{Code, Language, store::Entry};

/// What a judge may take.
const LIMIT: Duration = Duration::from_secs(15 * 60);

/// What a judge says.
enum Judgement {
    /// It is not installed.
    Absent,
    /// It cannot load the schemas, or gave up; its words.
    Unusable(String),
    /// The messages that it refuses: name, its words.
    Refused(Vec<(String, String)>),
}

/// What is judged.
#[derive(Clone, Copy)]
pub(super) struct Messages<'m> {
    pub(super) samples: &'m Samples,
    pub(super) faulty: &'m Faulty,
}

impl Messages<'_> {
    /// All of them, as paths from the folder of the good ones.
    fn names(self) -> Vec<String> {
        let faulty = self.faulty.messages.iter().map(Faulty::beside_samples);
        self.samples.names.iter().cloned().chain(faulty).collect()
    }
}

/// Where a judge differs from us.
struct Differences<'m> {
    /// Good messages that it refuses: name, its words.
    refused: Vec<(&'m str, &'m str)>,
    /// Faulty messages that it accepts.
    accepted: Vec<&'m FaultyMessage>,
    /// How many more of them it accepts because it is known not to check what is wrong with them.
    known: usize,
}

impl<'m> Differences<'m> {
    fn of(judgement: &'m Judgement, messages: Messages<'m>, is_beyond: fn(Code) -> bool) -> Option<Self> {
        let Judgement::Refused(refused) = judgement else {
            return None;
        };
        let words: BTreeMap<&str, &str> = refused
            .iter()
            .map(|(name, words)| (name.as_str(), words.as_str()))
            .collect();
        let accepted = messages.faulty.messages.iter();
        let accepted = accepted.filter(|message| !words.contains_key(Faulty::beside_samples(message).as_str()));
        let (known, accepted): (Vec<_>, Vec<_>) = accepted.partition(|message| is_beyond(message.code));
        let names = messages.samples.names.iter();
        Some(Self {
            refused: names
                .filter_map(|name| Some((name.as_str(), *words.get(name.as_str())?)))
                .collect(),
            accepted,
            known: known.len(),
        })
    }

    fn is_empty(&self) -> bool {
        self.refused.is_empty() && self.accepted.is_empty()
    }

    /// Whether another judge differs from us in none of the same messages.
    fn are_alone(&self, other: &Self) -> bool {
        let refused: BTreeSet<&str> = other.refused.iter().map(|(name, _)| *name).collect();
        let accepted: BTreeSet<&str> = other.accepted.iter().map(|message| message.name.as_str()).collect();
        self.refused.iter().all(|(name, _)| !refused.contains(name))
            && self
                .accepted
                .iter()
                .all(|message| !accepted.contains(message.name.as_str()))
    }

    /// A line for each.
    fn told(&self, language: Language) -> Vec<String> {
        let accepts = title(language, "wird angenommen", "is accepted");
        let refused = self.refused.iter().map(|(name, words)| format!("{name}: {words}"));
        let accepted = self.accepted.iter().map(|message| {
            let name = Faulty::beside_samples(message);
            format!("{name}: {accepts}; {}", expected(message, language))
        });
        refused.chain(accepted).collect()
    }

    fn section(&self, name: &'static str, state: State, messages: Messages<'_>, language: Language) -> Section {
        let (all, faulty) = (messages.samples.names.len(), messages.faulty.messages.len());
        let same = all - self.refused.len();
        let refused = faulty - self.accepted.len() - self.known;
        let of_faulty = match language {
            _ if faulty == 0 => String::new(),
            Language::German => format!("; {refused} von {faulty} fehlerhaften Nachrichten werden abgelehnt"),
            Language::English => format!("; {refused} of {faulty} faulty messages are refused"),
        };
        let summary = match language {
            Language::German => format!("{same} von {all} Urteilen sind gleich{of_faulty}"),
            Language::English => format!("{same} of {all} verdicts are the same{of_faulty}"),
        };
        let known = match language {
            Language::German => format!(
                "{} mit falschen Kennungen oder Verweisen (xs:ID, xs:IDREF) nimmt es bekanntlich an.",
                self.known
            ),
            Language::English => format!(
                "{} with wrong IDs or references (xs:ID, xs:IDREF) are accepted, as is known of it.",
                self.known
            ),
        };
        let section = Section::new(name, state, summary).with(self.told(language), language);
        section.with((self.known > 0).then_some(known), language)
    }
}

/// Asks both judges.
pub(super) fn sections(
    entry: &Entry,
    messages: Messages<'_>,
    (work, language): (&Workplace, Language),
) -> Result<Vec<Section>, Error> {
    let schema = EntrySchema::write(entry, &work.folder("urteile")?)?;
    let names = messages.names();
    let all = (messages.samples.folder.as_path(), names.as_slice());
    let xerces = xerces::judge(&schema, all, work)?;
    let loads = xmllint::unloadable(&schema, work)?;
    let xmllint = match &loads {
        None => Judgement::Absent,
        Some(_) => xmllint::judge(&schema, all, work)?,
    };
    let files = entry.description.documents - entry.description.builtin_documents.len();
    Ok(vec![
        xmllint_section(&xmllint, &xerces, messages, language),
        loads_section(
            loads.unwrap_or_default(),
            files,
            matches!(xmllint, Judgement::Absent),
            language,
        ),
        xerces_section(&xerces, messages, language),
    ])
}

fn xmllint_section(judgement: &Judgement, xerces: &Judgement, messages: Messages<'_>, language: Language) -> Section {
    let name = title(language, "Urteile von libxml2", "Verdicts of libxml2");
    let is_beyond = |code| matches!(code, Code::IdDuplicate | Code::IdReference);
    let differences = Differences::of(judgement, messages, is_beyond).filter(|_| !messages.samples.names.is_empty());
    let Some(differences) = differences else {
        return judgement.section(name, "xmllint", language);
    };
    if differences.is_empty() {
        return differences.section(name, State::Good, messages, language);
    }
    let of_xerces = Differences::of(xerces, messages, |_| false);
    let is_alone = of_xerces.is_some_and(|of_xerces| differences.are_alone(&of_xerces));
    let state = if is_alone { State::Note } else { State::Bad };
    let alone = title(
        language,
        "Xerces urteilt über sie wie xsozial; libxml2 hat hier bekannte Schwächen.",
        "Xerces judges them as xsozial does; libxml2 has known weaknesses here.",
    );
    let section = differences.section(name, state, messages, language);
    section.with(is_alone.then(|| alone.to_owned()), language)
}

fn xerces_section(judgement: &Judgement, messages: Messages<'_>, language: Language) -> Section {
    let name = title(language, "Urteile von Xerces", "Verdicts of Xerces");
    let differences = Differences::of(judgement, messages, |_| false).filter(|_| !messages.samples.names.is_empty());
    match differences {
        Some(differences) => {
            let state = if differences.is_empty() {
                State::Good
            } else {
                State::Bad
            };
            differences.section(name, state, messages, language)
        }
        None => judgement.section(name, "java (JDK)", language),
    }
}

impl Judgement {
    /// The section of a judge that has judged nothing.
    fn section(&self, name: &'static str, program: &str, language: Language) -> Section {
        match self {
            Self::Absent => {
                let absent = match language {
                    Language::German => format!("{program} ist nicht installiert"),
                    Language::English => format!("{program} is not installed"),
                };
                Section::new(name, State::Skipped, absent)
            }
            Self::Unusable(reason) => {
                let unusable = title(
                    language,
                    "kann die Schemas nicht laden; seine Meldung:",
                    "cannot load the schemas; its message:",
                );
                Section::new(name, State::Note, unusable).with([reason.clone()], language)
            }
            Self::Refused(_) => Section::new(name, State::Skipped, samples::none(language)),
        }
    }
}

/// Which delivered files libxml2 cannot load by themselves: what others will meet who use them with it.
fn loads_section(unloadable: Vec<(String, String)>, files: usize, is_absent: bool, language: Language) -> Section {
    let name = title(language, "Laden mit libxml2", "Loading in libxml2");
    if is_absent {
        let absent = title(language, "xmllint ist nicht installiert", "xmllint is not installed");
        return Section::new(name, State::Skipped, absent);
    }
    let count = unloadable.len();
    let (state, summary) = match (count, language) {
        (0, Language::German) => (
            State::Good,
            format!("alle {files} Schemadateien lassen sich einzeln laden"),
        ),
        (0, Language::English) => (
            State::Good,
            format!("all {files} schema files can be loaded one by one"),
        ),
        (_, Language::German) => (
            State::Note,
            format!("{count} von {files} Schemadateien kann libxml2 nicht laden, xsozial schon"),
        ),
        (_, Language::English) => (
            State::Note,
            format!("{count} of {files} schema files cannot be loaded by libxml2, but by xsozial"),
        ),
    };
    let mut by_words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, words) in unloadable {
        by_words.entry(words).or_default().push(file);
    }
    let told = by_words
        .iter()
        .map(|(words, files)| format!("{words}\n  {}", files.join("\n  ")));
    Section::new(name, state, summary).with(told, language)
}
