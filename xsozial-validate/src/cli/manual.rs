//! Shell completions and manual pages, made from the definition of the arguments.

use super::{Arguments, CompletionsArguments, Error, ManArguments, Outcome};
use clap::CommandFactory;
use std::{fs, io::Write};

/// Writes completions for a shell.
pub(super) fn completions(arguments: &CompletionsArguments, writer: &mut dyn Write) -> Result<Outcome, Error> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    written(&script, writer)
}

/// Writes one manual page to the writer, or all of them to a folder.
pub(super) fn man(arguments: &ManArguments, writer: &mut dyn Write) -> Result<Outcome, Error> {
    let mut command = Arguments::command();
    // Names of subcommands become "xsozial-validate check", as they are called.
    command.build();
    if let Some(folder) = &arguments.out {
        let unwritable = |source| Error::Unwritable {
            path: folder.clone(),
            source,
        };
        fs::create_dir_all(folder).map_err(unwritable)?;
        clap_mangen::generate_to(Arguments::command(), folder).map_err(unwritable)?;
        return Ok(Outcome::Clean);
    }
    let page = match &arguments.command {
        None => command,
        Some(name) => {
            let found = command.find_subcommand(name).cloned();
            found.ok_or_else(|| Error::UnknownCommand { name: name.clone() })?
        }
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    written(&text, writer)
}

fn written(text: &[u8], writer: &mut dyn Write) -> Result<Outcome, Error> {
    match writer.write_all(text).and_then(|()| writer.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(Outcome::Clean),
        written => Ok(written.map(|()| Outcome::Clean)?),
    }
}
