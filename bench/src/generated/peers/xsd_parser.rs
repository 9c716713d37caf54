//! The model that xsd-parser generates.

use super::{Model, peers_folder, time_build};
use crate::generated::{
    GeneratedError,
    build::{cargo, in_target, write},
    error::run,
    generate::count_lines,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// The package of the model.
const PACKAGE: &str = "xsd-parser-model";

const MANIFEST: &str = include_str!("../../../template/xsd-parser/Cargo.toml.in");

/// A crate that xsd-parser generated, and that compiles.
#[derive(Debug)]
pub struct XsdParser {
    /// What it costs.
    pub model: Model,
    /// Its folder.
    pub folder: PathBuf,
}

impl XsdParser {
    /// Builds the generator, generates the model for documents with this root element (namespace and local name), and builds
    /// the model, all below `target`.
    pub fn make(entry: &Path, root: (&str, &str), target: &Path) -> Result<Self, GeneratedError> {
        let shared = target.join("target");
        let mut generator = in_target(cargo("build"), &shared);
        generator.args(["--release", "--package", "xsd-parser-generate"]);
        run(
            "building the generator of xsd-parser",
            generator.current_dir(peers_folder()),
        )?;
        let folder = target.join(PACKAGE);
        let code = folder.join("src/lib.rs");
        write(&folder.join("Cargo.toml"), MANIFEST)?;
        let lock = peers_folder().join("Cargo.lock");
        let lock = fs::read_to_string(&lock).map_err(GeneratedError::file(&lock))?;
        write(&folder.join("Cargo.lock"), &lock)?;
        write(&code, "")?;
        let start = Instant::now();
        let generator = shared.join("release/xsd-parser-generate");
        let mut generate = Command::new(generator);
        generate.arg(entry).args([root.0, root.1]).arg(&code);
        run("generating with xsd-parser", &mut generate)?;
        let generation = start.elapsed();
        // It writes one line, as its users find it; what they read and compile is formatted.
        let mut format = Command::new("rustfmt");
        run(
            "formatting the code of xsd-parser",
            format.args(["--edition", "2021"]).arg(&code),
        )?;
        let lines = count_lines(&folder.join("src"), "rs")?;
        let mut runtime = in_target(cargo("build"), &shared);
        runtime.args(["--release", "--package", "xsd-parser-types"]);
        run("building the runtime of xsd-parser", runtime.current_dir(&folder))?;
        let build = time_build(&folder, &shared, PACKAGE)?;
        let model = Model {
            name: "xsd-parser".to_owned(),
            generation: Some(generation),
            lines,
            build: Some(build),
        };
        Ok(Self { model, folder })
    }
}
