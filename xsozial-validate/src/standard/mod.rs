//! Which schema a document is checked against.

#[cfg(feature = "store")]
mod installed;
mod installed_hint;
mod offer;
mod replay;
mod root;
#[cfg(feature = "nachbau")]
mod shipped;
mod standards;

#[cfg(feature = "store")]
pub use installed::InstalledStandard;
#[cfg(feature = "cli")]
pub(crate) use installed::SHORT_HASH;
pub use offer::{Offer, OfferedRoot};
pub use root::Root;
#[cfg(feature = "nachbau")]
pub use shipped::ShippedStandard;
pub use standards::{Judged, Standards};

use crate::{CodelistOptions, Severities, Validator, format::Checked, rules::RuleOptions};
use std::{path::PathBuf, sync::Arc};
use xsozial_schema::codelists::CodelistStore;

/// A schema that documents can be checked against.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Standard {
    /// Checks documents.
    pub validator: Validator,
    /// What a check covers.
    pub checked: Arc<Checked>,
    /// The files of the code lists that were delivered with it.
    pub codelists: Vec<PathBuf>,
}

impl Standard {
    /// The standard of this validator's schema.
    pub fn new(validator: Validator) -> Self {
        let mut checked = Checked {
            rules: validator.rules().cloned(),
            profiles: validator.profiles().to_vec(),
            ..Checked::of(validator.schema())
        };
        if let Some(codelists) = validator.codelists() {
            checked.codelists = codelists.checked(validator.schema(), &checked.codelists);
        }
        let checked = Arc::new(checked);
        Self {
            validator,
            checked,
            codelists: Vec::new(),
        }
    }

    /// The standard of this validator's schema, with the rules beyond the schema and these code lists.
    pub fn with_usual_checks(validator: Validator, codelists: CodelistStore) -> Self {
        let rules = RuleOptions {
            // Where the lists are at hand, they say more of a code than its form does.
            checks_codes: codelists.lists().is_empty(),
            ..RuleOptions::default()
        };
        let mut validator = validator.with_rules(rules);
        if !codelists.lists().is_empty() {
            validator = validator.with_codelists(Arc::new(codelists), CodelistOptions::default());
        }
        Self::new(validator)
    }

    /// The same standard with the files of its code lists.
    #[must_use]
    pub fn with_codelists(self, codelists: Vec<PathBuf>) -> Self {
        Self { codelists, ..self }
    }

    /// The same standard, with so many Schematron rules beside its schema, which are not run.
    #[must_use]
    pub fn with_schematron_rules(self, rules: usize) -> Self {
        let checked = Checked {
            schematron_rules: rules,
            ..Checked::clone(&self.checked)
        };
        Self {
            checked: Arc::new(checked),
            ..self
        }
    }

    /// The same standard, in which findings weigh so; reports tell it.
    #[must_use]
    pub fn with_severities(self, severities: Severities) -> Self {
        let checked = Checked {
            overrides: severities.clone(),
            ..Checked::clone(&self.checked)
        };
        Self {
            validator: self.validator.with_severities(severities),
            checked: Arc::new(checked),
            ..self
        }
    }
}
