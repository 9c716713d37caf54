//! `Cargo.toml` of a generated crate.

use crate::render::{Header, MARK, header_lines};
use std::path::{Path, PathBuf};

/// Where a generated crate finds its runtime, `xsozial-model`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Runtime {
    /// In the registry, in the version of this generator.
    #[default]
    Registry,
    /// In a folder.
    Folder(PathBuf),
}

impl Runtime {
    /// The folder as a dependency names it: relative paths mean the current folder, as everywhere on a command line, and
    /// are made absolute because the crate may lie elsewhere.
    pub(crate) fn folder(path: &Path) -> Self {
        Self::Folder(path.canonicalize().unwrap_or_else(|_| path.to_owned()))
    }

    fn dependency(&self) -> String {
        match self {
            Self::Registry => format!("version = \"{}\"", env!("CARGO_PKG_VERSION")),
            Self::Folder(path) => format!("path = {}", toml_text(&portable(path))),
        }
    }
}

/// The text of the manifest.
pub(super) fn render(name: &str, runtime: &Runtime, header: &Header) -> String {
    let (header, dependency) = (header_lines(header, "#"), runtime.dependency());
    let rust_version = env!("CARGO_PKG_RUST_VERSION");
    format!(
        "# {MARK}.\n{header}
[package]
name = \"{name}\"
version = \"0.1.0\"
edition = \"2024\"
rust-version = \"{rust_version}\"
publish = false

[features]
default = []
# Werte als JSON; die Schlüssel sind die XML-Namen.
serde = [\"dep:serde\", \"xsozial-model/serde\"]

[dependencies]
serde = {{ version = \"1\", features = [\"derive\"], optional = true }}
xsozial-model = {{ {dependency}, default-features = false }}
"
    )
}

/// A path with `/`, which Cargo reads on every system; without the prefix that Windows puts before absolute paths.
fn portable(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("//?/").map_or(text.clone(), str::to_owned)
}

fn toml_text(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|character| match character {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            control if control.is_control() => format!("\\u{:04X}", u32::from(control)),
            other => other.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::{portable, toml_text};
    use std::path::Path;

    #[test]
    fn paths_are_written_as_cargo_reads_them_everywhere() {
        assert_eq!(portable(Path::new(r"\\?\C:\a b\model")), "C:/a b/model");
        assert_eq!(portable(Path::new("../model")), "../model");
        assert_eq!(toml_text("a\"b\n"), r#""a\"b\u000A""#);
    }
}
