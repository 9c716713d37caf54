//! `xsozial-validate`: see [`xsozial_validate::cli`].

use clap::Parser;
use std::{
    env,
    io::{self, BufWriter},
    process::ExitCode,
};
use xsozial_validate::cli::{self, Arguments};

/// Exit code 0: no error was found. 1: at least one. 2: the work could not be done.
#[expect(clippy::print_stderr, reason = "a command line tells its user what is wrong")]
fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let stdout = io::stdout();
    let mut writer = BufWriter::new(stdout.lock());
    let language = arguments.language();
    match cli::run(arguments, &stdout, &mut writer) {
        Ok(outcome) => ExitCode::from(outcome.exit_code()),
        Err(error) => {
            let told = xsozial_schema::told(error.code(), &error.to_string(), language);
            eprintln!("xsozial-validate: {told}");
            ExitCode::from(2)
        }
    }
}

/// Says what is wrong with the arguments. With `--report-id` it does not repeat them: they may hold a document's path.
#[expect(clippy::print_stderr, reason = "a command line tells its user what is wrong")]
fn refuse(error: &clap::Error) -> ExitCode {
    let is_secret = env::args_os().any(|argument| argument.to_string_lossy().starts_with("--report-id"));
    if error.use_stderr() && is_secret {
        eprintln!("xsozial-validate: {}; see --help", error.kind());
    } else {
        // A closed standard output or error leaves nobody to tell.
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
