//! The generated code of every schema in `tests/xsd` and `tests/xdatenfelder`, as a person would review it.

use std::{fs, path::Path};
use xsozial_codegen::Generator;

#[test]
fn generated_code_is_as_reviewed() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut schemas: Vec<_> = ["xsd", "xdatenfelder"]
        .into_iter()
        .flat_map(|folder| fs::read_dir(tests.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    schemas.sort();
    assert!(schemas.len() >= 30);
    for schema in schemas {
        let name = schema.file_stem().unwrap().to_str().unwrap().split('.').next().unwrap();
        let output = tempfile::tempdir().unwrap();
        let generator = Generator::new().schema(&schema).name(name).out_dir(output.path());
        generator.generate().unwrap();
        let code = fs::read_to_string(output.path().join(format!("{name}.rs"))).unwrap();
        insta::assert_snapshot!(name, code);
    }
}
