//! The examples that build a crate of their own: the vendor's program, and the round trip of a generated crate.

use std::{
    env, fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn vendor() -> PathBuf {
    workspace().join("examples/vendor")
}

/// Runs cargo in the vendor's folder. It builds into the workspace's target folder, with the workspace's profile: what is
/// built already from the registry is used again.
fn cargo(arguments: &[&str]) -> Output {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let mut command = Command::new(env!("CARGO"));
    command
        .args(arguments)
        .args(["--quiet", "--locked"])
        .current_dir(vendor())
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only");
    command.output().expect("cargo starts")
}

/// Runs the vendor's program.
fn fachverfahren(message: &Path, written: &Path) -> Output {
    let (message, written) = (message.to_string_lossy(), written.to_string_lossy());
    cargo(&["run", "--", &message, &written])
}

#[test]
fn the_delivery_holds_the_schemas_of_its_folder() {
    let path = vendor().join("lieferung/beispiel-0.1.zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(&path).expect("it is there"))).expect("an archive");
    let schemas = workspace().join("schemas/beispiel");
    let mut names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    names.sort();
    let files = fs::read_dir(&schemas)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path());
    let mut expected: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "xsd"))
        .map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .collect();
    expected.sort();
    assert_eq!(names, expected);
    for name in names {
        let mut packed = Vec::new();
        archive
            .by_name(&name)
            .expect("an entry")
            .read_to_end(&mut packed)
            .expect("readable");
        let file = fs::read(schemas.join(&name)).expect("a file");
        assert!(
            packed == file,
            "{name} has changed: cd schemas/beispiel && zip -X -9 ../../examples/vendor/lieferung/beispiel-0.1.zip *.xsd"
        );
    }
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
