//! Documents of two and three faults.

use super::Set;
use std::{collections::BTreeMap, fmt, fs};
use xsozial_bench::faults::{Change, Combined, combine};
use xsozial_schema::Code;

/// A change that gives one finding.
struct Fault {
    mutation: String,
    change: Change,
    code: Code,
    offset: usize,
}

/// A message, where it is at hand unchanged, and what became of it by each change.
#[derive(Default)]
struct Changed<'m> {
    original: Option<String>,
    mutants: Vec<(&'m str, String)>,
}

/// What was counted.
#[derive(Default)]
pub(crate) struct Several {
    pub(crate) documents: usize,
    exact: usize,
    one_extra: usize,
    pub(crate) overlooked: Vec<String>,
}

impl Several {
    pub(crate) fn at_most_one_extra(&self) -> usize {
        self.exact + self.one_extra
    }

    #[expect(clippy::cast_precision_loss, reason = "a share needs no precision")]
    pub(crate) fn share(&self, count: impl Fn(&Self) -> usize) -> f64 {
        count(self) as f64 / self.documents as f64
    }
}

impl fmt::Display for Several {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} documents, {} with exactly these findings, {} with one more; {} with a fault overlooked",
            self.documents,
            self.exact,
            self.one_extra,
            self.overlooked.len()
        )
    }
}

impl Set {
    /// Combines the changes of each message: neighbours in a fixed shuffled order, so that all take part.
    pub(crate) fn check_several_faults(&self, number: usize) -> Several {
        let mut several = Several::default();
        for (original, faults) in self.faults() {
            for stride in [1, 2, 3, 5, 7, 11] {
                for first in 0..faults.len() {
                    let chosen: Vec<&Fault> = (0..number)
                        .map(|step| &faults[(first + step * stride) % faults.len()])
                        .collect();
                    let changes: Vec<&Change> = chosen.iter().map(|fault| &fault.change).collect();
                    if let Some(combined) = combine(&original, &changes) {
                        self.check_combined(&combined, &chosen, &mut several);
                    }
                }
            }
        }
        several
    }

    /// The faults of each message that has no fault itself.
    fn faults(&self) -> Vec<(String, Vec<Fault>)> {
        let mut by_message: BTreeMap<&str, Changed<'_>> = BTreeMap::new();
        for mutant in &self.mutants {
            let text = fs::read_to_string(&mutant.path).unwrap();
            let entry = by_message.entry(&mutant.from).or_default();
            match mutant.mutation.as_str() {
                "unchanged" => entry.original = Some(text),
                mutation if !mutant.valid && !mutation.starts_with("move") => entry.mutants.push((mutation, text)),
                _ => {}
            }
        }
        let with_original = by_message
            .into_values()
            .filter_map(|changed| Some((changed.original?, changed.mutants)));
        with_original
            .map(|(original, changed)| {
                let faults = changed
                    .iter()
                    .filter_map(|(mutation, text)| self.fault(&original, mutation, text));
                let faults = faults.collect();
                (original, faults)
            })
            .collect()
    }

    fn fault(&self, original: &str, mutation: &str, text: &str) -> Option<Fault> {
        let report = self.validator.report(text.as_bytes());
        let [finding] = report.findings.as_slice() else {
            return None;
        };
        Some(Fault {
            mutation: mutation.to_owned(),
            change: Change::between(original, text)?,
            code: finding.code(),
            offset: usize::try_from(finding.position()?.offset).ok()?,
        })
    }

    fn check_combined(&self, combined: &Combined, chosen: &[&Fault], several: &mut Several) {
        let mut findings: Vec<(Code, usize)> = self
            .validator
            .report(combined.text.as_bytes())
            .findings
            .iter()
            .map(|finding| {
                let offset = finding.position().map_or(0, |position| position.offset);
                (finding.code(), usize::try_from(offset).unwrap())
            })
            .collect();
        several.documents += 1;
        let mut overlooked = Vec::new();
        for (number, fault) in chosen.iter().enumerate() {
            let wanted = (fault.code, combined.locate(number, fault.offset));
            match findings.iter().position(|found| *found == wanted) {
                Some(place) => {
                    findings.swap_remove(place);
                }
                None => overlooked.push((&fault.mutation, wanted)),
            }
        }
        if !overlooked.is_empty() {
            let names: Vec<&str> = chosen.iter().map(|fault| fault.mutation.as_str()).collect();
            several.overlooked.push(format!(
                "{names:?}: not found {overlooked:?}, found besides {findings:?}"
            ));
            if std::env::var_os("VERBOSE").is_some() {
                fs::write(
                    format!("/tmp/overlooked-{}.xml", several.overlooked.len()),
                    &combined.text,
                )
                .unwrap();
            }
        }
        several.exact += usize::from(findings.is_empty());
        several.one_extra += usize::from(findings.len() == 1);
    }
}
