//! For every rule of a schema, a document that breaks only that rule, with the finding that it must give: test data for
//! this validator and for any other product.
//!
//! ```text
//! Schema --reach, rules--> rules --+
//!                                  +--> places --breach--> changed text --engine--> mutant
//! valid documents --document-------+
//! ```
//!
//! - `rules` lists what the schema demands of an element of a declaration and type, `reach` of all that a document can
//!   hold. [`Rule`] names component and kind.
//! - `document` reads a valid document as a tree of places.
//! - `breach` changes a few bytes (`content`, `attribute`, `instance`, `values`, `identity`); the rest of the document
//!   stays as it is. Values that break a facet are made in number by `value` and sorted by what the kernel's check says.
//! - What a change must lead to is known before the engine is asked. Where it finds anything else, another place is tried.
//!
//! ```
//! use xsozial_schema::{Schema, xsd::Sources};
//! use xsozial_validate::{Validator, mutate::{Coverage, Mutator}};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let schema = Schema::compile(Sources::new().bytes(
//!     "antrag.xsd",
//!     br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
//!            <xs:element name="betrag" type="xs:decimal"/>
//!         </xs:schema>"#.to_vec(),
//! ))?;
//! let validator = Validator::new(schema);
//! let mut mutator = Mutator::new(&validator);
//! mutator.add("antrag.xml", b"<betrag>12.50</betrag>")?;
//! let mut coverage = Coverage::default();
//! for (rule, outcome) in mutator.outcomes() {
//!     coverage.add(rule, &outcome);
//! }
//! // Form of the number, elements in it, xsi:nil, xsi:type.
//! assert_eq!(coverage.to_string(), "4 of 4 rules (100.0 %)");
//! # Ok(())
//! # }
//! ```

mod attempt;
mod attribute;
mod breach;
mod content;
mod copy;
mod document;
mod edit;
mod error;
mod identity;
mod instance;
mod mutator;
mod outcome;
mod particle;
mod reach;
mod rule;
mod rules;
mod tag;
mod value;
mod values;

pub use error::MutateError;
pub use mutator::Mutator;
pub use outcome::{Coverage, Mutant, Outcome, Reason};
pub use rule::{Kind, Rule};
