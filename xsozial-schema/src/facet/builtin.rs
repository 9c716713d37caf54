//! The facets that the built-in types bring along.

use super::{Facet, Facets};
use crate::{schema::SourceLocation, value::Builtin};

/// The facets of a built-in type: its white-space handling, and at least one item for the list types. The ranges of
/// `xs:byte` to `xs:unsignedLong` and of the other integer types belong to their lexical spaces instead
/// ([`Builtin::accepts`]): a number outside of them does not have the form of its type.
pub fn facets_of_builtin(builtin: Builtin) -> Facets {
    Facets {
        white_space: builtin.white_space(),
        min_length: builtin.list_item().map(|_| Facet {
            value: 1,
            source: SourceLocation::BUILT_IN,
        }),
        ..Facets::default()
    }
}
