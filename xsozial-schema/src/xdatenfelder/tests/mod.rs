//! Tests of the XDatenfelder reader, grouped by what they are about.

mod describe;
mod equal;
mod faults;
mod hostile;
mod published;
mod shapes;

use super::{MissingCodelists, Shape, XdatenfelderError};
use crate::{
    Schema,
    genericode::CodeList,
    xsd::{Sources, XsdError},
};
use serde_json::Value;
use std::{
    fmt::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

const NS_2: &str = "urn:xoev-de:fim:standard:xdatenfelder_2";
const NS_3: &str = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0";

/// A file of version 3 whose schema holds these parts.
fn file(parts: &str) -> String {
    message(NS_3, parts)
}

/// A file of version 2 whose schema holds these parts.
fn file_2(parts: &str) -> String {
    message(NS_2, parts)
}

fn message(namespace: &str, parts: &str) -> String {
    format!(
        "<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf=\"{namespace}\">\n\
         <xdf:header><xdf:nachrichtID>1</xdf:nachrichtID>\
         <xdf:erstellungszeitpunkt>2026-01-01T00:00:00Z</xdf:erstellungszeitpunkt></xdf:header>\n\
         <xdf:stammdatenschema>\n{}{parts}\n</xdf:stammdatenschema>\n</xdf:xdatenfelder.stammdatenschema.0102>",
        head("S99000001", "1.0.0", "Probe")
    )
}

fn head(id: &str, version: &str, name: &str) -> String {
    format!(
        "<xdf:identifikation><xdf:id>{id}</xdf:id><xdf:version>{version}</xdf:version></xdf:identifikation>\
         <xdf:name>{name}</xdf:name>\n"
    )
}

/// A part with this multiplicity.
fn part(anzahl: &str, child: &str) -> String {
    format!("<xdf:struktur><xdf:anzahl>{anzahl}</xdf:anzahl><xdf:enthaelt>\n{child}</xdf:enthaelt></xdf:struktur>\n")
}

fn group(id: &str, name: &str, inside: &str) -> String {
    format!(
        "<xdf:datenfeldgruppe>{}{inside}</xdf:datenfeldgruppe>\n",
        head(id, "1.0.0", name)
    )
}

/// A field; `more` stands behind its type.
fn field(id: &str, name: &str, feldart: &str, datentyp: &str, more: &str) -> String {
    format!(
        "<xdf:datenfeld>{}<xdf:feldart><code>{feldart}</code></xdf:feldart>\
         <xdf:datentyp><code>{datentyp}</code></xdf:datentyp>{more}</xdf:datenfeld>\n",
        head(id, "1.0.0", name)
    )
}

fn text(id: &str, name: &str) -> String {
    field(
        id,
        name,
        "input",
        "text",
        "<xdf:praezisierung minLength=\"1\" maxLength=\"20\"/>",
    )
}

fn sources(text: &str, shape: Shape) -> Sources {
    Sources::new()
        .bytes("probe.xdf.xml", text.as_bytes().to_vec())
        .shape(shape)
}

fn compile(text: &str, shape: Shape) -> Schema {
    Schema::compile(sources(text, shape)).unwrap()
}

/// The error of a file.
fn error(text: &str) -> XdatenfelderError {
    match Schema::compile(sources(text, Shape::A)) {
        Err(XsdError::Xdatenfelder(error)) => *error,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("the file was accepted"),
    }
}

/// A schema as data, without places, and without the documents, whose hashes differ.
fn without_places(schema: &Schema) -> Value {
    let mut value = serde_json::to_value(&**schema).unwrap();
    value["documents"].take();
    strip(&mut value);
    value
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.remove("source");
            entries.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

fn list(uri: &str, version: &str, codes: &[(&str, &str)]) -> Arc<CodeList> {
    let mut rows = String::new();
    for (code, name) in codes {
        write!(
            rows,
            "<Row><Value ColumnRef=\"code\"><SimpleValue>{code}</SimpleValue></Value>\
             <Value ColumnRef=\"name\"><SimpleValue>{name}</SimpleValue></Value></Row>"
        )
        .unwrap();
    }
    let text = format!(
        "<gc:CodeList xmlns:gc=\"http://docs.oasis-open.org/codelist/ns/genericode/1.0/\"><Identification>\
         <ShortName>a</ShortName><Version>{version}</Version><CanonicalUri>{uri}</CanonicalUri>\
         <CanonicalVersionUri>{uri}_{version}</CanonicalVersionUri></Identification>\
         <ColumnSet><Column Id=\"code\" Use=\"required\"/><Column Id=\"name\" Use=\"required\"/>\
         <Key Id=\"k\"><ColumnRef Ref=\"code\"/></Key></ColumnSet><SimpleCodeList>{rows}</SimpleCodeList></gc:CodeList>"
    );
    Arc::new(CodeList::from_bytes(text.as_bytes(), "liste.xml").unwrap())
}

/// The folder of published files beside the workspace; `None`, with a word, where it is absent.
fn corpus() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora/xfall-fim");
    if path.exists() {
        return Some(path);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "test data is missing: xfall-fim"
    );
    eprintln!("skipped: no test data at ../shared/corpora/xfall-fim");
    None
}
