//! No output holds document content, and with `--report-id` none holds the document's name.

use crate::support::{SCHEMA, call, check, check_with_input, data, formats};
use std::fs;

const SECRETS: [&str; 5] = ["Müstermann", "Geheim", "29.02.2031", "X-98713", "99887766"];

#[test]
fn no_format_shows_values() {
    let document = fs::read(data().join("falsch.xml")).unwrap();
    for format in formats() {
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
    assert!(text.contains("Müstermann-Geheim") && text.contains("X-98713"));
    for format in formats().filter(|format| *format != "text") {
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
    let secret = folder.path().join("Schwarzenbeck_Ottilie_1961");
    fs::create_dir(&secret).unwrap();
    let path = |name: &str| secret.join(name).to_str().unwrap().to_owned();
    fs::copy(data().join("falsch.xml"), path("a.xml")).unwrap();
    fs::create_dir(path("leer")).unwrap();
    let inputs = [path("a.xml"), path("fehlt.xml"), path("leer"), path("")];
    let mut calls = Vec::new();
    for format in formats() {
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
            assert!(!text.contains("Schwarzenbeck") && !text.contains("1961"), "{text}");
        }
    }
}

#[test]
fn a_file_of_known_findings_holds_neither_content_nor_names() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("Schwarzenbeck_Ottilie_1961.xml");
    fs::copy(data().join("falsch.xml"), &document).unwrap();
    let known = folder.path().join("bekannt.json");
    let [document, path] = [&document, &known].map(|path| path.to_str().unwrap());
    let call = check(&["--write-baseline", path, document]);
    assert_eq!(call.code, 0, "{}", call.stderr);
    let text = fs::read_to_string(&known).unwrap();
    assert!(text.contains("XF0201"), "{text}");
    for secret in SECRETS.iter().chain(&["Schwarzenbeck", "1961", "antrag", "telefon"]) {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

#[test]
fn errors_about_settings_name_no_document() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("xsozial.toml");
    fs::write(&settings, "format = \"xml\"\n").unwrap();
    let call = check(&[
        "--report-id",
        "FALL-7",
        "--config",
        settings.to_str().unwrap(),
        "Schwarzenbeck_Ottilie_1961.xml",
    ]);
    assert_eq!(call.code, 2);
    assert!(!call.stderr.contains("Schwarzenbeck"), "{}", call.stderr);
}

#[test]
fn not_even_three_letters_or_a_code_are_shown() {
    let secrets = ["QXZ", "WQX", "JQK", "ZQJ", "XQD", "KQV"];
    let document = "<antrag xmlns='urn:example:antrag' nummer='QXZ' fremd='KQV'><name>WQX</name><eingang>JQK</eingang>\
                    <plz>ZQJ</plz><land><code xmlns=''>XQD</code><code xmlns=''>XQD</code></land></antrag>";
    for format in formats() {
        for language in ["de", "en"] {
            let call = check_with_input(&["--format", format, "--lang", language, "-"], document.as_bytes());
            assert_eq!(call.code, 1, "{format}");
            for secret in secrets {
                assert!(
                    !call.stdout.contains(secret) && !call.stderr.contains(secret),
                    "{format} {secret}"
                );
            }
        }
    }
}
