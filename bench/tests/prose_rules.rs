//! The rules beyond XML Schema on every published message: no valid one gets an error, and how often each rule speaks is told
//! (`--nocapture`; with `XSOZIAL_SHOW=1` each finding).
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use std::{collections::BTreeMap, fs};
use xsozial_bench::corpus::{Corpus, Expected, shared_folder};
use xsozial_schema::{Language, Schema, Severity, xsd::Sources};
use xsozial_validate::{
    Finding, Validator,
    rules::{RULES, RuleOptions},
};

fn validator(corpus: &Corpus, options: RuleOptions) -> Validator {
    let sources = Sources::new().schema(corpus.schemas()).catalog(corpus.catalog());
    Validator::new(Schema::compile(sources).unwrap()).with_rules(options)
}

fn corpora(shared: &std::path::Path) -> Vec<Corpus> {
    let mut names: Vec<String> = fs::read_dir(shared.join("corpora"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("catalog.xml").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names.iter().map(|name| Corpus::new(shared, name)).collect()
}

fn is_prose(finding: &Finding) -> bool {
    finding.code().as_str().starts_with("XR")
}

#[test]
fn no_published_valid_message_gets_an_error_of_a_rule() {
    let Some(shared) = shared_folder().unwrap() else { return };
    let mut messages = 0;
    for corpus in corpora(&shared) {
        let validator = validator(&corpus, RuleOptions::default());
        let rules = validator.rules().unwrap().count;
        let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
        let instances = corpus.instances().unwrap_or_default();
        let known = instances
            .iter()
            .filter(|instance| instance.expected != Expected::UnknownRoot);
        for instance in known {
            let report = validator.report(&fs::read(&instance.path).unwrap());
            let is_valid = instance.expected == Expected::Valid;
            messages += usize::from(is_valid);
            for finding in report.findings.iter().filter(|finding| is_prose(finding)) {
                assert!(
                    finding.severity() < Severity::Error,
                    "{}: {finding}",
                    instance.path.display()
                );
                let words = finding.message(Language::English);
                let verdict = if is_valid { "valid" } else { "invalid" };
                *counts
                    .entry((format!("{} {words}", finding.code()), verdict))
                    .or_default() += 1;
                if std::env::var("XSOZIAL_SHOW").is_ok() {
                    println!("    {} {finding}", instance.path.file_name().unwrap().display());
                }
            }
        }
        println!(
            "{}: {rules} of {} rules have an occasion, {} messages",
            corpus.name,
            RULES.len(),
            instances.len()
        );
        for ((words, verdict), count) in counts {
            println!("    {count:>3} in {verdict} messages: {words}");
        }
    }
    assert!(messages >= 40, "{messages} messages");
}
