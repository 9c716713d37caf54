//! The built-in types.

use super::WhiteSpace;
use crate::schema::SimpleTypeId;
use serde::{Deserialize, Serialize};

macro_rules! builtins {
    ($($variant:ident $name:literal $base:ident $space:ident;)*) => {
        /// The built-in simple types of XML Schema 1.0 (part 2, section 3): the 44 that schemas may name, and
        /// `anySimpleType` above them. Their order is the order of the first entries of every schema's simple types.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Builtin {
            $(#[doc = concat!("`xs:", $name, "`")] $variant,)*
        }

        impl Builtin {
            /// All built-in types, each after its base.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The local name in the namespace of XML Schema.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The type it is derived from; `anySimpleType` for the primitive types, the list types and itself.
            #[must_use]
            pub const fn base(self) -> Self {
                match self { $(Self::$variant => Self::$base,)* }
            }

            /// Its white-space handling.
            pub const fn white_space(self) -> WhiteSpace {
                match self { $(Self::$variant => WhiteSpace::$space,)* }
            }
        }
    };
}

builtins! {
    AnySimpleType "anySimpleType" AnySimpleType Preserve;
    String "string" AnySimpleType Preserve;
    Boolean "boolean" AnySimpleType Collapse;
    Decimal "decimal" AnySimpleType Collapse;
    Float "float" AnySimpleType Collapse;
    Double "double" AnySimpleType Collapse;
    Duration "duration" AnySimpleType Collapse;
    DateTime "dateTime" AnySimpleType Collapse;
    Time "time" AnySimpleType Collapse;
    Date "date" AnySimpleType Collapse;
    GYearMonth "gYearMonth" AnySimpleType Collapse;
    GYear "gYear" AnySimpleType Collapse;
    GMonthDay "gMonthDay" AnySimpleType Collapse;
    GDay "gDay" AnySimpleType Collapse;
    GMonth "gMonth" AnySimpleType Collapse;
    HexBinary "hexBinary" AnySimpleType Collapse;
    Base64Binary "base64Binary" AnySimpleType Collapse;
    AnyUri "anyURI" AnySimpleType Collapse;
    QName "QName" AnySimpleType Collapse;
    Notation "NOTATION" AnySimpleType Collapse;
    NormalizedString "normalizedString" String Replace;
    Token "token" NormalizedString Collapse;
    Language "language" Token Collapse;
    NmToken "NMTOKEN" Token Collapse;
    NmTokens "NMTOKENS" AnySimpleType Collapse;
    Name "Name" Token Collapse;
    NcName "NCName" Name Collapse;
    Id "ID" NcName Collapse;
    IdRef "IDREF" NcName Collapse;
    IdRefs "IDREFS" AnySimpleType Collapse;
    Entity "ENTITY" NcName Collapse;
    Entities "ENTITIES" AnySimpleType Collapse;
    Integer "integer" Decimal Collapse;
    NonPositiveInteger "nonPositiveInteger" Integer Collapse;
    NegativeInteger "negativeInteger" NonPositiveInteger Collapse;
    Long "long" Integer Collapse;
    Int "int" Long Collapse;
    Short "short" Int Collapse;
    Byte "byte" Short Collapse;
    NonNegativeInteger "nonNegativeInteger" Integer Collapse;
    UnsignedLong "unsignedLong" NonNegativeInteger Collapse;
    UnsignedInt "unsignedInt" UnsignedLong Collapse;
    UnsignedShort "unsignedShort" UnsignedInt Collapse;
    UnsignedByte "unsignedByte" UnsignedShort Collapse;
    PositiveInteger "positiveInteger" NonNegativeInteger Collapse;
}

impl Builtin {
    /// Its place in the simple types of every schema.
    pub const fn id(self) -> SimpleTypeId {
        SimpleTypeId::new(self as u32)
    }

    /// The item type of the three built-in list types.
    pub const fn list_item(self) -> Option<Self> {
        match self {
            Self::NmTokens => Some(Self::NmToken),
            Self::IdRefs => Some(Self::IdRef),
            Self::Entities => Some(Self::Entity),
            _ => None,
        }
    }

    /// The primitive type it descends from; `AnySimpleType` for itself and the list types.
    #[must_use]
    pub const fn primitive(self) -> Self {
        let mut current = self;
        while !matches!(current.base(), Self::AnySimpleType) {
            current = current.base();
        }
        match current.list_item() {
            Some(_) => Self::AnySimpleType,
            None => current,
        }
    }

    /// Whether it is `other` or derived from it.
    pub const fn is_derived_from(self, other: Self) -> bool {
        let mut current = self;
        loop {
            if current as u32 == other as u32 {
                return true;
            }
            if matches!(current, Self::AnySimpleType) {
                return false;
            }
            current = current.base();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Builtin;

    #[test]
    fn there_are_44_types_below_any_simple_type() {
        assert_eq!(Builtin::ALL.len(), 1 + 44);
        for (index, builtin) in Builtin::ALL.iter().enumerate() {
            assert_eq!(builtin.id().index(), index);
        }
        assert_eq!(Builtin::UnsignedByte.primitive(), Builtin::Decimal);
        assert!(Builtin::Id.is_derived_from(Builtin::Token));
        assert!(!Builtin::Token.is_derived_from(Builtin::Id));
    }
}
