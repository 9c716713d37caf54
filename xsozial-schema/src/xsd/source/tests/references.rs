//! How references are followed, and what counts as one document.

use super::*;
use crate::xsd::ReferenceKind;

#[test]
fn locations_are_relative_to_the_document_that_holds_them() {
    let folder = Folder::new(&[
        (
            "main.xsd",
            xsd(
                "urn:a",
                &(include("parts/one.xsd") + &import("urn:b", "./parts/../b.xsd")),
            ),
        ),
        (
            "parts/one.xsd",
            xsd(
                "urn:a",
                "\n<xs:annotation/><xs:include schemaLocation=' deeper/two.xsd '/>",
            ),
        ),
        ("parts/deeper/two.xsd", xsd("urn:a", &element("two"))),
        ("b.xsd", xsd("urn:b", "")),
        ("unused.xsd", xsd("urn:c", "")),
    ]);
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(
        paths(&set),
        ["main.xsd", "parts/one.xsd", "b.xsd", "parts/deeper/two.xsd"]
    );
    assert_eq!(set.entries, 1);
    assert_eq!(targets(&set, "main.xsd"), ["parts/one.xsd", "b.xsd"]);
    assert_eq!(targets(&set, "parts/one.xsd"), ["parts/deeper/two.xsd"]);
    let one = &set.documents[1].references[0];
    assert_eq!((one.kind, one.line), (ReferenceKind::Include, 3));
    assert_eq!(set.files.len(), 4);
}

#[test]
fn all_documents_of_a_folder_are_entries_and_sorted() {
    let folder = Folder::new(&[
        ("b.xsd", xsd("urn:b", "")),
        ("a/z.XSD", xsd("urn:z", "")),
        ("readme.txt", "no schema".to_owned()),
        (".hidden/h.xsd", "no schema".to_owned()),
        ("._b.xsd", "no schema".to_owned()),
    ]);
    let set = load(&[folder.path("")]).unwrap();
    assert_eq!(paths(&set), ["a/z.XSD", "b.xsd"]);
    assert_eq!(set.entries, 2);
}

#[test]
fn an_absent_or_remote_location_is_resolved_by_namespace() {
    let import_without_location = "<xs:import namespace='urn:b'/>";
    let remote = import("urn:c", "https://example.org/schemas/c.xsd");
    let folder = Folder::new(&[
        (
            "main.xsd",
            xsd(
                "urn:a",
                &(import_without_location.to_owned() + &remote + &import("urn:d", "gone/d.xsd")),
            ),
        ),
        ("_remote/other-name.xsd", xsd("urn:b", "")),
        ("_remote/c.xsd", xsd("urn:c", "")),
        ("d.xsd", xsd("urn:d", "")),
        ("broken.xsd", "<xs:schema".to_owned()),
    ]);
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(
        paths(&set),
        ["main.xsd", "_remote/other-name.xsd", "_remote/c.xsd", "d.xsd"]
    );
}

#[test]
fn all_documents_of_a_namespace_are_loaded_when_nothing_tells_them_apart() {
    let folder = Folder::new(&[
        ("main.xsd", xsd("urn:a", "<xs:import namespace='urn:b'/>")),
        ("b1.xsd", xsd("urn:b", &element("one"))),
        ("b2.xsd", xsd("urn:b", &element("two"))),
    ]);
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(targets(&set, "main.xsd"), ["b1.xsd", "b2.xsd"]);
}

#[test]
fn three_locations_of_one_namespace_are_three_documents() {
    let imports = ["b1", "b2", "b3"].map(|name| import("urn:b", &format!("https://example.org/{name}.xsd")));
    let folder = Folder::new(&[
        ("main.xsd", xsd("urn:a", &imports.concat())),
        ("b1.xsd", xsd("urn:b", &element("one"))),
        ("b2.xsd", xsd("urn:b", &element("two"))),
        ("b3.xsd", xsd("urn:b", &element("three"))),
    ]);
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(targets(&set, "main.xsd"), ["b1.xsd", "b2.xsd", "b3.xsd"]);
}

