//! Documents of one fault.

use super::Set;
use std::{collections::BTreeMap, fmt, fs};
use xsozial_bench::{corpus::Mutant, faults::first_difference};

/// What was counted.
#[derive(Default)]
pub(crate) struct Tally {
    documents: usize,
    pub(crate) wrong_verdicts: Vec<String>,
    /// Invalid documents that have one fault.
    faulty: usize,
    single: usize,
    placed: usize,
    /// For each kind of change: documents, with one finding, in place.
    kinds: BTreeMap<String, [usize; 3]>,
}

impl Tally {
    pub(crate) fn single(&self) -> usize {
        self.single
    }

    pub(crate) fn placed(&self) -> usize {
        self.placed
    }

    #[expect(clippy::cast_precision_loss, reason = "a share needs no precision")]
    pub(crate) fn share(&self, count: impl Fn(&Self) -> usize) -> f64 {
        count(self) as f64 / self.faulty as f64
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} documents, {} wrong verdicts; of {} with one fault {} have one finding, {} in its place; {:?}",
            self.documents,
            self.wrong_verdicts.len(),
            self.faulty,
            self.single,
            self.placed,
            self.kinds
        )
    }
}

impl Set {
    pub(crate) fn check_single_faults(&self) -> Tally {
        let mut tally = Tally::default();
        for mutant in &self.mutants {
            self.check(mutant, &mut tally);
        }
        tally
    }

    fn check(&self, mutant: &Mutant, tally: &mut Tally) {
        let document = fs::read_to_string(&mutant.path).unwrap();
        let report = self.validator.report(document.as_bytes());
        tally.documents += 1;
        if report.valid() != Some(mutant.valid) {
            tally.wrong_verdicts.push(format!(
                "{} ({}): {:?}",
                mutant.path.display(),
                mutant.mutation,
                report.findings
            ));
        }
        // A moved element changes two places.
        if mutant.valid || mutant.mutation.starts_with("move") {
            return;
        }
        let original = &self.originals[&mutant.from];
        let difference = first_difference(&original.text, &document).unwrap();
        let findings = original.new_findings(report);
        let is_single = findings.len() == 1;
        let is_placed = is_single
            && findings[0].position().is_some_and(|position| {
                let offset = usize::try_from(position.offset).unwrap();
                (difference.range.start..=difference.range.end).contains(&offset)
            });
        tally.faulty += 1;
        tally.single += usize::from(is_single);
        tally.placed += usize::from(is_placed);
        let kind = mutant.mutation.split(' ').next().unwrap_or_default().to_owned();
        let counts = tally.kinds.entry(kind).or_default();
        counts[0] += 1;
        counts[1] += usize::from(is_single);
        counts[2] += usize::from(is_placed);
        if !is_placed && std::env::var_os("VERBOSE").is_some() {
            println!("{} ({}): {:#?}", mutant.path.display(), mutant.mutation, findings);
        }
    }
}
