//! Running the reading program over many documents.

use super::{GeneratedError, Program, error::run};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Why the typed reader refused a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderRefusal {
    /// The code of the rule.
    pub code: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1.
    pub column: u32,
    /// Message and path.
    pub message: String,
}

/// What the typed reader made of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was read and written into this file.
    Written(PathBuf),
    /// It was refused.
    Refused(ReaderRefusal),
    /// It was read, but something that must hold afterwards does not.
    Broken(String),
}

/// What the program makes of each document; what it writes goes into `folder`.
pub fn read_all(program: &Program, documents: &[&Path], folder: &Path) -> Result<Vec<Outcome>, GeneratedError> {
    fs::create_dir_all(folder).map_err(GeneratedError::file(folder))?;
    let list = folder.join("documents.txt");
    let paths: Vec<String> = documents.iter().map(|path| path.display().to_string()).collect();
    fs::write(&list, paths.join("\n")).map_err(GeneratedError::file(&list))?;
    let output = run("reading", Command::new(&program.path).arg(&list).arg(folder))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let mut lines = said.lines();
    let outcome = |path: &String| {
        let outcome = lines.next().and_then(parse);
        outcome.ok_or_else(|| GeneratedError::NoOutcome { document: path.clone() })
    };
    paths.iter().map(outcome).collect()
}

/// Reads one line of the program.
fn parse(line: &str) -> Option<Outcome> {
    let mut fields = line.splitn(5, '\t');
    match fields.next()? {
        "written" => Some(Outcome::Written(PathBuf::from(fields.next()?))),
        "broken" => Some(Outcome::Broken(fields.next()?.to_owned())),
        "refused" => Some(Outcome::Refused(ReaderRefusal {
            code: fields.next()?.to_owned(),
            line: fields.next()?.parse().ok()?,
            column: fields.next()?.parse().ok()?,
            message: fields.next()?.to_owned(),
        })),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_program_is_an_outcome() {
        assert_eq!(parse("written\t/a/1.xml"), Some(Outcome::Written("/a/1.xml".into())));
        assert_eq!(parse("broken\tx"), Some(Outcome::Broken("x".to_owned())));
        let refusal = ReaderRefusal {
            code: "XS0101".to_owned(),
            line: 3,
            column: 7,
            message: "m".to_owned(),
        };
        assert_eq!(parse("refused\tXS0101\t3\t7\tm"), Some(Outcome::Refused(refusal)));
        assert_eq!(parse("refused\tXS0101\tx\t7\tm"), None);
        assert_eq!(parse(""), None);
    }
}
