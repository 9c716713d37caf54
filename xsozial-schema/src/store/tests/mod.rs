mod xdatenfelder;

use super::*;
use crate::Schema;
use std::{io::Write, thread};
use zip::{ZipWriter, write::SimpleFileOptions};

const LIST: &str = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
    <Identification><ShortName>a</ShortName><Version>VERSION</Version><CanonicalUri>urn:example:liste</CanonicalUri>
    <CanonicalVersionUri>urn:example:liste_VERSION</CanonicalVersionUri></Identification>
    <ColumnSet><Column Id="k" Use="required"><ShortName>k</ShortName><Data Type="string"/></Column>
    <Key Id="s"><ShortName>s</ShortName><ColumnRef Ref="k"/></Key></ColumnSet>
    <SimpleCodeList><Row><Value ColumnRef="k"><SimpleValue>1</SimpleValue></Value></Row></SimpleCodeList></gc:CodeList>"#;

const ERROR: &str = r#"<bdt:Fehler xmlns:bdt="urn:example:fehler">nicht lieferbar</bdt:Fehler>"#;

const CODE: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://xoev.de/schemata/code/1_0"
        elementFormDefault="unqualified"><xs:complexType name="Code"><xs:sequence>
    <xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
    <xs:attribute name="listURI" type="xs:anyURI"/><xs:attribute name="listVersionID" type="xs:normalizedString"/>
    </xs:complexType></xs:schema>"#;

/// A standard of this version, whose message has one code of a list in version 1.
fn schema(version: &str, more: &str) -> String {
    format!(
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://xoev.de/schemata/code/1_0"
            targetNamespace="urn:example:x" xmlns="urn:example:x">
        <xs:annotation><xs:appinfo><standard><nameLang>Beispiel</nameLang>
            <kennung>urn:xoev-de:x:standard:xb</kennung></standard>
            <versionStandard><version>{version}</version></versionStandard></xs:appinfo></xs:annotation>
        <xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="http://xoev.de/schemata/code/1_0/xoev-code.xsd"/>
        <xs:element name="antrag" type="Antrag"/>{more}
        <xs:complexType name="Antrag"><xs:sequence><xs:element name="art" type="Art"/></xs:sequence>
            <xs:attribute name="standard" type="xs:string" use="required" fixed="XB"/>
            <xs:attribute name="version" type="xs:string" use="required" fixed="{version}"/></xs:complexType>
        <xs:complexType name="Art"><xs:complexContent><xs:restriction base="c:Code"><xs:sequence>
            <xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
            <xs:attribute name="listURI" type="xs:anyURI" fixed="urn:example:liste"/>
            <xs:attribute name="listVersionID" type="xs:normalizedString" fixed="1"/>
            </xs:restriction></xs:complexContent></xs:complexType></xs:schema>"#
    )
}

