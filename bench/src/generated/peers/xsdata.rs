//! The model that xsdata generates, with a Python environment for it.

use super::Model;
use crate::generated::{GeneratedError, error::run, generate::count_lines};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// The package and what it needs to generate and to read fast.
const PACKAGE: &str = "xsdata[cli,lxml]";

/// The version that is compared.
const VERSION: &str = "26.10";

/// A Python package that xsdata generated, and the environment that it runs in.
#[derive(Debug)]
pub struct Xsdata {
    /// What it costs.
    pub model: Model,
    /// The folder of the package `model` and the environment `venv`.
    pub folder: PathBuf,
}

impl Xsdata {
    /// The version that is compared.
    pub const VERSION: &str = VERSION;

    /// Installs xsdata into an environment below `target`, unless it is there, and generates the model.
    pub fn make(entry: &Path, target: &Path) -> Result<Self, GeneratedError> {
        let folder = target.join("xsdata");
        fs::create_dir_all(&folder).map_err(GeneratedError::file(&folder))?;
        let programs = folder.join("venv/bin");
        let marker = folder.join(format!("installed-{VERSION}"));
        if !marker.is_file() {
            let mut environment = Command::new("python3");
            environment.args(["-m", "venv"]).arg(folder.join("venv"));
            run("making a Python environment", &mut environment)?;
            let mut install = Command::new(programs.join("python"));
            install.args(["-m", "pip", "install", "--quiet", &format!("{PACKAGE}=={VERSION}")]);
            run("installing xsdata", &mut install)?;
            fs::write(&marker, "").map_err(GeneratedError::file(&marker))?;
        }
        let package = folder.join("model");
        if package.is_dir() {
            fs::remove_dir_all(&package).map_err(GeneratedError::file(&package))?;
        }
        // It formats what it wrote by a program of the environment.
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([programs.clone()].into_iter().chain(env::split_paths(&inherited)));
        let mut generate = Command::new(programs.join("xsdata"));
        generate.arg("generate").arg(entry).args(["--package", "model"]);
        generate.args(["--structure-style", "namespaces", "--unnest-classes"]);
        generate.env("PATH", path.unwrap_or(inherited)).current_dir(&folder);
        let start = Instant::now();
        run("generating with xsdata", &mut generate)?;
        let model = Model {
            name: "xsdata (Python)".to_owned(),
            generation: Some(start.elapsed()),
            lines: count_lines(&package, "py")?,
            build: None,
        };
        Ok(Self { model, folder })
    }
}
