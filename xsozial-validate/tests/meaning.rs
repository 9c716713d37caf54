//! What codes mean to people: names out of schemas and code lists, and the labels of FIM fields.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_model::{xfall_nachbau, xsozial_nachbau};
use xsozial_schema::codelists::CodelistStore;
use xsozial_validate::{Validator, intake::Fields};

fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas")
}

fn nachbau() -> (Validator, CodelistStore) {
    let codelists = CodelistStore::load([schemas().join("xsozial-nachbau/codelisten")]).unwrap();
    (Validator::new(xsozial_nachbau::schema()), codelists)
}

fn sample(path: &str) -> String {
    fs::read_to_string(schemas().join(path)).unwrap()
}

/// The meanings of all values whose path ends with these names.
fn meanings(fields: &Fields, codelists: &CodelistStore, end: &str) -> Vec<Option<String>> {
    let is_it = |path: String| {
        let local = |step: &str| {
            step.rsplit('}')
                .next()
                .and_then(|step| step.split('[').next())
                .map(str::to_owned)
        };
        let names: Vec<String> = path.split('/').filter_map(local).collect();
        names.join("/").ends_with(end)
    };
    let found = fields.iter().filter(|field| is_it(field.path()));
    found.map(|field| field.meaning(codelists)).collect()
}

#[test]
fn codes_have_the_names_of_their_lists() {
    let (validator, codelists) = nachbau();
    let text = sample("xsozial-nachbau/beispiele/uebernahme-mietrueckstaende/voll.xml");
    let fields = validator.intake(text.as_bytes()).fields;
    let one = |end| meanings(&fields, &codelists, end).remove(0);
    assert_eq!(one("leistung/code").as_deref(), Some("Übernahme von Mietrückständen"));
    // The document names the version of this list.
    assert_eq!(one("geschlecht/code").as_deref(), Some("weiblich"));
    // This list is too large to ship; a name and a version of a list are no codes.
    assert_eq!(one("gemeinde/code"), None);
    assert_eq!(one("leistung/name"), None);
    assert!(meanings(&fields, &CodelistStore::new(), "leistung/code")[0].is_none());
}

#[test]
fn a_version_that_is_not_at_hand_and_an_unknown_code_have_no_meaning() {
    let (validator, codelists) = nachbau();
    let text = sample("xsozial-nachbau/beispiele/uebernahme-mietrueckstaende/voll.xml")
        .replace("geschlecht listVersionID=\"1\"", "geschlecht listVersionID=\"0\"")
        .replace("<code>UVM</code>", "<code>UVX</code>");
    let fields = validator.intake(text.as_bytes()).fields;
    assert!(
        meanings(&fields, &codelists, "geschlecht/code")
            .iter()
            .all(Option::is_none)
    );
    assert_eq!(meanings(&fields, &codelists, "vorgang/leistung/code"), [None]);
}

#[test]
fn fim_fields_are_called_by_their_names_and_their_values_mean_what_the_form_says() {
    let validator = Validator::new(xfall_nachbau::mietrueckstaende::schema());
    let text = sample("xfall-nachbau/beispiele/mietrueckstaende-minimal.xml");
    let fields = validator.intake(text.as_bytes()).fields;
    let who = fields.iter().find(|field| field.text() == "selbst").unwrap();
    assert_eq!(who.label(), "Wer den Antrag stellt");
    assert_eq!(
        who.meaning(&CodelistStore::new()).as_deref(),
        Some("Ich für mich selbst")
    );
    assert!(!who.is_code());
}
