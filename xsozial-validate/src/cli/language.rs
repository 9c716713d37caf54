//! The language in which the program tells why a command could not be carried out.

use super::{Arguments, CheckArguments, Command, Configuration};
use xsozial_schema::Language;

impl Arguments {
    /// The language that the user chose, on the command line or in `xsozial.toml`; German where nothing is chosen or can be
    /// read.
    pub fn language(&self) -> Language {
        match &self.command {
            Command::Check(arguments) => chosen(arguments),
            Command::Intake(arguments) => chosen(&arguments.check),
            Command::Explain(arguments) => arguments.lang.into(),
            Command::Mutate(_) | Command::Completions(_) | Command::Man(_) => Language::default(),
        }
    }
}

fn chosen(arguments: &CheckArguments) -> Language {
    let configured = || {
        if arguments.no_config {
            return None;
        }
        Configuration::find(arguments.config.as_deref()).ok()?.language
    };
    arguments
        .lang
        .or_else(configured)
        .map_or_else(Language::default, Language::from)
}
