//! The installed standards.

use super::{Error, checks::Checks};
use crate::{Offer, OfferedRoot, Standard, Standards, Validator};
use etcetera::BaseStrategy;
use std::{path::PathBuf, sync::Arc};
use xsozial_schema::store::{Candidate, Index, Selector, Store};

/// So much of the hash tells installed deliveries of one version apart.
const SHORT_HASH: usize = 8;

/// The installed standards, or of them the one that is chosen; several where the choice leaves several.
pub(super) fn standards(store: Option<PathBuf>, chosen: Option<&str>, checks: Checks) -> Result<Standards, Error> {
    let data_folder = || Some(etcetera::base_strategy::choose_native_strategy().ok()?.data_dir());
    let Some(store) = Store::chosen(store, data_folder) else {
        return match (chosen, checks.profiles.first()) {
            (Some(_), _) => Err(Error::NoStoreFolder),
            (None, Some(path)) => Err(Error::ProfileWithoutSchema { path: path.clone() }),
            (None, None) => Ok(Standards::none()),
        };
    };
    let index = Arc::new(store.index()?);
    let candidates = match chosen {
        None => index.candidates().cloned().collect(),
        Some(name) => selected(&index, name)?,
    };
    // A profile is for one schema.
    if let (Some(path), true) = (checks.profiles.first(), chosen.is_none() || candidates.len() > 1) {
        return Err(Error::ProfileWithoutSchema { path: path.clone() });
    }
    let checks = Arc::new(checks);
    let damaged = index.damaged().to_vec();
    let offer = |candidate| Installed {
        index: Arc::clone(&index),
        checks: Arc::clone(&checks),
        candidate,
    };
    let mut offers: Vec<Installed> = candidates.into_iter().map(offer).collect();
    if let (Some(_), [offer]) = (chosen, offers.as_mut_slice()) {
        return Ok(Standards::named(offer.open()?));
    }
    let offers = offers.into_iter().map(|offer| Box::new(offer) as Box<dyn Offer>);
    Ok(Standards::among(offers).beside_damaged(damaged))
}

fn selected(index: &Index, name: &str) -> Result<Vec<Candidate>, Error> {
    let selector: Selector = name.parse().unwrap_or_else(|never| match never {});
    let selected = index.selected(&selector);
    if selected.is_empty() {
        return Err(Error::NoSuchStandard {
            name: name.to_owned(),
            installed: index.candidates().map(|it| it.name(SHORT_HASH)).collect(),
        });
    }
    Ok(selected.into_iter().cloned().collect())
}

/// An installed standard.
#[derive(Debug)]
struct Installed {
    index: Arc<Index>,
    checks: Arc<Checks>,
    candidate: Candidate,
}

impl Installed {
    fn open(&self) -> Result<Standard, Error> {
        let entry = self.index.open(&self.candidate)?;
        let codelists: Vec<PathBuf> = entry.codelists().collect();
        let standard = self.checks.apply(Validator::new(entry.schema()?), &codelists)?;
        Ok(standard.with_codelists(codelists))
    }
}

impl Offer for Installed {
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

    fn load(&self) -> Result<Standard, String> {
        self.open().map_err(|error| error.to_string())
    }
}
