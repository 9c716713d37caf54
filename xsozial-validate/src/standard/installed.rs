//! The standards that are installed in a store.

use super::{Offer, OfferedRoot, Standard, Standards};
use crate::Validator;
use std::{fmt, path::PathBuf, sync::Arc};
use xsozial_schema::{
    codelists::{self, CodelistStore},
    store::{Candidate, Index, Store, StoreError},
};

/// So much of the hash tells installed deliveries of one version apart.
pub(crate) const SHORT_HASH: usize = 8;

/// A standard that is installed in a store. Its schema is read when it is asked for.
#[derive(Clone)]
pub struct InstalledStandard {
    index: Arc<Index>,
    candidate: Candidate,
}

impl InstalledStandard {
    /// The standard of this entry of the store.
    pub fn new(index: Arc<Index>, candidate: Candidate) -> Self {
        Self { index, candidate }
    }

    /// Reads its schema: a validator, and the files of the code lists that were delivered with it.
    ///
    /// # Errors
    ///
    /// The entry is damaged, or cannot be read.
    pub fn open(&self) -> Result<(Validator, Vec<PathBuf>), StoreError> {
        let entry = self.index.open(&self.candidate)?;
        let codelists = entry.codelists().collect();
        Ok((Validator::new(entry.schema()?), codelists))
    }
}

impl Offer for InstalledStandard {
    fn name(&self) -> String {
        self.candidate.name(SHORT_HASH)
    }

    fn root(&self, namespace: &str, local: &str) -> Option<OfferedRoot<'_>> {
        let root = self.candidate.root(namespace, local)?;
        Some(OfferedRoot {
            standard: root.standard.as_deref(),
            version: root.version.as_deref(),
        })
    }

    fn owns(&self, namespace: &str) -> bool {
        self.candidate.owns(namespace)
    }

    /// With the rules beyond the schema, and with the code lists that were delivered with it.
    fn load(&self) -> Result<Standard, String> {
        let (validator, files) = self.open().map_err(|error| error.to_string())?;
        let lists = CodelistStore::load(&files).map_err(|error: codelists::StoreError| error.to_string())?;
        Ok(Standard::with_usual_checks(validator, lists).with_codelists(files))
    }
}

impl fmt::Debug for InstalledStandard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("InstalledStandard").field(&self.name()).finish()
    }
}

impl Standards {
    /// Those installed in a store, among which each document finds its own. Each is checked with the rules beyond the
    /// schema and the code lists that were delivered with it.
    ///
    /// ```no_run
    /// use xsozial_schema::{limits::Limits, store::Store};
    /// use xsozial_validate::Standards;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let standards = Standards::installed(&Store::at("standards"))?;
    /// let judged = standards.judge(&std::fs::read("nachricht.xml")?, Limits::default());
    /// println!("{:?}", judged.report.valid());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The store cannot be read. An entry that is damaged is no error: documents that find no standard tell it.
    pub fn installed(store: &Store) -> Result<Self, StoreError> {
        let index = Arc::new(store.index()?);
        let offer = |candidate: &Candidate| -> Box<dyn Offer> {
            Box::new(InstalledStandard::new(Arc::clone(&index), candidate.clone()))
        };
        let standards = Self::among(index.candidates().map(offer));
        Ok(standards.beside_damaged(index.damaged().to_vec()))
    }
}
