//! The published sets beside the workspace: what each gives to the generator, and its messages where it has some.

use std::{
    fs,
    path::{Path, PathBuf},
};
use xsozial_bench::corpus::{Corpus, Delivery};

/// A set: schemas that are read together.
pub(crate) struct Set {
    pub(crate) delivery: Delivery,
    /// Its messages; `None` where nothing but schemas is published.
    pub(crate) corpus: Option<Corpus>,
}

impl Set {
    /// All sets, in the order of their names. A folder of schemas without a catalog holds schemas that have nothing to do
    /// with each other: each is a set of its own.
    pub(crate) fn all(shared: &Path) -> Vec<Self> {
        let mut sets = Vec::new();
        for folder in entries(&shared.join("corpora")) {
            if folder.join("catalog.xml").is_file() {
                let corpus = Corpus::new(shared, &name(&folder));
                sets.push(Self {
                    delivery: corpus.delivery(),
                    corpus: Some(corpus),
                });
            } else if folder.join("xsd").is_dir() {
                sets.extend(
                    entries(&folder.join("xsd"))
                        .into_iter()
                        .map(|schema| Self::single(&folder, schema)),
                );
            }
        }
        sets
    }

    fn single(folder: &Path, schema: PathBuf) -> Self {
        let stem = schema
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .replace('_', "-");
        Self {
            delivery: Delivery {
                name: format!("{}-{stem}", name(folder)),
                schemas: schema,
                catalog: None,
                codelists: None,
            },
            corpus: None,
        }
    }

    /// The folder that the paths of the schema's documents begin at.
    pub(crate) fn schema_folder(&self) -> &Path {
        let schemas = &self.delivery.schemas;
        if schemas.is_dir() {
            schemas
        } else {
            schemas.parent().unwrap_or(schemas)
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
