//! `fetch` against a server on this machine that answers in the shapes of the XRepository.

#![cfg(feature = "fetch")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod server;

use server::{Answer, Server};
use std::{
    fs,
    io::{Cursor, Write},
    path::PathBuf,
    process::{Command, Output},
};
use zip::{ZipWriter, write::SimpleFileOptions};

const KENNUNG: &str = "urn:xoev-de:x:standard:xb_1.0";
const METADATA: &str = "/xrepository/urn:xoev-de:x:standard:xb_1.0/metadaten";
const SCHEMAS: &str = "/xrepository/urn:xoev-de:x:standard:xb_1.0:xmlschema";
const LISTS: &str = "/version_standard/urn:xoev-de:x:standard:xb_1.0/genutzteAktuelleCodelisten";

const LIST: &str = r#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
    <Identification><ShortName>a</ShortName><Version>1</Version><CanonicalUri>urn:example:liste</CanonicalUri>
    <CanonicalVersionUri>urn:example:liste_1</CanonicalVersionUri></Identification>
    <ColumnSet><Column Id="k" Use="required"><ShortName>k</ShortName><Data Type="string"/></Column>
    <Key Id="s"><ShortName>s</ShortName><ColumnRef Ref="k"/></Key></ColumnSet>
    <SimpleCodeList><Row><Value ColumnRef="k"><SimpleValue>1</SimpleValue></Value></Row></SimpleCodeList></gc:CodeList>"#;

const BROKEN: &str = r#"<bdt:Fehler xmlns:bdt="urn:example:fehler">Die Liste ist nicht lieferbar.</bdt:Fehler>"#;

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn schemas() -> Vec<u8> {
    let own = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="http://xoev.de/schemata/code/1_0"
            targetNamespace="urn:example:xb" xmlns="urn:example:xb">
        <xs:annotation><xs:appinfo><standard><nameLang>XB</nameLang><kennung>urn:xoev-de:x:standard:xb</kennung></standard>
        <versionStandard><version>1.0</version></versionStandard></xs:appinfo></xs:annotation>
        <xs:import namespace="http://xoev.de/schemata/code/1_0" schemaLocation="code.xsd"/>
        <xs:element name="antrag"><xs:complexType><xs:sequence><xs:element name="art" type="Art"/></xs:sequence>
            </xs:complexType></xs:element>
        <xs:complexType name="Art"><xs:complexContent><xs:restriction base="c:Code"><xs:sequence>
            <xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
            <xs:attribute name="listURI" type="xs:anyURI" fixed="urn:example:liste"/>
            <xs:attribute name="listVersionID" type="xs:normalizedString" fixed="1"/>
            </xs:restriction></xs:complexContent></xs:complexType></xs:schema>"#;
    let code = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://xoev.de/schemata/code/1_0">
        <xs:complexType name="Code"><xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
        <xs:attribute name="listURI" type="xs:anyURI"/><xs:attribute name="listVersionID" type="xs:normalizedString"/>
        </xs:complexType></xs:schema>"#;
    zip(&[("xb.xsd", own), ("code.xsd", code)])
}

fn metadata(changed: &str) -> Answer {
    Answer::json(&format!(
        r#"{{"kennung":"{KENNUNG}","version":"1.0","zeitpunktLetzteBearbeitung":"{changed}","alleVersionsKennungen":[],
            "referenzen":[{{"typ":"VERSION_CODELISTE","kennung":"urn:example:liste_1","version":"1"}}],"dokumente":[]}}"#
    ))
}

/// A server with the whole delivery, and folders for store and cache.
struct Fixture {
    server: Server,
    folder: tempfile::TempDir,
}

