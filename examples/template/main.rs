//! Reads a document, says what it is, writes it again, and reads that once more.
use beispiel::Document;
use std::{env, fs, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        eprintln!("usage: rundreise INPUT OUTPUT");
        return ExitCode::from(2);
    };
    match run(input, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("  refused: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(input: &str, output: &str) -> Result<(), Box<dyn std::error::Error>> {
    let document = Document::from_xml(&fs::read(input)?)?;
    println!("  read: {document:?}");
    let written = document.to_xml()?;
    let again = Document::from_xml(&written)?;
    println!("  written: {} bytes, read again: {}", written.len(), if again == document { "equal" } else { "DIFFERENT" });
    fs::write(output, written)?;
    if again == document { Ok(()) } else { Err("the second reading differs".into()) }
}
