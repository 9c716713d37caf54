//! What findings rest on, in words: what was checked, against what, and what was not.

use super::{
    Checked, DocumentReport,
    codelist_lines::codelist_lines,
    words::{Count, choose},
};
use crate::Level;
use rustc_hash::FxHashSet;
use std::sync::Arc;
use xsozial_schema::{
    Language, Severity,
    schema::{StandardInfo, builtin_notice},
};

/// What was checked of the documents of a run, each once.
#[derive(Default)]
pub(super) struct Bases {
    checked: Vec<Arc<Checked>>,
    /// Standards that have something to say of themselves, each once.
    standards: Vec<StandardInfo>,
    /// Documents without a schema.
    without_schema: usize,
    /// Documents that could not be read, or of which not even the root could be.
    unread: usize,
}

impl Bases {
    /// Takes note of what one more document was checked against.
    pub(super) fn add(&mut self, document: &DocumentReport) {
        let has_schema = document.checked.xsd.is_some();
        // What is no XML needs no schema to be refused; that one is missing is not why it was not checked.
        if document.report.is_unread() || (!has_schema && document.report.is_checked) {
            self.unread += 1;
        } else if !has_schema {
            self.without_schema += 1;
        }
        if document.checked.xsd.is_some() && !self.checked.contains(&document.checked) {
            self.checked.push(Arc::clone(&document.checked));
        }
        if let Some(standard) = &document.report.standard
            && standard.status().is_some()
            && !self.standards.contains(standard)
        {
            self.standards.push(standard.clone());
        }
    }

    /// Each once, in the order of the documents.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Checked> {
        self.checked.iter().map(Arc::as_ref)
    }

    /// What was checked, a line each.
    pub(super) fn checked_lines(&self, language: Language) -> Vec<String> {
        self.iter()
            .flat_map(|checked| checked_lines(checked, language))
            .collect()
    }

    /// What was not checked, a line each.
    pub(super) fn unchecked_lines(&self, language: Language) -> Vec<String> {
        let mut lines = Vec::new();
        match self.without_schema {
            0 => {}
            _ if self.checked.is_empty() && self.unread == 0 => {
                let all = choose(
                    language,
                    "die Dokumente selbst, denn es lag kein Schema bereit",
                    "the documents themselves, for there was no schema at hand",
                );
                lines.push(all.to_owned());
            }
            number => lines.push(Count::without_schema(number, language).to_string()),
        }
        if self.unread > 0 {
            lines.push(Count::unread(self.unread, language).to_string());
        }
        lines.extend(self.iter().flat_map(|checked| unchecked_lines(checked, language)));
        let notices = self.standards.iter().filter_map(|standard| standard.notice(language));
        lines.extend(notices.map(str::to_owned));
        // What holds of several standards is said once.
        let mut said = FxHashSet::default();
        lines.retain(|line| said.insert(line.clone()));
        lines
    }
}

/// What was checked, with the sums by which two offices see whether they checked alike.
pub(super) fn checked_lines(checked: &Checked, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(xsd) = &checked.xsd {
        let (documents, sum) = (xsd.documents, &xsd.sha256);
        lines.push(match (language, documents) {
            (Language::German, 1) => format!("Schema: 1 Datei, SHA-256 {sum}"),
            (Language::German, _) => format!("Schema: {documents} Dateien, SHA-256 {sum}"),
            (Language::English, 1) => format!("schema: 1 file, SHA-256 {sum}"),
            (Language::English, _) => format!("schema: {documents} files, SHA-256 {sum}"),
        });
        let builtin = xsd.builtin.iter().map(|document| document.file.as_str());
        lines.extend(builtin_notice(builtin, language).map(|notice| match language {
            Language::German => format!("Grundlagen: {notice}"),
            Language::English => format!("base schemas: {notice}"),
        }));
    }
    let lists = &checked.codelists;
    if let Some(sum) = &lists.sha256 {
        let (available, needed) = (lists.available, lists.needed);
        lines.push(match language {
            Language::German => format!("Codelisten: {available} von {needed} lagen vor, SHA-256 {sum}"),
            Language::English => format!("code lists: {available} of {needed} at hand, SHA-256 {sum}"),
        });
    }
    if let Some(rules) = &checked.rules {
        let (count, sum) = (rules.count, &rules.sha256);
        lines.push(match language {
            Language::German => format!("Regeln über das Schema hinaus: {count}, SHA-256 {sum}"),
            Language::English => format!("rules beyond the schema: {count}, SHA-256 {sum}"),
        });
    }
    for profile in &checked.profiles {
        let (name, sum) = (&profile.name, &profile.sha256);
        lines.push(match language {
            Language::German => format!("Profil „{name}“: SHA-256 {sum}"),
            Language::English => format!("profile \"{name}\": SHA-256 {sum}"),
        });
    }
    lines.extend(overrides_line(checked, language));
    lines.extend(checked.sha256().map(|sum| match language {
        Language::German => format!("Prüfgrundlage insgesamt: SHA-256 {sum}"),
        Language::English => format!("all that the check rests on: SHA-256 {sum}"),
    }));
    lines
}

