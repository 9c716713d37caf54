//! The comparison of verdicts on documents whose disputes are known.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{fs, path::Path};
use xsozial_bench::{
    differential::{documents, judge},
    oracle::SchemaEntry,
};

const SCHEMA: &str = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>
    <xs:element name='r'><xs:complexType><xs:choice maxOccurs='unbounded'>
        <xs:element name='id' type='xs:ID'/><xs:element name='ref' type='xs:IDREF'/><xs:element name='n' type='xs:integer'/>
    </xs:choice></xs:complexType></xs:element>
</xs:schema>";

#[test]
fn a_reference_without_target_is_disputed_because_libxml2_does_not_look_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let schema = folder.path().join("r.xsd");
    fs::write(&schema, SCHEMA).unwrap();
    let work = folder.path().join("documents");
    fs::create_dir(&work).unwrap();
    for (name, content) in [
        ("valid", "<id>a</id><ref>a</ref>"),
        ("invalid", "<n>x</n>"),
        ("dangling", "<ref>a</ref>"),
    ] {
        fs::write(work.join(name).with_extension("xml"), format!("<r>{content}</r>")).unwrap();
    }
    let entry = SchemaEntry { schema, catalog: None };
    let judged = judge(
        &entry,
        &documents(&work).unwrap(),
        Path::new(env!("CARGO_TARGET_TMPDIR")),
    )
    .unwrap();
    let disputed: Vec<_> = judged.iter().filter(|judged| judged.is_disputed()).collect();
    assert_eq!(judged.len(), 3);
    let [dangling] = disputed.as_slice() else {
        panic!("{disputed:?}")
    };
    let line = dangling.describe();
    assert!(line.contains("dangling.xml\tours: 1:9 XD0102"), "{line}");
    assert!(line.contains("libxml2: valid") && line.contains("Xerces: 1:"), "{line}");
}
