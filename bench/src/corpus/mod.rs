//! The published schema sets that the acceptance tests run on. They lie beside the workspace and are no part of it.

mod expectation;
mod table;

pub use expectation::{Expected, Instance, Mutant};
pub use table::TableError;

use crate::oracle::SchemaEntry;
use std::path::{Path, PathBuf};

/// The folder `shared` beside the workspace root.
///
/// `None` when it is absent and the tests may be skipped, which is said on standard error; with `CI=true` its absence is
/// an error, so that a build server cannot pass without having run them.
#[expect(clippy::print_stderr, reason = "a skipped test must say so")]
pub fn shared_folder() -> Result<Option<PathBuf>, MissingFolder> {
    let folder = workspace_root().join("../shared");
    if folder.is_dir() {
        let canonical = folder.canonicalize();
        return Ok(Some(canonical.unwrap_or(folder)));
    }
    if std::env::var("CI").is_ok_and(|value| value == "true") {
        return Err(MissingFolder(folder));
    }
    eprintln!("skipped: {} is absent", folder.display());
    Ok(None)
}

/// The root folder of the workspace.
pub fn workspace_root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder `bench` in the one that cargo builds into.
pub fn target_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace_root().join("target"), PathBuf::from);
    target.join("bench")
}

/// The test data is absent although it must be there.
#[derive(Debug, thiserror::Error)]
#[error("{} is absent, and CI=true forbids skipping", .0.display())]
pub struct MissingFolder(PathBuf);

/// What a generator is given.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The name of the folder that the crate gets, and of the crate, where hyphens stand for dots.
    pub name: String,
    /// The folder of the schemas.
    pub schemas: PathBuf,
    /// The OASIS catalog that maps URLs to local files.
    pub catalog: Option<PathBuf>,
    /// The folder of the code lists.
    pub codelists: Option<PathBuf>,
}

impl Delivery {
    /// The set that the project itself invented for tests.
    pub fn beispiel() -> Self {
        Self {
            name: "beispiel".to_owned(),
            schemas: workspace_root().join("schemas/beispiel"),
            catalog: None,
            codelists: None,
        }
    }
}

/// One set: its schemas, its messages and what is known of them.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// The name of the set, which is the name of its folder.
    pub name: String,
    /// The folder with `xsd/`, `instances/`, `catalog.xml`, `expected.tsv`.
    pub folder: PathBuf,
    /// The folder with documents of one fault each and `verdicts.tsv`.
    pub mutants_folder: PathBuf,
}

impl Corpus {
    /// The set of this name below the folder `shared`.
    pub fn new(shared: &Path, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            folder: shared.join("corpora").join(name),
            mutants_folder: shared.join("mutants").join(name),
        }
    }

    /// The folder of the set's own schemas.
    pub fn schemas(&self) -> PathBuf {
        self.folder.join("xsd")
    }

    /// The OASIS catalog of the set.
    pub fn catalog(&self) -> PathBuf {
        self.folder.join("catalog.xml")
    }

    /// What a generator is given of the set.
    pub fn delivery(&self) -> Delivery {
        let codelists = self.folder.join("codelists");
        Delivery {
            name: self.name.clone(),
            schemas: self.schemas(),
            catalog: Some(self.catalog()),
            codelists: codelists.is_dir().then_some(codelists),
        }
    }

    /// A schema of the set by its path in the set, with the set's catalog.
    pub fn entry(&self, schema: &str) -> SchemaEntry {
        SchemaEntry {
            schema: self.folder.join(schema),
            catalog: Some(self.catalog()),
        }
    }

    /// The published messages with what is known of them.
    pub fn instances(&self) -> Result<Vec<Instance>, TableError> {
        expectation::instances(&self.folder)
    }

    /// The documents of one fault each, with the verdict they must get.
    pub fn mutants(&self) -> Result<Vec<Mutant>, TableError> {
        expectation::mutants(&self.mutants_folder)
    }
}
