//! The comparison of verdicts on documents whose disputes are known.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::{
    differential::{documents, judge},
    oracle::SchemaEntry,
};

const SCHEMA: &str = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>
    <xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>
        <xs:element name='id' type='xs:ID'/><xs:element name='ref' type='xs:IDREF'/><xs:element name='n' type='xs:integer'/>
    </xs:choice></xs:complexType></xs:element>
</xs:schema>";

/// The schema and documents of these contents, in a folder.
fn write(folder: &Path, contents: &[(&str, &str)]) -> (SchemaEntry, PathBuf) {
    let schema = folder.join("r.xsd");
    fs::write(&schema, SCHEMA).unwrap();
    let documents = folder.join("documents");
    fs::create_dir(&documents).unwrap();
    for (name, content) in contents {
        fs::write(documents.join(name).with_extension("xml"), content).unwrap();
    }
    (SchemaEntry { schema, catalog: None }, documents)
}

fn work() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

#[test]
fn a_reference_without_target_is_disputed_because_libxml2_does_not_look_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let contents = [
        ("valid", "<r><id>a</id><ref>a</ref></r>"),
        ("invalid", "<r><n>x</n></r>"),
        ("dangling", "<r><ref>a</ref></r>"),
    ];
    let (entry, folder) = write(folder.path(), &contents);
    let judged = judge(&entry, &documents(&folder).unwrap(), work()).unwrap();
    assert!(judged.absent.is_empty(), "{:?}", judged.absent);
    let judged = judged.documents;
    let disputed: Vec<_> = judged.iter().filter(|judged| judged.is_disputed()).collect();
    assert_eq!(judged.len(), 3);
    let [dangling] = disputed.as_slice() else {
        panic!("{disputed:?}")
    };
    let line = dangling.describe();
    assert!(line.contains("dangling.xml\tours: 1:9 XD0102"), "{line}");
    assert!(line.contains("libxml2: valid") && line.contains("Xerces: 1:"), "{line}");
}

#[test]
fn a_document_that_xerces_cannot_decode_does_not_stop_the_comparison() {
    let folder = tempfile::tempdir().unwrap();
    let contents = [
        (
            "dtd",
            "<!DOCTYPE r SYSTEM 'http://absent.invalid/r.dtd'><r><n>1</n></r>",
        ),
        ("encoding", "<?xml version='1.0' encoding='X-UNKNOWN'?><r><n>1</n></r>"),
        ("valid", "<r><n>1</n></r>"),
    ];
    let (entry, folder) = write(folder.path(), &contents);
    let judged = judge(&entry, &documents(&folder).unwrap(), work()).unwrap();
    assert!(judged.absent.is_empty(), "{:?}", judged.absent);
    let of_xerces: Vec<bool> = judged
        .documents
        .iter()
        .map(|judged| judged.judges[1].1.is_ok())
        .collect();
    assert_eq!(of_xerces, [false, false, true]);
}

#[test]
fn judges_that_cannot_load_the_schema_are_named_and_stop_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (entry, documents_folder) = write(folder.path(), &[("valid", "<r><n>1</n></r>")]);
    // Neither of them holds so large a number.
    let schema = SCHEMA.replace("maxOccurs='unbounded'", "minOccurs='0' maxOccurs='9999999999999'");
    fs::write(&entry.schema, schema).unwrap();
    let judged = judge(&entry, &documents(&documents_folder).unwrap(), work()).unwrap();
    assert_eq!(judged.documents.len(), 1);
    let absent: Vec<_> = judged.absent.iter().map(|(name, _)| *name).collect();
    assert_eq!(absent, ["libxml2", "Xerces"]);
    assert!(judged.documents[0].judges.is_empty(), "{judged:?}");
    assert!(judged.documents[0].ours.is_none(), "{judged:?}");
}

#[test]
fn a_path_that_does_not_exist_is_an_error_of_its_own() {
    let error = documents(Path::new("/no/such/folder")).unwrap_err().to_string();
    assert!(error.starts_with("/no/such/folder: "), "{error}");
}
