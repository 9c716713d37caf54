//! The lexical space of every built-in type, checked without building a value.

use super::{
    Builtin, Date, DateTime, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, PrefixResolver, Time,
    binary::{base64_octets, hex_octets},
    boolean::parse_boolean,
    float::parse_double,
    machine_integer::MachineInteger,
    name::{is_name, is_name_token, is_nc_name},
    number::NumberParts,
    qname::is_qname,
    uri::{is_any_uri, is_language},
};

impl Builtin {
    /// Whether the text, after the type's white-space handling, is in the lexical space of this type. For the list
    /// types every text is: their items have a type of their own.
    pub fn accepts(self, text: &str, prefixes: &dyn PrefixResolver) -> bool {
        match self {
            Self::AnySimpleType
            | Self::String
            | Self::NormalizedString
            | Self::Token
            | Self::NmTokens
            | Self::IdRefs
            | Self::Entities => true,
            Self::Boolean => parse_boolean(text).is_some(),
            Self::Decimal => NumberParts::parse(text).is_some(),
            Self::Float | Self::Double => parse_double(text).is_some(),
            Self::Duration => Duration::parse_text(text).is_some(),
            Self::DateTime => DateTime::parse_text(text).is_some(),
            Self::Time => Time::parse_text(text).is_some(),
            Self::Date => Date::parse_text(text).is_some(),
            Self::GYearMonth => GYearMonth::parse_text(text).is_some(),
            Self::GYear => GYear::parse_text(text).is_some(),
            Self::GMonthDay => GMonthDay::parse_text(text).is_some(),
            Self::GDay => GDay::parse_text(text).is_some(),
            Self::GMonth => GMonth::parse_text(text).is_some(),
            Self::HexBinary => hex_octets(text).is_some(),
            Self::Base64Binary => base64_octets(text).is_some(),
            Self::AnyUri => is_any_uri(text),
            Self::QName | Self::Notation => is_qname(text, prefixes),
            Self::Language => is_language(text),
            Self::NmToken => is_name_token(text),
            Self::Name => is_name(text),
            Self::NcName | Self::Id | Self::IdRef | Self::Entity => is_nc_name(text),
            _ => self.accepts_integer(text),
        }
    }

    /// The types derived from `xs:integer`; their ranges belong to their lexical spaces.
    pub(super) fn accepts_integer(self, text: &str) -> bool {
        let parts = || NumberParts::parse_integer(text);
        match self {
            Self::Integer => parts().is_some(),
            Self::NonPositiveInteger => parts().is_some_and(|number| number.negative || number.is_zero()),
            Self::NegativeInteger => parts().is_some_and(|number| number.negative),
            Self::NonNegativeInteger => parts().is_some_and(|number| !number.negative),
            Self::PositiveInteger => parts().is_some_and(|number| !number.negative && !number.is_zero()),
            Self::Long => i64::parse_number(text).is_some(),
            Self::Int => i32::parse_number(text).is_some(),
            Self::Short => i16::parse_number(text).is_some(),
            Self::Byte => i8::parse_number(text).is_some(),
            Self::UnsignedLong => u64::parse_number(text).is_some(),
            Self::UnsignedInt => u32::parse_number(text).is_some(),
            Self::UnsignedShort => u16::parse_number(text).is_some(),
            Self::UnsignedByte => u8::parse_number(text).is_some(),
            _ => false,
        }
    }
}
