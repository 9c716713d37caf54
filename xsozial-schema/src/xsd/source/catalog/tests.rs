use super::*;
use std::fs;

fn catalog(files: &[(&str, &str)]) -> (tempfile::TempDir, Catalog) {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, entries) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = format!("<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>{entries}</catalog>");
        fs::write(path, text).unwrap();
    }
    let catalog = Catalog::read(&[folder.path().join(files[0].0)]).unwrap();
    (folder, catalog)
}

/// What a location is mapped to, relative to the folder of the catalogs.
fn mapped(folder: &tempfile::TempDir, catalog: &Catalog, location: &str) -> Option<String> {
    let root = fs::canonicalize(folder.path()).unwrap();
    catalog
        .location(location)
        .map(|path| super::super::location::relative_path(&root, &path))
}

#[test]
fn every_kind_of_entry_maps() {
    let (folder, catalog) = catalog(&[(
        "k/catalog.xml",
        "<uri name='http://x/a.xsd' uri='a.xsd'/>
         <uri name='http://x/a.xsd' uri='second.xsd'/>
         <group xml:base='../xsd/'><system systemId='http://x/b.xsd' uri='b%20b.xsd'/></group>
         <group xml:base='file.xml'><system systemId='http://x/f.xsd' uri='f.xsd'/></group>
         <public publicId='urn:p' uri='p.xsd'/>
         <rewriteURI uriStartString='http://y/' rewritePrefix='y/'/>
         <rewriteSystem systemIdStartString='http://y/z/' rewritePrefix='../z'/>
         <uriSuffix uriSuffix='/s.xsd' uri='s.xsd'/>
         <uri name='http://x/remote.xsd' uri='http://elsewhere/a.xsd'/>
         <group xml:base='http://elsewhere/'><uri name='http://x/c.xsd' uri='c.xsd'/></group>
         <uri xmlns='urn:foreign' name='http://x/d.xsd' uri='d.xsd'/>",
    )]);
    let mapped = |location| mapped(&folder, &catalog, location);
    assert_eq!(mapped("http://x/a.xsd").as_deref(), Some("k/a.xsd"));
    assert_eq!(mapped("http://x/b.xsd").as_deref(), Some("xsd/b b.xsd"));
    assert_eq!(mapped("http://x/f.xsd").as_deref(), Some("k/f.xsd"));
    assert_eq!(mapped("http://y/q/r.xsd").as_deref(), Some("k/y/q/r.xsd"));
    assert_eq!(mapped("http://y/z/r.xsd").as_deref(), Some("z/r.xsd"));
    assert_eq!(mapped("http://any/s.xsd").as_deref(), Some("k/s.xsd"));
    for location in ["http://x/remote.xsd", "http://x/c.xsd", "http://x/d.xsd", "urn:p"] {
        assert_eq!(mapped(location), None, "{location}");
    }
    assert!(catalog.namespace("urn:p").is_some_and(|path| path.ends_with("k/p.xsd")));
    assert!(catalog.namespace("urn:q").is_none());
}

#[test]
fn other_catalogs_are_read_once() {
    let (folder, catalog) = catalog(&[
        (
            "catalog.xml",
            "<nextCatalog catalog='more/next.xml'/><nextCatalog catalog='gone.xml'/>
             <nextCatalog catalog='http://elsewhere/catalog.xml'/>
             <delegateURI uriStartString='http://d/' catalog='delegated.xml'/>",
        ),
        (
            "more/next.xml",
            "<nextCatalog catalog='../catalog.xml'/><uri name='http://x/n.xsd' uri='n.xsd'/>",
        ),
        (
            "delegated.xml",
            "<uri name='http://d/a.xsd' uri='d.xsd'/><uri name='http://x/a.xsd' uri='wrong.xsd'/>
             <delegateURI uriStartString='http://d/' catalog='delegated.xml'/>",
        ),
    ]);
    let mapped = |location| mapped(&folder, &catalog, location);
    assert_eq!(mapped("http://x/n.xsd").as_deref(), Some("more/n.xsd"));
    assert_eq!(mapped("http://d/a.xsd").as_deref(), Some("d.xsd"));
    assert_eq!(mapped("http://x/a.xsd"), None);
    assert_eq!(catalog.missing, ["gone.xml"]);
}

#[test]
fn the_doctype_that_catalogs_have_is_no_obstacle() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("catalog.xml");
    let doctype = "<!DOCTYPE catalog PUBLIC '-//OASIS//DTD Entity Resolution XML Catalog V1.0//EN' \
                   'http://www.oasis-open.org/committees/entity/release/1.0/catalog.dtd'>";
    let entries = "<uri name='http://x/a.xsd' uri='a.xsd'/>";
    fs::write(
        &path,
        format!("{doctype}<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>{entries}</catalog>"),
    )
    .unwrap();
    assert!(Catalog::read(&[path]).unwrap().location("http://x/a.xsd").is_some());
}
