//! Published patterns: the W3C test suite and the data types of DIN 91379.

use super::{super::*, step};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// The folder with published test data beside the workspace; `None`, with a word, where it is absent.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(folder);
    if path.exists() {
        return Some(path);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "test data is missing: {folder}"
    );
    eprintln!("skipped: no test data at ../shared/{folder}");
    None
}

fn read(path: &Path) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    match bytes.strip_prefix(b"\xFF\xFE") {
        Some(rest) => {
            let units: Vec<_> = rest
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units).ok()
        }
        None => String::from_utf8(bytes).ok(),
    }
}

/// The patterns of a schema whose one simple type restricts `xs:string`.
fn patterns(schema: &str) -> Option<Vec<String>> {
    let document = roxmltree::Document::parse(schema).ok()?;
    let named = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name((XS, name)));
    let restriction = named("restriction").next()?;
    if named("restriction").count() != 1 || !restriction.attribute("base")?.ends_with(":string") {
        return None;
    }
    let only_patterns = restriction
        .children()
        .filter(roxmltree::Node::is_element)
        .all(|node| node.has_tag_name((XS, "pattern")));
    only_patterns.then(|| {
        named("pattern")
            .filter_map(|node| node.attribute("value"))
            .map(str::to_owned)
            .collect()
    })
}

const XS: &str = crate::names::XS_NAMESPACE;

/// The values in an instance: attributes of the root or its children, or the texts of these.
fn values(instance: &str) -> Option<Vec<String>> {
    let document = roxmltree::Document::parse(instance).ok()?;
    let value = |node: roxmltree::Node<'_, '_>| {
        let attribute = node.attribute("value").or_else(|| node.attribute("att"));
        let text = || node.children().filter_map(|child| child.text()).collect();
        attribute.map_or_else(text, str::to_owned)
    };
    let root = document.root_element();
    if root.has_attribute("value") {
        return Some(vec![value(root)]);
    }
    Some(root.children().filter(roxmltree::Node::is_element).map(value).collect())
}

#[test]
fn the_w3c_test_suite_agrees() {
    let Some(suite) = shared("xsdtests") else { return };
    let table = fs::read_to_string(suite.join("tests.tsv")).unwrap();
    let (mut instances, mut schemas, mut wrong) = (0, 0, Vec::new());
    for row in table.lines() {
        let fields: Vec<_> = row.split('\t').collect();
        let &[_, _, _, kind, schema, instance, expected] = fields.as_slice() else {
            continue;
        };
        if !schema.starts_with("msData/regex/") {
            continue;
        }
        let Some(alternatives) = read(&suite.join(schema)).as_deref().and_then(patterns) else {
            continue;
        };
        let step = PatternStep {
            alternatives,
            source: SourceLocation::BUILT_IN,
        };
        let checked = step.parse_check();
        if kind == "schema" {
            schemas += 1;
            if checked.is_ok() != (expected == "valid") {
                wrong.push(format!("{schema}: {:?} {checked:?}", step.alternatives));
            }
            continue;
        }
        let Some(values) = read(&suite.join(instance)).as_deref().and_then(values) else {
            continue;
        };
        instances += 1;
        let compiled = step.compile();
        if values.iter().all(|value| compiled.is_match(value)) != (expected == "valid") {
            wrong.push(format!("{instance}: {:?} {values:?} is {expected}", step.alternatives));
        }
    }
    eprintln!("{schemas} schemas, {instances} instances");
    assert!(instances > 500 && schemas > 500, "{instances} {schemas}");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_published_xoev_pattern_compiles_in_time() {
    let Some(corpora) = shared("corpora") else { return };
    let (mut folders, mut count, mut slowest) = (vec![corpora], 0, Duration::ZERO);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Some(text) = path
                .extension()
                .filter(|&ending| ending == "xsd")
                .and_then(|_| read(&path))
            else {
                continue;
            };
            let options = roxmltree::ParsingOptions {
                allow_dtd: true,
                ..Default::default()
            };
            let Ok(document) = roxmltree::Document::parse_with_options(&text, options) else {
                continue;
            };
            for pattern in document.descendants().filter(|node| node.has_tag_name((XS, "pattern"))) {
                let step = step(&[pattern.attribute("value").unwrap()]);
                assert_eq!(step.parse_check(), Ok(()), "{}", path.display());
                let begin = Instant::now();
                assert!(step.compile().error().is_none());
                slowest = slowest.max(begin.elapsed());
                count += 1;
            }
        }
    }
    eprintln!("{count} patterns, slowest {slowest:?}");
    assert!(count > 50);
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
}
