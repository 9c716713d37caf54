//! Other validators as judges: libxml2 and Xerces.
//!
//! Both are programs installed on the machine; nothing is fetched. libxml2 does not check `xs:ID`/`xs:IDREF` and treats
//! white space wrongly in some facets, so where the two differ Xerces is right.

mod error;
mod xerces;
mod xmllint;

pub use error::OracleError;
pub use xerces::Xerces;
pub use xmllint::Xmllint;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The schema that documents are checked against.
#[derive(Clone, Debug)]
pub struct SchemaEntry {
    /// The schema document to begin with.
    pub schema: PathBuf,
    /// The OASIS catalog that maps URLs to local files.
    pub catalog: Option<PathBuf>,
}

/// The first error that a validator reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1, where the validator tells it.
    pub column: Option<u32>,
    /// The rule by its name in XML Schema part 1 (`cvc-elt.1`), where the validator tells it.
    pub rule: String,
    /// The validator's words.
    pub message: String,
}

/// What a validator says of one document: nothing (it is valid) or its first error.
pub type Verdict = Result<(), Refusal>;

/// A validator for XML Schema 1.0.
pub trait Oracle {
    /// Its name, for reports.
    fn name(&self) -> &'static str;

    /// The verdicts on these documents, in their order.
    fn verdicts(&self, entry: &SchemaEntry, documents: &[&Path]) -> Result<Vec<Verdict>, OracleError>;
}

/// Whether a program that judges is there, which is said on standard error if not.
///
/// # Panics
///
/// With `CI=true`, when it is absent: a build server cannot pass without it.
#[expect(clippy::print_stderr, reason = "a skipped test must say so")]
pub fn is_installed(program: &str) -> bool {
    let installed = Command::new(program).arg("-version").output().is_ok();
    let required = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(
        installed || !required,
        "{program} is not installed, and CI=true forbids skipping"
    );
    if !installed {
        eprintln!("skipped: {program} is not installed");
    }
    installed
}
