//! The published messages: valid ones survive the round trip, the others are refused for their reason at their place.

use super::{Acceptance, Complaints};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    corpus::{Corpus, Expected, Instance},
    generated::{Outcome, ReaderRefusal},
    oracle::{Oracle, SchemaEntry, Verdict, Xmllint},
};

/// Of a reference without a target.
const DANGLING_REFERENCE: &str = "XD0102";
/// Of a root element that the schema does not know.
const UNKNOWN_ROOT: &str = "XS0103";

impl Acceptance {
    /// Checks every published message of the set; answers how many there are.
    pub(crate) fn check_instances(&self, corpus: &Corpus, complaints: &mut Complaints) -> usize {
        let instances = corpus.instances().unwrap();
        let documents: Vec<&Path> = instances.iter().map(|instance| instance.path.as_path()).collect();
        let outcomes = self.read("instances", &documents);
        let mut written: BTreeMap<&str, Vec<PathBuf>> = BTreeMap::new();
        for (instance, outcome) in instances.iter().zip(outcomes) {
            let document = instance.path.display();
            match (instance.expected, outcome) {
                (Expected::Valid, Outcome::Written(copy)) => {
                    for difference in self.compare(&instance.path, &copy, complaints) {
                        println!("{document}: other notation, {difference}");
                    }
                    written.entry(&instance.entry_schema).or_default().push(copy);
                }
                (Expected::Valid, other) => complaints.require(false, || format!("{document} is valid: {other:?}")),
                (_, Outcome::Refused(refusal)) => self.check_refusal(corpus, instance, &refusal, complaints),
                (expected, other) => complaints.require(false, || format!("{document}: {expected:?}, but {other:?}")),
            }
        }
        for (entry_schema, copies) in written {
            self.judge(&corpus.entry(entry_schema), &copies, complaints);
        }
        instances.len()
    }

    /// The refusal must have the right reason, and the line that Xerces tells.
    fn check_refusal(
        &self,
        corpus: &Corpus,
        instance: &Instance,
        refusal: &ReaderRefusal,
        complaints: &mut Complaints,
    ) {
        let document = instance.path.display();
        let ReaderRefusal {
            code, line, message, ..
        } = refusal;
        match instance.expected {
            Expected::UnknownRoot => {
                complaints.require(code == UNKNOWN_ROOT, || {
                    format!("{document}: unknown root, but {message}")
                });
            }
            Expected::DanglingReference => {
                complaints.require(code == DANGLING_REFERENCE, || {
                    format!("{document}: only a reference has no target, but {message}")
                });
            }
            Expected::Invalid => {
                let expected = self.refusals(&corpus.entry(&instance.entry_schema), &[&instance.path]);
                let same_line = matches!(expected.as_slice(), [Some(refusal)] if refusal.line == *line);
                complaints.require(same_line, || {
                    format!("{document}: refused at {line} ({message}), but Xerces says {expected:?}")
                });
            }
            Expected::Valid => complaints.require(false, || format!("{document} is valid, but {message}")),
        }
    }

    /// What was written must be valid for both judges.
    fn judge(&self, entry: &SchemaEntry, copies: &[PathBuf], complaints: &mut Complaints) {
        let documents: Vec<&Path> = copies.iter().map(PathBuf::as_path).collect();
        let judges: [&dyn Oracle; 2] = [&Xmllint, &self.xerces];
        for judge in judges {
            let verdicts = judge.verdicts(entry, &documents).unwrap();
            require_all_valid(judge.name(), &documents, &verdicts, complaints);
        }
    }
}

/// What was written must be valid for this judge.
pub(super) fn require_all_valid(judge: &str, written: &[&Path], verdicts: &[Verdict], complaints: &mut Complaints) {
    for (document, verdict) in written.iter().zip(verdicts) {
        complaints.require(verdict.is_ok(), || {
            format!("{} was written and {judge} says {verdict:?}", document.display())
        });
    }
}
