//! ZIP archives.

use super::*;

fn load_zip(bytes: &[u8]) -> Result<DocumentSet, XsdError> {
    let folder = Folder::new(&[]);
    folder.write("lieferung.zip", bytes);
    load(&[folder.path("lieferung.zip")])
}

#[test]
fn an_archive_is_read_like_the_folder_it_packs() {
    let main = xsd(
        "urn:a",
        &(include("../gemeinsam/größe.xsd") + &import("urn:b", "https://example.org/b.xsd")),
    );
    let bytes = zip(&[
        ("Lieferung/xsd/main.xsd", main.as_bytes()),
        ("Lieferung/gemeinsam/größe.xsd", xsd("urn:a", &element("a")).as_bytes()),
        ("Lieferung/_remote/b.xsd", xsd("urn:b", "").as_bytes()),
        ("Lieferung/lies mich.txt", b"no schema"),
        ("__MACOSX/Lieferung/xsd/._main.xsd", b"no schema"),
        ("__MACOSX/Lieferung/xsd/main.xsd", b"no schema"),
    ]);
    let set = load_zip(&bytes).unwrap();
    assert_eq!(
        paths(&set),
        [
            "Lieferung/_remote/b.xsd",
            "Lieferung/gemeinsam/größe.xsd",
            "Lieferung/xsd/main.xsd"
        ]
    );
    assert_eq!(
        targets(&set, "Lieferung/xsd/main.xsd"),
        ["Lieferung/gemeinsam/größe.xsd", "Lieferung/_remote/b.xsd"]
    );
    assert_eq!(set.files.len(), 1);
}

#[test]
fn names_in_code_page_437_and_with_backslashes_are_read() {
    let mut bytes = zip(&[("teile|gr_sse.xsd", xsd("urn:a", "").as_bytes())]);
    // The writer always writes UTF-8, so the bytes are changed afterwards: 0x94 is ö in code page 437.
    let name = b"teile|gr_sse.xsd";
    let places: Vec<usize> = memchr::memmem::find_iter(&bytes, name).collect();
    assert_eq!(places.len(), 2);
    for place in places {
        bytes[place + 5] = b'\\';
        bytes[place + 8] = 0x94;
    }
    assert_eq!(paths(&load_zip(&bytes).unwrap()), ["teile/grösse.xsd"]);
}

#[test]
fn paths_that_lead_out_are_refused() {
    for name in ["../a.xsd", "x/../../a.xsd", "/a.xsd", "C:/a.xsd", "..\\a.xsd"] {
        let error = load_zip(&zip(&[(name, xsd("urn:a", "").as_bytes())])).unwrap_err();
        assert_eq!(error.code(), "XL0004", "{name}");
        assert!(error.to_string().contains("leads out of the archive"), "{error}");
    }
}

#[test]
fn a_document_in_an_archive_does_not_reach_files_outside() {
    let folder = Folder::new(&[("secret.xsd", xsd("urn:b", ""))]);
    let outside = folder.path("secret.xsd").display().to_string();
    for location in ["../secret.xsd", "secret.xsd", &outside, &format!("file://{outside}")] {
        folder.write(
            "a.zip",
            &zip(&[("a.xsd", xsd("urn:a", &import("urn:b", location)).as_bytes())]),
        );
        assert_eq!(
            load(&[folder.path("a.zip")]).unwrap_err().code(),
            "XL0202",
            "{location}"
        );
    }
}

#[test]
fn links_are_refused() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    writer.add_symlink("a.xsd", "/somewhere/a.xsd", options).unwrap();
    let error = load_zip(&writer.finish().unwrap().into_inner()).unwrap_err();
    assert!(error.to_string().contains("symbolic link"), "{error}");
}

#[test]
fn a_bomb_is_refused() {
    let zeros = vec![b' '; 8 << 20];
    let error = load_zip(&zip(&[("a.xsd", &zeros)])).unwrap_err();
    assert!(error.to_string().contains("unpacks to far more"), "{error}");
}

#[test]
fn an_archive_inside_is_named_when_nothing_else_is_there() {
    let inner = zip(&[("a.xsd", xsd("urn:a", "").as_bytes())]);
    let error = load_zip(&zip(&[("xsd/innen.zip", &inner), ("liesmich.txt", b"")])).unwrap_err();
    assert_eq!(error.code(), "XL0003");
    assert!(
        error
            .to_string()
            .contains("unpack the archive inside it first: xsd/innen.zip"),
        "{error}"
    );
    let beside = zip(&[("xsd/innen.zip", &inner), ("b.xsd", xsd("urn:b", "").as_bytes())]);
    assert_eq!(paths(&load_zip(&beside).unwrap()), ["b.xsd"]);
    let folder = Folder::new(&[]);
    folder.write("x/innen.zip", &inner);
    let error = load(&[folder.path("")]).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("unpack the archive inside it first: x/innen.zip"),
        "{error}"
    );
}

#[test]
fn damaged_and_empty_archives_are_errors() {
    let bytes = zip(&[("a.xsd", xsd("urn:a", "").as_bytes())]);
    for length in 4..bytes.len() {
        let error = load_zip(&bytes[..length]).unwrap_err();
        assert_eq!(error.code(), "XL0004", "{length}");
    }
    assert_eq!(load_zip(&zip(&[])).unwrap_err().code(), "XL0003");
    let mut damaged = bytes;
    let data = memchr::memmem::find(&damaged, b"a.xsd").unwrap() + 8;
    damaged[data] ^= 0xFF;
    assert_eq!(load_zip(&damaged).unwrap_err().code(), "XL0004");
}

#[test]
fn a_file_called_zip_that_is_none_is_no_faulty_xml() {
    let rubbish: [&[u8]; 3] = [b"", b"<html>Anmeldung</html>", b"halb heruntergeladen"];
    for bytes in rubbish {
        let error = load_zip(bytes).unwrap_err();
        assert_eq!(error.code(), "XL0004", "{error}");
        assert!(error.to_string().contains("it is no whole ZIP archive"), "{error}");
    }
}
