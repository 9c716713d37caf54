//! What a person might do about a document.

use super::RejectionClass;
use crate::{Finding, Report, finding::RuleKind};
use std::fmt;
use xsozial_schema::{Code, Language, Severity};

/// What a person might do. It is no verdict: [`Report::valid`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// Take it as it is (annehmen).
    Accept,
    /// Take it, and ask for what is missing (nachfordern).
    AskForMore,
    /// Have somebody look at it (prüfen).
    Review,
    /// Send it back, for nothing can be made of it (zurückweisen).
    Reject,
}

impl Advice {
    /// The stable name, as it stands in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "annehmen",
            Self::AskForMore => "nachfordern",
            Self::Review => "prüfen",
            Self::Reject => "zurückweisen",
        }
    }

    /// The advice in a sentence, which leaves the decision to a person.
    pub const fn sentence(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Accept, Language::German) => "Vorschlag: annehmen. Es ist nichts aufgefallen, was dagegen spricht.",
            (Self::Accept, Language::English) => "Suggestion: accept. Nothing was noticed that speaks against it.",
            (Self::AskForMore, Language::German) => {
                "Vorschlag: annehmen und fehlende Angaben nachfordern (§ 16 Absatz 3 SGB I)."
            }
            (Self::AskForMore, Language::English) => {
                "Suggestion: accept, and ask for what is missing (section 16 (3) SGB I)."
            }
            (Self::Review, Language::German) => {
                "Vorschlag: von Hand prüfen. Was angekommen ist, ist lesbar, hält aber nicht alle Regeln ein."
            }
            (Self::Review, Language::English) => {
                "Suggestion: have it looked at. What arrived can be read, but does not keep all rules."
            }
            (Self::Reject, Language::German) => {
                "Vorschlag: beim Absender eine lesbare Fassung anfordern und diese zurückweisen. Vorher muss jemand ansehen, was angekommen ist."
            }
            (Self::Reject, Language::English) => {
                "Suggestion: ask the sender for a readable copy and reject this one. Somebody must look at what did arrive before that."
            }
        }
    }

    /// Who decides.
    pub const fn who_decides(language: Language) -> &'static str {
        match language {
            Language::German => {
                "Die Entscheidung trifft ein Mensch. Der Tag des Eingangs bleibt auch bei Mängeln der Form zu beachten."
            }
            Language::English => "A person decides. The day of receipt matters even where the form has defects.",
        }
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// Why something is recommended: findings of one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The code.
    pub code: Code,
    /// How many findings have it.
    pub findings: usize,
    /// What these findings alone would lead to.
    pub advice: Advice,
}

impl Reason {
    /// The reason for people.
    pub fn message(&self, language: Language) -> String {
        let title = self.code.title(language);
        match self.findings {
            1 => format!("{title} ({})", self.code),
            number => format!("{title} ({}, {number} ×)", self.code),
        }
    }
}

/// What a person might do about a document, with reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// What to do.
    pub advice: Advice,
    /// Why: the codes that lead to it, those that weigh most first. Empty for [`Advice::Accept`].
    pub reasons: Vec<Reason>,
}

impl Recommendation {
    /// What this report suggests.
    ///
    /// | what was found | advice |
    /// |---|---|
    /// | no XML, or no message that the schema knows | reject |
    /// | any other error, also a schema that is not at hand; warnings about codes and rules | review |
    /// | mandatory fields of a profile that are missing, and nothing worse | ask for more |
    /// | nothing but remarks for information, and code lists that are not at hand | accept |
    ///
    /// Rules in prose (XR) and profiles (XP) never lead to a rejection, whatever their severity. What is due to this program or to
    /// its limits is for review, for it is not the sender's fault.
    pub fn of(report: &Report) -> Self {
        let mut reasons: Vec<Reason> = Vec::new();
        for finding in &report.findings {
            let Some(advice) = advice_of(finding) else { continue };
            match reasons.iter_mut().find(|reason| reason.code == finding.code()) {
                Some(reason) => {
                    reason.findings += 1;
                    reason.advice = reason.advice.max(advice);
                }
                None => reasons.push(Reason {
                    code: finding.code(),
                    findings: 1,
                    advice,
                }),
            }
        }
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.advice));
        let worst = reasons.first().map_or(Advice::Accept, |reason| reason.advice);
        let is_unknown = report.omitted > 0 || report.known_errors > 0 || !report.is_checked;
        Self {
            advice: if is_unknown { worst.max(Advice::Review) } else { worst },
            reasons,
        }
    }
}

impl Recommendation {
    /// The advice in a sentence, which leaves the decision to a person. Of a document that could not be checked it does not say what
    /// [`Advice::sentence`] says of one that was: that it can be read.
    pub fn sentence(&self, language: Language) -> &'static str {
        sentence(self.advice, self.is_unchecked(), language)
    }

    /// Whether a reason lies in what keeps a document from being checked.
    pub(crate) fn is_unchecked(&self) -> bool {
        self.reasons.iter().any(|reason| reason.code.as_str().starts_with("XE"))
    }
}

