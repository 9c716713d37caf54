//! The examples that build a crate of their own: the vendor's program, and the round trip of a generated crate.
#![allow(clippy::expect_used, reason = "helpers of tests fail like tests")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
    process::{Command, Output},
};
use zip::ZipArchive;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn vendor() -> PathBuf {
    workspace().join("examples/vendor")
}

/// Builds and runs the vendor's program. It is built into the workspace's target folder, with the workspace's profile: what is
/// built already of the packages that it depends on is used again.
fn fachverfahren(message: &Path, written: &Path) -> Output {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["run", "--quiet", "--locked", "--"])
        .args([message, written])
        .current_dir(vendor())
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only");
    command.output().expect("cargo starts")
}

#[test]
fn the_delivery_holds_the_schemas_of_its_folder() {
    let archive = fs::read(vendor().join("lieferung/beispiel-0.1.zip")).expect("it is there");
    let mut packed = unpack(archive);
    let schemas = workspace().join("schemas/beispiel");
    for entry in fs::read_dir(&schemas).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "xsd") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            assert!(
                packed.remove(&name) == Some(fs::read(&path).expect("a file")),
                "{name} has changed: cd schemas/beispiel && zip -X -9 ../../examples/vendor/lieferung/beispiel-0.1.zip *.xsd"
            );
        }
    }
    assert!(packed.is_empty(), "{:?} are no longer among the schemas", packed.keys());
}

/// The files of an archive, by name.
fn unpack(archive: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("readable");
        let name = entry.name().expect("a name").into_owned();
        files.insert(name, bytes);
    }
    files
}

/// So that no build needs other packages than the workspace does.
#[test]
fn the_vendor_is_locked_to_the_versions_of_the_workspace() {
    let locked = |folder: PathBuf| {
        let text = fs::read_to_string(folder.join("Cargo.lock")).expect("it is there");
        let packages = text.split("[[package]]").skip(1);
        let sources = packages.filter(|package| package.contains("source = "));
        let lines = sources.map(|package| package.lines().skip(1).take(2).collect::<Vec<_>>().join(" "));
        lines.collect::<BTreeSet<String>>()
    };
    let (own, all) = (locked(vendor()), locked(workspace()));
    let others: Vec<_> = own.difference(&all).collect();
    assert!(!own.is_empty());
    assert!(
        others.is_empty(),
        "{others:?}: cp Cargo.lock examples/vendor && cargo check --manifest-path examples/vendor/Cargo.toml"
    );
}

#[test]
fn the_vendors_program_takes_a_message_in_and_writes_it_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let sample = workspace().join("schemas/beispiel/beispiele/antrag.xml");
    let (written, again) = (folder.path().join("neu.xml"), folder.path().join("nochmals.xml"));
    let output = fachverfahren(&sample, &written);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(errors, "");
    let screen = String::from_utf8_lossy(&output.stdout);
    assert!(screen.contains("person › anschrift › ort: Erfundenhausen"), "{screen}");
    // What it wrote it reads as the same.
    assert!(fachverfahren(&written, &again).status.success());
    assert_eq!(fs::read(&written).expect("written"), fs::read(&again).expect("written"));

    // A message with a fault is refused, by findings that hold nothing of it.
    let faulty = folder.path().join("fehler.xml");
    let text = fs::read_to_string(&sample).expect("a sample");
    fs::write(&faulty, text.replacen("1890-02-28", "28.02.1890", 1)).expect("written");
    let output = fachverfahren(&faulty, &folder.path().join("nie.xml"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(
        errors.contains("XF0001") && errors.contains("suggestion: prüfen"),
        "{errors}"
    );
    assert!(!errors.contains("28.02"), "{errors}");
    assert!(!folder.path().join("nie.xml").exists());

    // What is not there is another matter than what is wrong.
    let output = fachverfahren(&folder.path().join("fehlt.xml"), &written);
    assert_eq!(output.status.code(), Some(2));
}

/// It builds the generated crate, beside this workspace's own target folder.
#[test]
fn a_generated_crate_reads_and_writes_its_sample() {
    let output = Command::new(env!("CARGO_BIN_EXE_rundreise"))
        .output()
        .expect("it was built");
    let screen = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{screen}{errors}");
    for line in [
        "read again: equal",
        "refused: 30:14 XF0001",
        "done; the written document",
    ] {
        assert!(screen.contains(line), "{screen}");
    }
}
