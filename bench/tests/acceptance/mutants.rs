//! The documents of one fault each: the reader's verdict is the recorded one, and its error is the engine's first finding.

use super::{Acceptance, Complaints};
use std::{collections::BTreeMap, fmt, fs, path::Path};
use xsozial_bench::{
    corpus::{Corpus, Mutant},
    generated::Outcome,
    oracle::Refusal,
};

/// How often the reader and Xerces tell the same line.
#[derive(Default)]
pub(crate) struct Lines {
    same: usize,
    refused: usize,
    /// All documents, valid ones too.
    pub(crate) documents: usize,
    /// For each rule, as Xerces names it, how often the lines differ.
    differing: BTreeMap<String, usize>,
}

impl Lines {
    fn count(&mut self, line: u32, xerces: Option<&Refusal>) {
        let same = xerces.is_some_and(|refusal| refusal.line == line);
        self.refused += 1;
        self.same += usize::from(same);
        if !same {
            let rule = xerces.map_or_else(String::new, |refusal| refusal.rule.clone());
            *self.differing.entry(rule).or_default() += 1;
        }
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            same,
            refused,
            documents,
            differing,
        } = self;
        write!(
            formatter,
            "{documents} documents of one fault, {same} of {refused} refusals at Xerces' line; elsewhere: {differing:?}"
        )
    }
}

impl Acceptance {
    /// Checks every document of one fault; gives the count of equal lines.
    pub(crate) fn check_mutants(&self, corpus: &Corpus, complaints: &mut Complaints) -> Lines {
        let mut groups: BTreeMap<String, Vec<Mutant>> = BTreeMap::new();
        for mutant in corpus.mutants().unwrap() {
            groups.entry(mutant.entry_schema.clone()).or_default().push(mutant);
        }
        let mut lines = Lines::default();
        for (entry_schema, mutants) in groups {
            let documents: Vec<&Path> = mutants.iter().map(|mutant| mutant.path.as_path()).collect();
            lines.documents += documents.len();
            let outcomes = self.read("mutants", &documents);
            let refusals = self.refusals(&corpus.entry(&entry_schema), &documents);
            for ((mutant, outcome), xerces) in mutants.iter().zip(outcomes).zip(&refusals) {
                let document = mutant.path.display();
                match (mutant.valid, outcome) {
                    (true, Outcome::Written(copy)) => _ = self.compare(&mutant.path, &copy, complaints),
                    (false, Outcome::Refused(refusal)) => {
                        lines.count(refusal.line, xerces.as_ref());
                        let found = self.validator.first_finding(&fs::read(&mutant.path).unwrap());
                        let found = found.map_or(String::new(), |finding| finding.code().to_string());
                        complaints.require(found == refusal.code, || {
                            format!("{document}: the reader says {}, the engine {found}", refusal.code)
                        });
                    }
                    (valid, outcome) => {
                        let verdict = if valid { "valid" } else { "invalid" };
                        complaints.require(false, || {
                            format!("{document} ({}) is {verdict}: {outcome:?}", mutant.mutation)
                        });
                    }
                }
            }
        }
        lines
    }
}
