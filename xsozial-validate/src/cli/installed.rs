//! The installed standards, and beside them those that ship.

use super::{
    Error,
    checking::{Checking, Opening},
    checks::{Checks, DeliveredLists},
    shipped,
};
use crate::{InstalledStandard, Offer, Standard, Standards, standard::SHORT_HASH};
use etcetera::BaseStrategy;
use std::{path::PathBuf, sync::Arc};
use xsozial_schema::store::{Candidate, Index, Selector, Store};

/// The installed standards and those that ship, or of them the one that is chosen; several where the choice leaves several. What
/// is installed outranks what ships.
pub(super) fn standards(store: Option<PathBuf>, chosen: Option<&str>, checks: Checks) -> Result<Standards, Error> {
    let data_folder = || Some(etcetera::base_strategy::choose_native_strategy().ok()?.data_dir());
    let index = Store::chosen(store, data_folder)
        .map(|store| store.index())
        .transpose()?;
    match chosen {
        None => among(index, checks),
        Some(name) => chosen_by(name, index, checks),
    }
}

/// Each document finds its own.
fn among(index: Option<Index>, checks: Checks) -> Result<Standards, Error> {
    refuse_profiles(&checks)?;
    checks.require_codelists()?;
    let checks = Arc::new(checks);
    let further = shipped::offers(&checks);
    let installed = match index {
        Some(index) => {
            let candidates = index.candidates().cloned().collect();
            standards_of(index, candidates, &checks)
        }
        None => Standards::none(),
    };
    Ok(installed.else_among(further))
}

/// The one of this name; where several have it, each document finds its own among these.
fn chosen_by(name: &str, index: Option<Index>, checks: Checks) -> Result<Standards, Error> {
    let selector: Selector = name.parse().unwrap_or_else(|never| match never {});
    let selected = |index: &Index| index.selected(&selector).into_iter().cloned().collect();
    let candidates: Vec<Candidate> = index.as_ref().map(selected).unwrap_or_default();
    match (index, candidates.as_slice()) {
        (index, []) => match (shipped::named(name, &checks)?, index) {
            (Some(standard), _) => Ok(Standards::named(standard)),
            (None, Some(index)) => Err(Error::NoSuchStandard {
                name: name.to_owned(),
                installed: index.candidates().map(|it| it.name(SHORT_HASH)).collect(),
                shipped: shipped::names(),
            }),
            (None, None) => Err(Error::NoStoreFolder),
        },
        (Some(index), [candidate]) => {
            let standard = InstalledStandard::new(Arc::new(index), candidate.clone());
            Ok(Standards::named(standard.open_with(&checks)?))
        }
        (index, _) => {
            refuse_profiles(&checks)?;
            checks.require_codelists()?;
            let checks = Arc::new(checks);
            Ok(index.map_or_else(Standards::none, |index| standards_of(index, candidates, &checks)))
        }
    }
}

fn standards_of(index: Index, candidates: Vec<Candidate>, checks: &Arc<Checks>) -> Standards {
    let damaged = index.damaged().to_vec();
    let index = Arc::new(index);
    let offer = |candidate| -> Box<dyn Offer> {
        Box::new(Checking {
            offer: InstalledStandard::new(Arc::clone(&index), candidate),
            checks: Arc::clone(checks),
        })
    };
    Standards::among(candidates.into_iter().map(offer)).beside_damaged(damaged)
}

/// A profile is for one schema.
fn refuse_profiles(checks: &Checks) -> Result<(), Error> {
    match checks.profiles.first() {
        Some(path) => Err(Error::ProfileWithoutSchema { path: path.clone() }),
        None => Ok(()),
    }
}

impl Opening for InstalledStandard {
    fn open_with(&self, checks: &Checks) -> Result<Standard, Error> {
        let (validator, codelists) = self.open()?;
        let standard = checks.apply(validator, DeliveredLists::Files(&codelists))?;
        Ok(standard.with_codelists(codelists))
    }
}
