//! What checking a value of a type takes, worked out once when the schema is loaded.

use super::{Facets, enumeration::TextIndex};
use crate::{
    schema::{SimpleType, Variety},
    value::{Builtin, WhiteSpace},
};
use std::sync::OnceLock;

/// Small and together in memory, unlike the facets themselves: most values need nothing else.
#[derive(Debug)]
pub(crate) struct CheckPlan {
    pub(crate) builtin: Builtin,
    pub(super) white_space: WhiteSpace,
    pub(super) kind: Kind,
    /// Made when the first value is looked up.
    text_index: OnceLock<TextIndex>,
}

/// How much there is to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Every text is a value.
    Free,
    /// The lexical form of the built-in type is all there is.
    Lexical,
    /// Atomic, with facets.
    Atomic(Groups),
    /// A list.
    List,
    /// A union.
    Union,
}

/// Which groups of facets there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "five independent groups of facets")]
pub(super) struct Groups {
    pub(super) length: bool,
    pub(super) pattern: bool,
    pub(super) enumeration: bool,
    pub(super) bounds: bool,
    pub(super) digits: bool,
}

impl Groups {
    pub(super) fn of(facets: &Facets) -> Self {
        Self {
            length: facets.length.is_some() || facets.min_length.is_some() || facets.max_length.is_some(),
            pattern: !facets.patterns.is_empty(),
            enumeration: !facets.enumeration.is_empty(),
            bounds: [
                &facets.min_inclusive,
                &facets.max_inclusive,
                &facets.min_exclusive,
                &facets.max_exclusive,
            ]
            .iter()
            .any(|bound| bound.is_some()),
            digits: facets.total_digits.is_some() || facets.fraction_digits.is_some(),
        }
    }
}

impl CheckPlan {
    pub(crate) fn of(simple_type: &SimpleType) -> Self {
        let groups = Groups::of(&simple_type.facets);
        let kind = match simple_type.variety {
            Variety::List(_) => Kind::List,
            Variety::Union(_) => Kind::Union,
            Variety::Atomic if groups != Groups::default() => Kind::Atomic(groups),
            Variety::Atomic if is_free(simple_type.builtin) => Kind::Free,
            Variety::Atomic => Kind::Lexical,
        };
        Self {
            builtin: simple_type.builtin,
            // What a union's members do with white space is up to each of them (section 4.3.6).
            white_space: match kind {
                Kind::Union => WhiteSpace::Preserve,
                Kind::List => WhiteSpace::Collapse,
                _ => simple_type.facets.white_space,
            },
            kind,
            text_index: OnceLock::new(),
        }
    }

    /// Whether values are lists.
    pub(crate) fn is_list(&self) -> bool {
        self.kind == Kind::List
    }

    /// Whether values are base64 without any facet.
    pub(crate) fn is_plain_base64(&self) -> bool {
        self.kind == Kind::Lexical && self.builtin == Builtin::Base64Binary
    }

    pub(super) fn text_index(&self, facets: &Facets) -> &TextIndex {
        self.text_index.get_or_init(|| TextIndex::new(&facets.enumeration))
    }
}

/// Whether any text is in the lexical space.
pub(super) const fn is_free(builtin: Builtin) -> bool {
    matches!(
        builtin,
        Builtin::AnySimpleType | Builtin::String | Builtin::NormalizedString | Builtin::Token
    )
}
