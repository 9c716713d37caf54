//! A value of any simple type.

use super::{
    Base64Binary, Builtin, Date, DateTime, Decimal, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, HexBinary,
    Integer, PrefixResolver, QName, Time,
    boolean::parse_boolean,
    float::{parse_double, parse_float},
    number::NumberParts,
};
use crate::fault::TextShape;
use serde::{Deserialize, Serialize};
use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

/// A value of any simple type, for facets, fixed values and identity constraints. Equality and order are those of XML
/// Schema: by value, not by text; `xs:decimal` and the types derived from it are compared as numbers.
#[derive(Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Value {
    /// `xs:string`, the types derived from it, and `xs:anyURI`
    String(String),
    /// `xs:boolean`
    Boolean(bool),
    /// `xs:decimal`
    Decimal(Decimal),
    /// `xs:integer` and the types derived from it
    Integer(Integer),
    /// `xs:float`
    Float(f32),
    /// `xs:double`
    Double(f64),
    /// `xs:duration`
    Duration(Duration),
    /// `xs:dateTime`
    DateTime(DateTime),
    /// `xs:time`
    Time(Time),
    /// `xs:date`
    Date(Date),
    /// `xs:gYearMonth`
    GYearMonth(GYearMonth),
    /// `xs:gYear`
    GYear(GYear),
    /// `xs:gMonthDay`
    GMonthDay(GMonthDay),
    /// `xs:gDay`
    GDay(GDay),
    /// `xs:gMonth`
    GMonth(GMonth),
    /// `xs:hexBinary`
    HexBinary(HexBinary),
    /// `xs:base64Binary`
    Base64Binary(Base64Binary),
    /// `xs:QName` and `xs:NOTATION`
    QName(Box<QName>),
    /// A list of values.
    List(Vec<Value>),
}

impl Value {
    /// Reads a value of a built-in type from its text after white-space handling; `None` when it is outside the
    /// type's lexical space. For the built-in list types it is a list of strings.
    pub fn parse(builtin: Builtin, text: &str, prefixes: &dyn PrefixResolver) -> Option<Self> {
        match builtin.primitive() {
            Builtin::Boolean => parse_boolean(text).map(Self::Boolean),
            Builtin::Decimal if builtin == Builtin::Decimal => Decimal::parse_text(text).map(Self::Decimal),
            Builtin::Decimal if !builtin.accepts_integer(text) => None,
            Builtin::Decimal => Integer::parse_text(text).map(Self::Integer),
            Builtin::Float => parse_float(text).map(Self::Float),
            Builtin::Double => parse_double(text).map(Self::Double),
            Builtin::Duration => Duration::parse_text(text).map(Self::Duration),
            Builtin::DateTime => DateTime::parse_text(text).map(Self::DateTime),
            Builtin::Time => Time::parse_text(text).map(Self::Time),
            Builtin::Date => Date::parse_text(text).map(Self::Date),
            Builtin::GYearMonth => GYearMonth::parse_text(text).map(Self::GYearMonth),
            Builtin::GYear => GYear::parse_text(text).map(Self::GYear),
            Builtin::GMonthDay => GMonthDay::parse_text(text).map(Self::GMonthDay),
            Builtin::GDay => GDay::parse_text(text).map(Self::GDay),
            Builtin::GMonth => GMonth::parse_text(text).map(Self::GMonth),
            Builtin::HexBinary => HexBinary::parse_text(text).map(Self::HexBinary),
            Builtin::Base64Binary => Base64Binary::parse_text(text).map(Self::Base64Binary),
            Builtin::QName | Builtin::Notation => QName::parse(text, prefixes).map(|name| Self::QName(Box::new(name))),
            _ => Self::parse_text(builtin, text, prefixes),
        }
    }

    /// Strings, URIs and the lists of such.
    fn parse_text(builtin: Builtin, text: &str, prefixes: &dyn PrefixResolver) -> Option<Self> {
        match builtin.list_item() {
            Some(item) => items(text)
                .map(|text| Self::parse(item, text, prefixes))
                .collect::<Option<_>>()
                .map(Self::List),
            None => builtin.accepts(text, prefixes).then(|| Self::String(text.to_owned())),
        }
    }

    /// The number's parts, for the two kinds of numbers that are compared with each other.
    fn cross_compare(integer: &Integer, decimal: &Decimal) -> Ordering {
        let text = integer.to_string();
        NumberParts::parse(&text).unwrap_or_default().cmp(&decimal.parts())
    }
}

/// The items of a list.
pub(crate) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n', '\r']).filter(|item| !item.is_empty())
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::List(left), Self::List(right)) => left == right,
            // Not a number equals itself here (section 3.2.4).
            (Self::Float(left), Self::Float(right)) => left == right || (left.is_nan() && right.is_nan()),
            (Self::Double(left), Self::Double(right)) => left == right || (left.is_nan() && right.is_nan()),
            _ => self.partial_cmp(other) == Some(Ordering::Equal),
        }
    }
}

impl Eq for Value {}

