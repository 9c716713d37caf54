//! The command line: `check`, `explain`, `mutate`, completions and manual pages.
//!
//! Nothing here prints by itself; what is written goes to the writer that the caller passes. The progress bar alone
//! knows the standard error.

mod arguments;
mod baseline;
mod check;
mod checking;
mod checks;
mod configuration;
mod error;
mod explain;
mod in_order;
mod installed;
mod intake;
mod language;
mod manual;
mod mutate;
mod progress;
mod schema;
mod schematron;
#[cfg(feature = "nachbau")]
mod shipped;
#[cfg(not(feature = "nachbau"))]
#[path = "nothing_shipped.rs"]
mod shipped;
mod to_the_end;

pub use arguments::{
    Arguments, CheckArguments, ColorName, Command, CompletionsArguments, ExplainArguments, IntakeArguments,
    LanguageName, ManArguments, MutateArguments, XdatenfelderArguments,
};
pub use configuration::{Configuration, FILE_NAME};
pub use error::Error;

use anstream::{AutoStream, ColorChoice};
use std::io::{Stdout, Write};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// No error was found.
    Clean,
    /// At least one error was found.
    Errors,
    /// Part of the work could not be done: a document could not be opened.
    Undone,
}

impl Outcome {
    /// The exit code: 0, 1 or 2.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Errors => 1,
            Self::Undone => 2,
        }
    }
}

/// Does what the arguments say and writes to the writer. `stdout` is only asked whether it shows colours.
pub fn run(arguments: Arguments, stdout: &Stdout, writer: &mut dyn Write) -> Result<Outcome, Error> {
    match arguments.command {
        Command::Check(arguments) => {
            let is_coloured = shows_colours(arguments.color, stdout);
            check::check(arguments, is_coloured, writer)
        }
        Command::Intake(arguments) => intake::intake(arguments, writer),
        Command::Mutate(arguments) => mutate::mutate(&arguments, writer),
        Command::Explain(arguments) => explain::explain(&arguments, writer),
        Command::Completions(arguments) => manual::completions(&arguments, writer),
        Command::Man(arguments) => manual::man(&arguments, writer),
    }
}

fn shows_colours(name: ColorName, stdout: &Stdout) -> bool {
    let choice = match name.into() {
        ColorChoice::Auto => AutoStream::choice(stdout),
        choice => choice,
    };
    choice != ColorChoice::Never
}
