//! The table of Leistungen in the README, the typed table, the schema and the files say the same.

use super::{provenance::shares, schema, schemas};
use std::{collections::BTreeSet, fs, path::Path};
use xsozial_model::leistung::Leistung;
use xsozial_schema::schema::{Content, LeafTerm, TypeRef};

const NAMESPACE: &str = "urn:example:xsozial-nachbau:antrag:0.1";

/// The schema document of a part.
fn document_of(part: &str) -> &'static str {
    let names = &schema().names;
    let name = names.lookup(names.namespace(NAMESPACE), part);
    let element = schema().elements.iter().find(|element| element.name == name).unwrap();
    let TypeRef::Complex(id) = element.type_ref else {
        panic!("{part}")
    };
    super::own_document(schema().complex_type(id).source).unwrap()
}

#[test]
fn the_parts_of_the_table_are_the_choices_of_vorgang() {
    let names = &schema().names;
    let name = names.lookup(names.namespace(NAMESPACE), "Vorgang");
    let Some(TypeRef::Complex(id)) = schema().global_type(name) else {
        panic!("no Vorgang")
    };
    let Content::Elements(content) = &schema().complex_type(id).content else {
        panic!("no content")
    };
    let parts: BTreeSet<&str> = content
        .leaves
        .iter()
        .filter_map(|leaf| match leaf.term {
            LeafTerm::Element(id) => Some(schema().element(id)),
            LeafTerm::Wildcard(_) => None,
        })
        .filter(|element| match element.type_ref {
            TypeRef::Complex(id) => super::own_document(schema().complex_type(id).source)
                .is_some_and(|file| shares_of_parts().contains(&file)),
            TypeRef::Simple(_) => false,
        })
        .map(|element| names.local(element.name))
        .collect();
    let table: BTreeSet<&str> = Leistung::all().iter().filter_map(|leistung| leistung.teil).collect();
    assert_eq!(parts, table);
}

/// The schema documents of the parts.
fn shares_of_parts() -> BTreeSet<&'static str> {
    Leistung::all()
        .iter()
        .filter_map(|leistung| leistung.teil)
        .map(document_of)
        .collect()
}

#[test]
fn the_files_that_the_table_names_are_there() {
    for leistung in Leistung::all() {
        for path in [leistung.profil, leistung.xfall].into_iter().flatten() {
            assert!(schemas().join(path).is_file(), "{path}");
        }
        assert_eq!(
            leistung.teil.is_some(),
            leistung.profil.is_some(),
            "{}",
            leistung.schluessel
        );
    }
}

#[test]
fn the_table_of_the_readme_has_each_leistung_as_it_is() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")).unwrap();
    let shares = shares();
    for leistung in Leistung::all() {
        let part = leistung
            .teil
            .map_or_else(|| "common blocks only".to_owned(), |part| format!("`{part}`"));
        let share = match leistung.teil {
            Some(part) => shares[document_of(part)].in_words(),
            None => "–".to_owned(),
        };
        let samples = format!("[{0}](schemas/xsozial-nachbau/beispiele/{0})", leistung.schluessel);
        let link = |path: Option<&str>| {
            path.map_or_else(
                || "–".to_owned(),
                |path| format!("[{}](schemas/{path})", path.rsplit('/').next().unwrap()),
            )
        };
        let row = format!(
            "| {} | {} | {part} | {} | {samples} | {} | {share} |",
            leistung.code,
            leistung.titel,
            link(leistung.xfall),
            link(leistung.profil)
        );
        assert!(readme.contains(&row), "the README should have this row:\n{row}");
    }
    let common = shares["xsozial-nachbau-baukasten.xsd"].in_words();
    assert!(
        readme.contains(&format!("common blocks: {common}")),
        "common blocks: {common}"
    );
}
