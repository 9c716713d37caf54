//! From the arguments to the schema.

use super::{
    CheckArguments, Error, XdatenfelderArguments,
    checks::{Checks, DeliveredLists},
    installed, schematron,
};
use crate::{Options, Severities, Standards, Validator};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_schema::{
    Schema,
    codelists::CodelistStore,
    genericode::CodeList,
    xdatenfelder::{MissingCodelists, may_be_xdatenfelder},
    xsd::Sources,
};

/// How many bytes tell a stored schema.
const HEAD: u64 = 8;

/// The standards to check against: the schema that the arguments name, or those that are installed or ship with the program.
pub(super) fn standards(
    arguments: &CheckArguments,
    options: Options,
    severities: &Severities,
) -> Result<Standards, Error> {
    let checks = Checks::of(arguments, options, severities);
    if arguments.schemas.is_empty() {
        if !arguments.xdatenfelder.is_empty() {
            return Err(Error::XdatenfelderWithoutSchema);
        }
        return installed::standards(arguments.store.clone(), arguments.standard.as_deref(), checks);
    }
    let given = Given {
        schemas: &arguments.schemas,
        catalog: arguments.catalog.as_deref(),
        codelists: &arguments.codelists,
        xdatenfelder: &arguments.xdatenfelder,
    };
    let schema = given.load()?;
    let rules = schematron::count_rules(&arguments.schemas);
    let standard = checks.apply(Validator::new(schema), DeliveredLists::Files(&[]))?;
    Ok(Standards::named(standard.with_schematron_rules(rules)))
}

/// What a schema is made from.
pub(super) struct Given<'a> {
    pub(super) schemas: &'a [PathBuf],
    pub(super) catalog: Option<&'a Path>,
    /// Where XDatenfelder files have their codes from; all other schemas leave them to whoever checks codes.
    pub(super) codelists: &'a [PathBuf],
    pub(super) xdatenfelder: &'a XdatenfelderArguments,
}

impl Given<'_> {
    /// The schema, read or compiled.
    pub(super) fn load(&self) -> Result<Schema, Error> {
        if let Some(schema) = stored(self.schemas)? {
            return if self.xdatenfelder.is_empty() {
                Ok(schema)
            } else {
                Err(Error::XdatenfelderWithoutSchema)
            };
        }
        let XdatenfelderArguments { shape, names, any_code } = self.xdatenfelder;
        let missing = if *any_code {
            MissingCodelists::AnyCode
        } else {
            MissingCodelists::Refuse
        };
        let mut sources = self.schemas.iter().fold(Sources::new(), Sources::schema);
        sources = names.iter().fold(sources, Sources::names);
        sources = sources.shape(shape.unwrap_or_default()).missing_codelists(missing);
        if let Some(catalog) = self.catalog {
            sources = sources.catalog(catalog);
        }
        Ok(Schema::compile(sources.codelists(self.lists()?))?)
    }

    /// The code lists, where an XDatenfelder file asks for them.
    fn lists(&self) -> Result<Vec<Arc<CodeList>>, Error> {
        let mut files = self.schemas.iter().chain(&self.xdatenfelder.names);
        if !files.any(|path| is_xdatenfelder(path)) {
            return Ok(Vec::new());
        }
        let store = CodelistStore::load(self.codelists)?;
        Ok(store
            .lists()
            .iter()
            .map(|stored| Arc::new(stored.list.clone()))
            .collect())
    }
}

/// Whether a file may be one. What cannot be read is none; reading it as a schema tells why.
fn is_xdatenfelder(path: &Path) -> bool {
    path.is_file() && std::fs::read(path).is_ok_and(|bytes| may_be_xdatenfelder(&bytes))
}

/// The stored schema among these paths, if there is one.
fn stored(paths: &[PathBuf]) -> Result<Option<Schema>, Error> {
    let Some(path) = paths.iter().find(|path| is_stored(path)) else {
        return Ok(None);
    };
    if paths.len() > 1 {
        return Err(Error::StoredBesideOthers { path: path.clone() });
    }
    let bytes = std::fs::read(path).map_err(|source| Error::Unreadable {
        path: path.clone(),
        source,
    })?;
    let schema = Schema::from_bytes(&bytes).map_err(|source| Error::Stored {
        path: path.clone(),
        source,
    })?;
    Ok(Some(schema))
}

/// Whether a file begins as a stored schema does. What cannot be read is none; reading it as an XSD tells why.
fn is_stored(path: &Path) -> bool {
    let mut head = Vec::new();
    path.is_file()
        && File::open(path).is_ok_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok())
        && Schema::is_stored(&head)
}
