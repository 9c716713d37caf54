//! `add`, `list`, `show` and `remove` as a user calls them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn call(store: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"));
    command.args(arguments).env("XSOZIAL_STORE", store).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_delivery_is_installed_shown_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let added = call(&store, &["add", "tests/xsd/codes"]);
    assert!(added.status.success(), "{}", complaint(&added));
    let said_on_add = said(&added);
    assert!(said_on_add.starts_with("Installiert: "), "{said_on_add}");
    for part in ["Lizenz", "Nachrichten", "Codelisten", "fehlt: "] {
        assert!(said_on_add.contains(part), "{part} in {said_on_add}");
    }
    let again = call(&store, &["add", "--lang", "en", "tests/xsd/codes"]);
    assert!(said(&again).starts_with("Was installed already: "), "{}", said(&again));
    let listed = said(&call(&store, &["list"]));
    assert_eq!(listed.lines().count(), 1, "{listed}");
    let name = listed.split_whitespace().next().unwrap();
    let shown = call(&store, &["show", name]);
    assert!(shown.status.success() && said(&shown).contains("SHA-256"));
    let removed = call(&store, &["remove", name]);
    assert_eq!(said(&removed), format!("Entfernt: {name}\n"));
    assert!(said(&call(&store, &["list"])).contains("nichts installiert"));
}

#[test]
fn what_is_not_installed_is_told_with_what_is() {
    let folder = tempfile::tempdir().unwrap();
    let missing = call(folder.path(), &["show", "xfehlt"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(complaint(&missing).contains("nothing that is installed is called \"xfehlt\""));
    for set in ["tests/xsd/codes", "tests/xsd/namespaces"] {
        assert!(call(folder.path(), &["add", set]).status.success(), "{set}");
    }
    let missing = complaint(&call(folder.path(), &["remove", "xfehlt"]));
    assert!(missing.contains("; installed: ") && missing.contains('@'), "{missing}");
}

#[test]
fn a_schema_that_cannot_be_compiled_is_not_installed() {
    let folder = tempfile::tempdir().unwrap();
    let xsd = folder.path().join("a.xsd");
    let text =
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="fehlt"/></xs:schema>"#;
    fs::write(&xsd, text).unwrap();
    let store = folder.path().join("store");
    let refused = call(&store, &["add", xsd.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        complaint(&refused).contains("XM0102 ") && complaint(&refused).contains(" a.xsd:1: "),
        "{}",
        complaint(&refused)
    );
    assert_eq!(fs::read_dir(&store).unwrap().count(), 0);
    let absent = call(&store, &["add", "gibt/es/nicht.zip"]);
    assert_eq!(absent.status.code(), Some(2));
}
