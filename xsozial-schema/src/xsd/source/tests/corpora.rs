//! Real deliveries, shared beside the workspace.

use super::*;
use std::time::Instant;

/// The namespaces and hashes of a set, whatever the paths and the order.
fn content(set: &DocumentSet) -> Vec<(Option<String>, String)> {
    let documents = set.documents.iter();
    let mut content: Vec<_> = documents
        .map(|document| (document.target_namespace.clone(), document.sha256.clone()))
        .collect();
    content.sort();
    content
}

fn all_resolved(set: &DocumentSet) {
    for document in &set.documents {
        assert!(!document.path.starts_with('/'), "{}", document.path);
        for reference in &document.references {
            let known = reference.namespace.as_deref() == Some(crate::names::XML_NAMESPACE);
            assert!(
                known || !reference.resolved.is_empty(),
                "{}:{}",
                document.path,
                reference.line
            );
        }
    }
}

fn zip_of(folder: &Path) -> Vec<u8> {
    let listing = crate::files::list(folder, "xsd", 10_000, crate::files::Unreadable::Fail).unwrap();
    let files: Vec<_> = listing.files.iter().map(|path| fs::read(path).unwrap()).collect();
    let names: Vec<_> = listing
        .files
        .iter()
        .map(|path| {
            format!(
                "lieferung/{}",
                path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/")
            )
        })
        .collect();
    let entries: Vec<_> = names
        .iter()
        .zip(&files)
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip(&entries)
}

#[test]
fn every_folder_of_every_corpus_loads() {
    let Some(corpora) = shared("corpora") else { return };
    let mut corpora: Vec<_> = fs::read_dir(corpora)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    corpora.sort();
    for corpus in corpora.iter().map(|path| path.join("xsd")).filter(|path| path.is_dir()) {
        let set = load(std::slice::from_ref(&corpus)).unwrap_or_else(|error| panic!("{}: {error}", corpus.display()));
        all_resolved(&set);
        assert_eq!(set.entries, set.documents.len(), "{}", corpus.display());
        eprintln!(
            "{}: {} documents",
            corpus.parent().unwrap().file_name().unwrap().display(),
            set.entries
        );
    }
}

#[test]
fn xwasser_is_the_same_set_by_every_way() {
    let Some(corpus) = shared("corpora/xwasser-1.0.0") else {
        return;
    };
    let folder = load(&[corpus.join("xsd")]).unwrap();
    assert_eq!(folder.documents.len(), 14);
    let entry = corpus.join("xsd/xwasser.xsd");
    let alone = load(std::slice::from_ref(&entry)).unwrap();
    let with_catalog = Sources::new()
        .schema(&entry)
        .catalog(corpus.join("catalog.xml"))
        .load()
        .unwrap();
    let archive = Folder::new(&[]);
    archive.write("xwasser.zip", &zip_of(&corpus.join("xsd")));
    let archive = load(&[archive.path("xwasser.zip")]).unwrap();
    for set in [&alone, &with_catalog, &archive] {
        all_resolved(set);
        assert_eq!(content(set), content(&folder));
    }
    assert_eq!(paths(&alone)[0], "xwasser.xsd");
    assert!(paths(&alone).iter().any(|path| path.starts_with("_remote/")));
    assert!(
        paths(&archive)
            .iter()
            .any(|path| path.starts_with("lieferung/_remote/"))
    );
}

#[test]
fn each_document_of_the_sets_loads_alone() {
    for corpus in ["xbau-2.3", "xbau-kernmodul-1.3.0", "xfall-fim"] {
        let Some(folder) = shared(&format!("corpora/{corpus}/xsd")) else {
            return;
        };
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            if file.is_file() {
                let set = load(std::slice::from_ref(&file)).unwrap_or_else(|error| panic!("{corpus}: {error}"));
                all_resolved(&set);
                assert_eq!(set.entries, 1);
            }
        }
    }
}

#[test]
fn three_documents_of_one_namespace_are_all_there() {
    let Some(corpus) = shared("corpora/xbau-2.3") else {
        return;
    };
    let set = load(&[corpus.join("driver/xbau-2-3-all.xsd")]).unwrap();
    let mut documents_of: std::collections::BTreeMap<_, usize> = std::collections::BTreeMap::new();
    for document in &set.documents {
        *documents_of.entry(&document.target_namespace).or_default() += 1;
    }
    // The standard's own namespace and that of its core module.
    assert_eq!(documents_of.values().filter(|&&count| count >= 4).count(), 2);
}

#[test]
fn the_prefix_that_only_a_doctype_binds_is_bound() {
    let Some(corpus) = shared("corpora/xwasser-1.0.0/xsd/_remote") else {
        return;
    };
    let set = load(&[corpus.join("xmldsig-core-schema.xsd")]).unwrap();
    let document = &set.documents[0];
    assert!(!document.text.contains("<!DOCTYPE"));
    let parsed = roxmltree::Document::parse(&document.text).unwrap();
    let namespace = parsed.root_element().lookup_namespace_uri(Some("ds"));
    assert_eq!(namespace, document.target_namespace.as_deref());
    // Lines still count from the start of the file, the DOCTYPE included.
    let original = fs::read_to_string(corpus.join("xmldsig-core-schema.xsd")).unwrap();
    let lines: Vec<_> = original.lines().collect();
    let elements: Vec<_> = document
        .text
        .match_indices("<element ")
        .map(|(offset, _)| offset)
        .collect();
    assert!(elements.len() > 10);
    for offset in elements {
        let (line, column) = document.line_column(offset);
        let there: String = lines[line as usize - 1].chars().skip(column as usize - 1).collect();
        assert!(there.starts_with("<element "));
    }
}

/// `cargo test --release -p xsozial-schema --features xsd -- --ignored --nocapture load_time`
#[test]
#[ignore = "a measurement"]
fn load_time_of_xwasser() {
    let Some(corpus) = shared("corpora/xwasser-1.0.0/xsd") else {
        return;
    };
    for input in [corpus.clone(), corpus.join("xwasser.xsd")] {
        let times = (0..20).map(|_| {
            let start = Instant::now();
            let set = load(std::slice::from_ref(&input)).unwrap();
            assert_eq!(set.documents.len(), 14);
            start.elapsed()
        });
        eprintln!(
            "{}: {:?} at best",
            input.file_name().unwrap().display(),
            times.min().unwrap()
        );
    }
}
