//! The profiles fit the schema; full samples lack nothing that they ask for, and minimal ones do.

use super::{schema, schemas};
use std::{collections::BTreeMap, fs};
use xsozial_model::leistung::Leistung;
use xsozial_validate::{Validator, profile::Profile, rules::RuleOptions};

fn profiles() -> BTreeMap<&'static str, Profile> {
    let with_profile = Leistung::all()
        .iter()
        .filter_map(|leistung| Some((leistung.schluessel, leistung.profil?)));
    with_profile
        .map(|(key, path)| {
            let text = fs::read_to_string(schemas().join(path)).unwrap();
            let profile = Profile::from_toml(&text, path, schema()).unwrap_or_else(|error| panic!("{error}"));
            (key, profile)
        })
        .collect()
}

/// The codes of the findings in a sample, each with its path in local names.
fn findings(validator: &Validator, leistung: &str, sample: &str) -> Vec<String> {
    let path = schemas().join("xsozial-nachbau/beispiele").join(leistung).join(sample);
    let report = validator.report(&fs::read(path).unwrap());
    assert_eq!(report.valid(), Some(true), "{leistung}/{sample}");
    let findings = report.findings.iter();
    findings
        .map(|finding| format!("{} {}", finding.code(), finding.path()))
        .collect()
}

#[test]
fn full_samples_lack_nothing_and_minimal_ones_do() {
    let profiles = profiles();
    assert_eq!(profiles.len(), 5);
    for (leistung, profile) in profiles {
        assert_eq!(profile.name(), leistung);
        let validator = Validator::new(schema()).with_profile(profile);
        assert_eq!(
            findings(&validator, leistung, "voll.xml"),
            Vec::<String>::new(),
            "{leistung}"
        );
        let missing = findings(&validator, leistung, "minimal.xml");
        assert!(!missing.is_empty(), "{leistung}");
        assert!(missing.iter().all(|finding| finding.starts_with("XP")), "{missing:?}");
    }
}

#[test]
fn good_samples_break_no_rule_beyond_the_schema() {
    let validator = Validator::new(schema()).with_rules(RuleOptions::default());
    for leistung in Leistung::all() {
        for sample in ["minimal.xml", "voll.xml"] {
            assert_eq!(
                findings(&validator, leistung.schluessel, sample),
                Vec::<String>::new(),
                "{}",
                leistung.schluessel
            );
        }
    }
}
