//! Every example runs, and shows what it showed before.
#![allow(clippy::expect_used, reason = "helpers of tests fail like tests")]

use std::{fs, path::Path, process::Command};
use xsozial_schema::Language;

/// Runs a program without arguments, and answers what it prints.
fn screen(program: &str) -> String {
    let output = Command::new(program).output().expect("it was built");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(errors, "");
    String::from_utf8(output.stdout).expect("text")
}

macro_rules! screens {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                let screen = screen(env!(concat!("CARGO_BIN_EXE_", stringify!($name))));
                let notice = xsozial_model::xsozial_nachbau::schema().standard.notice(Language::German);
                assert!(screen.contains(notice.expect("it is a Nachbau")), "{screen}");
                assert!(!screen.contains("STIMMT NICHT"), "{screen}");
                insta::assert_snapshot!(screen);
            }
        )*

        /// The programs that have a test here.
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

screens! {
    haushalt
    haushalt_xfall
    lebensunterhalt
    lebensunterhalt_xfall
    mietrueckstaende
    mietrueckstaende_xfall
    unvollstaendig
}

#[test]
fn every_example_is_short_and_has_a_test_and_a_row_in_the_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(folder.join("README.md")).expect("a README");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.join("src/bin")).expect("a folder") {
        let path = entry.expect("a file").path();
        let lines = fs::read_to_string(&path).expect("text").lines().count();
        assert!(lines < 150, "{}: {lines} lines", path.display());
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        assert!(table.contains(&format!("`{name}`")), "{name} is not in README.md");
        names.push(name);
    }
    names.sort();
    // The round trip of a generated crate builds one: its test is with those that build.
    names.retain(|name| name != "rundreise");
    assert_eq!(names, NAMES);
}

#[test]
fn a_message_that_is_no_xml_is_told_in_german_and_shows_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let message = folder.path().join("kein.xml");
    fs::write(&message, "Sehr geehrte Damen und Herren").expect("written");
    let program = env!("CARGO_BIN_EXE_unvollstaendig");
    let output = Command::new(program).arg(&message).output().expect("it was built");
    let screen = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success());
    assert!(
        screen.contains("Vorschlag: beim Absender eine lesbare Fassung anfordern"),
        "{screen}"
    );
    assert!(screen.contains("Angekommen sind 0 Angaben"), "{screen}");
    assert!(!screen.contains("Damen"), "{screen}");
}
