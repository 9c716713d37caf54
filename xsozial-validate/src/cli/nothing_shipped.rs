//! What `shipped` answers in a program that was built without the standards that ship.

use super::{Error, checks::Checks};
use crate::{Offer, Standard};
use std::{path::Path, sync::Arc};

pub(super) fn offers(_checks: &Arc<Checks>) -> Vec<Box<dyn Offer>> {
    Vec::new()
}

#[expect(clippy::unnecessary_wraps, reason = "the same signature as with the feature")]
pub(super) fn named(_name: &str, _checks: &Checks) -> Result<Option<Standard>, Error> {
    Ok(None)
}

pub(super) fn names() -> Vec<String> {
    Vec::new()
}

pub(super) fn profiles() -> Vec<&'static str> {
    Vec::new()
}

pub(super) fn profile(_name: &Path) -> Option<&'static str> {
    None
}
