//! The command line.

use crate::{Error, Generated, Generator};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Generates Rust code from the schemas of an XÖV standard.
#[derive(Debug, Parser)]
#[command(name = "xsozial-codegen", version)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum Command {
    /// Writes a crate with types, reader and writer.
    Generate(GenerateArguments),
}

/// What `generate` needs to know.
#[derive(Debug, Args)]
pub struct GenerateArguments {
    /// An XSD, a folder (all its XSDs) or a ZIP archive as the XRepository delivers it; may be given several times.
    #[arg(long = "schema", value_name = "PATH", required = true)]
    pub schemas: Vec<PathBuf>,
    /// An OASIS catalog that says where imported schemas lie.
    #[arg(long, value_name = "FILE")]
    pub catalog: Option<PathBuf>,
    /// A folder of genericode lists; short ones give names to codes. May be given several times.
    #[arg(long, value_name = "DIR")]
    pub codelists: Vec<PathBuf>,
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

/// Does what the arguments say.
pub fn run(arguments: Arguments) -> Result<Generated, Error> {
    let Command::Generate(arguments) = arguments.command;
    let mut generator = Generator::new().name(arguments.name).out_dir(arguments.out);
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
    generator.generate_crate()
}
