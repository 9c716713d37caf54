//! Deliveries of XDatenfelder files: what decides about their schema is remembered.

use super::Fixture;
use crate::{
    Schema,
    store::{Delivery, DeliveryOptions, Outcome},
    xdatenfelder::{MissingCodelists, Shape},
};
use std::{fs, path::PathBuf};

/// A schema with one select field, whose codes are those of a list.
const FILE: &str = r#"<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf="urn:xoev-de:fim:standard:xdatenfelder_2">
    <xdf:header><xdf:nachrichtID>1</xdf:nachrichtID>
    <xdf:erstellungszeitpunkt>2026-01-01T00:00:00Z</xdf:erstellungszeitpunkt></xdf:header>
    <xdf:stammdatenschema><xdf:identifikation><xdf:id>S99000001</xdf:id><xdf:version>1.0</xdf:version>
    </xdf:identifikation><xdf:name>Antrag</xdf:name><xdf:struktur><xdf:anzahl>1:1</xdf:anzahl><xdf:enthaelt>
    <xdf:datenfeld><xdf:identifikation><xdf:id>F99000001</xdf:id><xdf:version>1.0</xdf:version></xdf:identifikation>
    <xdf:name>Art</xdf:name><xdf:schemaelementart><code>RNG</code></xdf:schemaelementart>
    <xdf:feldart><code>select</code></xdf:feldart><xdf:datentyp><code>text</code></xdf:datentyp>
    <xdf:codelisteReferenz><xdf:identifikation><xdf:id>C99000001</xdf:id></xdf:identifikation>
    <xdf:genericodeIdentification><xdf:canonicalIdentification>urn:example:liste</xdf:canonicalIdentification>
    <xdf:version>1</xdf:version><xdf:canonicalVersionUri>urn:example:liste_1</xdf:canonicalVersionUri>
    </xdf:genericodeIdentification></xdf:codelisteReferenz></xdf:datenfeld>
    </xdf:enthaelt></xdf:struktur></xdf:stammdatenschema></xdf:xdatenfelder.stammdatenschema.0102>"#;

