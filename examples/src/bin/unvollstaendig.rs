//! What an office does with an application that arrived incomplete: every fault in plain German, what a person might do, what the
//! transport is told, and all that can be read nevertheless.
//!
//! `cargo run -p xsozial-examples --bin unvollstaendig [MESSAGE]`
#![expect(clippy::print_stdout, reason = "the program is a clerk's screen")]

use std::{env, fs, path::Path};
use xsozial_examples::{Failure, office::Office, summary::Summary};
use xsozial_model::{leistung::Leistung, xsozial_nachbau::xsn::Antrag0010};
use xsozial_schema::Language;
use xsozial_validate::intake::{Advice, ProblemTable, Recommendation};

fn main() -> Result<(), Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("eingang");
    let message = env::args_os()
        .nth(1)
        .map_or_else(|| folder.join("mietrueckstaende.xml"), Into::into);
    let leistung = Leistung::by_schluessel("uebernahme-mietrueckstaende").ok_or("not in the table")?;
    // This office needs more than the profile of the Leistung asks for.
    let office = Office::for_nachbau(leistung)?.with_profile(&folder.join("vermieterkonto.toml"))?;

    let reading = office.take_in::<Antrag0010>(&fs::read(message)?);
    print!("{}", office.report("mietrueckstaende.xml", &reading)?);
    println!();
    print_advice(&reading.recommendation);

    // The official list of problems belongs to the transport; this table is invented.
    let table: ProblemTable = serde_json::from_str(&fs::read_to_string(folder.join("probleme.json"))?)?;
    match table.problems(&reading.report, Language::German) {
        Ok(problems) => {
            for problem in problems {
                println!("Meldung an den Zustelldienst: {} ({})", problem.kind, problem.title);
            }
        }
        // Nothing is made up for what the table does not name.
        Err(unlisted) => println!("{} Befunde kennt die Tabelle des Zustelldiensts nicht", unlisted.len()),
    }

    let is_readable = reading.value.is_some();
    println!("\nAls Wert lesbar: {}", if is_readable { "ja" } else { "nein" });
    println!("Angekommen sind {} Angaben:", reading.fields.len());
    print!("{}", Summary::new(reading.fields.iter(), &office.codelists));
    Ok(())
}

/// A suggestion with its reasons. A person decides.
fn print_advice(recommendation: &Recommendation) {
    println!("{}", recommendation.advice.sentence(Language::German));
    for reason in &recommendation.reasons {
        println!("  {}: {}", reason.advice, reason.message(Language::German));
    }
    println!("{}", Advice::who_decides(Language::German));
}
