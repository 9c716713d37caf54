//! Building a small program around a generated crate.

use super::{GeneratedCrate, GeneratedError, error::run};
use crate::corpus::workspace_root;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// A program that uses a generated crate.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    name: &'static str,
    manifest: &'static str,
    main: &'static str,
}

impl Template {
    /// Reads documents and writes them again; see [`super::read_all`].
    pub const READER: Self = Self {
        name: "reader",
        manifest: include_str!("../../template/reader/Cargo.toml.in"),
        main: include_str!("../../template/reader/src/main.rs"),
    };

    /// Measures speed beside the peers.
    pub const SPEED: Self = Self {
        name: "speed",
        manifest: include_str!("../../template/speed/Cargo.toml.in"),
        main: include_str!("../../template/speed/src/main.rs"),
    };

    /// Builds the program around this crate in release mode. Every warning is an error. `peers`: with the peers.
    pub fn build(self, generated: &GeneratedCrate, peers: bool) -> Result<Program, GeneratedError> {
        self.build_as(generated, peers, Profile::Release)
    }

    /// Builds the program around this crate with this profile. Every warning is an error.
    pub fn build_as(
        self,
        generated: &GeneratedCrate,
        peers: bool,
        profile: Profile,
    ) -> Result<Program, GeneratedError> {
        let folder = sibling(&generated.folder, self.name);
        self.write(generated, &folder, peers)?;
        // One target folder for all sets: the dependencies are built once.
        let target = generated.folder.with_file_name("target");
        let build = |package: &str| {
            let mut command = cargo("build");
            command.args(profile.flags()).args(["--package", package]);
            command.env("CARGO_TARGET_DIR", &target).env("RUSTFLAGS", "-Dwarnings");
            // What is generated is built once: neither what a debugger needs nor what a second build needs is of use.
            command
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .env("CARGO_INCREMENTAL", "0");
            command.current_dir(&folder);
            command
        };
        run("building the runtime", &mut build("xsozial-model"))?;
        let start = Instant::now();
        run("building the generated crate", &mut build(&generated.name))?;
        let time = start.elapsed();
        let program = format!("{}-{}", generated.name, self.name);
        run("building the program around it", &mut build(&program))?;
        Ok(Program {
            path: target
                .join(profile.folder())
                .join(program + std::env::consts::EXE_SUFFIX),
            time,
        })
    }

    fn write(self, generated: &GeneratedCrate, folder: &Path, peers: bool) -> Result<(), GeneratedError> {
        let path = |path: &Path| path.display().to_string();
        let manifest = self
            .manifest
            .replace("{program}", &format!("{}-{}", generated.name, self.name))
            .replace("{generated}", &generated.name)
            .replace("{generated-path}", &path(&generated.folder))
            .replace("{workspace}", &path(&workspace_root()))
            .replace("{peers}", if peers { "\"peers\"" } else { "" });
        write(&folder.join("Cargo.toml"), &manifest)?;
        write(&folder.join("src/main.rs"), self.main)?;
        let lock = workspace_root().join("Cargo.lock");
        let lock = fs::read_to_string(&lock).map_err(GeneratedError::file(&lock))?;
        write(&folder.join("Cargo.lock"), &lock)
    }
}

/// How a generated crate is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Without optimisation: many big crates in little time.
    Development,
    /// As a user ships it.
    Release,
}

impl Profile {
    fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Development => &[],
            Self::Release => &["--release"],
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Development => "debug",
            Self::Release => "release",
        }
    }
}

/// A program that was built.
#[derive(Debug)]
pub struct Program {
    /// The executable file.
    pub path: PathBuf,
    /// How long the build of the generated crate took, its dependencies built before.
    pub time: Duration,
}

/// The command `cargo` itself, with this action.
pub(super) fn cargo(action: &str) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args([action, "--quiet"]);
    command
}

/// The profile that this program was built with, so that what is built already is used again.
pub(super) fn profile_flags() -> &'static [&'static str] {
    if cfg!(debug_assertions) { &[] } else { &["--release"] }
}

fn sibling(folder: &Path, name: &str) -> PathBuf {
    let own = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!("{own}-{name}"))
}

/// Writes a file with its folders, unless it is the same already: cargo then need not build again.
fn write(path: &Path, text: &str) -> Result<(), GeneratedError> {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(GeneratedError::file(folder))?;
    }
    fs::write(path, text).map_err(GeneratedError::file(path))
}
