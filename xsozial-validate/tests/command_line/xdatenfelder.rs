//! XDatenfelder files as schemas: named, installed, in the settings; the verdict is that of the XSD written of them.

use super::support::{Call, call, ended, objects, program};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_schema::{
    store::{Delivery, DeliveryOptions, Store},
    xdatenfelder::Shape,
};

fn nachbau(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xfall-nachbau");
    folder.join(path).to_str().unwrap().to_owned()
}

/// The good and the faulty samples of one Leistung.
fn samples() -> Vec<String> {
    let entries = fs::read_dir(nachbau("beispiele")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.trim_start_matches("fehler-").starts_with("haushaltshilfe-") && !name.contains("xdf2")
    });
    paths.sort();
    paths.iter().map(|path| path.to_str().unwrap().to_owned()).collect()
}

fn check(arguments: &[&str]) -> Call {
    let samples = samples();
    let samples: Vec<&str> = samples.iter().map(String::as_str).collect();
    call(&[&["check", "--no-config", "--format", "jsonl"], arguments, &samples].concat())
}

/// What a call found: code and path of each finding, a list a document.
fn findings(call: &Call) -> Vec<Vec<(String, String)>> {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let of_document = |object: serde_json::Value| {
        let findings = object["findings"].as_array().unwrap();
        findings
            .iter()
            .map(|finding| (text(&finding["code"]), text(&finding["path"])))
            .collect()
    };
    objects(call).into_iter().map(of_document).collect()
}

fn sum(call: &Call) -> String {
    objects(call)[0]["checked"]["xsd"]["sha256"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn the_file_gives_the_findings_and_the_sum_of_its_xsd() {
    let (file, lists) = (nachbau("haushaltshilfe.xdf3.xml"), nachbau("codelisten"));
    let of_file = check(&["--schema", &file, "--codelists", &lists]);
    let of_xsd = check(&["--schema", &nachbau("xsd-a/haushaltshilfe.xdf3.xsd")]);
    assert_eq!((of_file.code, of_xsd.code), (1, 1), "{}", of_file.stderr);
    assert_eq!(findings(&of_file), findings(&of_xsd));
    assert_eq!(findings(&of_file).iter().filter(|found| found.is_empty()).count(), 2);
    assert_eq!(
        sum(&of_file),
        sum(&of_xsd),
        "who checks by the file and who by its XSD check alike"
    );
}

#[test]
fn a_missing_list_is_told_with_the_options_that_help() {
    let file = nachbau("haushaltshilfe.xdf3.xml");
    let refused = check(&["--schema", &file, "--lang", "en"]);
    assert_eq!(refused.code, 2);
    for part in ["XL0314", "haushaltshilfe.xdf3.xml:", "--codelists", "--any-code"] {
        assert!(refused.stderr.contains(part), "{part}: {}", refused.stderr);
    }
    // What a code is, is then not known.
    let any_code = check(&["--schema", &file, "--any-code"]);
    let unknown = |call: &Call| {
        let all = findings(call).concat();
        all.into_iter().filter(|(code, _)| code == "XF0301").count()
    };
    assert_eq!((any_code.code, unknown(&any_code)), (1, 0), "{}", any_code.stderr);
}

#[test]
fn shape_b_and_names_are_taken() {
    let (file, lists) = (nachbau("haushaltshilfe.xdf3.xml"), nachbau("codelisten"));
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("b.xml");
    fs::write(
        &document,
        "<S99000000003V0.1.0 xmlns=\"urn:fim-de:xfall:datenschema:xdf3\"/>",
    )
    .unwrap();
    let b = ["--schema", &file, "--codelists", &lists, "--shape", "B"];
    let call_on = |more: &[&str]| {
        let document = document.to_str().unwrap();
        call(&[&["check", "--no-config", "--format", "jsonl"], more, &[document]].concat())
    };
    let codes = |call: &Call| {
        findings(call)[0]
            .iter()
            .map(|(code, _)| code.clone())
            .collect::<Vec<_>>()
    };
    assert!(
        !codes(&call_on(&b)).contains(&"XS0103".to_owned()),
        "the root is one of shape B"
    );
    assert_eq!(codes(&call_on(&b[..4])), ["XS0103"]);
    let xsd = nachbau("xsd-a/haushaltshilfe.xdf3.xsd");
    let named = check(&["--schema", &xsd, "--names", &file]);
    assert_eq!(findings(&named), findings(&check(&["--schema", &xsd])));
    let wrong = check(&["--schema", &xsd, "--names", &nachbau("xfall-nachbau-behaelter.xsd")]);
    assert_eq!(wrong.code, 2);
    assert_eq!(call_on(&[&b[..4], &["--shape", "C"]].concat()).code, 2);
}

#[test]
fn an_installed_file_gives_the_same_verdicts_without_any_option() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    for shape in [Shape::A, Shape::B] {
        let options = DeliveryOptions {
            codelists: vec![nachbau("codelisten").into()],
            shape,
            ..DeliveryOptions::default()
        };
        let delivery = Delivery::read_with(&[nachbau("haushaltshilfe.xdf3.xml").into()], &options).unwrap();
        Store::at(&store).add(&delivery).unwrap();
    }
    let mut command = program();
    command.env("XSOZIAL_STORE", &store);
    command
        .args(["check", "--no-config", "--format", "jsonl"])
        .args(samples());
    let installed = ended(&command.output().unwrap());
    let (file, lists) = (nachbau("haushaltshilfe.xdf3.xml"), nachbau("codelisten"));
    let named = check(&["--schema", &file, "--codelists", &lists]);
    assert_eq!(installed.code, 1, "{}", installed.stderr);
    assert_eq!(findings(&installed), findings(&named));
    assert_eq!(sum(&installed), sum(&named));
    let refused = check(&["--shape", "B"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("XA0020"), "{}", refused.stderr);
}

#[test]
fn the_settings_say_how_their_schema_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("xsozial.toml");
    let text = format!(
        "schemas = ['{}']\n[stores]\ncodelists = ['{}']\n[xdatenfelder]\nshape = \"B\"\n",
        nachbau("haushaltshilfe.xdf3.xml"),
        nachbau("codelisten")
    );
    fs::write(&settings, text).unwrap();
    let document = nachbau("beispiele/haushaltshilfe-minimal.xml");
    let settings = settings.to_str().unwrap();
    let by_settings = call(&["check", "--config", settings, "--format", "jsonl", &document]);
    assert_eq!(findings(&by_settings)[0][0].0, "XS0103", "the sample is of shape A");
    let beaten = call(&[
        "check", "--config", settings, "--shape", "A", "--format", "jsonl", &document,
    ]);
    assert_eq!(beaten.code, 0, "{}{}", beaten.stdout, beaten.stderr);
}

#[test]
fn mutants_are_made_by_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let (file, lists) = (nachbau("haushaltshilfe.xdf3.xml"), nachbau("codelisten"));
    let document = nachbau("beispiele/haushaltshilfe-minimal.xml");
    let made = call(&[
        "mutate",
        "--schema",
        &file,
        "--codelists",
        &lists,
        "--out",
        out,
        &document,
    ]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let table = fs::read_to_string(folder.path().join("rules.tsv")).unwrap();
    assert!(table.contains("\thaushaltshilfe.xdf3.xml:"), "rules stand in the file");
}
