//! The standards that ship with the program.

use super::{Error, checks::Checks};
use crate::{Offer, Standard};
use std::{path::Path, sync::Arc};

/// Those of the standards that ship as offers, with the checks that the arguments ask for.
pub(super) fn offers(checks: &Arc<Checks>) -> Vec<Box<dyn Offer>> {
    #[cfg(feature = "nachbau")]
    {
        let shipped = crate::ShippedStandard::all().iter();
        let offer = |standard| -> Box<dyn Offer> {
            let checks = Arc::clone(checks);
            Box::new(with_checks::Shipped { standard, checks })
        };
        shipped.map(offer).collect()
    }
    #[cfg(not(feature = "nachbau"))]
    {
        let _ = checks;
        Vec::new()
    }
}

/// The standard that ships and has this name; `None`: there is no such.
pub(super) fn named(name: &str, checks: &Checks) -> Result<Option<Standard>, Error> {
    #[cfg(feature = "nachbau")]
    {
        let standard = crate::ShippedStandard::all().iter().find(|it| it.is_called(name));
        standard.map(|standard| with_checks::open(standard, checks)).transpose()
    }
    #[cfg(not(feature = "nachbau"))]
    {
        let _ = (name, checks);
        Ok(None)
    }
}

/// The names of the standards that ship.
pub(super) fn names() -> Vec<String> {
    #[cfg(feature = "nachbau")]
    {
        crate::ShippedStandard::all().iter().map(Offer::name).collect()
    }
    #[cfg(not(feature = "nachbau"))]
    Vec::new()
}

/// The profile that ships and has this name.
pub(super) fn profile(name: &Path) -> Option<&'static str> {
    #[cfg(feature = "nachbau")]
    {
        let shipped = crate::ShippedStandard::all();
        shipped.iter().find_map(|standard| standard.profile(name.to_str()?))
    }
    #[cfg(not(feature = "nachbau"))]
    {
        let _ = name;
        None
    }
}

#[cfg(feature = "nachbau")]
mod with_checks {
    use super::{Checks, Error};
    use crate::{Offer, OfferedRoot, ShippedStandard, Standard, Validator, cli::checks::DeliveredLists};
    use std::sync::Arc;

    /// A standard that ships, with the checks that the arguments ask for.
    #[derive(Debug)]
    pub(super) struct Shipped {
        pub(super) standard: &'static ShippedStandard,
        pub(super) checks: Arc<Checks>,
    }

    pub(super) fn open(standard: &'static ShippedStandard, checks: &Checks) -> Result<Standard, Error> {
        checks.apply(Validator::new(standard.schema()?), DeliveredLists::Shipped(standard))
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
}
