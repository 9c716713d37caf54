//! Running the generator's command.

use super::{
    GeneratedError,
    build::{cargo, profile_flags},
    error::run,
};
use crate::corpus::{Delivery, workspace_root};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// The generator's command line, built in the workspace.
#[derive(Debug)]
pub struct Generator {
    program: PathBuf,
}

/// A crate that the generator wrote.
#[derive(Debug)]
pub struct GeneratedCrate {
    /// Its package name.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// How long the generator ran.
    pub time: Duration,
    /// How many lines its sources have.
    pub lines: usize,
}

impl Generator {
    /// Builds the generator with the profile that this program was built with.
    pub fn build() -> Result<Self, GeneratedError> {
        let mut command = cargo("build");
        command.args(["--locked", "--package", "xsozial-codegen", "--message-format", "json"]);
        command.args(profile_flags()).current_dir(workspace_root());
        let output = run("building the generator", &mut command)?;
        let said = String::from_utf8_lossy(&output.stdout);
        let program = said.lines().filter_map(executable).next_back();
        let program = program.ok_or_else(|| GeneratedError::Failed {
            step: "building the generator",
            message: "xsozial-codegen has no program".to_owned(),
        })?;
        Ok(Self { program })
    }

    /// Writes the crate of a delivery into a folder below `target`.
    pub fn generate(&self, delivery: &Delivery, target: &Path) -> Result<GeneratedCrate, GeneratedError> {
        let name = crate_name(&delivery.name);
        let folder = target.join(&delivery.name);
        let mut command = Command::new(&self.program);
        command.arg("generate").arg("--schema").arg(&delivery.schemas);
        if let Some(catalog) = &delivery.catalog {
            command.arg("--catalog").arg(catalog);
        }
        if let Some(codelists) = &delivery.codelists {
            command.arg("--codelists").arg(codelists);
        }
        command.args(["--name", &name]).arg("--out").arg(&folder);
        command.arg("--runtime").arg(workspace_root().join("xsozial-model"));
        let start = Instant::now();
        run("generating", &mut command)?;
        let time = start.elapsed();
        let lines = count_lines(&folder.join("src"), "rs")?;
        Ok(GeneratedCrate {
            name,
            folder,
            time,
            lines,
        })
    }
}

/// The name of the crate of a delivery: of two versions of a standard each has its own, for they share a target folder.
fn crate_name(delivery: &str) -> String {
    delivery.replace('.', "-")
}

/// The program that a line of cargo's JSON messages names. The paths hold no character that JSON escapes on unix.
fn executable(message: &str) -> Option<PathBuf> {
    let (_, rest) = message.split_once(r#""executable":""#)?;
    let (path, _) = rest.split_once('"')?;
    Some(PathBuf::from(path.replace(r"\\", r"\")))
}

/// The lines of all files with this extension below a folder, as `wc -l` counts them.
pub(super) fn count_lines(folder: &Path, kind: &str) -> Result<usize, GeneratedError> {
    let mut lines = 0;
    for entry in fs::read_dir(folder).map_err(GeneratedError::file(folder))? {
        let path = entry.map_err(GeneratedError::file(folder))?.path();
        if path.is_dir() {
            lines += count_lines(&path, kind)?;
        } else if path.extension().is_some_and(|extension| extension == kind) {
            let text = fs::read_to_string(&path).map_err(GeneratedError::file(&path))?;
            lines += text.matches('\n').count();
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_a_standard_are_crates_of_their_own() {
        assert_eq!(crate_name("xbau-2.6"), "xbau-2-6");
        assert_ne!(crate_name("xbau-2.3"), crate_name("xbau-2.6"));
    }

    #[test]
    fn the_program_is_found_in_cargos_messages() {
        let library = r#"{"reason":"compiler-artifact","executable":null}"#;
        let program = r#"{"reason":"compiler-artifact","executable":"/a/xsozial-codegen","fresh":true}"#;
        assert_eq!(executable(library), None);
        assert_eq!(executable(program), Some(PathBuf::from("/a/xsozial-codegen")));
        assert_eq!(executable(r#"{"reason":"build-finished"}"#), None);
    }
}
