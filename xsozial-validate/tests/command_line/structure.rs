//! Formats against what their readers ask for.

use crate::support::{check, check_with_input, data};
use serde_json::Value;
use std::fs;
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

/// Documents of every kind: valid, invalid, not XML, missing.
fn of_all(format: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join("größe, 100 %: \u{202E}& <a> 'x'.xml");
    fs::copy(data().join("falsch.xml"), &odd).unwrap();
    let arguments = [
        "--format",
        format,
        "richtig.xml",
        "falsch.xml",
        "standard",
        "fehlt.xml",
        odd.to_str().unwrap(),
    ];
    let call = check(&arguments);
    assert_eq!((call.code, call.stderr.as_str()), (2, ""));
    call.stdout
}

/// serde-sarif is generated from the schema of the standard: what it does not know it drops, and what is missing it refuses.
#[test]
fn sarif_holds_what_its_schema_knows_and_nothing_else() {
    let text = of_all("sarif");
    let read: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    let written: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), written);
    assert_eq!(read.runs.len(), 1);
}

#[test]
fn results_of_sarif_point_at_their_rules_and_documents() {
    let log: Value = serde_json::from_str(&of_all("sarif")).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let uris: Vec<&Value> = run["artifacts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|artifact| &artifact["location"]["uri"])
        .collect();
    assert_eq!(uris.len(), 5);
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 9, "{}", results.len());
    for result in results {
        let place = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[place]["id"], result["ruleId"]);
        assert!(!rules[place]["help"]["text"].as_str().unwrap().is_empty());
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert!(uris.contains(&uri), "{uri}");
        assert!(uri.as_str().unwrap().is_ascii());
    }
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert_eq!(run["properties"]["checked"].as_array().unwrap().len(), 1);
}

/// The schema in the test data is written after what Jenkins and GitLab read; JUnit itself has none.
#[test]
fn junit_is_what_test_runners_read() {
    let schema = Schema::compile(Sources::new().schema(data().join("junit.xsd"))).unwrap();
    let text = of_all("junit");
    let report = Validator::new(schema).report(text.as_bytes());
    assert_eq!(report.findings, [], "{text}");
    let document = roxmltree::Document::parse(&text).unwrap();
    for suite in document.descendants().filter(|node| node.has_tag_name("testsuite")) {
        let count = |name: &str| {
            suite
                .descendants()
                .filter(|node| node.has_tag_name(name))
                .count()
                .to_string()
        };
        assert_eq!(suite.attribute("tests"), Some(count("testcase").as_str()));
        assert_eq!(suite.attribute("failures"), Some(count("failure").as_str()));
        assert_eq!(suite.attribute("errors"), Some(count("error").as_str()));
        let mut names: Vec<_> = suite
            .children()
            .filter(|node| node.has_tag_name("testcase"))
            .map(|case| case.attribute("name").unwrap())
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "test cases of the same name");
    }
}

#[test]
fn gitlab_gets_entries_with_all_that_it_asks_for_and_different_fingerprints() {
    let entries: Vec<Value> = serde_json::from_str(&of_all("gitlab")).unwrap();
    let mut fingerprints: Vec<&str> = Vec::new();
    for entry in &entries {
        for field in ["description", "check_name", "fingerprint", "severity"] {
            assert!(!entry[field].as_str().unwrap().is_empty(), "{field} of {entry}");
        }
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&entry["severity"].as_str().unwrap()));
        let path = entry["location"]["path"].as_str().unwrap();
        assert!(!path.starts_with("./"));
        assert!(entry["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        fingerprints.push(entry["fingerprint"].as_str().unwrap());
    }
    let all = fingerprints.len();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), all);
}

#[test]
fn fingerprints_of_gitlab_outlive_line_moves() {
    let document = fs::read_to_string(data().join("falsch.xml")).unwrap();
    let fingerprints = |document: &str| -> Vec<String> {
        let call = check_with_input(&["--format", "gitlab", "-"], document.as_bytes());
        let entries: Vec<Value> = serde_json::from_str(&call.stdout).unwrap();
        entries
            .iter()
            .map(|entry| entry["fingerprint"].as_str().unwrap().to_owned())
            .collect()
    };
    let moved = document.replace('>', ">\n\n");
    assert_ne!(document, moved);
    assert_eq!(fingerprints(&document), fingerprints(&moved));
}

#[test]
fn every_line_for_github_is_one_command() {
    let text = of_all("github");
    assert!(text.lines().count() >= 10);
    for line in text.lines() {
        let rest = ["::error ", "::warning ", "::notice "]
            .iter()
            .find_map(|start| line.strip_prefix(start));
        let (properties, message) = rest.unwrap().split_once("::").unwrap();
        assert!(!message.is_empty());
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').unwrap();
            assert!(["file", "line", "col", "title"].contains(&name), "{line}");
            assert!(!value.is_empty() && !value.contains(':'), "{line}");
        }
        for (place, _) in line.match_indices('%') {
            assert!(
                ["%25", "%0A", "%3A", "%2C"].contains(&&line[place..place + 3]),
                "{line}"
            );
        }
    }
}

/// All names and namespaces are hostile here; each must stand as text wherever it comes.
#[test]
fn names_of_a_document_are_text_in_every_format() {
    let document = "<antrag xmlns='urn:example:antrag' nummer='1'><x:skript xmlns:x='urn:&lt;script&gt;&quot;%0A::error::,'/></antrag>";
    for format in ["html", "junit"] {
        let call = check_with_input(&["--format", format, "-"], document.as_bytes());
        assert!(!call.stdout.contains("<script"), "{}", call.stdout);
        let text = call.stdout.replace("<!DOCTYPE html>", "");
        roxmltree::Document::parse(&text).unwrap();
    }
    let call = check_with_input(&["--format", "github", "-"], document.as_bytes());
    assert!(call.stdout.lines().all(|line| !line.starts_with("::error::")));
    for format in ["sarif", "gitlab"] {
        let call = check_with_input(&["--format", format, "-"], document.as_bytes());
        serde_json::from_str::<Value>(&call.stdout).unwrap();
    }
}
