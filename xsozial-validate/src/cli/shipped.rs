//! The standards that ship with the program.

use super::{
    Error,
    checking::{Checking, Opening},
    checks::{Checks, DeliveredLists},
};
use crate::{Offer, ShippedStandard, Standard, Validator};
use std::{path::Path, sync::Arc};

/// Those of the standards that ship as offers, with the checks that the arguments ask for.
pub(super) fn offers(checks: &Arc<Checks>) -> Vec<Box<dyn Offer>> {
    let offer = |&offer| -> Box<dyn Offer> {
        let checks = Arc::clone(checks);
        Box::new(Checking { offer, checks })
    };
    ShippedStandard::all().iter().map(offer).collect()
}

/// The standard that ships and has this name; `None`: there is no such.
pub(super) fn named(name: &str, checks: &Checks) -> Result<Option<Standard>, Error> {
    let standard = ShippedStandard::all().iter().find(|it| it.is_called(name));
    standard.map(|standard| standard.open_with(checks)).transpose()
}

/// The names of the standards that ship.
pub(super) fn names() -> Vec<String> {
    ShippedStandard::all().iter().map(Offer::name).collect()
}

/// The profile that ships and has this name.
pub(super) fn profile(name: &Path) -> Option<&'static str> {
    let name = name.to_str()?;
    ShippedStandard::all()
        .iter()
        .find_map(|standard| standard.profile(name))
}

/// The names of the profiles that ship.
pub(super) fn profiles() -> Vec<&'static str> {
    ShippedStandard::all()
        .iter()
        .flat_map(ShippedStandard::profiles)
        .collect()
}

impl Opening for ShippedStandard {
    fn open_with(&self, checks: &Checks) -> Result<Standard, Error> {
        checks.apply(Validator::new(self.schema()?), DeliveredLists::Shipped(*self))
    }
}
