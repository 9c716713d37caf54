//! ZIP archives.
#![cfg(feature = "zip")]

use super::*;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_archive_is_read_like_the_folder_it_packs() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = zip(&[
        ("Größe_1.xml", genericode("urn:a", "1", &[("1", "eins")]).as_bytes()),
        ("Ampel_2_fehlerhaft.xml", SERVER_ERROR.as_bytes()),
        ("lies mich.txt", b"keine Liste"),
        ("innen.zip", b"PK\x03\x04"),
    ]);
    let path = folder.path().join("genutzteAktuelleCodelisten");
    write(&path, &bytes);
    let single = CodelistStore::load([&path]).unwrap();
    assert_eq!(names(&single), [("urn:a", "1")]);
    let codes: Vec<_> = problems(&single).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["XK0102", "XK0105"]);
    assert!(
        single.lists()[0]
            .path
            .ends_with("genutzteAktuelleCodelisten/Größe_1.xml")
    );

    write(&folder.path().join("b/listen.zip"), &bytes);
    write(&folder.path().join("b/kaputt.zip"), &bytes[..bytes.len() / 2]);
    let store = CodelistStore::load([folder.path()]).unwrap();
    assert_eq!(store.lists()[0].path, "b/listen.zip/Größe_1.xml");
    assert!(problems(&store).contains(&("b/kaputt.zip", "XK0101")));
}

#[test]
fn an_archive_without_lists_or_a_damaged_one_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    write(&path, zip(&[("a.xsd", b"<a/>")]));
    assert_eq!(CodelistStore::load([&path]).unwrap_err().code(), "XK0004");
    write(&path, b"PK\x03\x04und dann nichts");
    assert_eq!(CodelistStore::load([&path]).unwrap_err().code(), "XK0002");
}

#[test]
fn an_archive_that_unpacks_to_far_more_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    write(&path, zip(&[("a.xml", &vec![b' '; 8 << 20])]));
    let error = CodelistStore::load([&path]).unwrap_err();
    assert_eq!(error.code(), "XK0002");
    assert!(error.to_string().contains("entry `a.xml`"), "{error}");
}

#[test]
fn a_path_that_leads_out_of_the_archive_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    write(&path, zip(&[("../a.xml", b"<a/>")]));
    assert_eq!(CodelistStore::load([&path]).unwrap_err().code(), "XK0002");
}
