//! Rules beyond XML Schema: what a standard demands in prose, and what its values must keep to besides.
//!
//! ```
//! use xsozial_schema::{Schema, xsd::Sources};
//! use xsozial_validate::{Validator, rules::RuleOptions};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let schema = Schema::compile(Sources::new().bytes(
//!     "konto.xsd",
//!     br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="iban" type="xs:token"/></xs:schema>"#.to_vec(),
//! ))?;
//! let validator = Validator::new(schema).with_rules(RuleOptions::default());
//! let report = validator.report(b"<iban>DE98370400440532013000</iban>");
//! assert_eq!(report.findings[0].code().as_str(), "XR0301");
//! assert_eq!(report.valid(), Some(true), "rules are warnings");
//! # Ok(())
//! # }
//! ```

mod bound;
pub mod checks;
mod examination;
mod names;
mod observer;
mod table;

pub use table::{Binding, Fact, Head, IDENTIFICATION, MESSAGE, ProseRule, RULES};

use crate::{
    engine::{Check, Observer},
    format::CheckedRules,
};
use bound::Bound;
use observer::RulesObserver;
use xsozial_schema::Schema;

/// Which rules are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleOptions {
    /// Whether those are applied that hold in production alone, for example that a test message must not be processed.
    pub is_production: bool,
    /// Whether codes are held against the form of their keys. Where the lists are at hand, checking the codes says more.
    pub checks_codes: bool,
}

impl Default for RuleOptions {
    fn default() -> Self {
        Self {
            is_production: false,
            checks_codes: true,
        }
    }
}

/// The rules on one schema. Where each applies is found out once.
#[derive(Debug)]
pub(crate) struct Rules {
    bound: Bound,
    options: RuleOptions,
}

impl Rules {
    pub(crate) fn new(schema: &Schema, options: RuleOptions) -> Self {
        Self {
            bound: Bound::of(schema, options),
            options,
        }
    }

    /// What a report says of them.
    pub(crate) fn checked(&self) -> CheckedRules {
        CheckedRules {
            count: self.bound.count(),
            sha256: table::sha256(self.options.is_production, self.options.checks_codes),
        }
    }
}

impl Check for Rules {
    fn observer<'v>(&'v self, schema: &'v Schema) -> Box<dyn Observer + 'v> {
        Box::new(RulesObserver::new(self, schema))
    }
}
