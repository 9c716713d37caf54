//! The command line: contract 1 of the design.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn schema(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/xsd").join(name)
}

fn generate(schema: &Path, out: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
        .args(["generate", "--name", "xbeispiel", "--schema"])
        .arg(schema)
        .arg("--out")
        .arg(out)
        .args(more)
        .output()
        .unwrap()
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            files.push((path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

#[test]
fn a_crate_is_written() {
    let out = tempfile::tempdir().unwrap();
    let output = generate(&schema("namespaces"), out.path(), &["--runtime", "../xsozial-model"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty() && output.stdout.is_empty());
    let names: Vec<_> = files(out.path()).into_iter().map(|(path, _)| path).collect();
    let expected = ["Cargo.toml", "src/bk.rs", "src/lib.rs", "src/n.rs", "src/schema.bin"];
    assert_eq!(names, expected.map(PathBuf::from));
    let manifest = fs::read_to_string(out.path().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"xbeispiel\""));
    assert!(manifest.contains("default-features = false"));
    let library = fs::read_to_string(out.path().join("src/lib.rs")).unwrap();
    assert!(library.contains("Lizenz: unbekannt"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    generate(&schema("codes"), one.path(), &[]);
    generate(&schema("codes"), other.path(), &[]);
    assert!(!files(one.path()).is_empty());
    assert!(files(one.path()) == files(other.path()));
}

#[test]
fn without_a_runtime_the_manifest_asks_for_this_version() {
    let out = tempfile::tempdir().unwrap();
    generate(&schema("sequence.xsd"), out.path(), &[]);
    let manifest = fs::read_to_string(out.path().join("Cargo.toml")).unwrap();
    assert!(manifest.contains(&format!(
        "xsozial-model = {{ version = \"{}\"",
        env!("CARGO_PKG_VERSION")
    )));
}

#[test]
fn what_cannot_be_done_is_told_in_plain_words() {
    let out = tempfile::tempdir().unwrap();
    let missing = generate(Path::new("gibt/es/nicht.xsd"), out.path(), &[]);
    assert_eq!(
        missing.status.code(),
        Some(2),
        "{}",
        String::from_utf8_lossy(&missing.stderr)
    );
    assert!(String::from_utf8_lossy(&missing.stderr).contains("nicht.xsd"));

    let broken = out.path().join("kaputt.xsd");
    fs::write(
        &broken,
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='b'/></xs:schema>",
    )
    .unwrap();
    let refused = generate(&broken, &out.path().join("aus"), &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("kaputt.xsd:1"));

    let arguments = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
        .arg("generate")
        .output()
        .unwrap();
    assert_eq!(arguments.status.code(), Some(2));
}

#[test]
fn foreign_files_are_never_touched() {
    let out = tempfile::tempdir().unwrap();
    fs::create_dir(out.path().join("src")).unwrap();
    fs::write(out.path().join("src/lib.rs"), "// mine").unwrap();
    fs::write(out.path().join("notes.txt"), "mine").unwrap();
    let refused = generate(&schema("sequence.xsd"), out.path(), &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(fs::read_to_string(out.path().join("src/lib.rs")).unwrap(), "// mine");
    assert!(
        !out.path().join("Cargo.toml").exists(),
        "nothing is written when something is in the way"
    );

    fs::remove_file(out.path().join("src/lib.rs")).unwrap();
    assert!(generate(&schema("sequence.xsd"), out.path(), &[]).status.success());
    assert_eq!(fs::read_to_string(out.path().join("notes.txt")).unwrap(), "mine");
}

#[test]
fn a_code_list_gives_names_to_codes_and_a_broken_one_is_told() {
    let (lists, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let list = r#"<CodeList xmlns="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
        <Identification><ShortName>land</ShortName><Version>2024-01-01</Version>
        <CanonicalUri>urn:beispiel:codeliste:land</CanonicalUri><CanonicalVersionUri>urn:v</CanonicalVersionUri></Identification>
        <ColumnSet><Column Id="schluessel" Use="required"><ShortName>s</ShortName><Data Type="string"/></Column>
        <Column Id="name" Use="required"><ShortName>n</ShortName><Data Type="string"/></Column>
        <Key Id="k"><ShortName>k</ShortName><ColumnRef Ref="schluessel"/></Key></ColumnSet><SimpleCodeList>
        <Row><Value ColumnRef="schluessel"><SimpleValue>AT</SimpleValue></Value>
        <Value ColumnRef="name"><SimpleValue>Österreich</SimpleValue></Value></Row></SimpleCodeList></CodeList>"#;
    fs::write(lists.path().join("land.xml"), list).unwrap();
    fs::write(lists.path().join("kaputt.xml"), "kein XML").unwrap();
    let output = generate(
        &schema("codes"),
        out.path(),
        &["--codelists", lists.path().to_str().unwrap()],
    );
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("kaputt.xml"));
    let module = fs::read_to_string(out.path().join("src/c.rs")).unwrap();
    assert!(module.contains("pub const OESTERREICH: &'static str = \"AT\";"));
}

fn sample(schema: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
        .args(["sample", "--schema"])
        .arg(schema)
        .args(["--seed", "7"])
        .args(more)
        .output()
        .unwrap()
}

#[test]
fn samples_go_to_the_output_or_to_files_and_are_repeatable() {
    let schema = schema("global_simple.xsd");
    let first = sample(&schema, &["--size", "full", "--count", "2"]);
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    assert!(first.stdout.starts_with(b"<?xml") && first.stderr.is_empty());
    assert_eq!(
        first.stdout,
        sample(&schema, &["--size", "full", "--count", "2"]).stdout
    );
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    let written = sample(&schema, &["--size", "minimal", "--count", "2", "--out", folder]);
    assert!(written.status.success() && written.stdout.is_empty());
    let names: Vec<_> = files(out.path()).into_iter().map(|(path, _)| path).collect();
    assert!(names.len() >= 2 && names.len() % 2 == 0, "{names:?}");
    assert!(
        names.iter().all(|name| name.to_str().unwrap().contains("-minimal-")),
        "{names:?}"
    );
}

#[test]
fn a_sample_without_such_a_root_cannot_be_made() {
    let output = sample(
        &schema("global_simple.xsd"),
        &["--size", "full", "--element", "gibtEsNicht"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("gibtEsNicht"));
}

#[test]
fn completions_and_manual_pages_are_at_hand() {
    let call = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = call(&["completions", shell]);
        assert!(script.contains("generate") && script.contains("codelists"), "{shell}");
    }
    assert!(call(&["man"]).contains(".TH xsozial-codegen 1"));
    let out = tempfile::tempdir().unwrap();
    call(&["man", "--out", out.path().to_str().unwrap()]);
    let page = fs::read_to_string(out.path().join("xsozial-codegen-generate.1")).unwrap();
    assert!(page.contains("\\-\\-runtime"), "{page}");
}

#[test]
fn diff_tells_what_changed_and_which_way() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, length: &str| {
        let path = folder.path().join(name);
        let text = format!(
            r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="Ort">
            <xs:restriction base="xs:token"><xs:maxLength value="{length}"/></xs:restriction></xs:simpleType></xs:schema>"#
        );
        fs::write(&path, text).unwrap();
        path
    };
    let (old, new) = (write("alt.xsd", "80"), write("neu.xsd", "60"));
    let diff = |new: &Path, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"));
        command.arg("diff").arg(&old).arg(new).args(more).output().unwrap()
    };
    let output = diff(&new, &[]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text, "simpleType Ort: verschärft: maxLength: 80 → 60 [neu.xsd:1]\n");
    let output = diff(&new, &["--format", "json"]);
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(object["equal"], false);
    assert_eq!(object["changes"][0]["change"], "tightened");
    assert_eq!(object["changes"][0]["before"], "80");
    let output = diff(&old, &["--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("No difference"));
    assert_eq!(diff(Path::new("fehlt.xsd"), &[]).status.code(), Some(2));
}
