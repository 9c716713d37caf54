//! The built-in simple types, which come first in every schema.

use super::{Annotation, SimpleType, SourceLocation, Variety};
use crate::{
    facet::facets_of_builtin,
    names::{Names, NamespaceId},
    value::Builtin,
};

/// The first entries of [`SchemaData::simple_types`](super::SchemaData::simple_types): `xs:anySimpleType` and the 44
/// built-in types, in the order of [`Builtin::ALL`]. Their names are added to `names`.
pub fn builtin_simple_types(names: &mut Names) -> Vec<SimpleType> {
    Builtin::ALL
        .iter()
        .map(|&builtin| SimpleType {
            name: Some(names.intern(NamespaceId::XS, builtin.name())),
            base: builtin.base().id(),
            variety: builtin
                .list_item()
                .map_or(Variety::Atomic, |item| Variety::List(item.id())),
            builtin,
            facets: facets_of_builtin(builtin),
            annotation: Annotation::default(),
            source: SourceLocation::BUILT_IN,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_stands_at_its_id() {
        let mut names = Names::new();
        let types = builtin_simple_types(&mut names);
        for &builtin in Builtin::ALL {
            let simple_type = &types[builtin.id().index()];
            assert_eq!(simple_type.builtin, builtin);
            assert_eq!(simple_type.name, Some(names.lookup(NamespaceId::XS, builtin.name())));
            assert_eq!(simple_type.base, builtin.base().id());
        }
        assert_eq!(
            types[Builtin::IdRefs.id().index()].variety,
            Variety::List(Builtin::IdRef.id())
        );
    }
}
