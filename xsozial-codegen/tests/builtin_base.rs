//! Deliveries that lack the base schemas of XÖV, as a user installs, shows, tries and generates from them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

const SCHEMA: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://xoev.de/schemata/code/1_0"
    targetNamespace="urn:example:a">
    <xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="https://example.org/xoev-code.xsd"/>
    <xs:element name="a"><xs:complexType><xs:sequence><xs:element name="art" type="c:Code"/></xs:sequence></xs:complexType>
    </xs:element></xs:schema>"#;

/// What is said of it in German.
const NOTICE: &str = "xoev-code.xsd aus xsozial (funktionsgleich, nicht amtlich), weil die Lieferung sie nicht enthält";

fn delivery() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("xsd")).unwrap();
    fs::write(folder.path().join("xsd/a.xsd"), SCHEMA).unwrap();
    folder
}

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"));
    let command = command.args(arguments).current_dir(folder);
    command.env("XSOZIAL_STORE", folder.join("store")).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn noted(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn adding_and_showing_say_what_came_from_xsozial() {
    let folder = delivery();
    for arguments in [["add", "xsd"], ["show", "urn:example:a"]] {
        let output = call(folder.path(), &arguments);
        assert!(output.status.success(), "{}", noted(&output));
        assert!(
            said(&output).contains(&format!("Grundlagen:     {NOTICE}")),
            "{}",
            said(&output)
        );
    }
}

#[test]
fn what_reads_schemas_notes_it_and_generated_code_says_it() {
    let folder = delivery();
    let calls: [&[&str]; 3] = [
        &["generate", "--schema", "xsd", "--name", "xa", "--out", "xa"],
        &["sample", "--schema", "xsd", "--seed", "1", "--size", "minimal"],
        &["diff", "--lang", "en", "xsd", "xsd"],
    ];
    for arguments in calls {
        let output = call(folder.path(), arguments);
        assert!(output.status.success(), "{}", noted(&output));
        let note = "xsozial-codegen: note: xoev-code.xsd from xsozial (work alike, not official)";
        assert_eq!(
            noted(&output).matches(note).count(),
            1,
            "{arguments:?}: {}",
            noted(&output)
        );
    }
    let library = fs::read_to_string(folder.path().join("xa/src/lib.rs")).unwrap();
    assert!(library.contains(NOTICE.split(" (").next().unwrap()), "{library}");
}

#[test]
fn a_build_script_watches_what_was_given_alone() {
    let folder = delivery();
    let schemas = folder.path().join("xsd");
    let generator = xsozial_codegen::Generator::new().schema(&schemas).name("xa");
    let generated = generator.out_dir(folder.path().join("out")).generate().unwrap();
    assert_eq!(generated.inputs, [schemas]);
    assert_eq!(generated.builtin_documents, ["xoev-code.xsd"]);
}

#[test]
fn the_doctor_tries_the_delivery_with_them() {
    let folder = delivery();
    let output = call(folder.path(), &["doctor", "--no-build", "--samples", "3", "xsd"]);
    let report = said(&output);
    assert!(report.contains(NOTICE), "{report}");
    assert_eq!(output.status.code(), Some(0), "{report}{}", noted(&output));
    // Other validators, where installed, get them as well.
    for judge in report.lines().filter(|line| line.starts_with("Urteile von")) {
        assert!(judge.contains("3 von 3") || judge.contains("entfällt"), "{report}");
    }
}
