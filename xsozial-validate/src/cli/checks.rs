//! The checks beyond the schema that the arguments ask for.

use super::{CheckArguments, Error, shipped};
use crate::{CodelistOptions, Options, Severities, Standard, Validator, profile::Profile, rules::RuleOptions};
use std::{
    borrow::Cow,
    io,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};
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
    /// The code lists of the arguments: read once, however many standards are checked with them.
    given: OnceLock<CodelistStore>,
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
            given: OnceLock::new(),
        }
    }

    /// Refuses code lists of the arguments that cannot be used, before a standard is blamed for them.
    pub(super) fn require_codelists(&self) -> Result<(), Error> {
        if !self.no_codelists {
            self.given_lists()?;
        }
        Ok(())
    }

    fn given_lists(&self) -> Result<&CodelistStore, Error> {
        if let Some(given) = self.given.get() {
            return Ok(given);
        }
        let given = CodelistStore::load(&self.codelists)?;
        Ok(self.given.get_or_init(|| given))
    }

    /// The standard of this validator with these checks. `delivered`: the code lists that were delivered with its schema.
    pub(super) fn apply(&self, validator: Validator, delivered: DeliveredLists<'_>) -> Result<Standard, Error> {
        let mut validator = validator.with_options(self.options);
        let has_lists = !self.codelists.is_empty() || !delivered.is_empty();
        if !self.no_rules {
            validator = validator.with_rules(RuleOptions {
                is_production: self.is_production,
                // Where the lists are at hand, they say more of a code than its form does.
                checks_codes: self.no_codelists || !has_lists,
            });
        }
        if !self.no_codelists && (self.is_strict || has_lists) {
            let options = CodelistOptions {
                is_strict: self.is_strict,
            };
            let mut lists = self.given_lists()?.clone();
            delivered.add_to(&mut lists)?;
            validator = validator.with_codelists(Arc::new(lists), options);
        }
        for path in &self.profiles {
            let (text, shown) = profile_text(path)?;
            let profile = Profile::from_toml(&text, &shown, validator.schema())?;
            validator = validator.with_profile(profile);
        }
        Ok(Standard::new(validator).with_severities(self.severities.clone()))
    }
}

/// The code lists that were delivered with a schema.
#[derive(Clone, Copy, Debug)]
pub(super) enum DeliveredLists<'l> {
    /// Files; there may be none.
    Files(&'l [PathBuf]),
    /// Those of a standard that ships with the program.
    #[cfg(feature = "nachbau")]
    Shipped(crate::ShippedStandard),
}

impl DeliveredLists<'_> {
    fn is_empty(self) -> bool {
        matches!(self, Self::Files([]))
    }

    fn add_to(self, lists: &mut CodelistStore) -> Result<(), Error> {
        match self {
            Self::Files(files) => files.iter().try_for_each(|path| lists.add_path(path))?,
            #[cfg(feature = "nachbau")]
            Self::Shipped(shipped) => shipped.add_codelists(lists)?,
        }
        Ok(())
    }
}

/// The text of a profile and how it is called: a file, or else one that ships with the program and has this name.
fn profile_text(path: &Path) -> Result<(Cow<'static, str>, String), Error> {
    let shown = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Ok((text.into(), shown)),
        Err(source) => {
            let shipped = shipped::profile(path).map(|text| (text.into(), shown + ".toml"));
            shipped.ok_or_else(|| {
                let path = path.to_owned();
                match source.kind() {
                    io::ErrorKind::NotFound => Error::NoSuchProfile {
                        path,
                        shipped: shipped::profiles(),
                    },
                    _ => Error::Unreadable { path, source },
                }
            })
        }
    }
}
