//! Reads the documents of a list and writes each again. Arguments: the list, the folder for what is written.
//!
//! One line for each document: `written`, file | `refused`, code, line, column, message | `broken`, what; by tabs.

use generated::Document;
use std::{error::Error, fs, io, path::Path};
use xsozial_model::xml::{Error as Refusal, ReadOptions};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, list, folder] = arguments.as_slice() else {
        return Err("arguments: list of documents, folder".into());
    };
    for (index, path) in fs::read_to_string(list)?.lines().enumerate() {
        let output = Path::new(folder).join(format!("{index:05}.xml"));
        println!("{}", outcome(&fs::read(path)?, &output)?);
    }
    Ok(())
}

fn outcome(xml: &[u8], output: &Path) -> Result<String, io::Error> {
    let read = Document::from_xml(xml);
    let streamed = Document::from_reader(xml, &ReadOptions::default());
    let document = match (read, streamed) {
        (Ok(document), Ok(streamed)) if document == streamed => document,
        (Err(error), Err(other)) if error == other => {
            let (code, line, column) = (error.code(), error.line(), error.column());
            return Ok(format!("refused\t{code}\t{line}\t{column}\t{error}"));
        }
        (read, streamed) => {
            let describe =
                |read: Result<Document, Refusal>| read.err().map_or("read".to_owned(), |error| error.to_string());
            let (slice, stream) = (describe(read), describe(streamed));
            return Ok(format!(
                "broken\tslice and stream are read differently: {slice} | {stream}"
            ));
        }
    };
    let written = match document.to_xml() {
        Ok(written) => written,
        Err(error) => return Ok(format!("broken\tnot written: {error}")),
    };
    match Document::from_xml(&written) {
        Ok(again) if again == document => {}
        Ok(_) => return Ok("broken\twhat was written is read as another value".to_owned()),
        Err(error) => return Ok(format!("broken\twhat was written is refused: {error}")),
    }
    fs::write(output, &written)?;
    Ok(format!("written\t{}", output.display()))
}
