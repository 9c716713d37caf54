//! Validates documents against a compiled schema: **every fault once, with place and rule**.
//!
//! ```text
//! bytes -> EventSource -> engine (automata and value check of the kernel) -> findings -> Report -> format
//! ```
//!
//! [`Validator`] checks documents against one schema; [`Standards`] chooses the schema by the document. Beside the schema it
//! checks codes against code lists ([`Validator::with_codelists`]), [`rules`] that no schema can state, and a recipient's
//! [`profile`]. [`intake`] takes in what arrived even of an invalid document, and [`Validate`] checks a value before it is sent.
//!
//! ```
//! use xsozial_schema::{Language, Schema, xsd::Sources};
//! use xsozial_validate::Validator;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let xsd = br#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
//! #     <xs:element name="antrag"><xs:complexType><xs:sequence>
//! #         <xs:element name="eingang" type="xs:date"/>
//! #     </xs:sequence></xs:complexType></xs:element></xs:schema>"#;
//! # let delivery = Sources::new().bytes("antrag.xsd", xsd.to_vec());
//! // let delivery = Sources::new().schema("xwasser-1.0.0.zip");
//! let validator = Validator::new(Schema::compile(delivery)?);
//! let report = validator.report(b"<antrag><eingang>2026-13-01</eingang></antrag>");
//! assert_eq!(report.valid(), Some(false));
//! let finding = &report.findings[0];
//! assert_eq!((finding.code().as_str(), finding.path()), ("XF0001", "/antrag[1]/eingang[1]"));
//! // No message holds what the document holds.
//! assert!(finding.message(Language::German).contains("Text mit 10 Zeichen"));
//! # Ok(())
//! # }
//! ```
//!
//! | feature | what it adds |
//! |---|---|
//! | `cli` (default) | `cli`: the command line, with the reader of XSDs; brings `mutate` |
//! | `mutate` | `mutate`: documents that break one rule each |
//! | `nachbau` (default) | `ShippedStandard`: the standards that ship with the program, our own reconstructions |
//! | `store` (in `cli`) | `InstalledStandard`, `Standards::installed`: the standards that `xsozial-codegen add` installed |

mod baseline;
#[cfg(feature = "cli")]
pub mod cli;
mod codelists;
#[cfg(feature = "cli")]
mod documents;
mod engine;
pub mod explain;
mod finding;
mod findings;
pub mod format;
pub mod intake;
#[cfg(feature = "mutate")]
pub mod mutate;
pub mod profile;
mod report;
pub mod rules;
mod severities;
mod shared_schema;
mod standard;
mod typed;
mod validator;

pub use baseline::{Baseline, BaselineError};
pub use codelists::CodelistOptions;
pub use finding::{Finding, Rule, RuleKind};
pub use findings::Findings;
pub use report::Report;
pub use severities::{FixedWeight, Level, Severities};
pub use shared_schema::SharedSchema;
#[cfg(feature = "store")]
pub use standard::InstalledStandard;
#[cfg(feature = "nachbau")]
pub use standard::ShippedStandard;
pub use standard::{Judged, Offer, OfferedRoot, Root, Standard, Standards};
pub use typed::{Validate, read_validated, read_validated_from};
pub use validator::{Options, Validator};
