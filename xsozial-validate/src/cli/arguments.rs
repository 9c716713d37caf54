//! The arguments.

use crate::format::Format;
use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValue};
use clap_complete::Shell;
use serde::Deserialize;
use std::{num::NonZeroUsize, path::PathBuf};
use xsozial_schema::{Language, xdatenfelder::Shape};

/// Validates XÖV documents: every fault once, with place and rule.
#[derive(Debug, Parser)]
#[command(name = "xsozial-validate", version)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum Command {
    /// Checks documents against a schema.
    ///
    /// Exit code 0: no errors. 1: at least one error. 2: the work could not be done (bad arguments, an unusable schema, a
    /// document that cannot be opened).
    Check(CheckArguments),
    /// Takes in documents: every value that arrived, also of invalid ones, all faults, and what a person might do.
    ///
    /// Values are told by their shape alone unless --show-values is given. The recommendation is no verdict: a person decides.
    /// Exit codes as for check.
    #[command(
        mut_arg("format", |it| it.hide_possible_values(true).help("How it is written: text or jsonl; text unless given")),
        mut_arg("baseline", |it| it.hide(true)),
        mut_arg("write_baseline", |it| it.hide(true)),
        mut_arg("summary", |it| it.hide(true)),
        mut_arg("jobs", |it| it.hide(true)),
    )]
    Intake(IntakeArguments),
    /// Makes documents that break one rule each, from valid ones: for every rule of the schema one, with the finding that it
    /// must give.
    ///
    /// Exit code 0: the documents were written, however many rules are covered. 2: the work could not be done.
    Mutate(MutateArguments),
    /// Explains a code: cause, a wrong and a right example, and who usually mends it. Without a code: lists them all.
    Explain(ExplainArguments),
    /// Writes completions of this command line for a shell to the standard output.
    Completions(CompletionsArguments),
    /// Writes the manual page of this program, or of one of its commands, to the standard output.
    Man(ManArguments),
}

/// What `check` needs to know.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct CheckArguments {
    /// An XSD, a folder (all its XSDs), a ZIP archive as the XRepository delivers it, an XDatenfelder file (FIM), or a
    /// schema.bin. Several are one schema. Without it each document finds its standard among those installed with
    /// `xsozial-codegen add`, else among those that ship: the Nachbau (xsozial-nachbau, xfall-nachbau), our own
    /// reconstructions, not official.
    #[arg(long = "schema", value_name = "PATH")]
    pub schemas: Vec<PathBuf>,
    /// An OASIS catalog that says where imported schemas lie.
    #[arg(long, value_name = "FILE")]
    pub catalog: Option<PathBuf>,
    /// What is to be known of XDatenfelder files.
    #[command(flatten)]
    pub xdatenfelder: XdatenfelderArguments,
    /// Without --schema: check against this installed standard, where documents would fit several. `xsozial-codegen list`
    /// names those that are installed; the last part of the Kennung is enough (xwasser_1.0.0). xsozial-nachbau and
    /// xfall-nachbau ship.
    #[arg(long, value_name = "KENNUNG[_VERSION][@HASH]", conflicts_with = "schemas")]
    pub standard: Option<String>,
    /// The folder of installed standards. Without it: the environment variable XSOZIAL_STORE, else a folder among your own
    /// data.
    #[arg(long, value_name = "DIR", conflicts_with = "schemas")]
    pub store: Option<PathBuf>,
    /// Code lists to check codes against: a genericode file, a folder (all *.xml and ZIP archives in it and below), or a ZIP
    /// archive as the XRepository delivers it. Lists that lie beside the schema count only when they are named. An
    /// XDatenfelder file takes the codes of its select fields from them.
    #[arg(long, value_name = "PATH")]
    pub codelists: Vec<PathBuf>,
    /// It is an error that a code list is not at hand, or not in the version that is needed.
    #[arg(long)]
    pub strict_codelists: bool,
    /// Check no codes against code lists, whatever else is said: the verdict is that of the schema alone.
    #[arg(long)]
    pub no_codelists: bool,
    /// Do not apply the rules beyond the schema (codes XR…).
    #[arg(long)]
    pub no_rules: bool,
    /// Apply the rules for production as well, for example that a test message must not be processed.
    #[arg(long, conflicts_with = "no_rules")]
    pub production: bool,
    /// A profile of mandatory fields (TOML), or the name of one that ships (grundsicherung). Several are all applied.
    #[arg(long = "profile", value_name = "FILE")]
    pub profiles: Vec<PathBuf>,
    /// How findings are written; text unless given.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// The language of the findings; German unless given.
    #[arg(long, value_name = "LANGUAGE")]
    pub lang: Option<LanguageName>,
    /// A file of settings; without it xsozial.toml in the current folder, if there is one. What the command line says beats
    /// it.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read no xsozial.toml.
    #[arg(long, conflicts_with = "config")]
    pub no_config: bool,
    /// A file of known findings, as --write-baseline makes it: they are counted alone and do not make the exit code 1.
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    pub baseline: Option<PathBuf>,
    /// Write the findings to a file of known ones. It holds codes and fingerprints, no content and no names.
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
    /// Write the counts by code and severity over all documents in place of the findings (text, json, jsonl, github, html).
    #[arg(long)]
    pub summary: bool,
    /// In text, show the line of each finding. The output then holds document content.
    #[arg(long)]
    pub show_values: bool,
    /// Stands in the output in place of the document's path; of several documents each gets its number.
    #[arg(long, value_name = "ID")]
    pub report_id: Option<String>,
    /// How many documents are checked at the same time; as many as there are processors unless given.
    #[arg(long, value_name = "NUMBER")]
    pub jobs: Option<NonZeroUsize>,
    /// When to use colours.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorName,
    /// Documents, folders (all *.xml in them and below), or - for the standard input.
    #[arg(value_name = "DOCUMENT", required = true)]
    pub documents: Vec<PathBuf>,
}

