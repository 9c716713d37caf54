//! Input that means harm.

use super::*;
use proptest::prelude::*;
use std::fmt::Write as _;

fn load_text(text: String) -> Result<DocumentSet, XsdError> {
    Sources::new().bytes("a.xsd", text.into_bytes()).load()
}

#[test]
fn a_billion_laughs_are_refused() {
    let mut declarations = String::from("<!ENTITY e0 'ha'>");
    for level in 1..12 {
        let references = format!("&e{};", level - 1).repeat(10);
        write!(declarations, "<!ENTITY e{level} '{references}'>").unwrap();
    }
    let text = format!("<!DOCTYPE a [{declarations}]>\n<a>&e11;</a>");
    let error = load_text(text.clone()).unwrap_err();
    assert_eq!(error.code(), "XL0103");
    assert_eq!(error.position().unwrap().line, 2);
    let in_attribute = text.replace("<a>&e11;</a>", "<a b='&e11;'/>");
    assert_eq!(load_text(in_attribute).unwrap_err().code(), "XL0103");
    // References to nothing take time as well.
    let nothing = text.replace("'ha'", "''");
    assert_eq!(load_text(nothing).unwrap_err().code(), "XL0103");
}

#[test]
fn an_entity_that_holds_itself_is_refused() {
    for declarations in ["<!ENTITY a '&a;'>", "<!ENTITY a '&b;'><!ENTITY b '&a;'>"] {
        for document in ["<x>&a;</x>", "<x y='&a;'/>"] {
            let text = format!("<!DOCTYPE x [{declarations}]>{document}");
            assert_eq!(load_text(text).unwrap_err().code(), "XL0103");
        }
    }
    let text = "<!DOCTYPE x [<!ENTITY a '&a;'><!ATTLIST x y CDATA '&a;'>]><x/>".to_owned();
    assert_eq!(load_text(text).unwrap_err().code(), "XL0103");
}

#[test]
fn a_default_on_very_many_elements_is_bounded() {
    let value = "v".repeat(10_000);
    let text = format!(
        "<!DOCTYPE x [<!ATTLIST y z CDATA '{value}'>]><x>{}</x>",
        "<y/>".repeat(1_000)
    );
    assert_eq!(load_text(text).unwrap_err().code(), "XL0103");
}

#[test]
fn very_deep_documents_are_survived() {
    let depth = 200_000;
    let body = "<xs:sequence>".repeat(depth) + &"</xs:sequence>".repeat(depth);
    assert_eq!(load_text(xsd("urn:a", &body)).unwrap().documents.len(), 1);
    let unclosed = "<xs:sequence>".repeat(depth);
    assert_eq!(load_text(xsd("urn:a", &unclosed)).unwrap_err().code(), "XL0102");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_opened() {
    let folder = Folder::new(&[("main.xsd", xsd("urn:a", &import("urn:b", "/dev/zero")))]);
    assert_eq!(load(&[folder.path("main.xsd")]).unwrap_err().code(), "XL0202");
    assert_eq!(load(&[PathBuf::from("/dev/zero")]).unwrap_err().code(), "XL0002");
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Sources::new().bytes("a.xsd", bytes).load();
    }

    #[test]
    fn any_doctype_is_survived(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("<!DOCTYPE a [".to_owned()), Just("]>".to_owned()), Just("<!ENTITY e '".to_owned()),
                Just("'>".to_owned()), Just("<!ATTLIST a b CDATA '".to_owned()), Just("&e;".to_owned()),
                Just("<a b='&e;' c=\"".to_owned()), Just("\">".to_owned()), Just("</a>".to_owned()),
                Just("<![CDATA[".to_owned()), Just("<!--".to_owned()), Just("-->".to_owned()), Just("%p;".to_owned()),
                Just("&#38;".to_owned()), "\\PC{0,6}",
            ],
            0..20,
        )
    ) {
        let error = load_text(parts.concat()).unwrap_err();
        if let Some(position) = error.position() {
            prop_assert!(position.line >= 1);
        }
    }

    #[test]
    fn any_archive_is_survived(bytes in proptest::collection::vec(any::<u8>(), 0..60), place in any::<prop::sample::Index>()) {
        let mut archive = zip(&[("x/a.xsd", xsd("urn:a", "").as_bytes())]);
        let place = place.index(archive.len());
        let end = archive.len().min(place + bytes.len());
        archive[place..end].copy_from_slice(&bytes[..end - place]);
        let _ = crate::files::archive::unpack(Cursor::new(archive), "xsd", "a.zip");
    }
}
