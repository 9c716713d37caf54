//! The checks beyond the schema that the arguments ask for.

use super::{CheckArguments, Error};
use crate::{CodelistOptions, Options, Severities, Standard, Validator, profile::Profile, rules::RuleOptions};
use std::{path::PathBuf, sync::Arc};
use xsozial_schema::codelists::CodelistStore;

/// The checks beyond the schema that the arguments ask for.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub(super) struct Checks {
    no_rules: bool,
    is_production: bool,
    no_codelists: bool,
    is_strict: bool,
    codelists: Vec<PathBuf>,
    options: Options,
    severities: Severities,
    /// Profiles, which are for one schema.
    pub(super) profiles: Vec<PathBuf>,
}

impl Checks {
    pub(super) fn of(arguments: &CheckArguments, options: Options, severities: &Severities) -> Self {
        Self {
            no_rules: arguments.no_rules,
            is_production: arguments.production,
            no_codelists: arguments.no_codelists,
            is_strict: arguments.strict_codelists,
            codelists: arguments.codelists.clone(),
            options,
            severities: severities.clone(),
            profiles: arguments.profiles.clone(),
        }
    }

    /// The standard of this validator with these checks. `delivered`: the code lists that were delivered with its schema.
    pub(super) fn apply(&self, validator: Validator, delivered: &[PathBuf]) -> Result<Standard, Error> {
        let mut validator = validator.with_options(self.options);
        let lists: Vec<&PathBuf> = self.codelists.iter().chain(delivered).collect();
        if !self.no_rules {
            validator = validator.with_rules(RuleOptions {
                is_production: self.is_production,
                // Where the lists are at hand, they say more of a code than its form does.
                checks_codes: self.no_codelists || lists.is_empty(),
            });
        }
        if !self.no_codelists && (self.is_strict || !lists.is_empty()) {
            let options = CodelistOptions {
                is_strict: self.is_strict,
            };
            validator = validator.with_codelists(Arc::new(CodelistStore::load(lists)?), options);
        }
        for path in &self.profiles {
            let text = std::fs::read_to_string(path).map_err(|source| Error::Unreadable {
                path: path.clone(),
                source,
            })?;
            let profile = Profile::from_toml(&text, &path.display().to_string(), validator.schema())?;
            validator = validator.with_profile(profile);
        }
        Ok(Standard::new(validator).with_severities(self.severities.clone()))
    }
}
