//! What the errors say.

use super::*;
use crate::xsd::error::SchemaPosition;

fn fault(text: &str) -> XsdError {
    Sources::new()
        .bytes("a.xsd", text.as_bytes().to_vec())
        .load()
        .unwrap_err()
}

fn place(error: &XsdError) -> (u32, u32) {
    let position = error.position().unwrap();
    assert_eq!(position.file, "a.xsd");
    (position.line, position.column)
}

#[test]
fn an_unresolved_import_says_what_to_pass() {
    let folder = Folder::new(&[(
        "xsd/main.xsd",
        xsd("urn:a", &import("urn:b", "https://example.org/b.xsd")),
    )]);
    let error = load(&[folder.path("xsd")]).unwrap_err();
    let XsdError::UnresolvedImport(unresolved) = &error else {
        panic!("{error}")
    };
    assert_eq!(unresolved.position, SchemaPosition::of_line("main.xsd", 2));
    assert_eq!(unresolved.namespace.as_deref(), Some("urn:b"));
    assert_eq!(unresolved.location.as_deref(), Some("https://example.org/b.xsd"));
    let text = error.to_string();
    assert!(
        text.starts_with("main.xsd:2: the xs:import of namespace `urn:b`, schemaLocation `https://"),
        "{text}"
    );
    for part in [
        "beside the schemas given",
        "--catalog FILE",
        "no catalog (none was given)",
    ] {
        assert!(text.contains(part), "{text}");
    }
    let without_location = fault(&xsd("urn:a", "<xs:import/>"));
    assert!(
        without_location
            .to_string()
            .contains("xs:import of no namespace without schemaLocation")
    );
    let relative = fault(&xsd("urn:a", &import("urn:b", "gone.xsd")));
    assert!(
        relative
            .to_string()
            .contains("the file `gone.xsd` beside it (not there)"),
        "{relative}"
    );
}

#[test]
fn of_several_missing_documents_only_the_first_was_told() {
    let imports = [
        ("urn:b", "b.xsd"),
        ("urn:c", "https://example.org/c.xsd"),
        ("urn:b", "b.xsd"),
    ]
    .map(|(namespace, location)| import(namespace, location))
    .concat();
    let error = fault(&xsd("urn:a", &imports));
    assert_eq!(error.code(), "XL0202");
    let text = error.to_string();
    assert!(text.contains("the xs:import of namespace `urn:b`"), "{text}");
    let rest = ". Missing as well: namespace `urn:c` (`https://example.org/c.xsd`). Name the document";
    assert!(text.contains(rest), "{text}");
}

#[test]
fn a_document_with_another_namespace_is_an_error() {
    let folder = Folder::new(&[
        ("main.xsd", xsd("urn:a", &import("urn:b", "b.xsd"))),
        ("b.xsd", xsd("urn:c", "")),
        ("include.xsd", xsd("urn:a", &include("b.xsd"))),
    ]);
    let error = load(&[folder.path("main.xsd")]).unwrap_err();
    assert_eq!(error.code(), "XL0201");
    assert_eq!(
        error.to_string(),
        "main.xsd:2: `b.xsd` has namespace `urn:c`, not namespace `urn:b` as the reference says"
    );
    assert_eq!(load(&[folder.path("include.xsd")]).unwrap_err().code(), "XL0201");
}

#[test]
fn what_is_not_well_formed_is_told_with_its_place() {
    let error =
        fault("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\r\n  äö<xs:element></xs:elemend>\n</xs:schema>");
    assert_eq!(error.code(), "XL0102");
    assert_eq!(place(&error).0, 2);
    assert!(!error.to_string().contains(" at "), "{error}");
    assert_eq!(place(&fault("<a>\n\n<b>")).0, 3);
    assert_eq!(
        place(&fault("<?xml version='1.0'?>\n<!DOCTYPE a [\n<!ENTITY x\n]>")),
        (2, 1)
    );
    assert_eq!(place(&fault("<!DOCTYPE a [\n<!ENTITY x 'y'>\n]>\n<a>&z;</a>")).0, 4);
    for text in [
        "",
        " ",
        "<!-- x",
        "<?x",
        "<!DOCTYPE",
        "<!DOCTYPE a [",
        "<!DOCTYPE a ]>",
        "<a",
        "<a>&b;</a>",
        "text",
    ] {
        assert_eq!(fault(text).code(), "XL0102", "{text}");
    }
}

#[test]
fn what_is_no_schema_is_told_by_its_root() {
    let error = fault("\n<message xmlns='urn:m'/>");
    assert_eq!(error.code(), "XL0104");
    assert_eq!(place(&error), (2, 1));
    assert!(error.to_string().ends_with("the root element is Q{urn:m}message"));
    assert_eq!(
        fault("<schema xmlns='http://www.w3.org/2000/10/XMLSchema'/>").code(),
        "XL0104"
    );
    let folder = Folder::new(&[("a.xsd", xsd("urn:a", "")), ("b.xsd", "<b/>".to_owned())]);
    assert_eq!(load(&[folder.path("")]).unwrap_err().code(), "XL0104");
}

#[test]
fn wrong_bytes_are_told_with_their_file() {
    let error = Sources::new()
        .bytes("a.xsd", b"<a>\xE4</a>".to_vec())
        .load()
        .unwrap_err();
    assert_eq!(error.code(), "XL0101");
    assert!(error.to_string().starts_with("a.xsd: line 1: "), "{error}");
    assert_eq!(place(&error), (1, 0));
}

#[test]
fn nothing_is_an_error_too() {
    assert_eq!(Sources::new().load().unwrap_err().code(), "XL0001");
    assert_eq!(
        Sources::new()
            .builtin_base("a.xsd", Vec::new())
            .load()
            .unwrap_err()
            .code(),
        "XL0001"
    );
    let folder = Folder::new(&[("readme.txt", String::new())]);
    assert_eq!(load(&[folder.path("")]).unwrap_err().code(), "XL0003");
    assert_eq!(load(&[folder.path("gone")]).unwrap_err().code(), "XL0002");
    let main = Sources::new().bytes("a.xsd", xsd("urn:a", "").into_bytes());
    assert_eq!(
        main.clone().catalog(folder.path("gone.xml")).load().unwrap_err().code(),
        "XL0002"
    );
    folder.write("catalog.xml", b"<no-catalog/>");
    assert_eq!(
        main.catalog(folder.path("catalog.xml")).load().unwrap_err().code(),
        "XL0105"
    );
}

#[test]
fn one_name_for_two_documents_is_an_error() {
    let same = Sources::new()
        .bytes("a.xsd", xsd("urn:a", "").into_bytes())
        .bytes("a.xsd", xsd("urn:a", "").into_bytes());
    assert_eq!(same.clone().load().unwrap().documents.len(), 1);
    assert_eq!(
        same.bytes("a.xsd", xsd("urn:b", "").into_bytes())
            .load()
            .unwrap_err()
            .code(),
        "XL0006"
    );
}

#[test]
fn debug_output_holds_no_text() {
    let set = Sources::new()
        .bytes("a.xsd", xsd("urn:a", &element("geheim")).into_bytes())
        .load()
        .unwrap();
    assert!(!format!("{set:?}").contains("geheim"));
}