#[test]
fn one_document_by_several_paths_is_loaded_once() {
    let b = xsd("urn:b", "");
    let references = import("urn:b", "b.xsd") + &import("urn:b", "./x/../b.xsd") + &import("urn:b", "copy/B.XSD");
    let folder = Folder::new(&[
        ("main.xsd", xsd("urn:a", &references)),
        ("b.xsd", b.clone()),
        ("copy/B.XSD", b),
    ]);
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(paths(&set), ["main.xsd", "b.xsd"]);
    let whole = load(&[folder.path("")]).unwrap();
    assert_eq!(paths(&whole), ["b.xsd", "main.xsd"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_the_document_it_leads_to() {
    let folder = Folder::new(&[
        (
            "main.xsd",
            xsd(
                "urn:a",
                &(import("urn:b", "link.xsd") + &import("urn:b", "store/b.xsd")),
            ),
        ),
        ("store/b.xsd", xsd("urn:b", "")),
    ]);
    std::os::unix::fs::symlink(folder.path("store/b.xsd"), folder.path("link.xsd")).unwrap();
    std::os::unix::fs::symlink(folder.path(""), folder.path("store/circle")).unwrap();
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(paths(&set), ["main.xsd", "link.xsd"]);
    assert_eq!(load(&[folder.path("")]).unwrap().documents.len(), 2);
}

#[test]
fn copies_of_a_document_are_followed_from_each_of_their_places() {
    let index = xsd("urn:a", &include("types.xsd"));
    let folder = Folder::new(&[
        ("one/index.xsd", index.clone()),
        ("one/types.xsd", xsd("urn:a", &element("one"))),
        ("two/index.xsd", index),
        ("two/types.xsd", xsd("urn:a", &element("two"))),
    ]);
    let set = load(&[folder.path("one/index.xsd"), folder.path("two/index.xsd")]).unwrap();
    assert_eq!(paths(&set), ["one/index.xsd", "one/types.xsd", "two/types.xsd"]);
    assert_eq!(targets(&set, "one/index.xsd"), ["one/types.xsd", "two/types.xsd"]);
}

#[test]
fn circles_end() {
    let folder = Folder::new(&[
        ("a.xsd", xsd("urn:a", &(import("urn:b", "b.xsd") + &include("a.xsd")))),
        ("b.xsd", xsd("urn:b", &import("urn:a", "a.xsd"))),
    ]);
    let set = load(&[folder.path("a.xsd")]).unwrap();
    assert_eq!(targets(&set, "b.xsd"), ["a.xsd"]);
    assert_eq!(targets(&set, "a.xsd"), ["b.xsd", "a.xsd"]);
}

#[test]
fn chameleon_include_and_redefine_are_recorded() {
    let redefine = "<xs:redefine schemaLocation='base.xsd'><xs:annotation/></xs:redefine>";
    let folder = Folder::new(&[
        ("main.xsd", xsd("urn:a", &(include("plain.xsd") + redefine))),
        ("plain.xsd", xsd("", "")),
        ("base.xsd", xsd("urn:a", &element("base"))),
    ]);
    let set = load(&[folder.path("main.xsd")]).unwrap();
    let kinds: Vec<_> = set.documents[0]
        .references
        .iter()
        .map(|reference| reference.kind)
        .collect();
    assert_eq!(kinds, [ReferenceKind::Include, ReferenceKind::Redefine]);
    assert_eq!(targets(&set, "main.xsd"), ["plain.xsd", "base.xsd"]);
    assert_eq!(set.documents[1].target_namespace, None);
}

#[test]
fn an_include_over_the_network_needs_the_file_name() {
    let main = xsd("urn:a", &include("https://example.org/types.xsd"));
    let folder = Folder::new(&[
        ("main.xsd", main.clone()),
        ("other.xsd", xsd("urn:a", "")),
        ("local/types.xsd", xsd("urn:a", &element("types"))),
    ]);
    assert_eq!(
        paths(&load(&[folder.path("main.xsd")]).unwrap()),
        ["main.xsd", "local/types.xsd"]
    );
    let folder = Folder::new(&[("main.xsd", main), ("other.xsd", xsd("urn:a", ""))]);
    let error = load(&[folder.path("")]).unwrap_err();
    assert_eq!(error.code(), "XL0202");
    assert!(error.to_string().contains("xs:include of namespace `urn:a`"), "{error}");
}

#[test]
fn the_namespaces_of_xml_need_no_document() {
    let body = import(
        "http://www.w3.org/XML/1998/namespace",
        "https://www.w3.org/2009/01/xml.xsd",
    ) + "<xs:import namespace='http://www.w3.org/2001/XMLSchema-instance'/>"
        + &import("http://www.w3.org/2001/XMLSchema", "XMLSchema.xsd");
    let folder = Folder::new(&[("main.xsd", xsd("urn:a", &body))]);
    let bare = Sources::new().without_builtin_base();
    let set = bare.schema(folder.path("main.xsd")).load().unwrap();
    assert_eq!(set.documents.len(), 1);
    assert!(targets(&set, "main.xsd").is_empty());
    // One is built in for the attributes of the prefix `xml`, with the groups that schemas may refer to.
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(targets(&set, "main.xsd"), ["xml.xsd"]);
    assert!(set.documents[1].builtin);
    // A document that is there is used all the same.
    folder.write("xml.xsd", xsd("http://www.w3.org/XML/1998/namespace", "").as_bytes());
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(paths(&set), ["main.xsd", "xml.xsd"]);
    assert!(!set.documents[1].builtin);
}

#[test]
fn escaped_and_windows_locations_are_found() {
    let body = import("urn:b", "mit%20leer/b%C3%BC.xsd") + &import("urn:c", r"teile\c.xsd");
    let folder = Folder::new(&[
        ("main.xsd", xsd("urn:a", &body)),
        ("mit leer/bü.xsd", xsd("urn:b", "")),
        ("teile/c.xsd", xsd("urn:c", "")),
    ]);
    let set = load(&[folder.path("main.xsd")]).unwrap();
    assert_eq!(paths(&set), ["main.xsd", "mit leer/bü.xsd", "teile/c.xsd"]);
}

#[test]
fn other_encodings_are_read() {
    let folder = Folder::new(&[]);
    let text = format!(
        "<?xml version='1.0' encoding='UTF-16'?>{}",
        xsd("urn:größe", &element("größe"))
    );
    let utf16: Vec<u8> = "\u{FEFF}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    folder.write("utf16.xsd", &utf16);
    let text = format!("<?xml version='1.0' encoding='ISO-8859-1'?>{}", xsd("urn:maß", ""));
    let latin1: Vec<u8> = text
        .chars()
        .map(|character| u8::try_from(u32::from(character)).unwrap())
        .collect();
    folder.write("latin1.xsd", &latin1);
    let set = load(&[folder.path("")]).unwrap();
    let namespaces: Vec<_> = set
        .documents
        .iter()
        .filter_map(|document| document.target_namespace.as_deref())
        .collect();
    assert_eq!(namespaces, ["urn:maß", "urn:größe"]);
    let document = &set.documents[1];
    assert_eq!(document.line_column(document.text.find("<xs:element").unwrap()), (2, 1));
}

#[test]
fn several_deliveries_are_told_apart() {
    let folder = Folder::new(&[
        ("eins/xsd/a.xsd", xsd("urn:a", "")),
        ("zwei/xsd/a.xsd", xsd("urn:b", "")),
        ("drei/c.xsd", xsd("urn:c", "")),
    ]);
    let set = load(&[
        folder.path("zwei/xsd"),
        folder.path("eins/xsd"),
        folder.path("drei/c.xsd"),
    ])
    .unwrap();
    assert_eq!(paths(&set), ["drei/c.xsd", "eins/xsd/a.xsd", "zwei/xsd/a.xsd"]);
    let nested = load(&[folder.path("eins/xsd"), folder.path("eins")]).unwrap();
    assert_eq!(paths(&nested), ["xsd/a.xsd"]);
}