struct Fixture {
    folder: tempfile::TempDir,
    store: Store,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(folder.path().join("store"));
        Self { folder, store }
    }

    fn zip(&self, name: &str, files: &[(&str, &str)]) -> PathBuf {
        let path = self.folder.path().join(name);
        let mut writer = ZipWriter::new(fs::File::create(&path).unwrap());
        for (name, text) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap();
        path
    }

    fn delivery(&self, version: &str, lists: &[(&str, &str)]) -> Delivery {
        let own = schema(version, "");
        let mut files = vec![("xsd/xb.xsd", own.as_str()), ("xsd/xoev-code.xsd", CODE)];
        files.extend(lists);
        let path = self.zip(&format!("xb-{version}.zip"), &files);
        Delivery::read(&[path], None).unwrap()
    }

    /// The names in the store's folder, sorted.
    fn names(&self) -> Vec<String> {
        let Ok(listing) = fs::read_dir(self.store.folder()) else {
            return Vec::new();
        };
        let mut names: Vec<_> = listing
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn list(version: &str) -> String {
    LIST.replace("VERSION", version)
}

#[test]
fn a_delivery_is_stored_with_all_that_belongs_to_it() {
    let fixture = Fixture::new();
    let delivery = fixture.delivery(
        "1.0",
        &[
            ("codelisten/eins.xml", &list("1")),
            ("liste_fehlerhaft.xml", ERROR),
            ("muster.xml", "<a/>"),
            ("leer.xml", ""),
        ],
    );
    let Added { entry, outcome } = fixture.store.add(&delivery).unwrap();
    assert_eq!(outcome, Outcome::New);
    let description = &entry.description;
    assert_eq!(description.versioned_name(), "urn:xoev-de:x:standard:xb_1.0");
    assert_eq!((description.name.as_str(), &description.lizenz), ("Beispiel", &None));
    assert_eq!(description.sources, ["xb-1.0.zip"]);
    assert!(description.added.ends_with('Z') && description.documents == 2);
    let messages: Vec<_> = description.messages().collect();
    assert_eq!(messages.len(), 1);
    assert_eq!(
        (messages[0].0, messages[0].1.local.as_str()),
        ("urn:example:x", "antrag")
    );
    assert_eq!(
        (messages[0].1.standard.as_deref(), messages[0].1.version.as_deref()),
        (Some("XB"), Some("1.0"))
    );
    assert_eq!(description.missing_lists().count(), 0);
    assert_eq!(description.broken_lists.len(), 1);
    assert_eq!(description.broken_lists[0].file, "liste_fehlerhaft.xml");
    let lists: Vec<_> = entry.codelists().collect();
    assert_eq!(fs::read_to_string(&lists[0]).unwrap(), list("1"));
    let stored = entry.schema_folder().join("xsd/xb.xsd");
    assert_eq!(fs::read_to_string(stored).unwrap(), schema("1.0", ""));
    assert_eq!(
        documents(&entry.schema().unwrap()),
        documents(&Schema::compile_documents(&delivery.documents).unwrap())
    );
    assert!(
        fixture.names().iter().all(|name| !name.contains(':')),
        "{:?}",
        fixture.names()
    );
}

fn documents(schema: &Schema) -> Vec<(String, String)> {
    let documents = schema.documents.iter();
    documents
        .map(|document| (document.path.clone(), document.sha256.clone()))
        .collect()
}

#[test]
fn a_list_that_came_broken_is_missing() {
    let fixture = Fixture::new();
    let broken = list("1").replace("</gc:CodeList>", "");
    let delivery = fixture.delivery("1.0", &[("eins.xml", &broken)]);
    let description = fixture.store.add(&delivery).unwrap().entry.description;
    assert_eq!(description.broken_lists.len(), 1);
    let missing: Vec<_> = description.missing_lists().collect();
    assert_eq!(
        (missing[0].uri.as_str(), missing[0].version.as_deref()),
        ("urn:example:liste", Some("1"))
    );
    // Another version of the list does not serve.
    let delivery = fixture.delivery("1.0", &[("zwei.xml", &list("2"))]);
    assert_eq!(
        fixture
            .store
            .add(&delivery)
            .unwrap()
            .entry
            .description
            .missing_lists()
            .count(),
        1
    );
}

#[test]
fn versions_stand_side_by_side_and_are_selected() {
    let fixture = Fixture::new();
    for version in ["1.0", "1.1"] {
        fixture.store.add(&fixture.delivery(version, &[])).unwrap();
    }
    let find = |text: &str| {
        let selector: Selector = text.parse().unwrap();
        let entries = fixture.store.find(&selector).unwrap();
        entries
            .into_iter()
            .map(|entry| entry.description.version)
            .collect::<Vec<_>>()
    };
    assert_eq!(find("xb"), ["1.0", "1.1"]);
    assert_eq!(find("urn:xoev-de:x:standard:xb_1.1"), ["1.1"]);
    assert!(find("xb_2.0").is_empty());
    let index = fixture.store.index().unwrap();
    let fits = index
        .candidates()
        .filter(|it| it.root("urn:example:x", "antrag").is_some() && it.owns("urn:example:x"));
    assert_eq!(fits.count(), 2);
    let first = fixture.store.contents().unwrap().entries.remove(0);
    fixture.store.remove(&first).unwrap();
    assert_eq!(find("xb"), ["1.1"]);
    assert_eq!(fixture.store.index().unwrap().candidates().count(), 1);
}

#[test]
fn adding_again_changes_nothing_or_the_lists() {
    let fixture = Fixture::new();
    let without = fixture.delivery("1.0", &[]);
    assert_eq!(fixture.store.add(&without).unwrap().outcome, Outcome::New);
    assert_eq!(fixture.store.add(&without).unwrap().outcome, Outcome::Same);
    let with = fixture.delivery("1.0", &[("eins.xml", &list("1"))]);
    let added = fixture.store.add(&with).unwrap();
    assert_eq!(added.outcome, Outcome::Replaced);
    assert_eq!(added.entry.codelists().count(), 1);
    assert_eq!(fixture.store.contents().unwrap().entries.len(), 1);
}

#[test]
fn many_add_the_same_at_once_and_one_entry_stands_there() {
    let fixture = Fixture::new();
    let delivery = fixture.delivery("1.0", &[("eins.xml", &list("1"))]);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| fixture.store.add(&delivery).unwrap());
        }
    });
    let contents = fixture.store.contents().unwrap();
    assert_eq!((contents.entries.len(), contents.damaged.len()), (1, 0));
    assert_eq!(
        fixture.names().len(),
        1,
        "nothing is left behind: {:?}",
        fixture.names()
    );
}

