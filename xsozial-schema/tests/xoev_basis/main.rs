//! `schemas/xoev-basis` is written anew; here it is shown to work like what was published.
#![cfg(feature = "xsd")]
#![allow(clippy::panic, reason = "helpers of tests fail by panicking")]

mod description;

use description::describe;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use xsozial_schema::{Schema, xsd::source::Sources};

/// Each document, its namespace, and how many components it declares.
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
];

fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xoev-basis")
}

fn compile(document: &Path) -> Schema {
    match Schema::compile(Sources::new().schema(document)) {
        Ok(schema) => schema,
        Err(error) => panic!("{}: {error}", document.display()),
    }
}

/// The published documents of this name, one for each set that has it.
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
        let components = describe(&compile(&own_folder().join(name)), namespace);
        assert_eq!(
            components.len(),
            *count,
            "{name}: {:?}",
            components.keys().collect::<Vec<_>>()
        );
    }
}

#[test]
fn every_document_is_equal_to_each_published_one() {
    for (name, namespace, _) in DOCUMENTS {
        let own = describe(&compile(&own_folder().join(name)), namespace);
        let Some(published) = published(name) else { return };
        assert!(!published.is_empty(), "{name} is in no set");
        for document in published {
            let theirs = describe(&compile(&document), namespace);
            let differing: BTreeMap<_, _> = own
                .keys()
                .chain(theirs.keys())
                .filter(|component| own.get(*component) != theirs.get(*component))
                .map(|component| (component, (own.get(component), theirs.get(component))))
                .collect();
            assert!(differing.is_empty(), "{}: {differing:#?}", document.display());
        }
    }
}

#[test]
fn the_comparison_sees_a_changed_occurrence_a_changed_facet_and_a_changed_fixed_value() {
    let whole = fs::read_to_string(own_folder().join("xoev-basisnachricht-unqualified-g2g_1.1.xsd")).unwrap();
    let namespace = "http://xoev.de/schemata/basisnachricht/unqualified/g2g/1_1";
    let parse = |text: &str| {
        let mut sources = Sources::new().bytes("g2g.xsd", text.as_bytes().to_vec());
        for name in ["xoev-code.xsd", "din-norm-91379-datatypes.xsd"] {
            sources = sources.bytes(name, fs::read(own_folder().join(name)).unwrap());
        }
        describe(&Schema::compile(sources).unwrap(), namespace)
    };
    let unchanged = parse(&whole);
    for (from, to) in [
        (
            "name=\"zusatz\" type=\"din91379:datatypeC\" minOccurs=\"0\"",
            "name=\"zusatz\" type=\"din91379:datatypeC\"",
        ),
        ("{8}-", "{7}-"),
        (
            "fixed=\"urn:de:xoev:codeliste:erreichbarkeit\"",
            "fixed=\"urn:example:andere\"",
        ),
        (
            "name=\"produkt\" type=\"din91379:datatypeC\" use=\"required\"",
            "name=\"produkt\" type=\"din91379:datatypeC\"",
        ),
    ] {
        let changed = whole.replacen(from, to, 1);
        assert_ne!(changed, whole, "{from}");
        assert_ne!(parse(&changed), unchanged, "{from}");
    }
}

#[test]
fn every_document_says_that_it_is_not_official() {
    for (name, _, _) in DOCUMENTS {
        let text = fs::read_to_string(own_folder().join(name)).unwrap();
        assert!(text.contains("funktionsgleich, nicht amtlich"), "{name}");
        assert!(text.contains("not the official document"), "{name}");
    }
}