/// The sentence for an advice, where the document could be checked or not.
pub(crate) const fn sentence(advice: Advice, is_unchecked: bool, language: Language) -> &'static str {
    match (advice, is_unchecked, language) {
        (Advice::Review, true, Language::German) => {
            "Vorschlag: von Hand prüfen. Hier ließ sich das Dokument nicht prüfen."
        }
        (Advice::Review, true, Language::English) => {
            "Suggestion: have it looked at. The document could not be checked here."
        }
        _ => advice.sentence(language),
    }
}

/// What one finding leads to; `None` for a remark.
fn advice_of(finding: &Finding) -> Option<Advice> {
    let code = finding.code();
    let is_remark = match finding.severity() {
        Severity::Info => true,
        // That a list is not at hand, or is faulty itself, says nothing of the document.
        Severity::Warning => matches!(code, Code::ListMissing | Code::ListVersionMissing | Code::ListDefective),
        Severity::Error => false,
    };
    if is_remark {
        return None;
    }
    // This program, its schemas or its limits are not the sender's fault.
    let is_ours = code == Code::Limit || code.as_str().starts_with("XE");
    Some(match RejectionClass::of(code) {
        RejectionClass::Form | RejectionClass::Version if !is_ours => Advice::Reject,
        _ if RuleKind::of(code) == RuleKind::Profile => Advice::AskForMore,
        _ => Advice::Review,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use xsozial_schema::Fault;

    fn advice(findings: &[(Code, Severity)]) -> Advice {
        let findings = findings
            .iter()
            .map(|&(code, severity)| Finding::error(Fault::new(code)).weighing(severity));
        let report = Report {
            findings: findings.collect(),
            is_checked: true,
            ..Report::default()
        };
        Recommendation::of(&report).advice
    }

    #[test]
    fn the_worst_finding_decides() {
        assert_eq!(advice(&[]), Advice::Accept);
        assert_eq!(advice(&[(Code::Pattern, Severity::Info)]), Advice::Accept);
        assert_eq!(advice(&[(Code::ListMissing, Severity::Warning)]), Advice::Accept);
        assert_eq!(advice(&[(Code::ListMissing, Severity::Error)]), Advice::Review);
        assert_eq!(advice(&[(Code::Pattern, Severity::Warning)]), Advice::Review);
        assert_eq!(
            advice(&[(Code::Pattern, Severity::Error), (Code::Truncated, Severity::Error)]),
            Advice::Reject
        );
        for ours in [Code::Limit, Code::NoSchema, Code::Internal] {
            assert_eq!(advice(&[(ours, Severity::Error)]), Advice::Review, "{ours}");
        }
        assert_eq!(advice(&[(Code::RootUnknown, Severity::Error)]), Advice::Reject);
    }

    #[test]
    fn a_document_that_could_not_be_read_was_said_to_be_readable() {
        for (code, is_readable) in [
            (Code::Unreadable, false),
            (Code::NoSchema, false),
            (Code::Pattern, true),
        ] {
            let report = Report {
                findings: vec![Finding::error(Fault::new(code))],
                ..Report::default()
            };
            let sentence = Recommendation::of(&report).sentence(Language::German);
            assert_eq!(sentence.contains("lesbar"), is_readable, "{code}: {sentence}");
        }
    }

    #[test]
    fn what_was_not_checked_is_not_accepted() {
        assert_eq!(Recommendation::of(&Report::default()).advice, Advice::Review);
        let report = Report {
            omitted: 1,
            is_checked: true,
            ..Report::default()
        };
        assert_eq!(Recommendation::of(&report).advice, Advice::Review);
    }

    #[test]
    fn rules_and_profiles_never_lead_to_a_rejection() {
        for &code in Code::ALL {
            if matches!(RuleKind::of(code), RuleKind::Prose | RuleKind::Profile) {
                assert_ne!(advice(&[(code, Severity::Error)]), Advice::Reject, "{code}");
            }
        }
    }

    #[test]
    fn reasons_are_counted_and_the_worst_comes_first() {
        let findings = [Code::Pattern, Code::ElementMissing, Code::Pattern, Code::Truncated];
        let report = Report {
            findings: findings.iter().map(|&code| Finding::error(Fault::new(code))).collect(),
            is_checked: true,
            ..Report::default()
        };
        let reasons = Recommendation::of(&report).reasons;
        let shown: Vec<(Code, usize)> = reasons.iter().map(|reason| (reason.code, reason.findings)).collect();
        assert_eq!(
            shown,
            [(Code::Truncated, 1), (Code::Pattern, 2), (Code::ElementMissing, 1)]
        );
        assert!(reasons[1].message(Language::German).ends_with("(XF0201, 2 ×)"));
    }
}