#[test]
fn what_does_not_compile_leaves_nothing_behind() {
    let fixture = Fixture::new();
    let own = schema("1.0", r#"<xs:element name="b" type="Fehlt"/>"#);
    let path = fixture.zip("xb.zip", &[("xb.xsd", &own), ("xoev-code.xsd", CODE)]);
    let delivery = Delivery::read(&[path], None).unwrap();
    let error = fixture.store.add(&delivery).unwrap_err();
    assert_eq!(error.code(), "XM0102");
    assert!(error.to_string().starts_with("xb.xsd:"), "{error}");
    assert!(fixture.names().is_empty());
}

#[test]
fn paths_that_lead_out_of_the_archive_are_refused() {
    let fixture = Fixture::new();
    for file in ["../eins.xml", "/eins.xml"] {
        let path = fixture.zip("xb.zip", &[("xb.xsd", CODE), (file, &list("1"))]);
        assert_eq!(Delivery::read(&[path], None).unwrap_err().code(), "XL0004", "{file}");
    }
}

#[test]
fn lists_alone_are_no_delivery_and_beside_schemas_they_are_part_of_it() {
    let fixture = Fixture::new();
    let lists = fixture.zip("listen.zip", &[("eins.xml", &list("1"))]);
    assert_eq!(
        Delivery::read(std::slice::from_ref(&lists), None).unwrap_err().code(),
        "XI0001"
    );
    let broken = fixture.zip("defekt.zip", &[("eins_fehlerhaft.xml", ERROR)]);
    assert_eq!(
        Delivery::read(std::slice::from_ref(&broken), None).unwrap_err().code(),
        "XI0001"
    );
    let empty = fixture.zip("leer.zip", &[]);
    assert_eq!(
        Delivery::read(std::slice::from_ref(&empty), None).unwrap_err().code(),
        "XL0003"
    );
    let own = schema("1.0", "");
    let schemas = fixture.zip("xb.zip", &[("xb.xsd", &own), ("xoev-code.xsd", CODE)]);
    let delivery = Delivery::read(&[schemas.clone(), broken], None).unwrap();
    assert_eq!((delivery.lists.len(), delivery.broken_lists.len()), (0, 1));
    assert!(delivery.with_lists(&empty).unwrap().lists.is_empty());
    let delivery = Delivery::read(&[schemas, lists], None).unwrap();
    assert_eq!((delivery.documents.documents.len(), delivery.lists.len()), (2, 1));
}

#[test]
fn a_damaged_entry_is_told_by_name_and_the_others_work() {
    let fixture = Fixture::new();
    let one = fixture.store.add(&fixture.delivery("1.0", &[])).unwrap().entry;
    let two = fixture.store.add(&fixture.delivery("1.1", &[])).unwrap().entry;
    fs::write(one.folder().join("eintrag.json"), "{\"format\":1").unwrap();
    let contents = fixture.store.contents().unwrap();
    assert_eq!(contents.entries.len(), 1);
    assert!(
        contents.damaged[0]
            .to_string()
            .contains("urn_xoev-de_x_standard_xb_1.0@")
    );
    let index = fixture.store.index().unwrap();
    assert_eq!((index.candidates().count(), index.damaged().len()), (1, 1));
    let bytes = fs::read(two.folder().join("schema.bin")).unwrap();
    fs::write(two.folder().join("schema.bin"), &bytes[..bytes.len() / 2]).unwrap();
    let error = two.schema().unwrap_err();
    assert_eq!(error.code(), "XI0004");
    assert!(error.to_string().contains("xb_1.1@"), "{error}");
    // Adding it again mends it.
    assert_eq!(
        fixture.store.add(&fixture.delivery("1.1", &[])).unwrap().outcome,
        Outcome::Replaced
    );
    assert!(
        fixture.store.find(&"xb_1.1".parse().unwrap()).unwrap()[0]
            .schema()
            .is_ok()
    );
}

#[test]
fn a_schema_stored_by_another_version_is_compiled_anew() {
    let fixture = Fixture::new();
    let entry = fixture.store.add(&fixture.delivery("1.0", &[])).unwrap().entry;
    let path = entry.folder().join("schema.bin");
    let mut bytes = fs::read(&path).unwrap();
    bytes[7] = 1;
    fs::write(&path, bytes).unwrap();
    assert_eq!(entry.schema().unwrap().standard.version, "1.0");
}

#[test]
fn a_lost_or_damaged_index_is_made_anew() {
    let fixture = Fixture::new();
    fixture.store.add(&fixture.delivery("1.0", &[])).unwrap();
    assert_eq!(fixture.store.index().unwrap().candidates().count(), 1);
    let path = fixture.store.folder().join("index.json");
    for damage in ["", "[]", "{\"format\":99,\"candidates\":[]}"] {
        fs::write(&path, damage).unwrap();
        assert_eq!(fixture.store.index().unwrap().candidates().count(), 1);
        assert!(fs::metadata(&path).unwrap().len() > 40);
    }
}

#[test]
fn a_document_without_kennung_is_known_by_its_namespace() {
    let fixture = Fixture::new();
    let path = fixture.folder.path().join("a.xsd");
    let text = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:fim/S99">
        <xs:element name="antrag" type="xs:string"/></xs:schema>"#;
    fs::write(&path, text).unwrap();
    let entry = fixture
        .store
        .add(&Delivery::read(&[path], None).unwrap())
        .unwrap()
        .entry;
    assert_eq!(entry.description.versioned_name(), "urn:example:fim/S99");
    assert_eq!(fixture.store.find(&"s99".parse().unwrap()).unwrap().len(), 1);
}

#[test]
fn a_single_document_brings_what_it_includes_and_no_more() {
    let fixture = Fixture::new();
    let folder = fixture.folder.path();
    let open = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema""#;
    fs::create_dir_all(folder.join("x/teil")).unwrap();
    fs::write(
        folder.join("x/a.xsd"),
        format!(r#"{open} targetNamespace="urn:a"><xs:include schemaLocation="../teil.xsd"/></xs:schema>"#),
    )
    .unwrap();
    fs::write(
        folder.join("teil.xsd"),
        format!(r#"{open}><xs:element name="t" type="xs:string"/></xs:schema>"#),
    )
    .unwrap();
    let delivery = Delivery::read(&[folder.join("x/a.xsd")], None).unwrap();
    let entry = fixture.store.add(&delivery).unwrap().entry;
    let namespaces: Vec<_> = entry.description.namespaces.iter().map(|it| it.uri.as_str()).collect();
    assert_eq!(namespaces, ["urn:a"]);
    assert_eq!(entry.description.given, ["a.xsd"]);
}

#[test]
fn a_document_that_was_delivered_twice_is_stored_twice() {
    let fixture = Fixture::new();
    let own = schema("1.0", "");
    let files = [
        ("xsd/xb.xsd", own.as_str()),
        ("xsd/xoev-code.xsd", CODE),
        ("xsd/_remote/xoev-code.xsd", CODE),
    ];
    let delivery = Delivery::read(&[fixture.zip("xb.zip", &files)], None).unwrap();
    let entry = fixture.store.add(&delivery).unwrap().entry;
    assert_eq!(entry.description.documents, 2);
    for (path, text) in files {
        assert_eq!(
            fs::read_to_string(entry.schema_folder().join(path)).unwrap(),
            text,
            "{path}"
        );
    }
}

#[test]
fn two_deliveries_of_one_version_are_two_entries() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    if !corpora.is_dir() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "the corpora are missing beside the workspace"
        );
        eprintln!("skipped: there are no corpora beside the workspace");
        return;
    }
    let fixture = Fixture::new();
    for set in ["xbau-2.6", "xbau-2.6-schatten"] {
        let delivery = Delivery::read(&[corpora.join(set).join("xsd")], None).unwrap();
        let entry = fixture.store.add(&delivery).unwrap().entry;
        assert_eq!(
            documents(&entry.schema().unwrap()).len(),
            delivery.documents.documents.len(),
            "{set}"
        );
    }
    let entries = fixture.store.contents().unwrap().entries;
    assert_eq!(entries.len(), 2);
    let index = fixture.store.index().unwrap();
    let namespace = &entries[0].description.messages().next().unwrap().0.to_owned();
    assert_eq!(
        index.candidates().filter(|it| it.owns(namespace)).count(),
        2,
        "{namespace}"
    );
    assert_ne!(entries[0].name(), entries[1].name());
}

