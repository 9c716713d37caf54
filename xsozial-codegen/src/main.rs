//! `xsozial-codegen`: see [`xsozial_codegen::cli`].

use clap::Parser;
use std::{io, process::ExitCode};
use xsozial_codegen::{Error, cli, sample::SampleError};
use xsozial_schema::{Language, store::StoreError, xsd::XsdError};

/// Exit code 0: what was asked for was done, and the delivery works. 1: the schemas break a rule or hold what is not
/// supported, no document can be valid, or `doctor` found that something does not work. 2: the work could not be done (bad
/// arguments, unreadable files, imports without a document, a foreign file in the way, a download that failed).
#[expect(clippy::print_stderr, reason = "a command line tells its user what is wrong")]
fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    let language = arguments.language();
    match cli::run(arguments, &mut io::stdout().lock()) {
        Ok(done) => {
            for note in done.notes {
                let word = match language {
                    Language::German => "Hinweis",
                    Language::English => "note",
                };
                eprintln!("xsozial-codegen: {word}: {note}");
            }
            for warning in done.warnings {
                let word = match language {
                    Language::German => "Warnung",
                    Language::English => "warning",
                };
                eprintln!("xsozial-codegen: {word}: {warning}");
            }
            ExitCode::from(done.exit_code)
        }
        // Whoever reads the output has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let told = xsozial_schema::told(error.code(), &error.to_string(), language);
            eprintln!("xsozial-codegen: {told}");
            ExitCode::from(exit_code(&error))
        }
    }
}

fn exit_code(error: &Error) -> u8 {
    match error {
        Error::Sample(SampleError::NoRoot { .. } | SampleError::Write(_)) => 2,
        Error::Schema(XsdError::Schema(_) | XsdError::Xdatenfelder(_))
        | Error::Installed(StoreError::Schema(XsdError::Schema(_) | XsdError::Xdatenfelder(_)))
        | Error::Sample(_) => 1,
        _ => 2,
    }
}
