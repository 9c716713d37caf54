//! The XFall Nachbau: its samples are valid, and none of their mandatory elements may be left out; xmllint agrees.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says what it skips"
)]

use roxmltree::{Document, Node};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::Validator;

fn nachbau() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xfall-nachbau")
}

/// Each sample with the XSD that it is written for. Fachdaten in an envelope are checked by both.
fn samples() -> Vec<(PathBuf, Vec<PathBuf>)> {
    let leistung = |name: &str| nachbau().join(format!("xsd-a/{name}.xsd"));
    let mut samples = Vec::new();
    for name in ["mietrueckstaende", "hilfe-zum-lebensunterhalt", "haushaltshilfe"] {
        let xsd = leistung(&format!("{name}.xdf3"));
        for kind in ["minimal", "voll"] {
            samples.push((format!("{name}-{kind}.xml"), vec![xsd.clone()]));
        }
        let envelope = nachbau().join("xfall-nachbau-behaelter.xsd");
        samples.push((format!("behaelter-{name}.xml"), vec![envelope, xsd]));
    }
    samples.push((
        "haushaltshilfe-xdf2-minimal.xml".to_owned(),
        vec![leistung("haushaltshilfe.xdf2")],
    ));
    let path = |name: &String| nachbau().join("beispiele").join(name);
    samples.iter().map(|(name, xsds)| (path(name), xsds.clone())).collect()
}

fn validator(xsds: &[PathBuf]) -> Validator {
    let sources = xsds.iter().fold(Sources::new(), Sources::schema);
    Validator::new(Schema::compile(sources).unwrap())
}

#[test]
fn all_samples_are_valid() {
    let folder = fs::read_dir(nachbau().join("beispiele")).unwrap();
    assert_eq!(folder.count(), samples().len(), "a sample is not in this test");
    for (path, xsds) in samples() {
        let finding = validator(&xsds).first_finding(&fs::read(&path).unwrap());
        assert!(
            finding.is_none(),
            "{}: {}",
            path.display(),
            finding.unwrap().code().as_str()
        );
    }
}

/// The document without one element each. In a minimal document every element must stand.
fn without_one(text: &str) -> Vec<String> {
    let document = Document::parse(text).unwrap();
    let elements = document.root_element().descendants().filter(Node::is_element).skip(1);
    elements
        .map(|element| {
            let range = element.range();
            format!("{}{}", &text[..range.start], &text[range.end..])
        })
        .collect()
}

#[test]
fn no_mandatory_element_may_be_left_out() {
    let mut documents = 0;
    for (path, xsds) in samples() {
        if !path.to_string_lossy().contains("minimal") {
            continue;
        }
        let validator = validator(&xsds);
        let shortened = without_one(&fs::read_to_string(&path).unwrap());
        documents += shortened.len();
        for text in &shortened {
            assert!(!validator.is_valid(text.as_bytes()), "{}", path.display());
        }
        assert_eq!(
            xmllint(&xsds[0], &shortened).unwrap_or_default(),
            0,
            "{}",
            path.display()
        );
    }
    assert!(documents > 100, "{documents} documents");
}

#[test]
fn xmllint_finds_all_samples_valid() {
    for (path, xsds) in samples() {
        let text = fs::read_to_string(&path).unwrap();
        // xmllint takes one XSD, and checks the wildcard of the envelope lax without the other.
        if let Some(valid) = xmllint(&xsds[0], &[text]) {
            assert_eq!(valid, 1, "{}", path.display());
        }
    }
}

/// How many of these documents xmllint finds valid; `None`, with a word, where it is not installed.
fn xmllint(xsd: &Path, documents: &[String]) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = (0..documents.len())
        .map(|number| folder.path().join(format!("{number}.xml")))
        .collect();
    for (file, text) in files.iter().zip(documents) {
        fs::write(file, text).unwrap();
    }
    let output = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(xsd)
        .args(&files)
        .output();
    let Ok(output) = output else {
        eprintln!("skipped: xmllint is not installed");
        return None;
    };
    let messages = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!messages.contains("Schemas parser error"), "{messages}");
    Some(messages.lines().filter(|line| line.ends_with(" validates")).count())
}
