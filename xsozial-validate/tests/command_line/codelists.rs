//! `--codelists`, `--strict-codelists` and `--no-codelists`.

use crate::support::{check, data, objects};
use std::{fs, path::Path};

const URI: &str = "urn:example:codeliste:land";

/// An invented list.
fn list(version: &str, codes: &[&str]) -> String {
    let rows: Vec<String> = codes
        .iter()
        .map(|code| format!("<Row><Value ColumnRef='code'><SimpleValue>{code}</SimpleValue></Value></Row>"))
        .collect();
    format!(
        "<gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><Identification><LongName>Länder</LongName>
         <Version>{version}</Version><CanonicalUri>{URI}</CanonicalUri></Identification><ColumnSet><Column Id='code' Use='required'/>
         <Key Id='k'><ColumnRef Ref='code'/></Key></ColumnSet><SimpleCodeList>{}</SimpleCodeList></gc:CodeList>",
        rows.concat()
    )
}

fn folder(files: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn check_with(lists: &Path, more: &[&str]) -> crate::support::Call {
    check(&[&["--codelists", lists.to_str().unwrap()], more].concat())
}

#[test]
fn a_known_code_is_right_and_the_output_says_that_it_was_checked() {
    let folder = folder(&[("land_1.xml", list("1", &["DE", "AT"]))]);
    let call = check_with(folder.path(), &["--format", "jsonl", "richtig.xml"]);
    assert_eq!(call.code, 0, "{}", call.stdout);
    let codelists = &objects(&call)[0]["checked"]["codelists"];
    assert_eq!((&codelists["available"], &codelists["needed"]), (&1.into(), &1.into()));
    assert_eq!(codelists["sha256"].as_str().unwrap().len(), 64);
    let text = check_with(folder.path(), &["richtig.xml"]).stdout;
    assert!(!text.contains("Codes:"), "{text}");
}

#[test]
fn an_unknown_code_is_an_error_unless_no_codes_are_checked() {
    let folder = folder(&[("land_1.xml", list("1", &["AT"])), ("land_2.xml", list("2", &["DE"]))]);
    let call = check_with(folder.path(), &["richtig.xml"]);
    assert_eq!(call.code, 1);
    assert!(
        call.stdout.contains("XC0003") && call.stdout.contains("vorhanden erst ab Version 2"),
        "{}",
        call.stdout
    );
    assert!(call.stdout.contains("antrag.xsd:21"), "{}", call.stdout);
    let without = check_with(folder.path(), &["--no-codelists", "--strict-codelists", "richtig.xml"]);
    assert_eq!(without.code, 0, "{}", without.stdout);
}

#[test]
fn a_missing_list_is_a_warning_or_where_that_is_wanted_an_error() {
    let folder = folder(&[("Ländercodes_fehlerhaft.xml", "<Fehler/>".to_owned())]);
    let call = check_with(folder.path(), &["--format", "jsonl", "richtig.xml"]);
    assert_eq!(call.code, 0, "{}", call.stdout);
    let object = &objects(&call)[0];
    assert_eq!(object["findings"][0]["code"], "XC0102");
    assert_eq!(object["findings"][0]["severity"], "warning");
    assert_eq!(object["checked"]["codelists"]["problems"][0]["code"], "XK0102");
    let strict = check_with(folder.path(), &["--strict-codelists", "richtig.xml"]);
    assert_eq!(strict.code, 1);
    let text = strict.stdout;
    assert!(
        text.contains("Codelisten: Ländercodes_fehlerhaft.xml ist nicht verwendbar (XK0102)"),
        "{text}"
    );
    let without_lists = check(&["--strict-codelists", "richtig.xml"]);
    assert_eq!(without_lists.code, 1, "{}", without_lists.stdout);
}

#[test]
fn a_folder_without_lists_is_no_place_for_them() {
    let call = check(&["--codelists", "standard/xsd", "richtig.xml"]);
    assert_eq!((call.code, call.stdout.as_str()), (2, ""));
    assert!(
        call.stderr.contains("XK0004 Der Pfad enthält keine Codeliste\n")
            && call.stderr.contains("standard/xsd: holds no code list"),
        "{}",
        call.stderr
    );
}

#[test]
fn the_sum_of_what_was_checked_depends_on_neither_order_nor_place() {
    let one = folder(&[("a.xml", list("1", &["DE"])), ("b.xml", list("2", &["DE"]))]);
    let other = folder(&[
        ("z.xml", list("1", &["DE"])),
        ("anderswo.xml", list("2", &["DE"]).replace('\n', "\r\n")),
        ("fremd.xml", list("1", &["x"]).replace(URI, "urn:example:fremd")),
    ]);
    let sums = |lists: &[&Path]| {
        let mut arguments = vec!["--format", "jsonl", "richtig.xml"];
        for path in lists {
            arguments.extend(["--codelists", path.to_str().unwrap()]);
        }
        let call = check(&arguments);
        let checked = &objects(&call)[0]["checked"];
        [&checked["codelists"]["sha256"], &checked["sha256"]].map(|sum| sum.as_str().unwrap().to_owned())
    };
    let expected = sums(&[one.path()]);
    let (a, b) = (one.path().join("a.xml"), one.path().join("b.xml"));
    assert_eq!(sums(&[&a, &b]), expected);
    assert_eq!(sums(&[&b, &a]), expected);
    // The schema lets documents name any list, so that a list of another URI counts.
    assert_ne!(sums(&[other.path()]), expected);
    fs::remove_file(other.path().join("fremd.xml")).unwrap();
    assert_eq!(sums(&[other.path()]), expected);
    assert_ne!(sums(&[&a]), expected);
}

#[test]
fn codes_are_not_shown_unless_that_is_asked_for() {
    let folder = folder(&[("land_1.xml", list("1", &["DE"]))]);
    let document = fs::read_to_string(data().join("richtig.xml")).unwrap();
    let path = folder.path().join("dokument.txt");
    fs::write(&path, document.replace(">DE<", ">Qx7<")).unwrap();
    let path = path.to_str().unwrap();
    for format in ["text", "json", "jsonl"] {
        let call = check_with(folder.path(), &["--format", format, path]);
        assert!(call.code == 1 && call.stdout.contains("XC0001") && !call.stdout.contains("Qx7"));
    }
    let shown = check_with(folder.path(), &["--show-values", path]);
    assert!(shown.stdout.contains("Qx7"), "{}", shown.stdout);
}
