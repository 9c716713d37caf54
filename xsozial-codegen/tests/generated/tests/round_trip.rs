//! Every document in `tests/xml` is read and written without loss.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use roxmltree::{Document, Node, NodeType};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_codegen_tests::{CASES, Case};

fn documents(case: &Case) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../xml");
    let mut documents: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.split('.').next() == Some(case.name)
        })
        .collect();
    documents.sort();
    documents
}

/// Element names, attributes and text; nothing else counts.
fn infoset(text: &str) -> Vec<String> {
    let document = Document::parse(text).unwrap();
    let mut lines = Vec::new();
    describe(document.root_element(), &mut lines);
    lines
}

fn describe(node: Node<'_, '_>, lines: &mut Vec<String>) {
    match node.node_type() {
        NodeType::Element => {
            let mut attributes: Vec<String> = node
                .attributes()
                .map(|attribute| {
                    format!(
                        "{}|{}={}",
                        attribute.namespace().unwrap_or(""),
                        attribute.name(),
                        attribute.value()
                    )
                })
                .collect();
            attributes.sort();
            let name = node.tag_name();
            lines.push(format!(
                "<{}|{} {}>",
                name.namespace().unwrap_or(""),
                name.name(),
                attributes.join(" ")
            ));
            for child in node.children() {
                describe(child, lines);
            }
            lines.push("</>".to_owned());
        }
        NodeType::Text if !node.text().unwrap_or("").trim().is_empty() => {
            lines.push(node.text().unwrap_or("").to_owned());
        }
        _ => {}
    }
}

#[test]
fn every_document_survives_reading_and_writing() {
    let mut failures = Vec::new();
    for case in CASES {
        let documents = documents(case);
        let is_library = case.name == "library";
        assert!(is_library || !documents.is_empty(), "{} has no document", case.name);
        for path in documents {
            let text = fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            match (case.round_trip)(text.as_bytes()) {
                Err(error) => failures.push(format!("{name}: {error}")),
                Ok(round_trip) => {
                    let written = String::from_utf8(round_trip.written).unwrap();
                    if !round_trip.is_equal {
                        failures.push(format!("{name}: read again, the value differs"));
                    }
                    if infoset(&written) != infoset(&text) {
                        failures.push(format!("{name}: written differently\n{written}"));
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
