//! Why a command could not be carried out.

use crate::{BaselineError, documents::StdinTwice, mutate::MutateError, profile::ProfileError};
use std::{io, path::PathBuf};
use xsozial_schema::{Language, Reason, codelists, schema::LoadError, store::StoreError, xsd::XsdError};

/// Why a command could not be carried out. `Display` says in plain words what to do about it; it never names a document.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The schemas could not be read or compiled.
    #[error("{code} {error}", code = .0.code(), error = .0)]
    Schema(#[from] XsdError),
    /// Code lists could not be loaded.
    #[error("{code} {error}", code = .0.code(), error = .0)]
    Codelists(#[from] codelists::StoreError),
    /// A stored schema could not be used.
    #[error("{}: {source}", path.display())]
    Stored {
        /// The file.
        path: PathBuf,
        /// Why.
        source: LoadError,
    },
    /// A stored schema stands beside other schemas.
    #[error("{}: a stored schema is complete; name no other --schema beside it", path.display())]
    StoredBesideOthers {
        /// The file.
        path: PathBuf,
    },
    /// How XDatenfelder files are read is said where none can be.
    #[error(
        "--shape, --names and --any-code say how an XDatenfelder file named with --schema is read; an installed standard and a \
         schema.bin remember it"
    )]
    XdatenfelderWithoutSchema,
    /// A profile cannot be used.
    #[error("{code} {error}", code = .0.code(), error = .0)]
    Profile(Box<ProfileError>),
    /// A profile is named, but no schema to find its fields in.
    #[error("{}: a profile needs a schema; name one with --schema, or an installed one with --standard", path.display())]
    ProfileWithoutSchema {
        /// The profile.
        path: PathBuf,
    },
    /// A file or folder of the arguments could not be read.
    #[error("{}: cannot be read: {}", path.display(), in_words(source))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A profile is neither a file nor one that ships.
    #[error("{}: is no file and no profile that ships{}", path.display(), what_profiles_ship(shipped))]
    NoSuchProfile {
        /// What was asked for.
        path: PathBuf,
        /// The names of those that ship with the program.
        shipped: Vec<&'static str>,
    },
    /// An option of `check` has no meaning for `intake`.
    #[error(
        "{option} has no meaning for intake, which keeps no known findings and counts nothing; leave it out, or use check"
    )]
    NotOfIntake {
        /// The option.
        option: &'static str,
    },
    /// A file could not be written.
    #[error("{}: cannot be written: {}", path.display(), in_words(source))]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The store cannot be read.
    #[error("{code} {error}", code = .0.code(), error = .0)]
    Store(#[from] StoreError),
    /// Nobody says where the store is, and a standard of it is asked for.
    #[error(
        "the folder for your data is not known; name the store with --store DIR or in the environment variable XSOZIAL_STORE"
    )]
    NoStoreFolder,
    /// No installed standard has this name.
    #[error(
        "no installed standard is called {name:?}; {}{}",
        what_is_installed(installed),
        what_ships(shipped)
    )]
    NoSuchStandard {
        /// What was asked for.
        name: String,
        /// The names of those that are installed.
        installed: Vec<String>,
        /// The names of those that ship with the program.
        shipped: Vec<String>,
    },
    /// A source document of `mutate` is of no use. It is told by its number among the documents.
    #[error("document {number}: {source}")]
    Source {
        /// Which document it is, counted from 1.
        number: usize,
        /// Why.
        source: MutateError,
    },
    /// A source document of `mutate` could not be read.
    #[error("document {number}: cannot be read")]
    UnreadableSource {
        /// Which document it is, counted from 1.
        number: usize,
    },
    /// The arguments name the standard input more than once.
    #[error("the standard input (-) stands more than once among the documents, and can be read only once")]
    StdinTwice,
    /// There is no such code.
    #[error("there is no code {code:?}; `xsozial-validate explain` lists them all")]
    UnknownCode {
        /// What was asked for.
        code: String,
    },
    /// The configuration says what has no meaning.
    #[error("{}:{line}: {reason}", path.display())]
    Configuration {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// What arrived is not written in this format.
    #[error("intake does not write the format {format}; use text or jsonl")]
    NoIntake {
        /// The format.
        format: &'static str,
    },
    /// The table of problems is of no use.
    #[error("{}: {source}", path.display())]
    ProblemTable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// The table of problems says nothing of codes that were found.
    #[error("the table of problems has no entry for {}, and none is made up", codes.join(", "))]
    UnlistedProblems {
        /// The codes with their classes.
        codes: Vec<String>,
    },
    /// The file of known findings is of no use.
    #[error("{}: {source}", path.display())]
    Baseline {
        /// The file.
        path: PathBuf,
        /// Why.
        source: BaselineError,
    },
    /// The format has no place for the counts alone.
    #[error("--summary does not go with the format {format}, which is read for its findings")]
    NoSummary {
        /// The format.
        format: &'static str,
    },
    /// There is no such command.
    #[error("there is no command {name:?}")]
    UnknownCommand {
        /// What was asked for.
        name: String,
    },
    /// The output could not be written.
    #[error("the output cannot be written: {kind}", kind = .0.kind())]
    Output(#[from] io::Error),
}

impl Error {
    /// The stable code. [`Remedy::of`](xsozial_schema::Remedy::of) tells what to do about it, and so does `explain`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Schema(error) => error.code(),
            Self::Codelists(error) => error.code(),
            Self::Profile(error) => error.code().as_str(),
            Self::Store(error) => error.code(),
            Self::Unreadable { .. } | Self::NoSuchProfile { .. } => "XA0001",
            Self::Unwritable { .. } => "XA0002",
            Self::Output(_) => "XA0003",
            Self::NoStoreFolder => "XA0004",
            Self::NoSuchStandard { .. } => "XA0005",
            Self::StoredBesideOthers { .. } => "XA0007",
            Self::ProfileWithoutSchema { .. } => "XA0008",
            Self::StdinTwice => "XA0009",
            Self::UnknownCode { .. } => "XA0010",
            Self::Configuration { .. } => "XA0011",
            Self::NoIntake { .. } => "XA0012",
            Self::ProblemTable { .. } => "XA0013",
            Self::UnlistedProblems { .. } => "XA0014",
            Self::Baseline { .. } => "XA0015",
            Self::NoSummary { .. } => "XA0016",
            Self::UnknownCommand { .. } => "XA0017",
            Self::Source { .. } | Self::UnreadableSource { .. } => "XA0018",
            Self::Stored { .. } => "XA0019",
            Self::XdatenfelderWithoutSchema => "XA0020",
            Self::NotOfIntake { .. } => "XA0021",
        }
    }
}

impl From<ProfileError> for Error {
    fn from(error: ProfileError) -> Self {
        Self::Profile(Box::new(error))
    }
}

impl From<StdinTwice> for Error {
    fn from(StdinTwice: StdinTwice) -> Self {
        Self::StdinTwice
    }
}

fn what_is_installed(names: &[String]) -> String {
    if names.is_empty() {
        "nothing is installed; install the delivery with xsozial-codegen add".to_owned()
    } else {
        format!("installed: {}", names.join(", "))
    }
}

fn what_profiles_ship(names: &[&str]) -> String {
    if names.is_empty() {
        String::new()
    } else {
        format!("; those are: {}", names.join(", "))
    }
}

fn in_words(error: &io::Error) -> String {
    Reason::of_io(error.kind()).text(Language::English).to_owned()
}

fn what_ships(names: &[String]) -> String {
    if names.is_empty() {
        String::new()
    } else {
        format!("; this program knows without installing: {}", names.join(", "))
    }
}
