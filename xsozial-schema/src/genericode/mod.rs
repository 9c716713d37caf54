//! Code lists in the OASIS genericode format, as the XRepository delivers them.
//!
//! ```
//! use xsozial_schema::genericode::CodeList;
//! # let bytes = br#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
//! #   <Identification><ShortName>ampel</ShortName><Version>1</Version></Identification>
//! #   <ColumnSet><Column Id="code" Use="required"/><Column Id="name" Use="required"/>
//! #     <Key Id="codeKey"><ColumnRef Ref="code"/></Key></ColumnSet>
//! #   <SimpleCodeList><Row><Value ColumnRef="code"><SimpleValue>r</SimpleValue></Value>
//! #     <Value ColumnRef="name"><SimpleValue>rot</SimpleValue></Value></Row></SimpleCodeList>
//! # </gc:CodeList>"#;
//! let list = CodeList::from_bytes(bytes, "ampel_1.xml")?;
//! let code = list.code_column(None).unwrap();
//! let name = list.name_column(code).unwrap();
//! let row = list.find(code, "r").unwrap();
//! assert_eq!(list.value(row, name), Some("rot"));
//! # Ok::<(), xsozial_schema::genericode::GenericodeError>(())
//! ```
//!
//! Published lists have defects, such as one key for two rows. They are kept as they are; [`CodeList::defects`] names
//! them.
//!
//! Source: OASIS Code List Representation (genericode) version 1.0; annotations: XÖV Codelisten-Handbuch.

mod bytes;
mod choose;
mod column;
mod content;
mod defect;
mod error;
mod identification;
mod index;
mod keys;
mod list;
mod parts;
mod place;
mod read;
mod rows;
mod stored;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod xml;

pub use crate::decode::DecodeError;
pub use bytes::Bytes;
pub use column::{Column, DataType, Key};
pub use defect::{Defect, DefectKind};
pub use error::{GenericodeError, GenericodeProblem};
pub use identification::{Annotations, Identification};
pub use list::CodeList;
pub use stored::StoredListError;
pub(crate) use stored::checksum;
