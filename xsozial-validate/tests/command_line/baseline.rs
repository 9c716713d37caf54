//! Known findings.

use crate::support::{SCHEMA, check, data, formats, objects, program};
use std::{fs, path::Path, process::Stdio};

/// The test documents in a folder of their own, with their known findings.
fn known(folder: &Path) -> [String; 2] {
    let document = folder.join("antrag.xml");
    fs::copy(data().join("falsch.xml"), &document).unwrap();
    let [document, known] = [document, folder.join("bekannt.json")].map(|path| path.to_str().unwrap().to_owned());
    let call = check(&["--write-baseline", &known, &document]);
    assert_eq!((call.code, call.stderr.as_str()), (0, ""));
    assert!(
        call.stdout.contains("XF0201"),
        "what is written is shown: {}",
        call.stdout
    );
    [document, known]
}

#[test]
fn known_findings_are_counted_alone_and_the_document_stays_invalid() {
    let folder = tempfile::tempdir().unwrap();
    let [document, known] = known(folder.path());
    let call = check(&["--baseline", &known, "--format", "jsonl", &document]);
    assert_eq!((call.code, call.stderr.as_str()), (0, ""));
    let object = &objects(&call)[0];
    assert_eq!(object["valid"], false);
    assert_eq!(object["known"], 4);
    assert_eq!(object["findings"], serde_json::json!([]));
    let text = check(&["--baseline", &known, &document]).stdout;
    assert!(text.contains("antrag.xml: ungültig: bekannt: 4\n"), "{text}");
    let summary = check(&["--baseline", &known, "--summary", &document]).stdout;
    assert!(summary.contains("1 Dokument: 1 ungültig, bekannt: 4\n"), "{summary}");
    for format in formats() {
        let call = check(&["--baseline", &known, "--format", format, &document]);
        assert_eq!(call.code, 0, "{format}");
        assert!(!call.stdout.contains("XF0201"), "{format}: {}", call.stdout);
    }
}

#[test]
fn findings_stay_known_when_lines_move_and_new_ones_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let [document, known] = known(folder.path());
    let text = fs::read_to_string(&document).unwrap();
    let moved = text.replace("<name>", "\n\n<!-- verschoben -->\n<name>");
    fs::write(&document, &moved).unwrap();
    let call = check(&["--baseline", &known, &document]);
    assert_eq!(call.code, 0, "{}", call.stdout);
    fs::write(&document, moved.replace("</antrag>", "<fax/></antrag>")).unwrap();
    let call = check(&["--baseline", &known, "--format", "jsonl", &document]);
    assert_eq!(call.code, 1);
    let object = &objects(&call)[0];
    assert_eq!(object["findings"].as_array().unwrap().len(), 1, "{object}");
    assert!(object["findings"][0]["path"].as_str().unwrap().ends_with("fax[1]"));
}

#[test]
fn documents_are_known_by_their_names() {
    let folder = tempfile::tempdir().unwrap();
    let [document, known] = known(folder.path());
    let other = folder.path().join("anderer.xml");
    fs::copy(&document, &other).unwrap();
    assert_eq!(check(&["--baseline", &known, other.to_str().unwrap()]).code, 1);
    let identified = folder.path().join("fall.json");
    let identified = identified.to_str().unwrap();
    check(&["--report-id", "FALL-7", "--write-baseline", identified, &document]);
    let renamed = [
        "--report-id",
        "FALL-7",
        "--baseline",
        identified,
        other.to_str().unwrap(),
    ];
    assert_eq!(check(&renamed).code, 0);
}

#[test]
fn a_document_that_cannot_be_opened_is_never_known() {
    let folder = tempfile::tempdir().unwrap();
    let known = folder.path().join("bekannt.json");
    let known = known.to_str().unwrap();
    assert_eq!(check(&["--write-baseline", known, "fehlt.xml"]).code, 2);
    assert_eq!(check(&["--baseline", known, "fehlt.xml"]).code, 2);
}

#[test]
fn more_known_findings_than_a_report_lists_leave_room_for_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("viele.xml");
    let of = |number: usize| {
        let attributes: Vec<String> = (0..number).map(|number| format!("x{number}=''")).collect();
        format!(
            "<antrag xmlns='urn:example:antrag' nummer='1'><name {}/><eingang>2026-01-05</eingang><plz>01234</plz></antrag>",
            attributes.join(" ")
        )
    };
    fs::write(&document, of(1_500)).unwrap();
    let [path, known] = [document.clone(), folder.path().join("b.json")].map(|path| path.to_str().unwrap().to_owned());
    let call = check(&["--write-baseline", &known, "--format", "jsonl", &path]);
    assert_eq!((call.code, objects(&call)[0]["omitted"].as_u64()), (0, Some(500)));
    assert_eq!(check(&["--baseline", &known, &path]).code, 0);
    fs::write(&document, of(1_501)).unwrap();
    let call = check(&["--baseline", &known, "--format", "jsonl", &path]);
    let object = &objects(&call)[0];
    assert_eq!((call.code, object["known"].as_u64()), (1, Some(1_500)));
    assert_eq!(object["findings"].as_array().unwrap().len(), 1);
}

#[test]
fn a_file_that_is_none_is_refused() {
    for (name, word) in [
        ("richtig.xml", "is no baseline"),
        ("gibtesnicht.json", "cannot be read"),
    ] {
        let call = check(&["--baseline", name, "richtig.xml"]);
        assert_eq!((call.code, call.stdout.as_str()), (2, ""));
        assert!(
            call.stderr.contains(word) && call.stderr.contains(name),
            "{}",
            call.stderr
        );
    }
    assert_eq!(
        check(&["--baseline", "a", "--write-baseline", "b", "richtig.xml"]).code,
        2
    );
    let unwritable = check(&["--write-baseline", "gibt/es/nicht.json", "richtig.xml"]);
    assert_eq!(unwritable.code, 2);
    assert!(unwritable.stderr.contains("cannot be written"), "{}", unwritable.stderr);
}

#[test]
fn a_reader_that_went_away_left_half_a_file_of_known_findings() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..40 {
        fs::copy(data().join("falsch.xml"), folder.path().join(format!("{number}.xml"))).unwrap();
    }
    let [documents, whole, unread] =
        ["", "whole.json", "unread.json"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    assert_eq!(check(&["--write-baseline", &whole, &documents]).code, 0);
    let mut child = program()
        .args(["check", "--schema", SCHEMA, "--write-baseline", &unread, &documents])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(fs::read_to_string(unread).unwrap(), fs::read_to_string(whole).unwrap());
}
