//! The front end and the XSD written from the same file give equal schemas, places aside.

use super::*;
use crate::xdatenfelder::{Datenschema, Options};
use std::fs;

/// Compiles a file directly, and by way of the XSD that is written of it with the file beside it for its names.
fn assert_equal(path: &Path, missing_codelists: MissingCodelists, codelists: &[Arc<CodeList>]) {
    for shape in [Shape::A, Shape::B] {
        let given = |sources: Sources| {
            sources
                .missing_codelists(missing_codelists)
                .codelists(codelists.iter().cloned())
        };
        let direct = Schema::compile(given(Sources::new().schema(path).shape(shape)));
        let direct = direct.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let options = Options {
            shape,
            codelists: codelists.to_vec(),
            missing_codelists,
        };
        let file = Datenschema::from_bytes(&fs::read(path).unwrap(), "datei.xml").unwrap();
        let xsd = file.to_xsd(&options).unwrap().into_bytes();
        let by_xsd = Schema::compile(given(Sources::new().bytes("datei.xsd", xsd).names(path))).unwrap();
        assert!(
            without_places(&direct) == without_places(&by_xsd),
            "{} {shape:?}",
            path.display()
        );
    }
}

#[test]
fn the_good_published_files_are_equal() {
    let Some(corpus) = corpus() else { return };
    for name in [
        "simple",
        "minimal",
        "rule",
        "data-field-rule",
        "data-group-rule",
        "label",
        "select",
        "input",
        "v3-data__simple",
    ] {
        let path = corpus.join(format!("xdatenfelder/{name}.xml"));
        assert_equal(&path, MissingCodelists::AnyCode, &[]);
    }
}

#[test]
fn the_projects_own_files_are_equal() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/xfall-nachbau");
    let mut lists = Vec::new();
    for entry in fs::read_dir(folder.join("codelisten")).unwrap() {
        let path = entry.unwrap().path();
        let list = CodeList::from_bytes(&fs::read(&path).unwrap(), "liste.xml").unwrap();
        lists.push(Arc::new(list));
    }
    let mut files = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().contains(".xdf") {
            assert_equal(&path, MissingCodelists::Refuse, &lists);
            files += 1;
        }
    }
    assert!(files >= 4, "{files} files");
}

#[test]
fn every_kind_of_field_is_equal() {
    let fields = [
        (
            "text",
            "<xdf:praezisierung minLength=\"1\" pattern=\"[a-z&lt;&quot;]+\"/>",
        ),
        ("text_latin", ""),
        (
            "date",
            "<xdf:praezisierung minValue=\"2020-01-01\" maxValue=\"2030-01-01\"/>",
        ),
        ("time", ""),
        ("datetime", ""),
        ("bool", ""),
        ("num", "<xdf:praezisierung minValue=\"0\" maxValue=\"1.5\"/>"),
        ("num_int", "<xdf:praezisierung minValue=\"-1\"/>"),
        ("num_currency", "<xdf:praezisierung minValue=\"0\"/>"),
        (
            "file",
            "<xdf:maxSize>10</xdf:maxSize><xdf:mediaType>image/png</xdf:mediaType>",
        ),
        ("obj", ""),
    ];
    let parts: String = (10..)
        .zip(fields)
        .map(|(number, (kind, more))| part("0:*", &field(&format!("F990000{number}"), kind, "input", kind, more)))
        .collect();
    let choice = format!(
        "<xdf:art><code>X</code></xdf:art>{}{}",
        part("1:1", &text("F99000002", "a")),
        part("1:2", &text("F99000003", "b"))
    );
    let parts = parts + &part("1:1", &group("G99000001", "Auswahl", &choice));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("alles.xdf3.xml");
    fs::write(&path, file(&parts)).unwrap();
    assert_equal(&path, MissingCodelists::Refuse, &[]);
}
