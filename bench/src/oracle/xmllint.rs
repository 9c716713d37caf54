//! libxml2, by its program `xmllint`.

use super::{Oracle, OracleError, Refusal, SchemaEntry, Verdict};
use std::{
    collections::HashMap,
    path::Path,
    process::{Command, Output},
};

const PROGRAM: &str = "xmllint";

/// `xmllint` stops with one of these when a document is not well-formed or not valid; others mean a failure of its own.
const DOCUMENT_REFUSED: [i32; 4] = [0, 1, 3, 4];

/// As many documents as fit a command line everywhere.
const BATCH: usize = 200;

/// The validator of libxml2.
#[derive(Debug, Default)]
pub struct Xmllint;

impl Xmllint {
    /// Its name as a judge.
    pub const NAME: &'static str = "libxml2";
}

impl Oracle for Xmllint {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn verdicts(&self, entry: &SchemaEntry, documents: &[&Path]) -> Result<Vec<Verdict>, OracleError> {
        let mut verdicts = Vec::with_capacity(documents.len());
        for batch in documents.chunks(BATCH) {
            let output = run(entry, batch)?;
            let said = String::from_utf8_lossy(&output.stderr);
            if !output
                .status
                .code()
                .is_some_and(|code| DOCUMENT_REFUSED.contains(&code))
            {
                return Err(OracleError::failed(PROGRAM, &output));
            }
            for verdict in parse(&said, batch) {
                verdicts.push(verdict?);
            }
        }
        Ok(verdicts)
    }
}

fn run(entry: &SchemaEntry, documents: &[&Path]) -> Result<Output, OracleError> {
    let mut command = Command::new(PROGRAM);
    command.args(["--noout", "--nonet", "--schema"]).arg(&entry.schema);
    if let Some(catalog) = &entry.catalog {
        // The variable holds a list of URIs separated by white space.
        let uri = catalog.display().to_string().replace(' ', "%20");
        command.env("XML_CATALOG_FILES", uri);
    }
    let output = command.args(documents).output();
    output.map_err(|source| OracleError::Start {
        program: PROGRAM,
        source,
    })
}

/// Reads lines like `file.xml:12: element a: Schemas validity error : Element 'a': …` and `file.xml validates`.
fn parse(said: &str, documents: &[&Path]) -> Vec<Result<Verdict, OracleError>> {
    let mut first_errors: HashMap<&str, Refusal> = HashMap::new();
    let mut valid = Vec::new();
    for line in said.lines() {
        if let Some(document) = line.strip_suffix(" validates") {
            valid.push(document);
        } else if let Some((document, refusal)) = refusal(line) {
            first_errors.entry(document).or_insert(refusal);
        }
    }
    let verdict = |document: &&Path| {
        let name = document.display().to_string();
        match first_errors.remove(name.as_str()) {
            Some(refusal) => Ok(Err(refusal)),
            None if valid.contains(&name.as_str()) => Ok(Ok(())),
            None => Err(OracleError::NoVerdict {
                program: PROGRAM,
                document: name,
            }),
        }
    };
    documents.iter().map(verdict).collect()
}

/// The document and the error that a line tells; warnings and quoted source lines are none.
fn refusal(line: &str) -> Option<(&str, Refusal)> {
    let error = line.find(" error : ")?;
    let place = line[..error].split(": ").next()?;
    let (document, number) = place.rsplit_once(':')?;
    let refusal = Refusal {
        line: number.parse().ok()?,
        column: None,
        rule: String::new(),
        message: line[error + " error : ".len()..].to_owned(),
    };
    Some((document, refusal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_error_of_each_document_counts() {
        let said = "\
a.xml:3: element b: Schemas validity error : Element 'b': This element is not expected.
a.xml:9: element c: Schemas validity error : Element 'c': No.
a.xml fails to validate
b.xml validates
c.xml:1: namespace error : Namespace prefix p on a is not defined
<p:a/>
    ^
c.xml:2: parser error : Extra content at the end of the document
";
        let documents = ["a.xml", "b.xml", "c.xml", "d.xml"].map(Path::new);
        let verdicts = parse(said, &documents);
        assert_eq!(verdicts[0].as_ref().unwrap().as_ref().unwrap_err().line, 3);
        assert_eq!(verdicts[1].as_ref().unwrap(), &Ok(()));
        assert_eq!(verdicts[2].as_ref().unwrap().as_ref().unwrap_err().line, 1);
        assert!(matches!(verdicts[3], Err(OracleError::NoVerdict { .. })));
    }
}
