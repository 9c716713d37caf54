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
    /// Whether the generated crate is built anew even if it is built already, so that the time of its build says something.
    is_timed: bool,
}

impl Template {
    /// Reads documents and writes them again; see [`super::read_all`].
    pub const READER: Self = Self {
        name: "reader",
        manifest: include_str!("../../template/reader/Cargo.toml.in"),
        main: include_str!("../../template/reader/src/main.rs"),
        is_timed: false,
    };

    /// Measures speed beside the peers.
    pub const SPEED: Self = Self {
        name: "speed",
        manifest: include_str!("../../template/speed/Cargo.toml.in"),
        main: include_str!("../../template/speed/src/main.rs"),
        is_timed: true,
    };

    /// Builds the program around this crate in release mode. Every warning is an error.
    pub fn build(self, generated: &GeneratedCrate) -> Result<Program, GeneratedError> {
        self.build_as(generated, Profile::Release)
    }

    /// Builds the program around this crate with this profile. Every warning is an error.
    pub fn build_as(self, generated: &GeneratedCrate, profile: Profile) -> Result<Program, GeneratedError> {
        self.build_with(generated, profile, &Linked::default())
    }

    /// The same, with peers linked into the program.
    pub fn build_with(
        self,
        generated: &GeneratedCrate,
        profile: Profile,
        linked: &Linked,
    ) -> Result<Program, GeneratedError> {
        let folder = sibling(&generated.folder, self.name);
        self.write(generated, &folder, linked)?;
        // One target folder for all sets: the dependencies are built once.
        let target = generated.folder.with_file_name("target");
        let build = |package: &str| {
            let mut command = in_target(cargo("build"), &target);
            command.args(profile.flags()).args(["--package", package]);
            command.current_dir(&folder);
            command
        };
        run("building the runtime", &mut build("xsozial-model"))?;
        if self.is_timed {
            forget(&folder, &target, profile, &generated.name)?;
        }
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
            lock: folder.join("Cargo.lock"),
        })
    }

    fn write(self, generated: &GeneratedCrate, folder: &Path, linked: &Linked) -> Result<(), GeneratedError> {
        let path = |path: &Path| path.display().to_string();
        let manifest = self
            .manifest
            .replace("{program}", &format!("{}-{}", generated.name, self.name))
            .replace("{generated}", &generated.name)
            .replace("{generated-path}", &path(&generated.folder))
            .replace("{peers}", if linked.has_peers { "\"peers\"" } else { "" })
            .replace("{dependencies}", &linked.dependencies.join("\n"))
            .replace("{workspace}", &path(&workspace_root()));
        write(&folder.join("Cargo.toml"), &manifest)?;
        let main = self.main.replace("{candidates}", &linked.candidates.join(", "));
        write(&folder.join("src/main.rs"), &main)?;
        let locked_by = if linked.dependencies.is_empty() {
            ""
        } else {
            "bench/peers"
        };
        let lock = workspace_root().join(locked_by).join("Cargo.lock");
        let lock = fs::read_to_string(&lock).map_err(GeneratedError::file(&lock))?;
        write(&folder.join("Cargo.lock"), &lock)
    }
}

/// What is linked into a program besides the generated crate.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// Whether the light peers are.
    pub has_peers: bool,
    /// Lines for the list of dependencies, in which `{workspace}` stands for the workspace's folder. Where there are any, the
    /// versions are those that the heavy peers are locked to.
    pub dependencies: Vec<String>,
    /// Rust expressions, each a `Vec<Candidate>`.
    pub candidates: Vec<String>,
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
    /// The versions that it was built with.
    pub lock: PathBuf,
}

/// The command `cargo` itself, with this action.
pub(super) fn cargo(action: &str) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args([action, "--quiet"]);
    command
}

/// Has cargo build this package anew the next time, as if it never had.
pub(super) fn forget(folder: &Path, target: &Path, profile: Profile, package: &str) -> Result<(), GeneratedError> {
    let mut command = in_target(cargo("clean"), target);
    command
        .args(profile.flags())
        .args(["--package", package])
        .current_dir(folder);
    run("forgetting an earlier build", &mut command)?;
    Ok(())
}

/// The command with what all builds have in common that share a target folder, so that they share what is built.
pub(super) fn in_target(mut command: Command, target: &Path) -> Command {
    command.env("CARGO_TARGET_DIR", target).env("RUSTFLAGS", "-Dwarnings");
    // What is generated is built once: neither what a debugger needs nor what a second build needs is of use.
    command
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0");
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
pub(super) fn write(path: &Path, text: &str) -> Result<(), GeneratedError> {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(GeneratedError::file(folder))?;
    }
    fs::write(path, text).map_err(GeneratedError::file(path))
}
