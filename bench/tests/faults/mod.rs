//! The checks on one schema set.

mod disagreements;
mod fields;
mod several;
mod single;

pub(crate) use several::Several;
pub(crate) use single::Tally;

use std::{collections::HashMap, fs, path::Path};
use xsozial_bench::corpus::{Corpus, Mutant};
use xsozial_schema::{Code, Schema, xsd::Sources};
use xsozial_validate::{Finding, Report, Validator};

/// A set whose schema is compiled, with its documents of one fault.
pub(crate) struct Set {
    pub(crate) corpus: Corpus,
    pub(crate) validator: Validator,
    pub(crate) mutants: Vec<Mutant>,
    /// The messages that these were made from, by their names.
    pub(crate) originals: HashMap<String, Original>,
}

/// A published message.
pub(crate) struct Original {
    pub(crate) text: String,
    /// What is wrong with it already (references without target): code and path.
    faults: Vec<(Code, String)>,
}

impl Original {
    fn read(path: &Path, validator: &Validator) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let findings = validator.report(text.as_bytes()).findings;
        Self {
            text,
            faults: findings.iter().map(|it| (it.code(), it.path().to_owned())).collect(),
        }
    }

    /// The findings that the message itself does not give.
    pub(crate) fn new_findings(&self, report: Report) -> Vec<Finding> {
        let mut known = self.faults.clone();
        let mut is_new = |finding: &Finding| {
            let place = known
                .iter()
                .position(|(code, path)| *code == finding.code() && path == finding.path());
            place.map(|place| known.swap_remove(place)).is_none()
        };
        report.findings.into_iter().filter(|finding| is_new(finding)).collect()
    }
}

impl Set {
    pub(crate) fn load(shared: &Path, name: &str) -> Self {
        let corpus = Corpus::new(shared, name);
        let sources = Sources::new().schema(corpus.schemas()).catalog(corpus.catalog());
        let mutants = corpus.mutants().unwrap();
        let validator = Validator::new(Schema::compile(sources).unwrap());
        let mut originals = HashMap::new();
        for mutant in &mutants {
            let path = corpus.folder.join("instances").join(&mutant.from);
            let original = originals
                .entry(mutant.from.clone())
                .or_insert_with(|| Original::read(&path, &validator));
            // Written like the documents of one fault, where that is at hand.
            if mutant.mutation == "unchanged" {
                *original = Original::read(&mutant.path, &validator);
            }
        }
        Self {
            corpus,
            validator,
            mutants,
            originals,
        }
    }
}
