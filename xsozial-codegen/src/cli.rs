//! The command line.

pub use crate::manual::{CompletionsArguments, ManArguments};
use crate::{
    Error, Generator,
    codelists::Codelists,
    diff, fim_xsd,
    inputs::Inputs,
    installed, manual,
    sample::{Order, Size, write_samples},
};

use clap::{Args, Parser, Subcommand};
use std::{
    io::Write,
    path::{Path, PathBuf},
};
use xsozial_schema::{
    Language, Schema,
    codelists::StoreProblem,
    schema::builtin_notice,
    xdatenfelder::{MissingCodelists, Shape},
};

pub use crate::diff::{DiffArguments, DiffFormat};
pub use crate::doctor::DoctorArguments;
#[cfg(feature = "fetch")]
pub use crate::fetch::FetchArguments;
pub use crate::installed::{
    AddArguments, DeliveryArguments, LanguageName, ListArguments, NamedArguments, StoreArguments,
};

/// What the exit code means, for the end of the help.
const EXIT_CODES: &str = "Exit code 0: done. 1: the schemas break a rule or hold what is not supported; of diff: there are \
                          differences; of doctor: something does not work. 2: the work could not be done. `xsozial-validate \
                          explain CODE` says what to do about an error.";

/// Generates Rust code and synthetic documents from the schemas of an XÖV standard, and keeps deliveries of standards.
#[derive(Debug, Parser)]
#[command(name = "xsozial-codegen", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    /// The language in which the program tells why a command could not be carried out: the chosen one; English for the
    /// commands that have no choice, which are a developer's.
    pub fn language(&self) -> Language {
        match &self.command {
            Command::Diff(DiffArguments { lang, .. })
            | Command::Add(AddArguments { lang, .. })
            | Command::Doctor(DoctorArguments { lang, .. })
            | Command::List(ListArguments { lang, .. })
            | Command::Show(NamedArguments { lang, .. })
            | Command::Remove(NamedArguments { lang, .. }) => (*lang).into(),
            #[cfg(feature = "fetch")]
            Command::Fetch(FetchArguments { lang, .. }) => (*lang).into(),
            Command::Generate(_)
            | Command::Sample(_)
            | Command::Completions(_)
            | Command::Man(_)
            | Command::FimXsd(_) => Language::English,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum Command {
    /// Writes a crate with types, reader and writer.
    Generate(GenerateArguments),
    /// Makes synthetic documents that are valid against the schemas.
    Sample(SampleArguments),
    /// Tells what two deliveries do not have in common: components added, removed, renamed, tightened, loosened.
    ///
    /// Documentation and places in files are not compared. Exit code 0: no difference. 1: differences, or
    /// schemas that break a rule. 2: what cannot be read.
    Diff(DiffArguments),
    /// Installs a delivery of a standard, so that `xsozial-validate check` finds its schema by itself.
    ///
    /// Says what the delivery is: Kennung, version, messages, code lists used and missing, licence. A delivery is installed
    /// whole or not at all. Several versions of one standard stand side by side.
    Add(AddArguments),
    /// Fetches a version of a standard from the XRepository, whole, and installs it like `add`.
    ///
    /// Downloads the schemas and the code lists that they use. What was downloaded before and is unchanged is taken from the
    /// cache. Nothing is installed unless all of it arrived.
    #[cfg(feature = "fetch")]
    Fetch(FetchArguments),
    /// Tries everything with a delivery and says whether it works: what a vendor does on the first day.
    ///
    /// Reads and compiles the schemas, generates the code and builds it, makes synthetic messages, reads and writes them with
    /// the generated code, and compares the verdicts, on faulty messages too, with those of xmllint and Xerces where they are
    /// installed. Works offline and leaves nothing behind. Exit code 0: the delivery works. 1: something does not. 2: it could not be tried.
    Doctor(DoctorArguments),
    /// Lists the installed deliveries.
    List(ListArguments),
    /// Shows all that is known of an installed delivery.
    Show(NamedArguments),
    /// Removes an installed delivery.
    Remove(NamedArguments),
    /// Writes completions of this command line for a shell to the standard output.
    Completions(CompletionsArguments),
    /// Writes the manual page of this program to the standard output, or all pages to a folder.
    Man(ManArguments),
    /// Writes the XSD that a converter would make of an XDatenfelder file (FIM).
    FimXsd(FimXsdArguments),
}

/// What is to be known of XDatenfelder files.
#[derive(Clone, Debug, Args)]
pub struct XdatenfelderArguments {
    /// Shape of the XSD that an XDatenfelder file stands for. A: as the FIM portal's converter writes it, one global element
    /// and bare ids. B: as the public style sheet for XFall writes it, global elements and ids with versions.
    #[arg(long, value_name = "A|B", default_value_t)]
    pub shape: Shape,
    /// Lets select fields of an XDatenfelder file take any code where their code list is not among --codelists.
    #[arg(long)]
    pub any_code: bool,
}

impl XdatenfelderArguments {
    /// What is to be done about code lists that are not at hand.
    pub(crate) fn missing_codelists(&self) -> MissingCodelists {
        if self.any_code {
            MissingCodelists::AnyCode
        } else {
            MissingCodelists::Refuse
        }
    }
}

/// What `fim-xsd` needs to know.
#[derive(Debug, Args)]
pub struct FimXsdArguments {
    /// An XDatenfelder file of version 2 or 3.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What is to be known of the file.
    #[command(flatten)]
    pub xdatenfelder: XdatenfelderArguments,
    /// The genericode lists that the file refers to: a folder, a ZIP archive, a single list. May be given several times.
    #[arg(long, value_name = "PATH")]
    pub codelists: Vec<PathBuf>,
    /// File to write to, or `-` for the standard output.
    #[arg(long, value_name = "FILE|-", default_value = "-")]
    pub out: PathBuf,
}

/// What `generate` needs to know.
#[derive(Debug, Args)]
pub struct GenerateArguments {
    /// An XSD, a folder (all its XSDs), a ZIP archive as the XRepository delivers it, or an XDatenfelder file; may be given
    /// several times.
    #[arg(long = "schema", value_name = "PATH", required = true)]
    pub schemas: Vec<PathBuf>,
    /// An OASIS catalog that says where imported schemas lie.
    #[arg(long, value_name = "FILE")]
    pub catalog: Option<PathBuf>,
    /// Genericode lists, which give names to codes: a folder, a ZIP archive, a single list. May be given several times.
    #[arg(long, value_name = "PATH")]
    pub codelists: Vec<PathBuf>,
    /// The XDatenfelder file that an XSD of mere ids was made of: types and fields get its names. May be given several times.
    #[arg(long, value_name = "FILE")]
    pub names: Vec<PathBuf>,
    /// What is to be known of XDatenfelder files.
    #[command(flatten)]
    pub xdatenfelder: XdatenfelderArguments,
    /// Name of the crate.
    #[arg(long, value_name = "CRATE")]
    pub name: String,
    /// Folder to write the crate to.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Folder of xsozial-model, for the crate's Cargo.toml; without it the version of this program is asked for.
    #[arg(long, value_name = "PATH")]
    pub runtime: Option<PathBuf>,
}

/// What `sample` needs to know.
#[derive(Debug, Args)]
pub struct SampleArguments {
    /// An XSD, a folder (all its XSDs), a ZIP archive as the XRepository delivers it, or an XDatenfelder file; may be given
    /// several times.
    #[arg(long = "schema", value_name = "PATH", required = true)]
    pub schemas: Vec<PathBuf>,
    /// An OASIS catalog that says where imported schemas lie.
    #[arg(long, value_name = "FILE")]
    pub catalog: Option<PathBuf>,
    /// Genericode lists, which codes are taken from: a folder, a ZIP archive, a single list. May be given several times.
    #[arg(long, value_name = "PATH")]
    pub codelists: Vec<PathBuf>,
    /// What is to be known of XDatenfelder files.
    #[command(flatten)]
    pub xdatenfelder: XdatenfelderArguments,
    /// The root, as local name or Q{uri}local; without it every global element that can be a root.
    #[arg(long, value_name = "NAME")]
    pub element: Option<String>,
    /// Seed of the first document; the same seed gives the same bytes on every machine.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How much a document holds.
    #[arg(long, value_enum)]
    pub size: Size,
    /// Documents of each root; each has the next seed.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub count: u64,
    /// Folder to write to, one file a document, or `-` for the standard output.
    #[arg(long, value_name = "DIR|-", default_value = "-")]
    pub out: PathBuf,
}

/// How a command ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Done {
    /// What was done beyond what was asked for, one sentence each; for the standard error.
    pub notes: Vec<String>,
    /// What the user should know, one sentence each; for the standard error.
    pub warnings: Vec<String>,
    /// The exit code: 0, or 1 where a report says that something does not work.
    pub exit_code: u8,
}

impl Done {
    /// The same, with a note of the base documents of xsozial that a schema was made from.
    pub(crate) fn noting(mut self, schema: &Schema, language: Language) -> Self {
        let notice = builtin_notice(schema.builtin_documents(), language);
        self.notes.extend(notice.filter(|notice| !self.notes.contains(notice)));
        self
    }
}

impl From<Vec<StoreProblem>> for Done {
    fn from(unreadable: Vec<StoreProblem>) -> Self {
        Self {
            warnings: unreadable.iter().map(ToString::to_string).collect(),
            ..Self::default()
        }
    }
}

/// Does what the arguments say. What is asked for on the standard output goes to `output`.
pub fn run(arguments: Arguments, output: &mut dyn Write) -> Result<Done, Error> {
    match arguments.command {
        Command::Generate(arguments) => generate(arguments),
        Command::Sample(arguments) => sample(arguments, output),
        Command::Completions(arguments) => manual::completions(&arguments, output).map(|()| Done::default()),
        Command::Man(arguments) => manual::man(&arguments, output).map(|()| Done::default()),
        Command::FimXsd(arguments) => fim_xsd(&arguments, output).map(Done::from),
        Command::Diff(arguments) => diff::diff(&arguments, output),
        Command::Add(arguments) => installed::add(&arguments, output),
        #[cfg(feature = "fetch")]
        Command::Fetch(arguments) => crate::fetch::fetch(&arguments, output),
        Command::Doctor(arguments) => crate::doctor::doctor(&arguments, output),
        Command::List(arguments) => installed::list(&arguments, output),
        Command::Show(arguments) => installed::show(&arguments, output),
        Command::Remove(arguments) => installed::remove(&arguments, output),
    }
}

fn generate(arguments: GenerateArguments) -> Result<Done, Error> {
    let mut generator = Generator::new()
        .name(arguments.name)
        .out_dir(arguments.out)
        .shape(arguments.xdatenfelder.shape);
    if arguments.xdatenfelder.any_code {
        generator = generator.any_code();
    }
    for path in arguments.names {
        generator = generator.names(path);
    }
    for path in arguments.schemas {
        generator = generator.schema(path);
    }
    for folder in arguments.codelists {
        generator = generator.codelists(folder);
    }
    if let Some(catalog) = arguments.catalog {
        generator = generator.catalog(catalog);
    }
    if let Some(runtime) = arguments.runtime {
        generator = generator.runtime(runtime);
    }
    let generated = generator.generate_crate()?;
    let builtin = generated.builtin_documents.iter().map(String::as_str);
    Ok(Done {
        notes: builtin_notice(builtin, Language::English).into_iter().collect(),
        ..Done::from(generated.unreadable_codelists)
    })
}

fn sample(arguments: SampleArguments, output: &mut dyn Write) -> Result<Done, Error> {
    let mut codelists = Codelists::read(&arguments.codelists)?;
    let inputs = Inputs {
        catalog: arguments.catalog,
        ..Inputs::of(arguments.schemas, &arguments.xdatenfelder)
    };
    let schema = inputs.compile(&codelists)?;
    let unreadable = std::mem::take(&mut codelists.unreadable);
    let order = Order {
        element: arguments.element,
        seed: arguments.seed,
        size: arguments.size,
        count: arguments.count,
        folder: (arguments.out != Path::new("-")).then_some(arguments.out),
    };
    write_samples(&schema, codelists, &order, output)?;
    Ok(Done::from(unreadable).noting(&schema, Language::English))
}

fn fim_xsd(arguments: &FimXsdArguments, output: &mut dyn Write) -> Result<Vec<StoreProblem>, Error> {
    let codelists = Codelists::read(&arguments.codelists)?;
    let inputs = Inputs::of(vec![arguments.file.clone()], &arguments.xdatenfelder);
    fim_xsd::write(&inputs, &arguments.file, &codelists, &arguments.out, output)?;
    Ok(codelists.unreadable)
}