#[test]
fn base_documents_that_a_delivery_lacks_are_kept_beside_it_and_told() {
    let fixture = Fixture::new();
    let own = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://xoev.de/schemata/code/1_0"
        targetNamespace="urn:a"><xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="xoev-code.xsd"/>
        <xs:element name="a" type="c:Code"/></xs:schema>"#;
    let files = [
        ("v1/a.xsd", own),
        (
            "v1/more/b.xsd",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>",
        ),
    ];
    let delivery = Delivery::read(&[fixture.zip("a.zip", &files)], None).unwrap();
    let entry = fixture.store.add(&delivery).unwrap().entry;
    assert_eq!(entry.description.builtin_documents, ["xoev-code.xsd"]);
    assert!(entry.description.given.is_empty());
    assert_eq!(entry.schema().unwrap().builtin_documents(), ["xoev-code.xsd"]);
    for document in &entry.documents().unwrap().documents {
        assert_eq!(fs::read(entry.path_of(document)).unwrap(), document.bytes());
    }
    assert!(!entry.schema_folder().join("xoev-code.xsd").exists());
    assert_eq!(fixture.store.add(&delivery).unwrap().outcome, Outcome::Same);

    // What was stored decides, not what this program has: another layout of `schema.bin` makes the entry compile anew.
    let base = entry.folder().join("basis/xoev-code.xsd");
    let changed = fs::read_to_string(&base).unwrap() + "<!-- geändert -->";
    fs::write(&base, changed).unwrap();
    fs::write(entry.folder().join("schema.bin"), b"xsozial\x03").unwrap();
    let again = entry.schema().unwrap();
    assert_eq!(again.builtin_documents(), ["xoev-code.xsd"]);
    assert_ne!(
        documents(&again),
        documents(&Schema::compile_documents(&delivery.documents).unwrap())
    );
}
