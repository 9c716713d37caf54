//! No output holds document content, and with `--report-id` none holds the document's name.

use crate::support::{SCHEMA, call, check, check_with_input, data};
use std::fs;

const SECRETS: [&str; 5] = ["Müstermann", "Geheim", "05.01.2026", "D-01234", "99887766"];

#[test]
fn no_format_shows_values() {
    let document = fs::read(data().join("falsch.xml")).unwrap();
    for format in ["text", "json", "jsonl"] {
        for more in [&["--lang", "de"][..], &["--lang", "en"], &["--summary"]] {
            let from_file = check(&[&["--format", format, "falsch.xml"], more].concat());
            let from_input = check_with_input(&[&["--format", format, "-"], more].concat(), &document);
            for call in [from_file, from_input] {
                for secret in SECRETS {
                    assert!(
                        !call.stdout.contains(secret) && !call.stderr.contains(secret),
                        "{format} {secret}"
                    );
                }
            }
        }
    }
}

#[test]
fn values_are_shown_when_asked_for_and_in_text_alone() {
    let text = check(&["--show-values", "falsch.xml"]).stdout;
    assert!(text.contains("Müstermann-Geheim") && text.contains("D-01234"));
    for format in ["json", "jsonl"] {
        let data = check(&["--show-values", "--format", format, "falsch.xml"]).stdout;
        assert!(SECRETS.iter().all(|secret| !data.contains(secret)));
    }
    assert!(
        !check(&["--show-values", "--summary", "falsch.xml"])
            .stdout
            .contains("Geheim")
    );
}

#[test]
fn an_identifier_hides_the_name_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("Mustermann_Erika_1961");
    fs::create_dir(&secret).unwrap();
    let path = |name: &str| secret.join(name).to_str().unwrap().to_owned();
    fs::copy(data().join("falsch.xml"), path("a.xml")).unwrap();
    fs::create_dir(path("leer")).unwrap();
    let inputs = [path("a.xml"), path("fehlt.xml"), path("leer"), path("")];
    let mut calls = Vec::new();
    for format in ["text", "json", "jsonl"] {
        let mut arguments = vec!["--report-id", "FALL-7", "--format", format];
        arguments.extend(inputs.iter().map(String::as_str));
        let call = check(&arguments);
        assert!(
            call.stdout.contains("FALL-7-1") && call.stdout.contains("FALL-7-4"),
            "{}",
            call.stdout
        );
        calls.push(call);
    }
    let single = check(&["--report-id", "FALL-7", &inputs[0]]);
    assert!(single.stdout.contains("FALL-7:") && !single.stdout.contains("FALL-7-1"));
    calls.push(single);
    calls.push(call(&["check", "--report-id", "FALL-7", &inputs[0]]));
    calls.push(call(&[
        "check",
        "--report-id",
        "FALL-7",
        "--schema",
        SCHEMA,
        "--jobs",
        &inputs[0],
    ]));
    calls.push(call(&[
        "check",
        "--report-id=FALL-7",
        "--format",
        &inputs[0],
        &inputs[0],
    ]));
    calls.push(call(&[
        "check",
        "--report-id",
        "FALL-7",
        "--schema",
        SCHEMA,
        "--unbekannt",
        &inputs[0],
    ]));
    for call in calls {
        assert!(!call.stdout.is_empty() || !call.stderr.is_empty());
        for text in [call.stdout, call.stderr] {
            assert!(!text.contains("Mustermann") && !text.contains("1961"), "{text}");
        }
    }
}
