//! Shell completions and manual pages, made from the definition of the arguments.

use crate::{Error, cli::Arguments};
use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use std::{fs, io::Write, path::PathBuf};

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
    /// Write all pages to this folder: xsozial-codegen.1, xsozial-codegen-generate.1 and so on.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

pub(crate) fn completions(arguments: &CompletionsArguments, output: &mut dyn Write) -> Result<(), Error> {
    let mut command = Arguments::command();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, env!("CARGO_PKG_NAME"), &mut script);
    Ok(output.write_all(&script)?)
}

pub(crate) fn man(arguments: &ManArguments, output: &mut dyn Write) -> Result<(), Error> {
    let command = Arguments::command();
    match &arguments.out {
        Some(folder) => pages(command, folder),
        None => Ok(clap_mangen::Man::new(command).render(&mut &mut *output)?),
    }
}

fn pages(command: Command, folder: &PathBuf) -> Result<(), Error> {
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
    written.map_err(|source| Error::File {
        path: folder.clone(),
        source,
    })
}