impl Fixture {
    fn new() -> Self {
        let server = Server::start();
        server.answer(METADATA, vec![metadata("2026-01-02T03:04:05.678+0100")]);
        server.answer(SCHEMAS, vec![Answer::zip(schemas())]);
        server.answer(LISTS, vec![Answer::zip(zip(&[("liste_1.xml", LIST)]))]);
        Self {
            server,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn store(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    fn fetch(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"));
        for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
            command.env_remove(variable);
        }
        command.args(["fetch", "--retry-wait", "1", "--base-url", &self.server.base]);
        command
            .arg("--store")
            .arg(self.store())
            .arg("--cache")
            .arg(self.folder.path().join("cache"));
        command.args(arguments).output().unwrap()
    }

    /// How many entries the store has; what is half of one counts too.
    fn installed(&self) -> usize {
        fs::read_dir(self.store()).map_or(0, Iterator::count)
    }

    /// Fetching fails with this text, and nothing is installed nor left in the cache.
    fn fails(&self, arguments: &[&str], text: &str) {
        let output = self.fetch(&[arguments, &[KENNUNG]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(error(&output).contains(text), "{text:?} in {}", error(&output));
        assert_eq!(self.installed(), 0);
        let cached = fs::read_dir(self.folder.path().join("cache")).into_iter().flatten();
        for host in cached {
            assert_eq!(fs::read_dir(host.unwrap().path()).unwrap().count(), 0);
        }
    }

    fn succeeds(&self, arguments: &[&str]) -> String {
        let output = self.fetch(&[arguments, &[KENNUNG]].concat());
        assert!(output.status.success(), "{}", error(&output));
        assert_eq!(self.installed(), 1);
        String::from_utf8(output.stdout.clone()).unwrap() + &error(&output)
    }
}

fn error(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_whole_delivery_is_installed_and_not_downloaded_twice() {
    let fixture = Fixture::new();
    let said = fixture.succeeds(&[]);
    assert!(
        said.starts_with("Installiert: XB 1.0 (urn:xoev-de:x:standard:xb_1.0@"),
        "{said}"
    );
    assert!(said.contains("1 verwendet, davon 1 vorhanden, 0 fehlen"), "{said}");
    let mut asked = fixture.server.asked();
    asked[1..].sort();
    assert_eq!(asked, [METADATA, LISTS, SCHEMAS]);
    assert!(fixture.server.most_at_once() <= 2);
    // Unchanged: what was downloaded is used again.
    fixture.succeeds(&[]);
    assert_eq!(fixture.server.asked(), [METADATA]);
    // Changed, or asked for: it is downloaded again.
    fixture.succeeds(&["--refresh"]);
    assert_eq!(fixture.server.asked().len(), 3);
    fixture
        .server
        .answer(METADATA, vec![metadata("2026-02-02T03:04:05.678+0100")]);
    fixture.succeeds(&[]);
    assert_eq!(fixture.server.asked().len(), 3);
}

#[test]
fn an_interrupted_download_installs_nothing_and_can_be_tried_again() {
    let fixture = Fixture::new();
    for (path, whole) in [(SCHEMAS, schemas()), (LISTS, zip(&[("liste_1.xml", LIST)]))] {
        fixture
            .server
            .answer(path, vec![Answer::Cut("application/zip", whole.clone())]);
        fixture.fails(&["--retries", "1"], ", at 2 attempts; nothing was installed. Try again");
        fixture.server.answer(path, vec![Answer::zip(whole)]);
    }
    // One more attempt of the same call is enough.
    fixture.server.answer(
        SCHEMAS,
        vec![Answer::Cut("application/zip", schemas()), Answer::zip(schemas())],
    );
    fixture.succeeds(&["--retries", "1"]);
}

#[test]
fn an_archive_that_is_cut_without_the_server_noticing_installs_nothing() {
    let fixture = Fixture::new();
    let whole = schemas();
    fixture
        .server
        .answer(SCHEMAS, vec![Answer::zip(whole[..whole.len() / 2].to_vec())]);
    fixture.fails(&[], "XL0004");
}

#[test]
fn each_reason_of_a_404_is_told() {
    for (body, text) in [
        (r#"{"fehler":"NUR PLATZHALTER GEFUNDEN"}"#, "as a placeholder alone"),
        (r#"{"fehler":"NICHT SICHTBAR"}"#, "does not show this to the public"),
        (r#"{"fehler":""}"#, "does not know this Kennung"),
        (r#""""#, "does not know this Kennung"),
        ("", "does not know this Kennung"),
    ] {
        for path in [METADATA, SCHEMAS] {
            let fixture = Fixture::new();
            fixture.server.answer(path, vec![Answer::not_found(body)]);
            fixture.fails(&[], text);
            let asked = fixture.server.asked();
            assert_eq!(
                asked.iter().filter(|asked| *asked == path).count(),
                1,
                "a 404 is not asked for again"
            );
        }
    }
}

#[test]
fn a_standard_without_code_lists_is_installed_with_a_warning() {
    let fixture = Fixture::new();
    fixture
        .server
        .answer(LISTS, vec![Answer::not_found(r#"{"fehler":""}"#)]);
    let said = fixture.succeeds(&[]);
    assert!(said.contains("liefert zu diesem Standard keine Codelisten"), "{said}");
    assert!(said.contains("1 verwendet, davon 0 vorhanden, 1 fehlt"), "{said}");
}

#[test]
fn an_archive_without_lists_is_all_there_is_for_some_standards() {
    let fixture = Fixture::new();
    fixture.server.answer(LISTS, vec![Answer::zip(zip(&[]))]);
    assert!(
        fixture
            .succeeds(&[])
            .contains("1 verwendet, davon 0 vorhanden, 1 fehlt")
    );
}

#[test]
fn a_list_that_the_server_could_not_make_is_named_and_counts_as_missing() {
    let fixture = Fixture::new();
    let lists = zip(&[("liste_1_fehlerhaft.xml", BROKEN)]);
    fixture.server.answer(LISTS, vec![Answer::zip(lists)]);
    let said = fixture.succeeds(&[]);
    assert!(said.contains("defekt: liste_1_fehlerhaft.xml"), "{said}");
    assert!(
        said.contains("Warnung: die Codeliste liste_1_fehlerhaft.xml kam defekt an"),
        "{said}"
    );
    assert!(said.contains("fehlt: urn:example:liste_1"), "{said}");
}

#[test]
fn a_server_that_is_at_fault_for_a_while_is_asked_again() {
    let fixture = Fixture::new();
    let fault = || Answer::Whole(500, "text/plain", b"innerer Fehler".to_vec());
    fixture.server.answer(METADATA, vec![fault(), metadata("x")]);
    fixture
        .server
        .answer(SCHEMAS, vec![fault(), fault(), Answer::zip(schemas())]);
    fixture.succeeds(&[]);
    let fixture = Fixture::new();
    fixture.server.answer(METADATA, vec![fault()]);
    fixture.fails(&["--retries", "2"], "the server answered 500, at 3 attempts;");
    assert_eq!(fixture.server.asked().len(), 3);
    fixture
        .server
        .answer(METADATA, vec![Answer::Whole(403, "text/plain", Vec::new())]);
    fixture.fails(&[], "the server answered 403; nothing was installed");
}

#[test]
fn an_answer_of_another_kind_is_refused() {
    let page = || Answer::Whole(200, "text/html", b"<html>Anmeldung</html>".to_vec());
    for path in [METADATA, SCHEMAS, LISTS] {
        let fixture = Fixture::new();
        fixture.server.answer(path, vec![page()]);
        fixture.fails(&[], "but text/html; perhaps a proxy or login page answered");
    }
    let fixture = Fixture::new();
    fixture.server.answer(
        METADATA,
        vec![Answer::json(r#"{"kennung":"urn:xoev-de:x:standard:andere_1.0"}"#)],
    );
    fixture.fails(&[], "it is about another Kennung");
    fixture.server.answer(METADATA, vec![Answer::json(r#"{"version":1"#)]);
    fixture.fails(&[], "XN0105");
}

#[test]
fn a_kennung_without_version_gets_the_versions() {
    let fixture = Fixture::new();
    let standard = "urn:xoev-de:x:standard:xb";
    let answer = format!(r#"{{"kennung":"{standard}","alleVersionsKennungen":["{standard}_1.0","{standard}_1.1"]}}"#);
    fixture.server.answer(
        &format!("/xrepository/{standard}/metadaten"),
        vec![Answer::json(&answer)],
    );
    let output = fixture.fetch(&[standard]);
    assert_eq!(output.status.code(), Some(2));
    let versions = "name one of its versions: urn:xoev-de:x:standard:xb_1.0, urn:xoev-de:x:standard:xb_1.1";
    assert!(error(&output).contains(versions), "{}", error(&output));
    let output = fixture.fetch(&["xb"]);
    assert!(error(&output).contains("XN0001"), "{}", error(&output));
}

#[test]
fn nobody_at_the_address_is_told_as_such() {
    let fixture = Fixture::new();
    let output = Command::new(env!("CARGO_BIN_EXE_xsozial-codegen"))
        .args([
            "fetch",
            KENNUNG,
            "--retries",
            "0",
            "--base-url",
            "http://127.0.0.1:9/api",
        ])
        .arg("--store")
        .arg(fixture.store())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(error(&output).contains("XN0103"), "{}", error(&output));
    let output = fixture.fetch(&["--base-url", "ftp://x", KENNUNG]);
    assert_eq!(output.status.code(), Some(2));
}
