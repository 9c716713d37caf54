//! The rules of a schema that a document can break.

use xsozial_schema::{Code, NameId, Schema, schema::SourceLocation};

macro_rules! kinds {
    ($($(#[$doc:meta])+ $kind:ident = $text:literal, [$($code:ident),+];)*) => {
        /// What a rule demands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Kind {
            $($(#[$doc])+ $kind,)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The stable name, as it stands in tables.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $text,)* }
            }

            /// The codes that a finding about a broken rule of this kind may have. Where there are two, it depends on
            /// what stands around the place.
            pub const fn codes(self) -> &'static [Code] {
                match self { $(Self::$kind => &[$(Code::$code),+],)* }
            }
        }
    };
}

kinds! {
    /// A particle must stand (`minOccurs` of 1 or more).
    ElementMissing = "element-missing", [ElementMissing];
    /// A particle must not stand more often (bounded `maxOccurs`).
    ElementSurplus = "element-surplus", [ElementUnexpected, ElementMissing];
    /// A particle must stand before or behind its neighbour.
    ElementOrder = "element-order", [ElementMissing, ElementUnexpected];
    /// Beside a particle no element may stand that the content model does not know.
    ElementUnknown = "element-unknown", [ElementUnexpected];
    /// An abstract element must not stand itself.
    ElementAbstract = "element-abstract", [ElementAbstract];
    /// Between the elements there must be no text.
    TextAmongElements = "text-among-elements", [TextUnexpected];
    /// The element must be empty.
    ContentInEmpty = "content-in-empty", [ContentUnexpected];
    /// The element must hold text alone.
    ElementInValue = "element-in-value", [ChildUnexpected];
    /// The element must have the fixed value.
    ElementFixed = "element-fixed", [ElementFixed];
    /// The element must not have `xsi:nil`.
    NilNotAllowed = "nil-not-allowed", [NilNotAllowed];
    /// With `xsi:nil` the element must be empty.
    NilNotEmpty = "nil-not-empty", [NilNotEmpty];
    /// `xsi:type` must name a type derived from the declared one.
    TypeNotDerived = "type-not-derived", [TypeNotDerived];
    /// The type is abstract: `xsi:type` must name a derived one.
    TypeAbstract = "type-abstract", [TypeAbstract];
    /// The attribute must be there.
    AttributeMissing = "attribute-missing", [AttributeMissing];
    /// There must be no attribute that the type does not know.
    AttributeUnknown = "attribute-unknown", [AttributeUnexpected];
    /// The attribute must have the fixed value.
    AttributeFixed = "attribute-fixed", [AttributeFixed];
    /// A value must have the form of its built-in type.
    Lexical = "lexical", [Lexical];
    /// `length`
    Length = "length", [Length];
    /// `minLength`
    MinLength = "minLength", [MinLength];
    /// `maxLength`
    MaxLength = "maxLength", [MaxLength];
    /// `pattern`, those of one derivation step.
    Pattern = "pattern", [Pattern];
    /// `enumeration`
    Enumeration = "enumeration", [Enumeration];
    /// `minInclusive`
    MinInclusive = "minInclusive", [MinInclusive];
    /// `maxInclusive`
    MaxInclusive = "maxInclusive", [MaxInclusive];
    /// `minExclusive`
    MinExclusive = "minExclusive", [MinExclusive];
    /// `maxExclusive`
    MaxExclusive = "maxExclusive", [MaxExclusive];
    /// `totalDigits`
    TotalDigits = "totalDigits", [TotalDigits];
    /// `fractionDigits`
    FractionDigits = "fractionDigits", [FractionDigits];
    /// A value must fit a member of a union.
    UnionMember = "union", [NoUnionMember];
    /// An ID must be given once.
    IdDuplicate = "id", [IdDuplicate];
    /// A reference must have a target.
    IdReference = "idref", [IdReference];
    /// A key must be given once (`key`, `unique`).
    KeyDuplicate = "key-duplicate", [KeyDuplicate];
    /// A key must have all its fields (`key`).
    KeyMissing = "key-missing", [KeyMissing];
    /// A key reference must have a target (`keyref`).
    KeyReference = "keyref", [KeyReference];
}

/// A rule: what a component of the schema demands. However many places of a document it governs, it is one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// The component: particle, element, attribute use, type, facet or identity constraint. Types that are built in have
    /// no place; then it is the element or attribute whose value has the type.
    pub component: SourceLocation,
    /// What it demands.
    pub kind: Kind,
    /// The element, attribute or identity constraint, where the component is one: several may stand in one line.
    pub subject: Option<NameId>,
}

impl Rule {
    /// `file.xsd:line` of the component.
    pub fn source(&self, schema: &Schema) -> String {
        schema.describe_source(self.component)
    }

    /// The subject as the schema's authors write it; empty without one.
    pub fn subject_name(&self, schema: &Schema) -> String {
        self.subject
            .map_or_else(String::new, |name| schema.names.prefixed(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_kind_has_a_name_of_its_own() {
        let names: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(names.len(), Kind::ALL.len());
    }
}
