//! The XFall Nachbau: its samples are valid, and none of their mandatory elements may be left out; xmllint agrees. The faulty
//! ones give the findings that their table names, at its places.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says what it skips"
)]

use roxmltree::{Document, Node};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use xsozial_schema::{Schema, xsd::Sources};
use xsozial_validate::{Finding, Validator, profile::Profile};

const LEISTUNGEN: [&str; 3] = ["mietrueckstaende", "hilfe-zum-lebensunterhalt", "haushaltshilfe"];
/// What the names of faulty samples begin with.
const FAULTY: &str = "fehler-";

fn nachbau() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xfall-nachbau")
}

/// Each sample with the XSD that it is written for. Fachdaten in an envelope are checked by both.
fn samples() -> Vec<(PathBuf, Vec<PathBuf>)> {
    let leistung = |name: &str| nachbau().join(format!("xsd-a/{name}.xsd"));
    let mut samples = Vec::new();
    for name in LEISTUNGEN {
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

/// The names of all samples, faulty ones included.
fn documents() -> BTreeSet<String> {
    let entries = fs::read_dir(nachbau().join("beispiele")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| Path::new(name).extension() == Some("xml".as_ref()))
        .collect()
}

/// A finding as the table has it: code, line, and the path in local names.
type Row = (String, String, String);

/// What each faulty sample must give. `-` stands for nothing: a fault that neither schema nor profile can tell.
fn table() -> BTreeMap<String, Vec<Row>> {
    let text = fs::read_to_string(nachbau().join("beispiele/befunde.tsv")).unwrap();
    let mut table: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, code, line, path] = columns[..] else {
            panic!("not four columns: {line}")
        };
        let rows = table.entry(file.to_owned()).or_default();
        if code != "-" {
            rows.push((code.to_owned(), line.to_owned(), path.to_owned()));
        }
    }
    table
}

fn row(finding: &Finding) -> Row {
    let steps = finding.path().split("/Q{").map(|step| match step.split_once('}') {
        Some((_, local)) => local,
        None => step,
    });
    let path = steps.filter(|step| !step.is_empty()).collect::<Vec<_>>().join("/");
    let line = finding.position().map_or(0, |position| position.line);
    (finding.code().as_str().to_owned(), line.to_string(), path)
}

/// The schema of the envelope with those of all Leistungen.
fn all_together() -> Schema {
    let leistungen = LEISTUNGEN.map(|name| nachbau().join(format!("xsd-a/{name}.xdf3.xsd")));
    let envelope = Sources::new().schema(nachbau().join("xfall-nachbau-behaelter.xsd"));
    Schema::compile(leistungen.into_iter().fold(envelope, Sources::schema)).unwrap()
}

/// The validator for envelopes, with the profile that says which Fachdaten belong to which Leistung.
fn envelope_validator() -> Validator {
    let schema = all_together();
    let text = fs::read_to_string(nachbau().join("profile/behaelter.toml")).unwrap();
    let profile = Profile::from_toml(&text, "behaelter.toml", &schema).unwrap();
    Validator::new(schema).with_profile(profile)
}

#[test]
fn faulty_samples_give_exactly_the_findings_of_their_table() {
    let (envelopes, leistungen) = (envelope_validator(), Validator::new(all_together()));
    let table = table();
    let faulty: BTreeSet<String> = documents()
        .into_iter()
        .filter(|name| name.starts_with(FAULTY))
        .collect();
    assert_eq!(faulty, table.keys().cloned().collect());
    for kind in LEISTUNGEN.into_iter().chain(["behaelter"]) {
        let begin = format!("{FAULTY}{kind}-");
        let count = faulty.iter().filter(|name| name.starts_with(&begin)).count();
        assert!(count >= 5, "{kind}: {count} faulty samples");
    }
    for (name, expected) in table {
        let bytes = fs::read(nachbau().join("beispiele").join(&name)).unwrap();
        let is_envelope = name.starts_with("fehler-behaelter-");
        let validator = if is_envelope { &envelopes } else { &leistungen };
        let found: Vec<Row> = validator.report(&bytes).findings.iter().map(row).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn good_envelopes_hold_the_fachdaten_of_their_leistung() {
    let validator = envelope_validator();
    for name in LEISTUNGEN {
        let bytes = fs::read(nachbau().join(format!("beispiele/behaelter-{name}.xml"))).unwrap();
        assert_eq!(validator.report(&bytes).findings, [], "{name}");
    }
}

#[test]
fn all_samples_are_valid() {
    let good = documents().into_iter().filter(|name| !name.starts_with(FAULTY));
    assert_eq!(good.count(), samples().len(), "a sample is not in this test");
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
