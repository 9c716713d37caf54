//! `xsozial-codegen`: see [`xsozial_codegen::cli`].

use clap::Parser;
use std::process::ExitCode;
use xsozial_codegen::{Error, cli};
use xsozial_schema::xsd::XsdError;

/// Exit code 0: the crate was written. 1: the schemas break a rule or hold what is not supported. 2: the work could not be
/// done (bad arguments, unreadable files, imports without a document, a foreign file in the way).
#[expect(clippy::print_stderr, reason = "a command line tells its user what is wrong")]
fn main() -> ExitCode {
    match cli::run(cli::Arguments::parse()) {
        Ok(generated) => {
            for unreadable in generated.unreadable_codelists {
                eprintln!("xsozial-codegen: warning: {unreadable}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("xsozial-codegen: {error}");
            ExitCode::from(exit_code(&error))
        }
    }
}

fn exit_code(error: &Error) -> u8 {
    match error {
        Error::Schema(XsdError::Schema(_)) => 1,
        _ => 2,
    }
}
