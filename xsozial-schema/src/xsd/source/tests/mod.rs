//! Tests of the stage, grouped by what they are about.

mod archives;
mod corpora;
mod faults;
mod hostile;
mod precedence;
mod references;

use super::{DocumentSet, Sources};
use crate::xsd::error::XsdError;
use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A small schema document. `body` holds references and components.
fn xsd(namespace: &str, body: &str) -> String {
    let target = if namespace.is_empty() {
        String::new()
    } else {
        format!(" targetNamespace=\"{namespace}\"")
    };
    format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"{target}>\n{body}\n</xs:schema>")
}

fn import(namespace: &str, location: &str) -> String {
    format!("<xs:import namespace=\"{namespace}\" schemaLocation=\"{location}\"/>")
}

fn include(location: &str) -> String {
    format!("<xs:include schemaLocation=\"{location}\"/>")
}

fn element(name: &str) -> String {
    format!("<xs:element name=\"{name}\"/>")
}

/// A folder with files in it.
struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, String)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (path, text) in files {
            folder.write(path, text.as_bytes());
        }
        folder
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }
}

fn load(paths: &[PathBuf]) -> Result<DocumentSet, XsdError> {
    paths.iter().fold(Sources::new(), Sources::schema).load()
}

fn paths(set: &DocumentSet) -> Vec<&str> {
    set.documents.iter().map(|document| document.path.as_str()).collect()
}

/// The paths that the references of a document lead to.
fn targets<'a>(set: &'a DocumentSet, path: &str) -> Vec<&'a str> {
    let document = set.documents.iter().find(|document| document.path == path).unwrap();
    let resolved = document.references.iter().flat_map(|reference| &reference.resolved);
    resolved.map(|&index| set.documents[index].path.as_str()).collect()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer
            .start_file(*path, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A folder of the material shared beside the workspace; `None`, and a note, where it is absent outside CI.
fn shared(path: &str) -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
    if shared.exists() {
        return Some(shared);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "shared/{path} is missing");
    eprintln!("skipped: shared/{path} is not beside the workspace");
    None
}
