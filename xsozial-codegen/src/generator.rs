//! The way from paths to files.

use crate::{
    Error,
    codelists::Codelists,
    inputs::Inputs,
    model,
    package::{self, GeneratedFile, Runtime},
};
use std::{
    env,
    path::{Path, PathBuf},
};
use xsozial_schema::{
    Schema,
    codelists::StoreProblem,
    xdatenfelder::{MissingCodelists, Shape},
};

/// Generates Rust code from the schemas of a standard.
///
/// As a crate ([`generate_crate`](Self::generate_crate)) or, in a build script, as one file for `include!`
/// ([`generate`](Self::generate)):
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), xsozial_codegen::Error> {
///     xsozial_codegen::Generator::new().schema("schemas/xbeispiel.zip").name("xbeispiel").build_script()?;
///     Ok(())
/// }
/// ```
///
/// ```ignore
/// // lib.rs
/// pub mod xbeispiel {
///     include!(concat!(env!("OUT_DIR"), "/xbeispiel.rs"));
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Generator {
    inputs: Inputs,
    codelists: Vec<PathBuf>,
    name: Option<String>,
    runtime: Runtime,
    out_dir: Option<PathBuf>,
}

/// What was generated and written.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The files, below the output folder.
    pub files: Vec<GeneratedFile>,
    /// All files and folders that were read; a build script runs again when one of them changes.
    pub inputs: Vec<PathBuf>,
    /// What was given as code lists and is of no use, or only with care; codes without a list have no constants.
    pub unreadable_codelists: Vec<StoreProblem>,
    /// The base documents of xsozial that were used because the schemas import them and do not hold them, by file name. They
    /// work like the published ones and are not official.
    pub builtin_documents: Vec<String>,
}

impl Generator {
    /// A generator without schemas.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an XSD, a folder (all its XSDs), a ZIP archive as the XRepository delivers it, or an XDatenfelder file.
    #[must_use]
    pub fn schema(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.schemas.push(path.into());
        self
    }

    /// Sets an OASIS catalog that says where imported schemas lie.
    #[must_use]
    pub fn catalog(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.catalog = Some(path.into());
        self
    }

    /// Adds an XDatenfelder file for its names, help texts and rules alone. The schema is an XSD made of it elsewhere, whose
    /// names are ids; what is generated is named after the names in the file.
    #[must_use]
    pub fn names(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.names.push(path.into());
        self
    }

    /// Sets the shape of the XSD that XDatenfelder files stand for; [`Shape::A`] without it.
    #[must_use]
    pub fn shape(mut self, shape: Shape) -> Self {
        self.inputs.shape = shape;
        self
    }

    /// Lets select fields of XDatenfelder files take any code where their code list is not at hand; without it such files
    /// are refused.
    #[must_use]
    pub fn any_code(mut self) -> Self {
        self.inputs.missing_codelists = MissingCodelists::AnyCode;
        self
    }

    /// Adds genericode lists: a folder, a ZIP archive as it was downloaded, or a single list. Short ones give names to codes
    /// that the schema only numbers.
    #[must_use]
    pub fn codelists(mut self, path: impl Into<PathBuf>) -> Self {
        self.codelists.push(path.into());
        self
    }

    /// Sets the name of the crate, or of the file for `include!`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the folder of `xsozial-model` for the manifest of the crate; without it the crate asks for the version of
    /// this generator.
    #[must_use]
    pub fn runtime(mut self, folder: impl AsRef<Path>) -> Self {
        self.runtime = Runtime::folder(folder.as_ref());
        self
    }

    /// Sets the folder to write to. A build script may leave it out: Cargo names it in `OUT_DIR`.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Writes one file of code, `NAME.rs`, and the stored schema beside it, for `include!` in a module.
    pub fn generate(&self) -> Result<Generated, Error> {
        let (name, schema, codelists) = self.read()?;
        let plan = model::plan(&schema, &codelists)?;
        self.write(package::module_files(&plan, &schema, name)?, &schema, codelists)
    }

    /// Writes a whole crate.
    pub fn generate_crate(&self) -> Result<Generated, Error> {
        let (name, schema, codelists) = self.read()?;
        let plan = model::plan(&schema, &codelists)?;
        self.write(
            package::crate_files(&plan, &schema, name, &self.runtime)?,
            &schema,
            codelists,
        )
    }

    /// [`generate`](Self::generate) for a build script: tells Cargo when to run it again.
    #[expect(clippy::print_stdout, reason = "this is how a build script speaks to Cargo")]
    pub fn build_script(&self) -> Result<Generated, Error> {
        let generated = self.generate()?;
        // The code has an attribute for serde on every field; a crate without this feature should not be warned of each.
        println!("cargo:rustc-check-cfg=cfg(feature, values(\"serde\"))");
        for input in &generated.inputs {
            println!("cargo:rerun-if-changed={}", input.display());
        }
        for unreadable in &generated.unreadable_codelists {
            println!("cargo:warning={unreadable}");
        }
        Ok(generated)
    }

    fn read(&self) -> Result<(&str, Schema, Codelists), Error> {
        let name = self.checked_name()?;
        let codelists = Codelists::read(&self.codelists)?;
        Ok((name, self.inputs.compile(&codelists)?, codelists))
    }

    fn checked_name(&self) -> Result<&str, Error> {
        let name = self.name.as_deref().unwrap_or_default();
        let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.chars().all(|character| {
                character.is_ascii_lowercase() || character.is_ascii_digit() || "-_".contains(character)
            });
        if is_name {
            Ok(name)
        } else {
            Err(Error::CrateName { name: name.to_owned() })
        }
    }

    fn write(&self, files: Vec<GeneratedFile>, schema: &Schema, codelists: Codelists) -> Result<Generated, Error> {
        let from_cargo = || env::var_os("OUT_DIR").map(PathBuf::from);
        let folder = self.out_dir.clone().or_else(from_cargo).ok_or(Error::NoOutput)?;
        package::write_files(&folder, &files)?;
        let mut inputs = self.inputs.schemas.clone();
        inputs.extend(self.inputs.catalog.clone());
        inputs.extend(self.inputs.names.iter().cloned());
        inputs.extend(self.codelists.iter().cloned());
        inputs.extend(codelists.files);
        Ok(Generated {
            files,
            inputs,
            unreadable_codelists: codelists.unreadable,
            builtin_documents: schema.builtin_documents().into_iter().map(str::to_owned).collect(),
        })
    }
}
