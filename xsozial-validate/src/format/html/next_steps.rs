//! What is to be done, from what was found.

use crate::{
    Report,
    explain::{Explanation, Party},
    format::{
        Summary,
        basis::Bases,
        words::{Count, choose},
    },
    intake::{Advice, Recommendation, sentence},
};
use std::collections::{BTreeMap, BTreeSet};
use xsozial_schema::{Code, Language, Severity};

/// Who has something to mend, the likeliest of each code.
const PARTIES: [Party; 4] = [Party::Sender, Party::Manufacturer, Party::Transport, Party::Recipient];

/// What is to be done, from what was found.
#[derive(Default)]
pub(super) struct NextSteps {
    /// For each of [`PARTIES`] how many errors it usually mends, and their codes.
    to_mend: [(usize, BTreeSet<Code>); 4],
    /// How many mandatory elements or attributes are missing, or fields that a profile asks for.
    missing: usize,
    unreadable: usize,
    without_schema: usize,
    /// How many documents each advice is given for, and whether for such as could not be checked.
    advice: BTreeMap<(Advice, bool), usize>,
}

impl NextSteps {
    /// Takes note of one more report.
    pub(super) fn add(&mut self, report: &Report) {
        let recommendation = Recommendation::of(report);
        let advice = (recommendation.advice, recommendation.is_unchecked());
        *self.advice.entry(advice).or_default() += 1;
        for finding in &report.findings {
            let code = finding.code();
            self.missing += usize::from(is_missing(code));
            match code {
                Code::Unreadable | Code::Internal => self.unreadable += 1,
                Code::NoSchema => self.without_schema += 1,
                _ if finding.severity() == Severity::Error => self.add_error(code),
                _ => {}
            }
        }
    }

    fn add_error(&mut self, code: Code) {
        let likeliest = Explanation::of(code).and_then(|explanation| explanation.mended_by.first());
        let place = PARTIES.iter().position(|party| Some(party) == likeliest);
        if let Some((number, codes)) = place.and_then(|place| self.to_mend.get_mut(place)) {
            *number += 1;
            codes.insert(code);
        }
    }

    /// Whether anything is missing, as far as that was checked.
    pub(super) fn completeness(&self, bases: &Bases, summary: &Summary, language: Language) -> String {
        let has_profile = bases.iter().any(|checked| !checked.profiles.is_empty());
        let missing = self.missing;
        let found = match (missing, language) {
            _ if bases.iter().next().is_none() || summary.documents == summary.unchecked => {
                return choose(language, "nicht geprüft", "not checked").to_owned();
            }
            (0, Language::German) => "Es fehlt keine Angabe, die das Schema verlangt".to_owned(),
            (0, Language::English) => "Nothing is missing that the schema asks for".to_owned(),
            (1, Language::German) => "Es fehlt 1 Angabe".to_owned(),
            (_, Language::German) => format!("Es fehlen {missing} Angaben"),
            (1, Language::English) => "1 thing is missing".to_owned(),
            (_, Language::English) => format!("{missing} things are missing"),
        };
        let limit = match (has_profile, language) {
            (true, _) => ".",
            (false, Language::German) => {
                "; was die Leistung darüber hinaus braucht, wurde nicht geprüft, denn es war kein Profil angegeben."
            }
            (false, Language::English) => {
                "; what the benefit needs beyond it was not checked, for no profile was named."
            }
        };
        found + limit
    }

    /// What is suggested, and that a person decides. Nothing where all can be accepted.
    fn advice_lines(&self, summary: &Summary, language: Language) -> Vec<String> {
        let is_for_people = |&((advice, _), _): &(&(Advice, bool), &usize)| *advice != Advice::Accept;
        let mut lines: Vec<String> = (self.advice.iter().rev())
            .filter(is_for_people)
            .map(|(&(advice, is_unchecked), &number)| {
                let sentence = sentence(advice, is_unchecked, language);
                if summary.documents == 1 {
                    return sentence.to_owned();
                }
                format!("{}: {sentence}", Count::of_documents(number, language))
            })
            .collect();
        if !lines.is_empty() {
            lines.push(Advice::who_decides(language).to_owned());
        }
        lines
    }

    /// One line for each step.
    pub(super) fn lines(&self, summary: &Summary, language: Language) -> Vec<String> {
        let mut lines = self.advice_lines(summary, language);
        for (party, (number, codes)) in PARTIES.iter().zip(&self.to_mend) {
            if *number > 0 {
                let codes: Vec<&str> = codes.iter().map(|code| code.as_str()).collect();
                let (name, codes) = (party.name(language), codes.join(", "));
                let errors = Count::of_severity(*number, Severity::Error, language);
                lines.push(match language {
                    Language::German => format!("{name}: {errors} beheben ({codes})."),
                    Language::English => format!("{name}: mend {errors} ({codes})."),
                });
            }
        }
        for (number, german, english) in [
            (
                self.unreadable,
                "nicht lesbar: Pfad und Leserechte prüfen, dann noch einmal prüfen lassen.",
                "unreadable: see to path and permissions, and check again.",
            ),
            (
                self.without_schema,
                "ohne Schema: das Schema des Standards mit --schema angeben, dann noch einmal prüfen lassen.",
                "without a schema: name that of the standard with --schema, and check again.",
            ),
        ] {
            if number > 0 {
                let documents = Count::of_documents(number, language);
                lines.push(format!("{documents} {}", choose(language, german, english)));
            }
        }
        if [Severity::Warning, Severity::Info]
            .iter()
            .any(|&severity| summary.count(severity) > 0)
        {
            let text = choose(
                language,
                "Warnungen und Hinweise ansehen; sie machen ein Dokument nicht ungültig.",
                "Look at warnings and notes; they do not make a document invalid.",
            );
            lines.push(text.to_owned());
        }
        if lines.is_empty() {
            lines.push(choose(language, "Es ist nichts zu tun.", "There is nothing to be done.").to_owned());
        }
        lines
    }
}

fn is_missing(code: Code) -> bool {
    matches!(code, Code::ElementMissing | Code::AttributeMissing) || code.as_str().starts_with("XP")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Finding;
    use xsozial_schema::Fault;

    fn steps(codes: &[Code], language: Language) -> Vec<String> {
        let report = Report {
            findings: codes.iter().map(|&code| Finding::error(Fault::new(code))).collect(),
            is_checked: true,
            ..Report::default()
        };
        let mut summary = Summary::default();
        summary.add(&report);
        let mut next_steps = NextSteps::default();
        next_steps.add(&report);
        next_steps.lines(&summary, language)
    }

    #[test]
    fn without_findings_there_is_nothing_to_do() {
        assert_eq!(steps(&[], Language::German), ["Es ist nichts zu tun."]);
    }

    #[test]
    fn every_party_is_told_what_it_usually_mends_and_a_person_decides() {
        for language in [Language::German, Language::English] {
            let lines = steps(Code::ALL, language);
            let named: usize = PARTIES
                .iter()
                .filter(|party| lines.iter().any(|line| line.starts_with(party.name(language))))
                .count();
            assert!(named >= 2, "{lines:?}");
            assert!(lines.contains(&Advice::who_decides(language).to_owned()), "{lines:?}");
        }
    }
}
