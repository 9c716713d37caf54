//! The kernel of xsozial: **one compiled schema, many views of it**.
//!
//! An XML Schema 1.0 delivery is read once into a [`Schema`]: interned names, simple types with their
//! facets, complex types with deterministic content automata, attribute uses, wildcards, code-list
//! bindings, documentation and, for every component, the file and line it came from. The generated
//! readers of `xsozial-codegen` and the validator step the same automata and call the same value check.
//!
//! `Schema::compile(Sources::new().schema("xbeispiel_1.0.zip"))` makes one of a delivery (feature `xsd`),
//! [`Schema::from_bytes`] of what a generated crate embeds, `store::Entry::schema` of an installed delivery (feature `store`).
//! Documents are checked against it with the crate `xsozial-validate`.
//!
//! Without features the crate holds the kernel alone. The features add the readers that make a `Schema`:
//!
//! | feature | what it adds |
//! |---|---|
//! | `xsd` | `xsd`: folders, single XSDs, ZIP archives and OASIS catalogs → `Schema` |
//! | `genericode` | `genericode`: code lists in the OASIS genericode format; `codelists`: a store of them |
//! | `zip` | ZIP archives of code lists (`xsd` brings it along) |
//! | `xdatenfelder` | `xdatenfelder`: XDatenfelder 2 and 3, the files that FIM's XFall schemas are made from |
//! | `store` | `store`: installed deliveries, found by the documents that belong to them |

pub mod check;
pub mod code;
#[cfg(feature = "genericode")]
pub mod codelists;
pub mod compare;
pub mod content;
#[cfg(any(feature = "xsd", feature = "genericode"))]
mod decode;
pub mod facet;
pub mod fault;
#[cfg(any(feature = "xsd", feature = "genericode"))]
mod files;
#[cfg(feature = "genericode")]
pub mod genericode;
pub mod limits;
pub mod names;
pub mod pattern;
mod reason;
mod remedy;
pub mod schema;
#[cfg(feature = "store")]
pub mod store;
pub mod value;
#[cfg(feature = "xdatenfelder")]
pub mod xdatenfelder;
#[cfg(feature = "xsd")]
pub mod xsd;

pub use code::{Code, Language, Severity};
#[cfg(any(feature = "xsd", feature = "genericode"))]
pub use decode::DecodeError;
pub use fault::Fault;
pub use names::{NameId, NamespaceId};
pub use reason::Reason;
pub use remedy::{Remedy, told};
pub use schema::Schema;
