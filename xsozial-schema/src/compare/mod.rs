//! What two schemas do not have in common.
//!
//! Whatever decides about documents is compared: names, types, facets, content models, attributes, wildcards, substitution,
//! identity constraints, bindings of code lists. Documentation and places in files are not.
//!
//! ```
//! # #[cfg(feature = "xsd")] {
//! use xsozial_schema::{Schema, compare::{ChangeKind, compare}, xsd::Sources};
//! let schema = |facet: &str| {
//!     let text = format!(r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
//!         <xs:simpleType name="Ort"><xs:restriction base="xs:token">{facet}</xs:restriction></xs:simpleType>
//!     </xs:schema>"#);
//!     Schema::compile(Sources::new().bytes("ort.xsd", text.into_bytes())).unwrap()
//! };
//! let changes = compare(&schema(r#"<xs:maxLength value="80"/>"#), &schema(r#"<xs:maxLength value="60"/>"#)).changes;
//! assert_eq!(changes.len(), 1);
//! assert_eq!((changes[0].kind, changes[0].component.as_str()), (ChangeKind::Tightened, "Ort"));
//! # }
//! ```

mod bounds;
mod change;
mod describe;
mod difference;
mod namespaces;
mod property;
mod words;

pub use change::{Change, ChangeKind, Comparison, ComponentKind};

use crate::Schema;
use describe::{Description, describe};
use namespaces::NamespacePairs;

/// Compares two schemas. Namespaces that only one of them has are paired where they declare mostly the same names, as those of
/// two versions of a standard do; each pair is told in the comparison.
pub fn compare(before: &Schema, after: &Schema) -> Comparison {
    let pairs = NamespacePairs::of(before, after);
    let old: Description = describe(before, &pairs.old_names());
    let new: Description = describe(after, &pairs.new_names());
    Comparison {
        namespaces: pairs.renamed(),
        changes: difference::changes(&old, &new),
    }
}
