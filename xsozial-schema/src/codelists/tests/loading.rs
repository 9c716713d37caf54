//! Files and folders.

use super::*;

#[test]
fn a_folder_is_read_with_the_folders_below_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    write(&path("z.xml"), genericode("urn:a", "10", &[("1", "eins")]));
    write(&path("unten/a.XML"), genericode("urn:a", "9", &[("1", "eins")]));
    write(&path("unten/ganz/b.xml"), genericode("urn:b", "1", &[("1", "eins")]));
    write(&path("lies mich.txt"), "keine Liste");
    write(&path(".verborgen.xml"), "keine Liste");
    let store = CodelistStore::load([folder.path()]).unwrap();
    assert_eq!(names(&store), [("urn:a", "9"), ("urn:a", "10"), ("urn:b", "1")]);
    assert_eq!(store.lists()[0].path, "unten/a.XML");
    assert_eq!(problems(&store), []);
    assert_eq!(store.versions("urn:a").len(), 2);
    assert_eq!(store.versions("urn:c").len(), 0);
    assert_eq!(store.get("urn:a", "9")[0].version(), "9");
    assert_eq!(store.get("urn:a", "09"), []);
}

#[test]
fn a_broken_download_is_a_problem_and_no_empty_list() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    write(&path("Ampel_1_fehlerhaft.xml"), SERVER_ERROR);
    write(
        &path("abgebrochen.xml"),
        &genericode("urn:a", "1", &[("1", "eins")])[..400],
    );
    write(&path("anderes.xml"), "<katalog/>");
    write(&path("ohne.xml"), genericode("", "1", &[("1", "eins")]));
    write(&path("unversioniert.xml"), genericode("urn:a", "", &[("1", "eins")]));
    let store = CodelistStore::load([folder.path()]).unwrap();
    assert!(store.is_empty());
    assert_eq!(
        problems(&store),
        [
            ("Ampel_1_fehlerhaft.xml", "XK0102"),
            ("abgebrochen.xml", "XK0102"),
            ("anderes.xml", "XK0102"),
            ("ohne.xml", "XK0103"),
            ("unversioniert.xml", "XK0103"),
        ]
    );
    assert_eq!(
        store.problems()[0].kind,
        StoreProblemKind::NotAList(GenericodeProblem::ServerError)
    );
    let problem = store.problems()[1].to_string();
    assert!(
        problem.starts_with("abgebrochen.xml:") && problem.contains("the file ends"),
        "{problem}"
    );
}

#[test]
fn a_path_that_is_of_no_use_at_all_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("fehlt");
    assert_eq!(CodelistStore::load([&missing]).unwrap_err().code(), "XK0001");
    let error = CodelistStore::load([folder.path()]).unwrap_err();
    assert_eq!(error.code(), "XK0004");
    assert!(error.to_string().ends_with("holds no code list (*.xml)"));
}

#[test]
fn the_uri_may_stand_in_that_of_the_version_alone() {
    let list = genericode("", "2", &[("1", "eins")]).replace(
        "<CanonicalUri></CanonicalUri>",
        "<CanonicalVersionUri>urn:a:b_2</CanonicalVersionUri>",
    );
    let mut store = CodelistStore::new();
    store.add_bytes("a.xml", list);
    assert_eq!(names(&store), [("urn:a:b", "2")]);
}
