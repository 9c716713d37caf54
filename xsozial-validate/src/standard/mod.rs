//! Which schema a document is checked against.

mod installed_hint;
mod offer;
mod replay;
mod root;
#[cfg(feature = "nachbau")]
mod shipped;
mod standards;

pub use offer::{Offer, OfferedRoot};
pub use root::Root;
#[cfg(feature = "nachbau")]
pub use shipped::ShippedStandard;
pub use standards::{Judged, Standards};

use crate::{Severities, Validator, format::Checked};
use std::{path::PathBuf, sync::Arc};

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
