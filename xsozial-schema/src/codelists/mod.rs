//! A store of code lists, by list URI and version.
//!
//! ```
//! use xsozial_schema::codelists::CodelistStore;
//! # let ampel = br#"<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
//! #   <Identification><ShortName>ampel</ShortName><Version>1</Version><CanonicalUri>urn:beispiel:ampel</CanonicalUri>
//! #   </Identification><ColumnSet><Column Id="code" Use="required"/>
//! #   <Key Id="codeKey"><ColumnRef Ref="code"/></Key></ColumnSet>
//! #   <SimpleCodeList><Row><Value ColumnRef="code"><SimpleValue>r</SimpleValue></Value></Row></SimpleCodeList>
//! # </gc:CodeList>"#;
//! let mut store = CodelistStore::new();
//! store.add_bytes("ampel_1.xml", ampel.to_vec());
//! store.add_bytes("leer_1_fehlerhaft.xml", Vec::new());
//! let list = &store.get("urn:beispiel:ampel", "1")[0].list;
//! assert!(list.find(0, "r").is_some());
//! assert_eq!(store.problems().len(), 1);
//! ```
//!
//! Lists come from files, folders, ZIP archives (as `genutzteAktuelleCodelisten` of the XRepository delivers them) and from
//! the bytes of another store, which is loaded without reading any XML. What cannot be read is a
//! [problem](CodelistStore::problems) of the store and never an empty list.

mod add;
mod error;
mod problem;
mod store;
mod stored;
#[cfg(test)]
mod tests;
mod version;

pub use error::StoreError;
pub use problem::{StoreProblem, StoreProblemKind};
pub use store::{CodelistStore, StoredList};
pub use version::compare_versions;
