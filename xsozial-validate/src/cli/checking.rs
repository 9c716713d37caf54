//! Standards that are offered, with the checks that the arguments ask for.

use super::{Error, checks::Checks};
use crate::{Offer, OfferedRoot, Standard};
use std::sync::Arc;

/// An offer that is opened with checks which are not its own.
pub(super) trait Opening: Offer {
    fn open_with(&self, checks: &Checks) -> Result<Standard, Error>;
}

/// An offer with the checks that it is opened with.
#[derive(Debug)]
pub(super) struct Checking<O> {
    pub(super) offer: O,
    pub(super) checks: Arc<Checks>,
}

impl<O: Opening> Offer for Checking<O> {
    fn name(&self) -> String {
        self.offer.name()
    }

    fn root(&self, namespace: &str, local: &str) -> Option<OfferedRoot<'_>> {
        self.offer.root(namespace, local)
    }

    fn owns(&self, namespace: &str) -> bool {
        self.offer.owns(namespace)
    }

    fn load(&self) -> Result<Standard, String> {
        self.offer.open_with(&self.checks).map_err(|error| error.to_string())
    }
}
