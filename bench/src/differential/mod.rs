//! What ours, libxml2 and Xerces say of the same documents, and where they disagree.

use crate::oracle::{Oracle, OracleError, SchemaEntry, Verdict, Xerces, Xmllint};
use std::{
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};
use xsozial_schema::{
    Schema,
    xsd::{Sources, XsdError},
};
use xsozial_validate::Validator;

/// Documents could not be compared.
#[derive(Debug, thiserror::Error)]
pub enum DifferentialError {
    /// Ours cannot load the schema.
    #[error("the schema: {0}")]
    Schema(#[from] XsdError),
    /// A document or folder cannot be read.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// One document and what each says of it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The document.
    pub document: PathBuf,
    /// Our first finding; `None`: valid.
    pub ours: Option<String>,
    /// What each judge says, with its name.
    pub judges: Vec<(&'static str, Verdict)>,
}

impl Judged {
    /// Whether somebody sees it differently from somebody else.
    pub fn is_disputed(&self) -> bool {
        let ours = self.ours.is_none();
        self.judges.iter().any(|(_, verdict)| verdict.is_ok() != ours)
    }

    /// One line for people, by tabs: the document, then each verdict with its reason.
    pub fn describe(&self) -> String {
        let ours = self.ours.as_deref().unwrap_or("valid");
        let mut line = format!("{}\tours: {ours}", self.document.display());
        for (name, verdict) in &self.judges {
            // Writing to a String cannot fail.
            let _ = match verdict {
                Ok(()) => write!(line, "\t{name}: valid"),
                Err(refusal) => write!(line, "\t{name}: {}: {}", refusal.line, refusal.message),
            };
        }
        line
    }
}

/// Every `*.xml` below a folder, sorted; a file stands for itself.
pub fn documents(path: &Path) -> Result<Vec<PathBuf>, DifferentialError> {
    if !fs::metadata(path).map_err(failed(path))?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(failed(path))? {
        let path = entry.map_err(failed(path))?.path();
        if path.is_dir() {
            found.extend(documents(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "xml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// What was said of all documents.
#[derive(Debug)]
pub struct Judgement {
    /// One for each document, in the order given.
    pub documents: Vec<Judged>,
    /// The judges that could not do their work, because they are not installed or cannot load the schema, and why.
    pub absent: Vec<(&'static str, OracleError)>,
}

/// Lets all three judge the documents. `work` is a folder for what the judges need.
pub fn judge(entry: &SchemaEntry, documents: &[PathBuf], work: &Path) -> Result<Judgement, DifferentialError> {
    let mut sources = Sources::new().schema(&entry.schema);
    if let Some(catalog) = &entry.catalog {
        sources = sources.catalog(catalog);
    }
    let validator = Validator::new(Schema::compile(sources)?);
    let paths: Vec<&Path> = documents.iter().map(PathBuf::as_path).collect();
    let said = [
        (Xmllint::NAME, Xmllint.verdicts(entry, &paths)),
        (
            Xerces::NAME,
            Xerces::compile(work).and_then(|xerces| xerces.verdicts(entry, &paths)),
        ),
    ];
    let (mut verdicts, mut absent) = (Vec::new(), Vec::new());
    for (name, said) in said {
        match said {
            Ok(said) => verdicts.push((name, said.into_iter())),
            Err(error) => absent.push((name, error)),
        }
    }
    let mut all = Vec::new();
    for document in documents {
        let bytes = fs::read(document).map_err(failed(document))?;
        let said = verdicts
            .iter_mut()
            .filter_map(|(name, verdicts)| Some((*name, verdicts.next()?)));
        all.push(Judged {
            document: document.clone(),
            ours: validator.first_finding(&bytes).map(|finding| finding.to_string()),
            judges: said.collect(),
        });
    }
    Ok(Judgement { documents: all, absent })
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> DifferentialError {
    let path = path.to_owned();
    |source| DifferentialError::File { path, source }
}
