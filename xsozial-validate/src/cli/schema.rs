//! From the arguments to the schema.

use super::{
    CheckArguments, Error,
    checks::{Checks, DeliveredLists},
    installed, schematron,
};
use crate::{Options, Severities, Standards, Validator};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};
use xsozial_schema::{Schema, xsd::Sources};

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
        return installed::standards(arguments.store.clone(), arguments.standard.as_deref(), checks);
    }
    let schema = load(&arguments.schemas, arguments.catalog.as_deref())?;
    let rules = schematron::count_rules(&arguments.schemas);
    let standard = checks.apply(Validator::new(schema), DeliveredLists::Files(&[]))?;
    Ok(Standards::named(standard.with_schematron_rules(rules)))
}

/// The schema of these paths, read or compiled.
pub(super) fn load(paths: &[PathBuf], catalog: Option<&Path>) -> Result<Schema, Error> {
    if let Some(schema) = stored(paths)? {
        return Ok(schema);
    }
    let mut sources = Sources::new();
    for path in paths {
        sources = sources.schema(path);
    }
    if let Some(catalog) = catalog {
        sources = sources.catalog(catalog);
    }
    Ok(Schema::compile(sources)?)
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
