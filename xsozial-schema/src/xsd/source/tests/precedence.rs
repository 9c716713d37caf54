//! Which of several documents of a namespace is used.

use super::*;

const REMOTE: &str = "https://example.org/schemas/b.xsd";

/// A document of `urn:b`, told apart by its element.
fn version(name: &str) -> String {
    xsd("urn:b", &element(name))
}

fn catalog(entries: &str) -> String {
    format!("<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>{entries}</catalog>")
}

fn main_document() -> String {
    xsd("urn:a", &import("urn:b", REMOTE))
}

#[test]
fn a_working_relative_location_is_never_replaced() {
    let folder = Folder::new(&[
        ("main.xsd", xsd("urn:a", &import("urn:b", "own/b.xsd"))),
        ("own/b.xsd", version("own")),
        ("given/b.xsd", version("given")),
    ]);
    let set = load(&[folder.path("main.xsd"), folder.path("given/b.xsd")]).unwrap();
    assert_eq!(targets(&set, "main.xsd"), ["own/b.xsd"]);
}

#[test]
fn a_given_document_outranks_the_catalog_and_the_catalog_what_lies_beside() {
    let entry = format!("<uri name='{REMOTE}' uri='katalog/b.xsd'/>");
    let folder = Folder::new(&[
        ("main/main.xsd", main_document()),
        ("main/_remote/b.xsd", version("beside")),
        ("given/mine.xsd", version("given")),
        ("katalog/b.xsd", version("catalog")),
        ("catalog.xml", catalog(&entry)),
    ]);
    let main = Sources::new().schema(folder.path("main/main.xsd"));
    let beside = main.clone().load().unwrap();
    assert_eq!(targets(&beside, "main.xsd"), ["_remote/b.xsd"]);
    let main = main.catalog(folder.path("catalog.xml"));
    let by_catalog = main.clone().load().unwrap();
    assert_eq!(targets(&by_catalog, "main.xsd"), ["../katalog/b.xsd"]);
    assert_eq!(by_catalog.files.len(), 3);
    let given = main.schema(folder.path("given/mine.xsd")).load().unwrap();
    assert_eq!(targets(&given, "main/main.xsd"), ["given/mine.xsd"]);
}

#[test]
fn relative_locations_in_a_document_from_a_url_are_looked_up_too() {
    let entries = format!(
        "<uri name='{REMOTE}' uri='katalog/1.xsd'/><uri name='https://example.org/schemas/c.xsd' uri='katalog/2.xsd'/>"
    );
    let folder = Folder::new(&[
        ("main.xsd", main_document()),
        ("katalog/1.xsd", xsd("urn:b", &include("./c.xsd"))),
        ("katalog/2.xsd", version("c")),
        ("catalog.xml", catalog(&entries)),
    ]);
    let sources = Sources::new()
        .schema(folder.path("main.xsd"))
        .catalog(folder.path("catalog.xml"));
    assert_eq!(targets(&sources.load().unwrap(), "katalog/1.xsd"), ["katalog/2.xsd"]);
}

#[test]
fn a_catalog_beside_a_folder_is_not_used_unless_given() {
    let entry = format!("<uri name='{REMOTE}' uri='elsewhere/b.xsd'/>");
    let folder = Folder::new(&[
        ("xsd/main.xsd", main_document()),
        ("elsewhere/b.xsd", version("b")),
        ("catalog.xml", catalog(&entry)),
        ("xsd/catalog.xml", catalog(&entry)),
    ]);
    assert_eq!(load(&[folder.path("xsd")]).unwrap_err().code(), "XL0202");
}

#[test]
fn of_several_variants_with_one_name_the_nearest_is_meant() {
    let folder = Folder::new(&[
        ("a/main.xsd", main_document()),
        ("a/_remote/b.xsd", version("near")),
        ("b/b.xsd", version("far")),
        ("b/main.xsd", xsd("urn:c", &import("urn:b", REMOTE))),
    ]);
    let set = load(&[folder.path("")]).unwrap();
    assert_eq!(set.documents.len(), 4);
    assert_eq!(targets(&set, "a/main.xsd"), ["a/_remote/b.xsd"]);
    assert_eq!(targets(&set, "b/main.xsd"), ["b/b.xsd"]);
}

#[test]
fn a_document_already_reached_outranks_a_variant_beside() {
    let folder = Folder::new(&[
        (
            "x/main.xsd",
            xsd("urn:a", &(import("urn:c", "c.xsd") + &import("urn:b", "../y/b.xsd"))),
        ),
        ("x/c.xsd", xsd("urn:c", &import("urn:b", REMOTE))),
        ("x/old/b.xsd", version("variant")),
        ("y/b.xsd", version("reached")),
    ]);
    let set = load(&[folder.path("x/main.xsd")]).unwrap();
    assert_eq!(paths(&set), ["main.xsd", "c.xsd", "../y/b.xsd"]);
    assert_eq!(targets(&set, "c.xsd"), ["../y/b.xsd"]);
}