fn write(fixture: &Fixture, name: &str, text: &str) -> PathBuf {
    let path = fixture.folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

fn with(shape: Shape, lists: &[PathBuf]) -> DeliveryOptions {
    DeliveryOptions {
        shape,
        codelists: lists.to_vec(),
        ..DeliveryOptions::default()
    }
}

fn root(schema: &Schema) -> &str {
    let (name, _) = schema.global_elements.iter().next().unwrap();
    schema.names.local(name)
}

/// The codes that the schema admits.
fn codes(schema: &Schema) -> Vec<&str> {
    let types = schema.simple_types.iter();
    let values = types.flat_map(|simple_type| &simple_type.facets.enumeration);
    values.map(|value| value.text.as_str()).collect()
}

#[test]
fn a_file_its_lists_and_its_shape_are_remembered() {
    let fixture = Fixture::new();
    let file = write(&fixture, "antrag.xdf2.xml", FILE);
    let list = write(&fixture, "listen/liste.xml", &super::list("1"));
    let lists = [list.parent().unwrap().to_owned()];
    for (shape, begin) in [(Shape::A, "fim.S99000001."), (Shape::B, "S99000000001V1.0.0")] {
        let delivery = Delivery::read_with(std::slice::from_ref(&file), &with(shape, &lists)).unwrap();
        let added = fixture.store.add(&delivery).unwrap();
        assert_eq!(added.outcome, Outcome::New, "{shape}");
        let entry = added.entry;
        assert!(root(&entry.schema().unwrap()).starts_with(begin), "{shape}");
        assert_eq!(codes(&entry.schema().unwrap()), ["1"]);
        assert_eq!(
            fs::read_to_string(entry.schema_folder().join("antrag.xdf2.xml")).unwrap(),
            FILE
        );
        let described = entry.description.xdatenfelder.as_ref().unwrap();
        assert_eq!((described.shape, described.any_code), (shape, false));
        // Another version of the program compiles anew from what is there.
        let anew = Schema::compile_documents(&entry.documents().unwrap()).unwrap();
        assert!(anew.to_bytes().unwrap() == entry.schema().unwrap().to_bytes().unwrap());
        let [used] = entry.description.used_lists.as_slice() else {
            panic!("{:?}", entry.description.used_lists)
        };
        assert_eq!(
            (used.uri.as_str(), used.version.as_deref()),
            ("urn:example:liste", Some("1"))
        );
        assert!(used.is_present);
        assert_eq!(fixture.store.add(&delivery).unwrap().outcome, Outcome::Same, "{shape}");
    }
    assert_eq!(fixture.store.contents().unwrap().entries.len(), 2);
}

#[test]
fn folders_and_archives_of_files_and_lists_are_deliveries() {
    let fixture = Fixture::new();
    let files = [("antrag.xdf2.xml", FILE), ("codelisten/liste.xml", &super::list("1"))];
    let archive = fixture.zip("fim.zip", &files);
    write(&fixture, "fim/antrag.xdf2.xml", FILE);
    let list = write(&fixture, "fim/codelisten/liste.xml", &super::list("1"));
    let folder = list.parent().unwrap().parent().unwrap().to_owned();
    let read = |path| Delivery::read(&[path], None).unwrap();
    let added = fixture.store.add(&read(archive)).unwrap();
    assert_eq!(codes(&added.entry.schema().unwrap()), ["1"]);
    assert_eq!(fixture.store.add(&read(folder)).unwrap().outcome, Outcome::Same);
}

#[test]
fn a_missing_list_is_refused_or_admits_any_code() {
    let fixture = Fixture::new();
    let file = write(&fixture, "antrag.xdf2.xml", FILE);
    let refused = Delivery::read(std::slice::from_ref(&file), None).unwrap_err();
    assert_eq!(refused.code(), "XL0314");
    assert!(refused.to_string().contains("--codelists"), "{refused}");
    let any_code = DeliveryOptions {
        missing_codelists: MissingCodelists::AnyCode,
        ..DeliveryOptions::default()
    };
    let delivery = Delivery::read_with(&[file], &any_code).unwrap();
    let entry = fixture.store.add(&delivery).unwrap().entry;
    assert!(entry.description.xdatenfelder.as_ref().unwrap().any_code);
    assert_eq!(entry.description.missing_lists().count(), 1);
    assert!(Schema::compile_documents(&entry.documents().unwrap()).is_ok());
}

#[test]
fn what_other_lists_make_of_a_file_is_another_schema() {
    let fixture = Fixture::new();
    let file = write(&fixture, "antrag.xdf2.xml", FILE);
    let add = |name: &str, text: &str| {
        let list = write(&fixture, name, text);
        let delivery = Delivery::read_with(std::slice::from_ref(&file), &with(Shape::A, &[list])).unwrap();
        fixture.store.add(&delivery).unwrap()
    };
    let one = add("eins.xml", &super::list("1"));
    let other = add(
        "zwei.xml",
        &super::list("1").replace("<SimpleValue>1<", "<SimpleValue>2<"),
    );
    assert_eq!(other.outcome, Outcome::New);
    assert_ne!(one.entry.name(), other.entry.name());
}

#[test]
fn names_beside_an_xsd_are_kept_and_replaced() {
    let fixture = Fixture::new();
    let file = write(&fixture, "antrag.xdf2.xml", FILE);
    let list = write(&fixture, "liste.xml", &super::list("1"));
    let delivery = Delivery::read_with(&[file], &with(Shape::A, &[list])).unwrap();
    let xsd = write(&fixture, "portal.xsd", &delivery.documents.documents[0].text);
    let read = |names: &str| {
        let options = DeliveryOptions {
            names: vec![write(&fixture, "namen.xml", names)],
            ..DeliveryOptions::default()
        };
        Delivery::read_with(std::slice::from_ref(&xsd), &options).unwrap()
    };
    let label = |schema: &Schema| {
        let mut labels: Vec<String> = schema.labels.values().cloned().collect();
        labels.sort();
        labels
    };
    let added = fixture.store.add(&read(FILE)).unwrap();
    assert_eq!(label(&added.entry.schema().unwrap()), ["Antrag", "Art"]);
    let anew = Schema::compile_documents(&added.entry.documents().unwrap()).unwrap();
    assert_eq!(label(&anew), ["Antrag", "Art"]);
    let added = fixture.store.add(&read(&FILE.replace(">Art<", ">Form<"))).unwrap();
    assert_eq!(added.outcome, Outcome::Replaced);
    assert_eq!(label(&added.entry.schema().unwrap()), ["Antrag", "Form"]);
}
