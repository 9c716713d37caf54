//! The code lists that checking the codes of a schema takes.

use super::{CodeTyp, Schema, TypeRef};
use std::collections::BTreeSet;

/// A code list that Code types refer to (XÖV Handbuch, Code-Typen 2 and 3). The codes of type 1 are enumerated in the schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeListNeed {
    /// Fixed `listURI`.
    pub uri: String,
    /// Fixed `listVersionID`; `None` where the document names the version (type 3).
    pub version: Option<String>,
}

/// The distinct lists of Code types 2 and 3, sorted.
pub fn code_list_needs(schema: &Schema) -> Vec<CodeListNeed> {
    let mut needs = BTreeSet::new();
    for binding in schema.complex_types.iter().filter_map(|complex| complex.code.as_ref()) {
        if let (CodeTyp::Typ2 | CodeTyp::Typ3, Some(uri)) = (binding.typ, &binding.list_uri) {
            needs.insert(CodeListNeed {
                uri: uri.clone(),
                version: binding.list_version.clone(),
            });
        }
    }
    needs.into_iter().collect()
}

/// Whether an element has a Code type of type 4, whose list the document names.
pub fn has_open_lists(schema: &Schema) -> bool {
    schema.elements.iter().any(|element| match element.type_ref {
        TypeRef::Complex(id) => {
            let code = schema.complex_type(id).code.as_ref();
            code.is_some_and(|code| code.typ == CodeTyp::Typ4)
        }
        TypeRef::Simple(_) => false,
    })
}
