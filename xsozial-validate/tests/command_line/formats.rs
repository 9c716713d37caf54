//! Every format, as a snapshot.

use crate::support::{call, check, check_with_input, data, objects};
use std::fs;

const DOCUMENTS: [&str; 3] = ["richtig.xml", "falsch.xml", "fehlt.xml"];

fn of_all(arguments: &[&str]) -> String {
    let call = check(&[arguments, &DOCUMENTS].concat());
    assert_eq!((call.code, call.stderr.as_str()), (2, ""));
    // The version changes with every release, and nothing else with it.
    call.stdout.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

#[test]
fn text() {
    insta::assert_snapshot!("text_de", of_all(&[]));
    insta::assert_snapshot!("text_en", of_all(&["--lang", "en"]));
    insta::assert_snapshot!("text_values", of_all(&["--show-values"]));
    insta::assert_snapshot!("text_summary", of_all(&["--summary"]));
}

#[test]
fn json() {
    insta::assert_snapshot!("json", of_all(&["--format", "json"]));
    insta::assert_snapshot!(
        "json_summary",
        of_all(&["--format", "json", "--summary", "--lang", "en"])
    );
}

#[test]
fn json_lines() {
    insta::assert_snapshot!("jsonl", of_all(&["--format", "jsonl"]));
    insta::assert_snapshot!("jsonl_summary", of_all(&["--format", "jsonl", "--summary"]));
}

#[test]
fn sarif() {
    insta::assert_snapshot!("sarif", of_all(&["--format", "sarif"]));
}

#[test]
fn junit() {
    insta::assert_snapshot!("junit", of_all(&["--format", "junit"]));
}

#[test]
fn github() {
    insta::assert_snapshot!("github", of_all(&["--format", "github", "--lang", "en"]));
    insta::assert_snapshot!("github_summary", of_all(&["--format", "github", "--summary"]));
}

#[test]
fn gitlab() {
    insta::assert_snapshot!("gitlab", of_all(&["--format", "gitlab"]));
}

#[test]
fn html() {
    insta::assert_snapshot!("html", of_all(&["--format", "html"]));
    insta::assert_snapshot!(
        "html_summary",
        of_all(&["--format", "html", "--summary", "--lang", "en"])
    );
}

#[test]
fn formats_that_are_read_for_findings_have_no_summary() {
    for format in ["sarif", "junit", "gitlab"] {
        let call = check(&["--format", format, "--summary", "falsch.xml"]);
        assert_eq!((call.code, call.stdout.as_str()), (2, ""), "{format}");
        assert!(
            call.stderr.contains("--summary") && call.stderr.contains(format),
            "{}",
            call.stderr
        );
    }
}

#[test]
fn both_json_formats_tell_the_same() {
    let pretty: serde_json::Value = serde_json::from_str(&of_all(&["--format", "json"])).unwrap();
    let lines: Vec<serde_json::Value> = of_all(&["--format", "jsonl"])
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(pretty["documents"].as_array().unwrap(), &lines);
}

#[test]
fn a_single_document_needs_no_totals() {
    let call = check(&["richtig.xml"]);
    assert!(
        call.stdout.starts_with("richtig.xml: gültig\n\nGeprüft:\n") && call.stdout.contains("\nNicht geprüft:\n"),
        "{}",
        call.stdout
    );
}

#[test]
fn colours_are_used_only_when_asked_for_here() {
    assert!(!check(&["falsch.xml"]).stdout.contains('\u{1B}'));
    assert!(check(&["falsch.xml", "--color", "always"]).stdout.contains("\u{1B}["));
    assert!(
        !check(&["falsch.xml", "--color", "always", "--format", "json"])
            .stdout
            .contains('\u{1B}')
    );
}

#[test]
fn findings_beyond_the_most_are_counted() {
    let attributes: Vec<String> = (0..1_200).map(|number| format!("x{number}=''")).collect();
    let document = format!(
        "<antrag xmlns='urn:example:antrag' nummer='1'><name {}/><eingang>2026-01-05</eingang><plz>01234</plz></antrag>",
        attributes.join(" ")
    );
    let object = &objects(&check_with_input(&["--format", "jsonl", "-"], document.as_bytes()))[0];
    assert_eq!(object["findings"].as_array().unwrap().len(), 1_000);
    assert_eq!(object["omitted"], 200);
    let text = check_with_input(&["-"], document.as_bytes()).stdout;
    assert!(
        text.contains("-: ungültig: 1000 Fehler und 200 weitere"),
        "{}",
        &text[text.len() - 300..]
    );
}

#[test]
fn the_line_of_a_large_file_is_shown_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("groß.xml");
    let valid = fs::read_to_string(data().join("richtig.xml")).unwrap();
    let document = valid.replace(
        "</antrag>",
        &format!("<!--{}-->\n<zuviel/></antrag>", " ".repeat(5 << 20)),
    );
    fs::write(&path, document).unwrap();
    let text = check(&["--show-values", path.to_str().unwrap()]).stdout;
    assert!(
        text.contains(" | <zuviel/></antrag>\n") && text.contains(" | ^\n"),
        "{text}"
    );
}

#[test]
fn a_document_that_could_not_be_read_was_told_to_lack_a_schema() {
    let unread = check(&["fehlt.xml"]).stdout;
    assert!(!unread.contains("kein Schema"), "{unread}");
    assert!(
        unread.ends_with("\nNicht geprüft:\n  1 Dokument, das nicht oder nicht ganz gelesen werden konnte\n"),
        "{unread}"
    );
    let both = call(&["check", "fehlt.xml", "richtig.xml", "falsch.xml"]).stdout;
    assert!(
        both.ends_with(
            "  2 Dokumente, für die kein Schema bereitlag\n  1 Dokument, das nicht oder nicht ganz gelesen werden konnte\n"
        ),
        "{both}"
    );
}

#[test]
fn german_output_had_english_reasons() {
    for (document, reason) in [
        ("<a></b>", "die Endmarke passt nicht zur Anfangsmarke"),
        ("<a b></a>", "ein Attribut hat keinen Wert"),
        ("<a>&</a>", "auf ein kaufmännisches Und folgt kein Verweis"),
        ("<a/>b", "außerhalb des Wurzelelements steht Text"),
        ("<a><!x></a>", "eine Auszeichnung endet nicht oder ist unbekannt"),
    ] {
        let text = check_with_input(&["-"], document.as_bytes()).stdout;
        assert!(text.contains(reason), "{document}: {text}");
    }
}
