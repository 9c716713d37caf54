//! STUB
use crate::{
    facet::Facets,
    names::{Names, NamespaceId},
    schema::{Annotation, SimpleType, SourceLocation, Variety},
    value::Builtin,
};
/// s
pub fn builtin_simple_types(names: &mut Names) -> Vec<SimpleType> {
    Builtin::ALL
        .iter()
        .map(|b| SimpleType {
            name: Some(names.intern(NamespaceId::XS, b.name())),
            base: b.base().id(),
            variety: match b.list_item() {
                Some(i) => Variety::List(i.id()),
                None => Variety::Atomic,
            },
            builtin: *b,
            facets: Facets {
                white_space: b.white_space(),
                ..Facets::default()
            },
            annotation: Annotation::default(),
            source: SourceLocation::BUILT_IN,
        })
        .collect()
}
