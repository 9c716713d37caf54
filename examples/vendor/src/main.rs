//! Takes a message in: reads it strictly, shows what it holds, writes it again.
//!
//! Nothing here knows which delivery it is; whatever needs a field of it by name goes into a module that matches on
//! [`lieferung::Document`], see the README.

mod error;

use error::Error;
use lieferung::Document;
use std::{env, ffi::OsString, fs, path::Path, process::ExitCode};
use xsozial_model::xml::{ReadOptions, RootContent};
use xsozial_validate::{
    Validator,
    intake::{Reading, intake_from},
    rules::RuleOptions,
};

/// The types of the delivery, which `build.rs` generates.
mod lieferung {
    #![allow(clippy::all, clippy::pedantic, dead_code, reason = "generated code")]
    include!(concat!(env!("OUT_DIR"), "/lieferung.rs"));
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        eprintln!("usage: fachverfahren MESSAGE OUTPUT");
        return ExitCode::from(2);
    };
    match run(Path::new(input), Path::new(output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Errors hold no document content: they may be logged.
            eprintln!("{error}");
            error.exit_code()
        }
    }
}

fn run(input: &Path, output: &Path) -> Result<(), Error> {
    let bytes = fs::read(input).map_err(|source| Error::file(input, source))?;
    // A service makes this once and shares it among threads.
    let validator = Validator::new(Document::schema()).with_rules(RuleOptions::default());
    let reading = intake_from::<Document>(bytes.as_slice(), &validator, &ReadOptions::default());
    for finding in &reading.report.findings {
        eprintln!("{finding}");
    }
    show(&reading);
    let document = reading.value.ok_or(Error::Refused {
        findings: reading.report.findings.len(),
        advice: reading.recommendation.advice,
    })?;
    let written = document.to_xml()?;
    // A program that changed the value would validate it again here: xsozial_validate::Validate.
    if Document::from_xml(&written)? != document {
        return Err(Error::Changed);
    }
    fs::write(output, written).map_err(|source| Error::file(output, source))
}

/// The clerk's screen. **It holds document content on purpose, and is no log.**
fn show(reading: &Reading<Document>) {
    for field in reading.fields.iter() {
        let labels = field.labels();
        let mark = if field.is_valid() { ' ' } else { '!' };
        println!("{mark} {}: {}", labels[1..].join(" › "), field.text().trim());
    }
}
