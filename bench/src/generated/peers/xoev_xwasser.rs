//! The model that was written by hand and is published as a crate.

use super::{Model, peers_folder, time_build};
use crate::generated::{
    GeneratedError,
    build::{cargo, in_target},
    error::run,
    generate::count_lines,
};
use std::path::{Path, PathBuf};

const PACKAGE: &str = "xoev-xwasser";

/// The crate xoev-xwasser.
#[derive(Debug)]
pub struct XoevXwasser;

impl XoevXwasser {
    /// Builds it below `target`.
    pub fn make(target: &Path) -> Result<Model, GeneratedError> {
        let shared = target.join("target");
        let mut build = in_target(cargo("build"), &shared);
        build.args(["--release", "--package", PACKAGE]);
        run("building xoev-xwasser", build.current_dir(peers_folder()))?;
        let mut metadata = cargo("metadata");
        metadata.args(["--format-version", "1"]);
        let output = run("looking for xoev-xwasser", metadata.current_dir(peers_folder()))?;
        let said = String::from_utf8_lossy(&output.stdout);
        let sources = sources(&said).ok_or_else(|| GeneratedError::Failed {
            step: "looking for xoev-xwasser",
            message: "cargo does not tell where its sources are".to_owned(),
        })?;
        Ok(Model {
            name: "xoev-xwasser (raxb), by hand".to_owned(),
            generation: None,
            lines: count_lines(&sources, "rs")?,
            build: Some(time_build(&peers_folder(), &shared, PACKAGE)?),
        })
    }
}

/// The folder of its sources in what `cargo metadata` says. The paths hold no character that JSON escapes on unix.
fn sources(metadata: &str) -> Option<PathBuf> {
    let manifests = metadata.split("\"manifest_path\":\"").skip(1);
    let mut paths = manifests.filter_map(|rest| Some(Path::new(rest.split_once('"')?.0).parent()?.to_owned()));
    let folder = paths.find(|folder| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        name.strip_prefix(PACKAGE)
            .and_then(|version| version.strip_prefix('-'))
            .is_some_and(|version| version.starts_with(|first: char| first.is_ascii_digit()))
    })?;
    Some(folder.join("src"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_are_found_among_packages_of_similar_names() {
        let metadata = r#"{"manifest_path":"/r/xoev-xwasser-derive-1.0.7/Cargo.toml"},{"manifest_path":"/r/xoev-xwasser-1.0.7+1.0.0/Cargo.toml"}"#;
        assert_eq!(
            sources(metadata),
            Some(PathBuf::from("/r/xoev-xwasser-1.0.7+1.0.0/src"))
        );
        assert_eq!(sources("{}"), None);
    }
}
