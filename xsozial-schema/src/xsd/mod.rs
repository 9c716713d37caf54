//! XML Schema documents → [`Schema`](crate::Schema): the stages `source` (files to a resolved set of documents),
//! `components` and `compile`.

pub mod error;
pub mod source;

pub use crate::decode::DecodeError;
pub use error::{SchemaPosition, UnresolvedImport, XsdError};
pub use source::{DocumentSet, LoadedDocument, Reference, ReferenceKind, Sources};
