//! Other validators of the machine as judges: libxml2 and Xerces.
//!
//! The messages are valid by construction, so whoever refuses one disagrees. libxml2 has known weaknesses (it keeps the
//! first of several documents of a namespace, checks no `xs:ID`, and is strict about some facets where it should not be);
//! where Xerces accepts what libxml2 refuses, this is noted and no error.

mod entry_schema;
mod xerces;
mod xmllint;

use super::{
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
use xsozial_schema::{Language, store::Entry};

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

/// Asks both judges.
pub(super) fn sections(
    entry: &Entry,
    samples: &Samples,
    (work, language): (&Workplace, Language),
) -> Result<Vec<Section>, Error> {
    let schema = EntrySchema::write(entry, &work.folder("urteile")?)?;
    let xerces = xerces::judge(&schema, samples, work)?;
    let loads = xmllint::unloadable(entry, &schema, work)?;
    let xmllint = match &loads {
        None => Judgement::Absent,
        Some(_) => xmllint::judge(&schema, samples, work)?,
    };
    let of_xerces = match &xerces {
        Judgement::Refused(refused) => Some(refused.iter().map(|(name, _)| name.as_str()).collect()),
        _ => None,
    };
    let files = entry.description.documents - entry.description.builtin_documents.len();
    Ok(vec![
        xmllint_section(&xmllint, of_xerces.as_ref(), samples, language),
        loads_section(
            loads.unwrap_or_default(),
            files,
            matches!(xmllint, Judgement::Absent),
            language,
        ),
        xerces_section(&xerces, samples, language),
    ])
}

fn xmllint_section(
    judgement: &Judgement,
    of_xerces: Option<&BTreeSet<&str>>,
    samples: &Samples,
    language: Language,
) -> Section {
    let name = title(language, "Urteile von libxml2", "Verdicts of libxml2");
    match judgement {
        Judgement::Refused(refused) if !refused.is_empty() => {
            let is_alone =
                of_xerces.is_some_and(|xerces| refused.iter().all(|(name, _)| !xerces.contains(name.as_str())));
            let state = if is_alone { State::Note } else { State::Bad };
            let section = verdicts(name, state, refused, samples, language);
            let alone = title(
                language,
                "Xerces nimmt sie alle an; libxml2 hat hier bekannte Schwächen.",
                "Xerces accepts them all; libxml2 has known weaknesses here.",
            );
            section.with(is_alone.then(|| alone.to_owned()), language)
        }
        other => other.section(name, "xmllint", samples, language),
    }
}

fn xerces_section(judgement: &Judgement, samples: &Samples, language: Language) -> Section {
    let name = title(language, "Urteile von Xerces", "Verdicts of Xerces");
    match judgement {
        Judgement::Refused(refused) if !refused.is_empty() => verdicts(name, State::Bad, refused, samples, language),
        other => other.section(name, "java (JDK)", samples, language),
    }
}

impl Judgement {
    /// The section of a judge that refuses nothing.
    fn section(&self, name: &'static str, program: &str, samples: &Samples, language: Language) -> Section {
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
            Self::Refused(_) if samples.names.is_empty() => Section::new(name, State::Skipped, samples::none(language)),
            Self::Refused(refused) => verdicts(name, State::Good, refused, samples, language),
        }
    }
}

fn verdicts(
    name: &'static str,
    state: State,
    refused: &[(String, String)],
    samples: &Samples,
    language: Language,
) -> Section {
    let all = samples.names.len();
    let same = all - refused.len();
    let summary = match language {
        Language::German => format!("{same} von {all} Urteilen sind gleich"),
        Language::English => format!("{same} of {all} verdicts are the same"),
    };
    let told = refused.iter().map(|(name, words)| format!("{name}: {words}"));
    Section::new(name, state, summary).with(told, language)
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