/// What is to be known of XDatenfelder files, which --schema names.
#[derive(Clone, Debug, Default, Args)]
pub struct XdatenfelderArguments {
    /// Shape of the XSD that an XDatenfelder file stands for; A unless given. A: as the FIM portal's converter writes it, one
    /// global element and bare ids. B: as the public style sheet for XFall writes it, global elements and ids with versions.
    #[arg(long, value_name = "A|B")]
    pub shape: Option<Shape>,
    /// The XDatenfelder file that an XSD of mere ids was made of: fields get its names. May be given several times.
    #[arg(long, value_name = "FILE")]
    pub names: Vec<PathBuf>,
    /// Lets select fields of an XDatenfelder file take any code where their code list is not among --codelists.
    #[arg(long)]
    pub any_code: bool,
}

impl XdatenfelderArguments {
    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.shape.is_none() && self.names.is_empty() && !self.any_code
    }
}

/// What `intake` needs to know.
#[derive(Debug, Args)]
pub struct IntakeArguments {
    /// What is checked. Of the formats, text and jsonl are written.
    #[command(flatten)]
    pub check: CheckArguments,
    /// Which problems the transport (FIT-Connect) knows, as JSON: {"codes": {"XS0101": {"type": …, "instance": …}}, "classes":
    /// {"transport"|"form"|"version"|"specification": {…}}}. The errors are also told as these problems.
    #[arg(long, value_name = "FILE")]
    pub problems: Option<PathBuf>,
}

/// What `mutate` needs to know.
#[derive(Debug, Args)]
pub struct MutateArguments {
    /// An XSD, a folder (all its XSDs), a ZIP archive as the XRepository delivers it, an XDatenfelder file (FIM), or a
    /// schema.bin. Several are one schema.
    #[arg(long = "schema", value_name = "PATH", required = true)]
    pub schemas: Vec<PathBuf>,
    /// An OASIS catalog that says where imported schemas lie.
    #[arg(long, value_name = "FILE")]
    pub catalog: Option<PathBuf>,
    /// Code lists that an XDatenfelder file takes the codes of its select fields from: genericode files, folders, ZIP archives.
    #[arg(long, value_name = "PATH")]
    pub codelists: Vec<PathBuf>,
    /// What is to be known of XDatenfelder files.
    #[command(flatten)]
    pub xdatenfelder: XdatenfelderArguments,
    /// The folder to write to: 00001.xml and so on, and rules.tsv.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Also list the rules that are not covered, with reasons.
    #[arg(long)]
    pub verbose: bool,
    /// Valid documents, folders (all *.xml in them and below), or - for the standard input.
    #[arg(value_name = "DOCUMENT", required = true)]
    pub documents: Vec<PathBuf>,
}

/// What `explain` needs to know.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The code of a finding, for example XS0101.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    /// The language.
    #[arg(long, value_name = "LANGUAGE", default_value = "de")]
    pub lang: LanguageName,
}

/// What `completions` needs to know.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// What `man` needs to know.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// The command whose page is wanted, for example check; without it that of the program.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
    /// Write all pages to this folder: xsozial-validate.1, xsozial-validate-check.1 and so on.
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub out: Option<PathBuf>,
}

/// The names of the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LanguageName {
    /// German.
    De,
    /// English.
    En,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::De => Self::German,
            LanguageName::En => Self::English,
        }
    }
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorName {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl From<ColorName> for anstream::ColorChoice {
    fn from(name: ColorName) -> Self {
        match name {
            ColorName::Auto => Self::Auto,
            ColorName::Always => Self::Always,
            ColorName::Never => Self::Never,
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Text => "text for people",
            Self::Json => "one JSON object",
            Self::JsonLines => "one JSON object a document",
            Self::Sarif => "SARIF 2.1.0",
            Self::Junit => "JUnit XML",
            Self::Github => "annotations of GitHub Actions",
            Self::Gitlab => "a Code Quality report of GitLab",
            Self::Html => "a page for people, to be read or printed",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
