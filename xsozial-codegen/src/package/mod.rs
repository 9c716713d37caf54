//! From tokens to files.

mod file;
mod format;
mod manifest;

pub(crate) use file::write_files;
pub(crate) use manifest::Runtime;

use crate::{
    Error,
    model::Plan,
    render::{self, ALLOWED, Header, MARK, header_lines},
};
use std::path::PathBuf;
use xsozial_schema::Schema;

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Where, below the output folder; always with `/`.
    pub path: PathBuf,
    /// What.
    pub contents: Vec<u8>,
}

impl GeneratedFile {
    fn new(path: impl Into<PathBuf>, contents: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            contents: contents.into(),
        }
    }
}

/// The files of a crate: `Cargo.toml`, `src/lib.rs`, `src/schema.bin` and a file for each module.
pub(crate) fn crate_files(
    plan: &Plan,
    schema: &Schema,
    name: &str,
    runtime: &Runtime,
) -> Result<Vec<GeneratedFile>, Error> {
    let header = Header::of(schema);
    let modules = render::modules(plan);
    let declarations: Vec<String> = modules
        .iter()
        .map(|module| format!("pub mod {};", module.name))
        .collect();
    let root = format::pretty(render::root(plan, "schema.bin"))?;
    let library = format!(
        "// {MARK}.\n//! Typen, Leser und Schreiber eines Standards.\n//!\n{}\n#![allow({ALLOWED})]\n\n{}\n\n{root}",
        header_lines(&header, "//!"),
        declarations.join("\n")
    );
    let mut files = vec![
        GeneratedFile::new("Cargo.toml", manifest::render(name, runtime, &header)),
        GeneratedFile::new("src/lib.rs", library),
        GeneratedFile::new("src/schema.bin", schema.to_bytes()?),
    ];
    for module in modules {
        let about = about(&module.uri);
        let text = format::pretty(module.tokens)?;
        files.push(GeneratedFile::new(
            format!("src/{}.rs", module.name),
            format!("// {MARK}.\n//! {about}\n\n{text}"),
        ));
    }
    Ok(files)
}

/// The files for `include!`: one of code, one of the stored schema.
pub(crate) fn module_files(plan: &Plan, schema: &Schema, name: &str) -> Result<Vec<GeneratedFile>, Error> {
    let header = header_lines(&Header::of(schema), "//");
    let schema_file = format!("{name}.bin");
    let root = format::pretty(render::root(plan, &schema_file))?;
    let mut code = vec![format!("// {MARK}.\n{header}\n{root}")];
    for module in render::modules(plan) {
        let about = about(&module.uri);
        let text = format::indented(&format::pretty(module.tokens)?);
        code.push(format!(
            "/// {about}\n#[allow({ALLOWED})]\npub mod {} {{\n{text}}}\n",
            module.name
        ));
    }
    let code = code.join("\n");
    Ok(vec![
        GeneratedFile::new(format!("{name}.rs"), code),
        GeneratedFile::new(schema_file, schema.to_bytes()?),
    ])
}

fn about(uri: &str) -> String {
    if uri.is_empty() {
        "Typen ohne Namensraum.".to_owned()
    } else {
        format!("Typen des Namensraums `{}`.", uri.replace('`', "'"))
    }
}