impl PartialOrd for Value {
    /// The order of XML Schema; `None` for values without order, and for kinds that have none unless they are equal.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let equal_only = |equal: bool| equal.then_some(Ordering::Equal);
        match (self, other) {
            (Self::String(left), Self::String(right)) => equal_only(left == right),
            (Self::Boolean(left), Self::Boolean(right)) => equal_only(left == right),
            (Self::HexBinary(left), Self::HexBinary(right)) => equal_only(left == right),
            (Self::Base64Binary(left), Self::Base64Binary(right)) => equal_only(left == right),
            (Self::QName(left), Self::QName(right)) => equal_only(left == right),
            (Self::List(_), Self::List(_)) => equal_only(self == other),
            (Self::Decimal(left), Self::Decimal(right)) => Some(left.cmp(right)),
            (Self::Integer(left), Self::Integer(right)) => Some(left.cmp(right)),
            (Self::Integer(left), Self::Decimal(right)) => Some(Self::cross_compare(left, right)),
            (Self::Decimal(left), Self::Integer(right)) => Some(Self::cross_compare(right, left).reverse()),
            (Self::Float(left), Self::Float(right)) if left.is_nan() => equal_only(right.is_nan()),
            (Self::Float(left), Self::Float(right)) => left.partial_cmp(right),
            (Self::Double(left), Self::Double(right)) if left.is_nan() => equal_only(right.is_nan()),
            (Self::Double(left), Self::Double(right)) => left.partial_cmp(right),
            (Self::Duration(left), Self::Duration(right)) => left.partial_cmp(right),
            (Self::DateTime(left), Self::DateTime(right)) => left.partial_cmp(right),
            (Self::Time(left), Self::Time(right)) => left.partial_cmp(right),
            (Self::Date(left), Self::Date(right)) => left.partial_cmp(right),
            (Self::GYearMonth(left), Self::GYearMonth(right)) => left.partial_cmp(right),
            (Self::GYear(left), Self::GYear(right)) => left.partial_cmp(right),
            (Self::GMonthDay(left), Self::GMonthDay(right)) => left.partial_cmp(right),
            (Self::GDay(left), Self::GDay(right)) => left.partial_cmp(right),
            (Self::GMonth(left), Self::GMonth(right)) => left.partial_cmp(right),
            _ => None,
        }
    }
}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::String(value) => value.hash(state),
            Self::Boolean(value) => value.hash(state),
            Self::Decimal(value) => value.hash(state),
            // Equal to a decimal of the same number, so hashed in the same way.
            Self::Integer(value) => NumberParts::parse(&value.to_string()).unwrap_or_default().hash(state),
            Self::Float(value) => hash_float(f64::from(*value), state),
            Self::Double(value) => hash_float(*value, state),
            Self::Duration(value) => value.hash(state),
            Self::DateTime(value) => value.hash(state),
            Self::Time(value) => value.hash(state),
            Self::Date(value) => value.hash(state),
            Self::GYearMonth(value) => value.hash(state),
            Self::GYear(value) => value.hash(state),
            Self::GMonthDay(value) => value.hash(state),
            Self::GDay(value) => value.hash(state),
            Self::GMonth(value) => value.hash(state),
            Self::HexBinary(value) => value.hash(state),
            Self::Base64Binary(value) => value.hash(state),
            Self::QName(value) => value.hash(state),
            Self::List(values) => values.hash(state),
        }
    }
}

/// All values that are equal hash alike: both zeros, and every not-a-number.
fn hash_float<H: Hasher>(value: f64, state: &mut H) {
    let canonical = if value.is_nan() {
        f64::NAN
    } else if value == 0.0 {
        0.0
    } else {
        value
    };
    canonical.to_bits().hash(state);
}

/// Tells the kind and shape alone: values are personal data.
impl fmt::Debug for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(text) => write!(formatter, "String({} characters)", TextShape::of(text).characters),
            Self::Boolean(_) => formatter.write_str("Boolean(..)"),
            Self::Float(_) => formatter.write_str("Float(..)"),
            Self::Double(_) => formatter.write_str("Double(..)"),
            Self::Decimal(value) => value.fmt(formatter),
            Self::Integer(value) => value.fmt(formatter),
            Self::Duration(value) => value.fmt(formatter),
            Self::DateTime(value) => value.fmt(formatter),
            Self::Time(value) => value.fmt(formatter),
            Self::Date(value) => value.fmt(formatter),
            Self::GYearMonth(value) => value.fmt(formatter),
            Self::GYear(value) => value.fmt(formatter),
            Self::GMonthDay(value) => value.fmt(formatter),
            Self::GDay(value) => value.fmt(formatter),
            Self::GMonth(value) => value.fmt(formatter),
            Self::HexBinary(value) => value.fmt(formatter),
            Self::Base64Binary(value) => value.fmt(formatter),
            Self::QName(value) => value.fmt(formatter),
            Self::List(values) => write!(formatter, "List({} items)", values.len()),
        }
    }
}
