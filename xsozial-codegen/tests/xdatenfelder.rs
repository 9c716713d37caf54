//! XDatenfelder files: `fim-xsd`, and code that is named after what people call the fields.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use xsozial_codegen::{Generator, Shape};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn nachbau() -> PathBuf {
    workspace().join("schemas/xfall-nachbau")
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/xdatenfelder/fim.xdf3.xml")
}

fn fim_xsd(file: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
        .arg("fim-xsd")
        .arg(file)
        .args(more)
        .output()
        .unwrap()
}

/// The XDatenfelder files of the Nachbau.
fn nachbau_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(nachbau()).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.to_string_lossy().contains(".xdf")).collect();
    files.sort();
    files
}

/// Code without the head, which names documents and hashes, and without the stored schema.
fn code(generator: Generator) -> String {
    let out = tempfile::tempdir().unwrap();
    generator.name("fim").out_dir(out.path()).generate().unwrap();
    let code = fs::read_to_string(out.path().join("fim.rs")).unwrap();
    code.lines()
        .filter(|line| !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_xsds_of_the_nachbau_are_up_to_date() {
    let lists = nachbau().join("codelisten");
    for file in nachbau_files() {
        for (shape, folder) in [("A", "xsd-a"), ("B", "xsd-b")] {
            let output = fim_xsd(&file, &["--shape", shape, "--codelists", lists.to_str().unwrap()]);
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let xsd = nachbau()
                .join(folder)
                .join(file.file_name().unwrap())
                .with_extension("xsd");
            assert!(
                fs::read(&xsd).unwrap() == output.stdout,
                "{} is not what fim-xsd --shape {shape} writes",
                xsd.display()
            );
        }
    }
}

#[test]
fn both_editions_of_one_file_give_one_schema_of_shape_b() {
    let elements = |edition: &str| {
        let xsd = fs::read_to_string(nachbau().join(format!("xsd-b/haushaltshilfe.{edition}.xsd"))).unwrap();
        xsd.lines().skip(3).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(elements("xdf2"), elements("xdf3"));
}

#[test]
fn every_field_of_the_nachbau_names_its_fact_and_the_readme_counts_them() {
    let readme = fs::read_to_string(nachbau().join("README.md")).unwrap();
    for file in nachbau_files() {
        let text = fs::read_to_string(&file).unwrap();
        let (mut known, mut assumed) = (0, 0);
        for field in text.split("<xdf:datenfeld>").skip(1) {
            let description = field.split("<xdf:beschreibung>").nth(1).unwrap();
            match description {
                _ if description.starts_with("belegt: ") => known += 1,
                _ if description.starts_with("angenommen") => assumed += 1,
                _ => panic!("{}: a field says neither", file.display()),
            }
        }
        let name = file.file_name().unwrap().to_str().unwrap();
        let row = format!("| `{name}` | {known} | {assumed} |");
        assert!(readme.contains(&row), "README.md lacks {row}");
    }
}

#[test]
fn the_nachbau_keeps_to_the_number_range_99_and_says_what_it_is() {
    for file in nachbau_files() {
        let text = fs::read_to_string(&file).unwrap();
        for id in text.split("<xdf:id>").skip(1) {
            assert_eq!(&id[1..3], "99", "{}: {}", file.display(), &id[..12]);
        }
        let head = text.split("<xdf:struktur>").next().unwrap();
        assert!(head.contains("Nachbau)</xdf:name>") && head.contains("erfunden, nicht amtlich"));
    }
}

#[test]
fn an_xsd_of_ids_with_the_file_beside_it_gives_the_same_code() {
    for (shape, letter) in [(Shape::A, "A"), (Shape::B, "B")] {
        let folder = tempfile::tempdir().unwrap();
        let xsd = folder.path().join("fim.xsd");
        let output = fim_xsd(&sample(), &["--shape", letter, "--out", xsd.to_str().unwrap()]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let direct = code(Generator::new().schema(sample()).shape(shape));
        assert!(
            direct == code(Generator::new().schema(&xsd).names(sample())),
            "{letter}"
        );
        assert!(direct.contains("pub familienname:") && direct.contains("pub struct Haushaltsmitglied "));
        let ids = code(Generator::new().schema(&xsd));
        assert!(!ids.contains("familienname") && ids.contains("f99000000003"));
    }
}

#[test]
fn documentation_names_the_id_and_what_the_file_says() {
    let code = code(Generator::new().schema(sample()));
    for expected in [
        "/// XML: `xfd:F99000000003`",
        "/// Hilfe: Wie er im Ausweis steht.",
        "/// Regel R99000000001: MindestensEineAngabe Ohne Telefon ist die E-Mail anzugeben.",
        "serde(rename = \"F99000000003\")",
        "/// Elternteil",
    ] {
        assert!(code.contains(expected), "{expected}");
    }
}

#[test]
fn a_missing_code_list_is_told_with_its_place_and_two_ways_out() {
    let file = nachbau().join("haushaltshilfe.xdf3.xml");
    let output = fim_xsd(&file, &[]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.starts_with("xsozial-codegen: XL0314 haushaltshilfe.xdf3.xml:"),
        "{message}"
    );
    assert!(
        message.contains("--codelists DIR") && message.contains("--any-code"),
        "{message}"
    );
    let output = fim_xsd(&file, &["--any-code"]);
    assert!(output.status.success());
    let xsd = String::from_utf8(output.stdout).unwrap();
    assert!(xsd.contains(" type=\"xs:string\"/>"));
}

#[test]
fn what_is_no_shape_is_refused() {
    let output = fim_xsd(&sample(), &["--shape", "C"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the shapes are A and B"));
}

#[test]
fn samples_come_from_a_file_directly() {
    let output = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
        .args(["sample", "--seed", "1", "--size", "full", "--schema"])
        .arg(sample())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("fim.S99000000009.00000001000000"));
}

#[test]
fn a_truth_value_of_shape_a_is_a_bool_and_no_enum() {
    let code = code(Generator::new().schema(sample()));
    assert!(code.contains("pub zustimmung: Option<bool>,"));
    assert!(!code.contains("enum Zustimmung"));
}
