//! The code lists that the schemas point to are there, and say what they are.

use super::{schema, schemas};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use xsozial_model::leistung::Leistung;
use xsozial_schema::{genericode::CodeList, schema::CodeTyp};

/// Lists that are not shipped: found at run time, see QUELLEN.md.
pub(crate) const NOT_SHIPPED: [&str; 3] = [
    "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags",
    "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs",
    "urn:xoev-de:kosit:codeliste:verzeichnisdienst",
];

const LEISTUNG: &str = "urn:example:xsozial-nachbau:codeliste:leistung";

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// The shipped lists by URI and version.
fn lists() -> BTreeMap<(String, String), CodeList> {
    let read = |path: PathBuf| {
        let list = CodeList::from_bytes(&fs::read(&path).unwrap(), &path.to_string_lossy())
            .unwrap_or_else(|error| panic!("{error}"));
        assert!(list.defects.is_empty(), "{}", path.display());
        let identification = &list.identification;
        (
            (identification.canonical_uri.clone(), identification.version.clone()),
            list,
        )
    };
    files(&schemas().join("xsozial-nachbau/codelisten"))
        .into_iter()
        .map(read)
        .collect()
}

#[test]
fn every_code_type_has_its_list() {
    let lists = lists();
    let bindings: Vec<_> = schema()
        .complex_types
        .iter()
        .filter_map(|complex| complex.code.as_ref())
        .collect();
    for typ in [CodeTyp::Typ1, CodeTyp::Typ2, CodeTyp::Typ3] {
        assert!(bindings.iter().any(|binding| binding.typ == typ), "{typ:?}");
    }
    for binding in bindings {
        let Some(uri) = &binding.list_uri else { continue };
        let found = match &binding.list_version {
            Some(version) => lists.contains_key(&(uri.clone(), version.clone())),
            None => lists.keys().any(|(known, _)| known == uri) || NOT_SHIPPED.contains(&uri.as_str()),
        };
        assert!(found, "{uri} {:?}", binding.list_version);
    }
}

#[test]
fn the_list_of_leistungen_is_the_table_of_leistungen() {
    let lists = lists();
    let list = &lists[&(LEISTUNG.to_owned(), "0.1".to_owned())];
    let (code, title) = (list.code_column(None).unwrap(), list.column("Beschreibung").unwrap());
    let rows = (0..list.row_count()).map(|row| (list.value(row, code).unwrap(), list.value(row, title).unwrap()));
    let table = Leistung::all().iter().map(|leistung| (leistung.code, leistung.titel));
    assert_eq!(rows.collect::<Vec<_>>(), table.collect::<Vec<_>>());
}

#[test]
fn extracts_of_public_lists_say_what_they_are() {
    for path in files(&schemas().join("xsozial-nachbau/codelisten/auszuege")) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("Auszug: nur Schlüssel und Bezeichnung; nicht amtlich"),
            "{}",
            path.display()
        );
    }
}
