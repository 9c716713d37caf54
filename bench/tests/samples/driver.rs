//! One schema that brings all documents of a set together, so that a judge sees what `xsi:type` and wildcards may name.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use xsozial_schema::Schema;

/// Writes the driver and answers its path. Each namespace has a schema that includes its documents. libxml2 keeps the
/// first document of a namespace that it meets, so namespaces come after those that they import.
pub(crate) fn write(schema: &Schema, folder: &Path, target: &Path) -> PathBuf {
    let mut documents: BTreeMap<&str, Vec<PathBuf>> = BTreeMap::new();
    for document in &schema.documents {
        let path = folder.join(&document.path);
        documents.entry(&document.namespace).or_default().push(path);
    }
    let mut imports = String::new();
    for (number, namespace) in in_order(&documents).into_iter().enumerate() {
        let attribute = |name: &str| match namespace {
            "" => String::new(),
            uri => format!(" {name}=\"{uri}\""),
        };
        let mut includes = String::new();
        for path in without_copies(&documents[namespace]) {
            writeln!(includes, "  <xs:include schemaLocation=\"{}\"/>", path.display()).unwrap();
        }
        let path = target.join(format!("namespace-{number}.xsd"));
        fs::write(&path, wrap(&attribute("targetNamespace"), &includes)).unwrap();
        let namespace = attribute("namespace");
        writeln!(
            imports,
            "  <xs:import{namespace} schemaLocation=\"{}\"/>",
            path.display()
        )
        .unwrap();
    }
    let driver = target.join("driver.xsd");
    fs::write(&driver, wrap(" targetNamespace=\"urn:xsozial:driver\"", &imports)).unwrap();
    driver
}

/// The documents but for those that only repeat what the others declare: sets hold copies of what they also import by URL.
fn without_copies(paths: &[PathBuf]) -> Vec<&PathBuf> {
    let mut declared = BTreeSet::new();
    let is_new = |path: &&PathBuf| {
        let mut components = top_level(path);
        components.retain(|(kind, name)| kind != "import" && !name.is_empty());
        let is_new = components.is_empty() || components.iter().any(|component| !declared.contains(component));
        declared.extend(components);
        is_new
    };
    paths.iter().filter(is_new).collect()
}

/// Kind and name of each component at the top of a document; of an import the namespace.
fn top_level(path: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(path).unwrap();
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let tree = roxmltree::Document::parse_with_options(&text, options).unwrap();
    let children = tree.root_element().children().filter(roxmltree::Node::is_element);
    children
        .map(|node| {
            let name = node.attribute("name").or_else(|| node.attribute("namespace"));
            (node.tag_name().name().to_owned(), name.unwrap_or_default().to_owned())
        })
        .collect()
}

fn wrap(attributes: &str, content: &str) -> String {
    format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"{attributes}>\n{content}</xs:schema>\n")
}

/// The namespaces, each after those that its documents import.
fn in_order<'n>(documents: &BTreeMap<&'n str, Vec<PathBuf>>) -> Vec<&'n str> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    for &namespace in documents.keys() {
        visit(namespace, documents, &mut seen, &mut order);
    }
    order
}

fn visit<'n>(
    namespace: &'n str,
    documents: &BTreeMap<&'n str, Vec<PathBuf>>,
    seen: &mut BTreeSet<&'n str>,
    order: &mut Vec<&'n str>,
) {
    if !seen.insert(namespace) {
        return;
    }
    for path in &documents[namespace] {
        for (kind, wanted) in top_level(path) {
            if kind == "import"
                && let Some((&known, _)) = documents.get_key_value(wanted.as_str())
            {
                visit(known, documents, seen, order);
            }
        }
    }
    order.push(namespace);
}
