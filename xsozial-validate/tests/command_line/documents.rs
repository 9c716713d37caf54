//! Files, folders and the standard input.

use crate::support::{SCHEMA, call, check, check_with_input, data, objects, program};
use std::{
    fs,
    io::{BufRead, BufReader},
    process::Stdio,
};

#[test]
fn folders_are_searched_below_and_sorted_whatever_the_number_of_jobs() {
    let folder = tempfile::tempdir().unwrap();
    let [valid, invalid] = ["richtig.xml", "falsch.xml"].map(|name| fs::read(data().join(name)).unwrap());
    fs::create_dir_all(folder.path().join("b/tief")).unwrap();
    for number in 0..60 {
        let name = format!(
            "{}{number:03}.{}",
            ["", "b/", "b/tief/"][number % 3],
            ["xml", "XML"][number % 2]
        );
        let content = if number % 7 == 0 { &invalid } else { &valid };
        fs::write(folder.path().join(name), content).unwrap();
    }
    fs::write(folder.path().join("liesmich.txt"), "kein Dokument").unwrap();
    let path = folder.path().to_str().unwrap();
    let single = check(&["--format", "jsonl", "--jobs", "1", path]);
    let names: Vec<String> = objects(&single)
        .iter()
        .map(|object| object["document"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 60);
    assert!(names.is_sorted_by_key(std::path::PathBuf::from));
    for jobs in ["2", "7", "64"] {
        assert_eq!(
            check(&["--format", "jsonl", "--jobs", jobs, path]).stdout,
            single.stdout
        );
    }
    let summary = check(&["--summary", path]).stdout;
    assert!(summary.contains("60 Dokumente: 51 gültig, 9 ungültig\n"), "{summary}");
}

#[test]
fn arguments_keep_their_order() {
    let call = check(&["--format", "jsonl", "richtig.xml", "falsch.xml", "richtig.xml"]);
    let valid: Vec<_> = objects(&call)
        .iter()
        .map(|object| object["valid"].as_bool().unwrap())
        .collect();
    assert_eq!(valid, [true, false, true]);
}

#[test]
fn a_folder_without_documents_is_no_success() {
    let folder = tempfile::tempdir().unwrap();
    let call = check(&[folder.path().to_str().unwrap()]);
    assert_eq!(call.code, 2);
    assert!(call.stdout.contains("XE0001"), "{}", call.stdout);
}

#[test]
fn the_standard_input_is_a_document() {
    let document = fs::read(data().join("falsch.xml")).unwrap();
    let from_input = check_with_input(&["--format", "jsonl", "-"], &document);
    assert_eq!(from_input.code, 1);
    let from_file = check(&["--format", "jsonl", "falsch.xml"]);
    assert_eq!(objects(&from_input)[0]["document"], "-");
    assert_eq!(objects(&from_input)[0]["findings"], objects(&from_file)[0]["findings"]);
    let without_schema = call(&["check", "-"]);
    assert_eq!(without_schema.code, 1);
}

#[test]
fn what_is_no_document_is_one_finding() {
    for (document, code) in [
        (&b""[..], "XD0003"),
        (b"PK\x03\x04\x14\x00", "XD0009"),
        (b"Sehr geehrte Damen und Herren", "XD0001"),
        (b"<antrag xmlns='urn:example:antrag' nummer='1'><name>M", "XD0002"),
        (b"<antrag xmlns='urn:example:fremd'/>", "XS0103"),
        (b"\xFF\xFEx", "XD0004"),
    ] {
        let call = check_with_input(&["--format", "jsonl", "-"], document);
        let object = &objects(&call)[0];
        assert_eq!(object["findings"].as_array().unwrap().len(), 1, "{object}");
        assert_eq!(object["findings"][0]["code"], code, "{object}");
        assert_eq!((call.code, &object["valid"]), (1, &serde_json::Value::Bool(false)));
    }
}

#[test]
fn a_large_file_is_streamed_with_the_same_findings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("groß.xml");
    let document = fs::read_to_string(data().join("falsch.xml")).unwrap();
    fs::write(
        &path,
        document.replace("</antrag>", &format!("</antrag><!--{}-->", " ".repeat(5 << 20))),
    )
    .unwrap();
    let large = objects(&check(&["--format", "jsonl", path.to_str().unwrap()]));
    let small = objects(&check(&["--format", "jsonl", "falsch.xml"]));
    assert_eq!(large[0]["findings"], small[0]["findings"]);
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let many = vec!["falsch.xml"; 2_000];
    let mut child = program()
        .args(["check", "--schema", SCHEMA, "--format", "jsonl"])
        .args(many)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_pdf_was_told_to_have_a_wrong_encoding_and_to_lack_a_schema() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, words) in [
        ("a.pdf", &b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"[..], "PDF-Datei"),
        ("b.zip", b"PK\x03\x04\x14\0\0\0\x08\0\xff\xfe", "ZIP-Datei"),
        ("c.json", b"{\"name\": 1}", "JSON"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let path = path.to_str().unwrap();
        for call in [
            call(&["check", path]),
            check(&[path]),
            call(&["intake", path, "--format", "text"]),
        ] {
            assert_eq!(call.code, 1, "{}", call.stderr);
            assert!(
                call.stdout.contains(words) || call.stdout.contains("Vorschlag"),
                "{}",
                call.stdout
            );
            assert!(!call.stdout.contains("kein Schema bereit"), "{}", call.stdout);
        }
    }
}
