//! The standards that ship with the program.

use super::{
    Error,
    checks::{Checks, DeliveredLists},
};
use crate::{Offer, OfferedRoot, ShippedStandard, Standard, Validator};
use std::{path::Path, sync::Arc};

/// Those of the standards that ship as offers, with the checks that the arguments ask for.
pub(super) fn offers(checks: &Arc<Checks>) -> Vec<Box<dyn Offer>> {
    let offer = |standard| -> Box<dyn Offer> {
        let checks = Arc::clone(checks);
        Box::new(Shipped { standard, checks })
    };
    ShippedStandard::all().iter().map(offer).collect()
}

/// The standard that ships and has this name; `None`: there is no such.
pub(super) fn named(name: &str, checks: &Checks) -> Result<Option<Standard>, Error> {
    let standard = ShippedStandard::all().iter().find(|it| it.is_called(name));
    standard.map(|standard| open(standard, checks)).transpose()
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

fn open(standard: &'static ShippedStandard, checks: &Checks) -> Result<Standard, Error> {
    checks.apply(Validator::new(standard.schema()?), DeliveredLists::Shipped(standard))
}

/// A standard that ships, with the checks that the arguments ask for.
#[derive(Debug)]
struct Shipped {
    standard: &'static ShippedStandard,
    checks: Arc<Checks>,
}

impl Offer for Shipped {
    fn name(&self) -> String {
        self.standard.name()
    }

    fn root(&self, namespace: &str, local: &str) -> Option<OfferedRoot<'_>> {
        self.standard.root(namespace, local)
    }

    fn owns(&self, namespace: &str) -> bool {
        self.standard.owns(namespace)
    }

    fn load(&self) -> Result<Standard, String> {
        open(self.standard, &self.checks).map_err(|error| error.to_string())
    }
}
