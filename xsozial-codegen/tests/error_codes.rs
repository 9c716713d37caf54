//! Every code that an error of the family can have is explained, and nothing else is.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use xsozial_schema::Remedy;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// The codes that arms of `match` give, as in `Self::NoSchema => "XL0001"`.
fn codes_of(text: &str) -> impl Iterator<Item = &str> {
    text.split("=> \"X").skip(1).filter_map(|rest| {
        let code = rest.get(..5)?;
        let is_code = code.starts_with(|it: char| it.is_ascii_uppercase())
            && code[1..].bytes().all(|byte| byte.is_ascii_digit())
            && rest[5..].starts_with('"');
        is_code.then_some(code)
    })
}

#[test]
fn every_code_of_an_error_is_explained_and_nothing_else_is() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for name in ["xsozial-schema", "xsozial-codegen", "xsozial-validate", "xsozial-model"] {
        sources(&workspace.join(name).join("src"), &mut files);
    }
    let mut given = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        given.extend(codes_of(&text).map(|code| format!("X{code}")));
    }
    let explained: BTreeSet<String> = Remedy::all().map(|remedy| remedy.code.to_owned()).collect();
    assert!(given.len() > 60, "{given:?}");
    assert_eq!(given, explained);
}
