//! From the arguments to the schema.

use super::{CheckArguments, Error, schematron};
use crate::{
    CodelistOptions, Options, Severities, Standard, Standards, Validator, profile::Profile, rules::RuleOptions,
};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};
use xsozial_schema::{Schema, codelists::CodelistStore, xsd::Sources};

/// How many bytes tell a stored schema.
const HEAD: u64 = 8;

/// The standards to check against: the schema that the arguments name, or none.
pub(super) fn standards(
    arguments: &CheckArguments,
    options: Options,
    severities: &Severities,
) -> Result<Standards, Error> {
    if arguments.schemas.is_empty() {
        return match arguments.profiles.first() {
            Some(path) => Err(Error::ProfileWithoutSchema { path: path.clone() }),
            None => Ok(Standards::none()),
        };
    }
    let schema = load(&arguments.schemas, arguments.catalog.as_deref())?;
    let rules = schematron::count_rules(&arguments.schemas);
    let validator = with_checks(Validator::new(schema).with_options(options), arguments)?;
    let standard = Standard::new(validator).with_schematron_rules(rules);
    Ok(Standards::named(standard.with_severities(severities.clone())))
}

/// The validator with the checks beyond the schema that the arguments ask for.
fn with_checks(mut validator: Validator, arguments: &CheckArguments) -> Result<Validator, Error> {
    if !arguments.no_rules {
        validator = validator.with_rules(RuleOptions {
            is_production: arguments.production,
            // Where the lists are at hand, they say more of a code than its form does.
            checks_codes: arguments.no_codelists || arguments.codelists.is_empty(),
        });
    }
    if let Some(store) = codelists(arguments)? {
        let options = CodelistOptions {
            is_strict: arguments.strict_codelists,
        };
        validator = validator.with_codelists(Arc::new(store), options);
    }
    for path in &arguments.profiles {
        let text = std::fs::read_to_string(path).map_err(|source| Error::Unreadable {
            path: path.clone(),
            source,
        })?;
        let profile = Profile::from_toml(&text, &path.display().to_string(), validator.schema())?;
        validator = validator.with_profile(profile);
    }
    Ok(validator)
}

/// The code lists that the arguments name; `None`: no codes are checked.
fn codelists(arguments: &CheckArguments) -> Result<Option<CodelistStore>, Error> {
    let is_wanted = arguments.strict_codelists || !arguments.codelists.is_empty();
    if !is_wanted || arguments.no_codelists {
        return Ok(None);
    }
    Ok(Some(CodelistStore::load(&arguments.codelists)?))
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
