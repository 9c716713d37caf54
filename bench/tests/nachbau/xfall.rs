//! The standards of the XFall Nachbau: each XDatenfelder file in both shapes, and the envelope with the Fachdaten of each
//! Leistung. We compile the XDatenfelder file, the judges the XSD that was written of it.

use crate::{
    files, schemas,
    standard::{Standard, samples_of},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_schema::{Schema, genericode::CodeList, xdatenfelder::Shape, xsd::Sources};

fn folder() -> PathBuf {
    schemas().join("xfall-nachbau")
}

/// Every standard, as yet without synthetic messages.
pub(crate) fn standards(work: &Path) -> Vec<Standard> {
    let mut standards = Vec::new();
    for file in files(&folder(), "xml")
        .iter()
        .filter(|path| path.parent() == Some(&folder()))
    {
        for (shape, letter) in [(Shape::A, "a"), (Shape::B, "b")] {
            standards.push(leistung(file, shape, letter));
        }
    }
    let leistungen = files(&folder().join("xsd-a"), "xsd");
    for xsd in leistungen
        .iter()
        .filter(|path| path.to_string_lossy().contains(".xdf3."))
    {
        standards.push(envelope(xsd, work));
    }
    standards
}

fn documents() -> Vec<PathBuf> {
    files(&folder().join("beispiele"), "xml")
}

/// The name of a file without its last extension.
fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

fn leistung(file: &Path, shape: Shape, letter: &str) -> Standard {
    let lists = files(&folder().join("codelisten"), "xml");
    let lists = lists
        .iter()
        .map(|path| Arc::new(CodeList::from_bytes(&fs::read(path).unwrap(), "list").unwrap()));
    let schema = Schema::compile(Sources::new().schema(file).shape(shape).codelists(lists)).unwrap();
    Standard {
        name: format!("{}-{letter}", stem(file)),
        samples: samples_of(&schema, &documents()),
        schema,
        xsd: folder().join(format!("xsd-{letter}/{}.xsd", stem(file))),
        codelists: None,
        is_message: |root| root.trim_start_matches("fim.").starts_with('S'),
        messages: 0,
        shortened: 1,
    }
}

fn envelope(leistung: &Path, work: &Path) -> Standard {
    let envelope = folder().join("xfall-nachbau-behaelter.xsd");
    let schema = Schema::compile(Sources::new().schema(&envelope).schema(leistung)).unwrap();
    Standard {
        name: format!("behaelter-{}", stem(leistung)),
        samples: samples_of(&schema, &documents()),
        xsd: both(&schema, &[&envelope, leistung], work),
        schema,
        codelists: None,
        is_message: |root| root == "behaelter",
        messages: 0,
        shortened: 3,
    }
}

/// An XSD that imports these, for judges that take one.
fn both(schema: &Schema, xsds: &[&Path], work: &Path) -> PathBuf {
    let namespace = |xsd: &Path| {
        let document = schema.documents.iter().find(|document| xsd.ends_with(&document.path));
        document.unwrap().namespace.clone()
    };
    let imports = xsds.iter().map(|xsd| {
        let (uri, path) = (namespace(xsd), xsd.display());
        format!("<xs:import namespace=\"{uri}\" schemaLocation=\"{path}\"/>")
    });
    let text = format!(
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">{}</xs:schema>",
        imports.collect::<String>()
    );
    fs::create_dir_all(work).unwrap();
    let path = work.join(format!("{}-im-behaelter.xsd", stem(xsds[1])));
    fs::write(&path, text).unwrap();
    path
}
