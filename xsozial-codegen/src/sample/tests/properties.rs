//! What holds for every schema, seed and size.

use super::*;
use proptest::prelude::*;
use std::{fs, path::Path, sync::LazyLock};

/// The project's own test schemas that have roots.
static SCHEMAS: LazyLock<Vec<Schema>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/xsd");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let schemas = paths
        .iter()
        .filter_map(|path| Schema::compile(Sources::new().schema(path)).ok());
    schemas
        .filter(|schema| schema.global_elements.iter().len() > 0)
        .collect()
});

/// How many elements and attributes the document has.
fn weight(bytes: &[u8]) -> usize {
    let document = str::from_utf8(bytes).unwrap();
    let elements = document.matches('<').count() - document.matches("</").count();
    elements + document.matches("=\"").count() - document.matches(" xmlns:").count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn documents_are_repeatable_and_the_minimal_one_is_the_smallest(place: prop::sample::Index, seed: u64) {
        let schema = place.get(&SCHEMAS);
        let sampler = Sampler::new(schema);
        for root in sampler.roots() {
            let make = |size| sampler.document(root, seed, size).unwrap();
            let minimal = make(Size::Minimal);
            prop_assert_eq!(&minimal, &Sampler::new(schema).document(root, seed, Size::Minimal).unwrap());
            for size in [Size::Full, Size::Random] {
                let other = make(size);
                prop_assert!(weight(&minimal) <= weight(&other), "{}", schema.documents[0].path);
                prop_assert_eq!(&other, &make(size));
            }
        }
    }
}