#[test]
fn a_builtin_base_is_used_only_where_nothing_else_supplies_the_namespace() {
    let builtin = |sources: Sources| {
        let base = xsd("urn:b", &(element("builtin") + &import("urn:c", "c.xsd")));
        sources
            .builtin_base("b.xsd", base.into_bytes())
            .builtin_base("c.xsd", xsd("urn:c", "").into_bytes())
    };
    let folder = Folder::new(&[("main.xsd", main_document())]);
    let set = builtin(Sources::new().schema(folder.path("main.xsd"))).load().unwrap();
    assert_eq!(paths(&set), ["main.xsd", "b.xsd", "c.xsd"]);
    assert_eq!(set.entries, 1);
    assert_eq!(
        set.documents
            .iter()
            .map(|document| document.builtin)
            .collect::<Vec<_>>(),
        [false, true, true]
    );

    // What a built-in document imports comes from the user too, where the user has it.
    folder.write("own/my-c.xsd", xsd("urn:c", &element("own")).as_bytes());
    let set = builtin(Sources::new().schema(folder.path("main.xsd"))).load().unwrap();
    assert_eq!(targets(&set, "b.xsd"), ["own/my-c.xsd"]);

    folder.write("own/my-b.xsd", version("own").as_bytes());
    let set = builtin(Sources::new().schema(folder.path("main.xsd"))).load().unwrap();
    assert_eq!(paths(&set), ["main.xsd", "own/my-b.xsd"]);
    assert!(set.documents.iter().all(|document| !document.builtin));
}

#[test]
fn the_base_of_the_program_comes_last_of_all() {
    const CODE: &str = "http://xoev.de/schemata/code/1_0";
    let folder = Folder::new(&[("main.xsd", xsd("urn:a", &import(CODE, REMOTE)))]);
    let sources = Sources::new().schema(folder.path("main.xsd"));
    let set = sources.clone().load().unwrap();
    assert_eq!(paths(&set), ["main.xsd", "xoev-code.xsd"]);
    assert!(set.documents[1].builtin);
    // A build script watches the files of the user alone.
    assert_eq!(set.files.len(), 1);
    let error = sources.clone().without_builtin_base().load().unwrap_err();
    assert!(!error.to_string().contains("base schemas"), "{error}");

    let given = sources.clone().builtin_base("mine.xsd", xsd(CODE, "").into_bytes());
    assert_eq!(paths(&given.load().unwrap()), ["main.xsd", "mine.xsd"]);

    folder.write("beside/irgendwie.xsd", xsd(CODE, "").as_bytes());
    let set = sources.load().unwrap();
    assert_eq!(paths(&set), ["main.xsd", "beside/irgendwie.xsd"]);
    assert!(set.documents.iter().all(|document| !document.builtin));
}

#[test]
fn documents_in_memory_are_entries_and_reach_each_other_by_name() {
    let set = Sources::new()
        .bytes(
            "x/main.xsd",
            xsd("urn:a", &(include("../types.xsd") + &import("urn:b", REMOTE))).into_bytes(),
        )
        .bytes("types.xsd", xsd("urn:a", &element("types")).into_bytes())
        .bytes(REMOTE, xsd("urn:b", &import("urn:c", "c.xsd")).into_bytes())
        .bytes("https://example.org/schemas/c.xsd", xsd("urn:c", "").into_bytes())
        .load()
        .unwrap();
    assert_eq!(targets(&set, "x/main.xsd"), ["types.xsd", REMOTE]);
    assert_eq!(targets(&set, REMOTE), ["https://example.org/schemas/c.xsd"]);
}

#[test]
fn the_order_of_the_arguments_does_not_matter() {
    let folder = Folder::new(&[
        ("a.xsd", xsd("urn:a", &import("urn:z", "https://example.org/z.xsd"))),
        ("b.xsd", xsd("urn:b", "")),
        ("more/z.xsd", xsd("urn:z", "")),
    ]);
    let one = load(&[folder.path("a.xsd"), folder.path("b.xsd")]).unwrap();
    let other = load(&[folder.path("b.xsd"), folder.path("a.xsd"), folder.path("b.xsd")]).unwrap();
    assert_eq!(paths(&one), ["a.xsd", "b.xsd", "more/z.xsd"]);
    assert_eq!(paths(&one), paths(&other));
}
