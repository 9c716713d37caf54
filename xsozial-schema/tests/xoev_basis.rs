//! `schemas/xoev-basis` is written anew; here it is shown to work like what was published.
#![cfg(feature = "xsd")]
#![allow(
    clippy::panic,
    clippy::print_stderr,
    reason = "helpers of tests fail by panicking; a skipped test must say so"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_schema::{
    Schema,
    compare::{ChangeKind, compare},
    xsd::source::Sources,
};

/// Each document, its namespace, and how many global types and elements it declares.
const DOCUMENTS: &[(&str, &str, usize)] = &[
    ("xoev-code.xsd", "http://xoev.de/schemata/code/1_0", 1),
    (
        "din-norm-91379-datatypes.xsd",
        "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08",
        5,
    ),
    (
        "xoev-basisnachricht-unqualified-g2g_1.1.xsd",
        "http://xoev.de/schemata/basisnachricht/unqualified/g2g/1_1",
        8,
    ),
    (
        "xoev-basisnachricht-g2g_1.1.xsd",
        "http://xoev.de/schemata/basisnachricht/g2g/1_1",
        8,
    ),
    (
        "xoev-basisnachricht-behoerde_1.1.xsd",
        "http://xoev.de/schemata/basisnachricht/behoerde/1_1",
        2,
    ),
    (
        "xoev-basisnachricht-kommunikation_1.1.xsd",
        "http://xoev.de/schemata/basisnachricht/kommunikation/1_1",
        3,
    ),
    ("xmldsig-core-schema.xsd", "http://www.w3.org/2000/09/xmldsig#", 49),
    ("latinchars.xsd", "http://xoev.de/latinchars/1_1/datatypes", 1),
    // Attributes alone.
    ("xml.xsd", "http://www.w3.org/XML/1998/namespace", 0),
];

/// A document of ours.
fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../schemas/xoev-basis")
        .join(name)
}

fn compile(document: &Path) -> Schema {
    match Schema::compile(Sources::new().schema(document)) {
        Ok(schema) => schema,
        Err(error) => panic!("{}: {error}", document.display()),
    }
}

/// The published documents of this name, one for each set that has it. `None`, and a note, where the sets are not beside the
/// workspace outside CI.
fn published(name: &str) -> Option<Vec<PathBuf>> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora");
    let Ok(sets) = fs::read_dir(&corpora) else {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "shared/corpora is missing"
        );
        eprintln!("skipped: shared/corpora is not beside the workspace");
        return None;
    };
    let mut found: Vec<PathBuf> = sets
        .flatten()
        .map(|set| set.path().join("xsd/_remote").join(name))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    Some(found)
}

#[test]
fn every_document_declares_what_its_namespace_promises() {
    for (name, namespace, count) in DOCUMENTS {
        let schema = compile(&own(name));
        let namespace = schema.names.namespace(namespace);
        let types = schema.global_types.iter().map(|(name, _)| name);
        let elements = schema.global_elements.iter().map(|(name, _)| name);
        let declared = types
            .chain(elements)
            .filter(|&name| schema.names.namespace_of(name) == namespace);
        assert_eq!(declared.count(), *count, "{name}");
    }
}

#[test]
fn every_document_is_equal_to_each_published_one() {
    for (name, _, _) in DOCUMENTS {
        let ours = compile(&own(name));
        let Some(published) = published(name) else { return };
        assert!(!published.is_empty(), "{name} is in no set");
        for document in published {
            let comparison = compare(&compile(&document), &ours);
            assert!(
                comparison.changes.is_empty(),
                "{}: {:#?}",
                document.display(),
                comparison.changes
            );
        }
    }
}

/// An attribute is part of a schema where a type has it.
#[test]
fn the_attributes_of_xml_are_those_of_each_published_document() {
    const USER: &str = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\
         <xs:import namespace='http://www.w3.org/XML/1998/namespace' schemaLocation='xml.xsd'/><xs:element name='a'>\
         <xs:complexType><xs:attributeGroup ref='xml:specialAttrs'/></xs:complexType></xs:element></xs:schema>";
    let user_of = |document: &Path| {
        let sources = Sources::new().bytes("a.xsd", USER.into());
        Schema::compile(sources.bytes("xml.xsd", fs::read(document).unwrap())).unwrap()
    };
    let ours = user_of(&own("xml.xsd"));
    assert!(ours.complex_types.iter().any(|it| it.attributes.len() == 4));
    let Some(published) = published("xml.xsd") else { return };
    assert!(published.len() > 1);
    for document in published {
        let changes = compare(&user_of(&document), &ours).changes;
        assert!(changes.is_empty(), "{}: {changes:#?}", document.display());
    }
}

#[test]
fn a_published_document_that_differs_is_not_taken_for_equal() {
    let whole = fs::read_to_string(own("xoev-basisnachricht-unqualified-g2g_1.1.xsd")).unwrap();
    let parse = |text: &str| {
        let mut sources = Sources::new().bytes("g2g.xsd", text.as_bytes().to_vec());
        for name in ["xoev-code.xsd", "din-norm-91379-datatypes.xsd"] {
            sources = sources.bytes(name, fs::read(own(name)).unwrap());
        }
        Schema::compile(sources).unwrap()
    };
    let zusatz = "name=\"zusatz\" type=\"din91379:datatypeC\"";
    let produkt = "name=\"produkt\" type=\"din91379:datatypeC\"";
    for (from, to, kind) in [
        (
            format!("{zusatz} minOccurs=\"0\""),
            zusatz.to_owned(),
            ChangeKind::Tightened,
        ),
        (
            format!("{produkt} use=\"required\""),
            produkt.to_owned(),
            ChangeKind::Loosened,
        ),
    ] {
        let other = whole.replacen(&from, &to, 1);
        assert_ne!(other, whole, "{from}");
        let changes = compare(&parse(&whole), &parse(&other)).changes;
        assert!(changes.iter().any(|change| change.kind == kind), "{from}: {changes:#?}");
    }
}

#[test]
fn every_document_says_that_it_is_not_official() {
    for (name, _, _) in DOCUMENTS {
        let text = fs::read_to_string(own(name)).unwrap();
        assert!(text.contains("funktionsgleich, nicht amtlich"), "{name}");
        assert!(text.contains("not the official document"), "{name}");
    }
}