/// Which codes weigh other than usual: `gültig` then means something else.
fn overrides_line(checked: &Checked, language: Language) -> Option<String> {
    if checked.overrides.is_empty() {
        return None;
    }
    let changes: Vec<String> = checked
        .overrides
        .iter()
        .map(|(code, level)| format!("{code} {}", level_word(level, language)))
        .collect();
    let changes = changes.join(", ");
    Some(match language {
        Language::German => format!("Abweichend gewichtet, „gültig“ ist entsprechend zu lesen: {changes}"),
        Language::English => format!("weighed otherwise, and \"valid\" is to be read so: {changes}"),
    })
}

const fn level_word(level: Level, language: Language) -> &'static str {
    match level {
        Level::Off => choose(language, "aus", "off"),
        Level::As(Severity::Error) => choose(language, "als Fehler", "as error"),
        Level::As(Severity::Warning) => choose(language, "als Warnung", "as warning"),
        Level::As(Severity::Info) => choose(language, "als Hinweis", "as note"),
    }
}

/// What was not checked of a document, and what its schema is not worth.
pub(super) fn document_unchecked_lines(document: &DocumentReport, language: Language) -> Vec<String> {
    let mut lines = unchecked_lines(&document.checked, language);
    let standard = document.report.standard.as_ref();
    lines.extend(
        standard
            .and_then(|standard| standard.notice(language))
            .map(str::to_owned),
    );
    lines
}

/// What was not checked.
fn unchecked_lines(checked: &Checked, language: Language) -> Vec<String> {
    let mut lines = codelist_lines(&checked.codelists, language);
    match (checked.schematron_rules, language) {
        (0, _) => {}
        (rules, Language::German) => lines.push(format!("Schematron: {rules} Regeln, die dem Schema beiliegen")),
        (rules, Language::English) => lines.push(format!("Schematron: {rules} rules that come with the schema")),
    }
    if checked.rules.is_none() {
        let text = choose(
            language,
            "Regeln: was der Standard nur in Worten verlangt",
            "rules: what the standard demands in prose alone",
        );
        lines.push(text.to_owned());
    }
    if checked.profiles.is_empty() {
        let text = choose(
            language,
            "Profile: Vorgaben einzelner Empfänger, die über das Schema hinausgehen",
            "profiles: what single recipients ask for beyond the schema",
        );
        lines.push(text.to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{CheckedProfile, CheckedRules, CheckedXsd};
    use xsozial_schema::Code;

    fn full() -> Checked {
        let mut checked = Checked {
            xsd: Some(CheckedXsd {
                documents: 2,
                sha256: "a1".to_owned(),
                builtin: vec![crate::format::CheckedBuiltin {
                    file: "xoev-code.xsd".to_owned(),
                    namespace: "urn:e5".to_owned(),
                    sha256: "e5".to_owned(),
                }],
            }),
            rules: Some(CheckedRules {
                count: 3,
                sha256: "b2".to_owned(),
            }),
            profiles: vec![CheckedProfile {
                name: "Wohngeld".to_owned(),
                sha256: "c3".to_owned(),
            }],
            ..Checked::default()
        };
        checked.codelists.available = 4;
        checked.codelists.needed = 4;
        checked.codelists.sha256 = Some("d4".to_owned());
        let _ = checked.overrides.set(Code::Pattern, Level::As(Severity::Warning));
        checked
    }

    #[test]
    fn every_sum_and_every_change_of_weight_is_told_in_both_languages() {
        for language in [Language::German, Language::English] {
            let text = checked_lines(&full(), language).join("\n");
            for part in [
                "a1",
                "b2",
                "c3",
                "d4",
                "XF0201",
                "Wohngeld",
                "xoev-code.xsd",
                &full().sha256().unwrap_or_default(),
            ] {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(unchecked_lines(&full(), language).is_empty());
        }
    }

    #[test]
    fn two_who_weigh_differently_have_not_checked_alike() {
        let plain = Checked {
            overrides: crate::Severities::default(),
            ..full()
        };
        assert_ne!(plain.sha256(), full().sha256());
    }
}
