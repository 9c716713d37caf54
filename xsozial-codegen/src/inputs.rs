//! The schema that the arguments name.

use crate::{Error, cli::XdatenfelderArguments, codelists::Codelists};
use std::path::PathBuf;
use xsozial_schema::{
    Schema,
    xdatenfelder::{MissingCodelists, Shape},
    xsd::Sources,
};

/// What a schema is made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inputs {
    /// XSDs, folders, ZIP archives, XDatenfelder files.
    pub(crate) schemas: Vec<PathBuf>,
    /// An OASIS catalog.
    pub(crate) catalog: Option<PathBuf>,
    /// XDatenfelder files that are there for their names alone.
    pub(crate) names: Vec<PathBuf>,
    /// The shape that XDatenfelder files stand for.
    pub(crate) shape: Shape,
    /// What is to be done about code lists of XDatenfelder files that are not at hand.
    pub(crate) missing_codelists: MissingCodelists,
}

impl Inputs {
    /// These schemas, with what the arguments say of XDatenfelder files.
    pub(crate) fn of(schemas: Vec<PathBuf>, xdatenfelder: &XdatenfelderArguments) -> Self {
        Self {
            schemas,
            shape: xdatenfelder.shape,
            missing_codelists: xdatenfelder.missing_codelists(),
            ..Self::default()
        }
    }

    /// Reads and compiles the schemas.
    pub(crate) fn compile(&self, codelists: &Codelists) -> Result<Schema, Error> {
        if self.schemas.is_empty() {
            return Err(Error::NoSchema);
        }
        let mut sources = Sources::new()
            .shape(self.shape)
            .codelists(codelists.shared())
            .missing_codelists(self.missing_codelists);
        for path in &self.schemas {
            sources = sources.schema(path);
        }
        for path in &self.names {
            sources = sources.names(path);
        }
        if let Some(catalog) = &self.catalog {
            sources = sources.catalog(catalog);
        }
        Ok(Schema::compile(sources)?)
    }
}
