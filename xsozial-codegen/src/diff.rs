//! `diff`: what two deliveries do not have in common.

use crate::{
    Error,
    cli::{Done, LanguageName, XdatenfelderArguments},
    codelists::Codelists,
    inputs::Inputs,
};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};
use xsozial_schema::{
    Language,
    compare::{Change, Comparison, compare},
};

/// What `diff` needs to know.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The older schemas: an XSD, a folder (all its XSDs), a ZIP archive as the XRepository delivers it, or an XDatenfelder
    /// file.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The newer schemas.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// An OASIS catalog that says where imported schemas of OLD lie.
    #[arg(long, value_name = "FILE")]
    pub old_catalog: Option<PathBuf>,
    /// An OASIS catalog that says where imported schemas of NEW lie.
    #[arg(long, value_name = "FILE")]
    pub new_catalog: Option<PathBuf>,
    /// The genericode lists that XDatenfelder files refer to: a folder, a ZIP archive, a single list. May be given several
    /// times.
    #[arg(long, value_name = "PATH")]
    pub codelists: Vec<PathBuf>,
    /// What is to be known of XDatenfelder files.
    #[command(flatten)]
    pub xdatenfelder: XdatenfelderArguments,
    /// How the differences are written.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    /// The language of the text.
    #[arg(long, value_name = "LANGUAGE", default_value = "de")]
    pub lang: LanguageName,
}

/// How differences are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Text for people, a difference a line.
    Text,
    /// One JSON object.
    Json,
}

/// Writes what the two schemas do not have in common; the exit code is 1 where there is anything.
pub(crate) fn diff(arguments: &DiffArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let codelists = Codelists::read(&arguments.codelists)?;
    let compile = |path: &Path, catalog: &Option<PathBuf>| {
        let inputs = Inputs {
            catalog: catalog.clone(),
            ..Inputs::of(vec![path.to_owned()], &arguments.xdatenfelder)
        };
        inputs.compile(&codelists)
    };
    let old = compile(&arguments.old, &arguments.old_catalog)?;
    let new = compile(&arguments.new, &arguments.new_catalog)?;
    let comparison = compare(&old, &new);
    let language = arguments.lang.into();
    match arguments.format {
        DiffFormat::Text => write_text(&comparison, language, output)?,
        DiffFormat::Json => write_json(&comparison, output)?,
    }
    Ok(Done {
        exit_code: u8::from(!comparison.is_equal()),
        ..Done::from(codelists.unreadable)
            .noting(&old, language)
            .noting(&new, language)
    })
}

fn write_text(comparison: &Comparison, language: Language, output: &mut dyn Write) -> io::Result<()> {
    let [namespace, none] = match language {
        Language::German => [
            "Namensraum",
            "Keine Unterschiede in dem, was über Dokumente entscheidet.",
        ],
        Language::English => ["namespace", "No difference in what decides about documents."],
    };
    for (old, new) in &comparison.namespaces {
        writeln!(output, "{namespace}: {old} → {new}")?;
    }
    for change in &comparison.changes {
        let kind = change.component_kind.as_str();
        write!(output, "{kind} {}: {}", change.component, change.message(language))?;
        let source = if change.new_source.is_empty() {
            &change.old_source
        } else {
            &change.new_source
        };
        writeln!(output, " [{source}]")?;
    }
    if comparison.is_equal() {
        writeln!(output, "{none}")?;
    }
    Ok(())
}

/// The differences as JSON.
#[derive(Serialize)]
struct Record<'a> {
    equal: bool,
    namespaces: &'a [(String, String)],
    changes: Vec<ChangeRecord<'a>>,
}

#[derive(Serialize)]
struct ChangeRecord<'a> {
    change: &'static str,
    kind: &'static str,
    component: &'a str,
    place: &'a str,
    rule: &'a str,
    before: &'a str,
    after: &'a str,
    old_source: &'a str,
    new_source: &'a str,
}

impl<'a> From<&'a Change> for ChangeRecord<'a> {
    fn from(change: &'a Change) -> Self {
        Self {
            change: change.kind.as_str(),
            kind: change.component_kind.as_str(),
            component: &change.component,
            place: &change.place,
            rule: &change.rule,
            before: &change.before,
            after: &change.after,
            old_source: &change.old_source,
            new_source: &change.new_source,
        }
    }
}

fn write_json(comparison: &Comparison, output: &mut dyn Write) -> io::Result<()> {
    let record = Record {
        equal: comparison.is_equal(),
        namespaces: &comparison.namespaces,
        changes: comparison.changes.iter().map(ChangeRecord::from).collect(),
    };
    serde_json::to_writer_pretty(&mut *output, &record)?;
    writeln!(output)
}
