//! Which Rust type holds the values of a simple type.

use super::data::ValueType;
use xsozial_schema::{
    Schema,
    schema::{SimpleTypeId, Variety},
    value::Builtin,
};

/// Where a value stands: attachments are only streamed from elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The whole content of an element.
    Element,
    /// An attribute, or the text of a complex type.
    Text,
}

/// What the values of a simple type are made of, as far as code cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SimpleShape {
    /// One of the values of this type, which becomes an enum.
    Enumeration(SimpleTypeId),
    /// A list of values of this type.
    List(SimpleTypeId),
    /// A value of this built-in type.
    Value(Builtin),
}

/// The shape of a simple type.
pub(crate) fn shape(schema: &Schema, id: SimpleTypeId) -> SimpleShape {
    let simple_type = schema.simple_type(id);
    match &simple_type.variety {
        Variety::List(item) => SimpleShape::List(*item),
        Variety::Union(members) => union_shape(schema, members),
        Variety::Atomic => match simple_type.builtin.list_item() {
            Some(item) => SimpleShape::List(item.id()),
            None if is_truth_value(schema, id) => SimpleShape::Value(Builtin::Boolean),
            None if is_enumeration(schema, id) => SimpleShape::Enumeration(declaring_enumeration(schema, id)),
            None => SimpleShape::Value(simple_type.builtin),
        },
    }
}

/// A union is text, unless all its members are held by the same built-in type.
fn union_shape(schema: &Schema, members: &[SimpleTypeId]) -> SimpleShape {
    let mut shapes = members.iter().map(|&member| shape(schema, member));
    match shapes.next() {
        Some(SimpleShape::Value(first))
            if shapes.all(|other| matches!(other, SimpleShape::Value(other) if rust_name(other, Place::Text) == rust_name(first, Place::Text))) =>
        {
            SimpleShape::Value(first)
        }
        _ => SimpleShape::Value(Builtin::String),
    }
}

/// Whether a text is one of `true` and `false`, as converters from FIM write what is a truth value. Rust's `bool` reads and
/// writes exactly these two texts; `1` and `0` stay outside the enumeration, which the value check knows.
fn is_truth_value(schema: &Schema, id: SimpleTypeId) -> bool {
    let mut texts: Vec<&str> = schema
        .facets(id)
        .enumeration
        .iter()
        .map(|value| value.text.as_str())
        .collect();
    texts.sort_unstable();
    is_enumeration(schema, id) && texts == ["false", "true"]
}

fn is_enumeration(schema: &Schema, id: SimpleTypeId) -> bool {
    let simple_type = schema.simple_type(id);
    let is_text = matches!(simple_type.builtin.primitive(), Builtin::String | Builtin::AnyUri);
    is_text && !simple_type.facets.enumeration.is_empty()
}

/// The nearest type above that has the same values: a restriction that restricts nothing needs no enum of its own.
fn declaring_enumeration(schema: &Schema, id: SimpleTypeId) -> SimpleTypeId {
    let mut current = id;
    // A chain of derivations cannot be longer than there are types.
    for _ in 0..schema.simple_types.len() {
        let base = schema.simple_type(current).base;
        if base == current || !is_enumeration(schema, base) || !same_values(schema, current, base) {
            break;
        }
        current = base;
    }
    current
}

fn same_values(schema: &Schema, one: SimpleTypeId, other: SimpleTypeId) -> bool {
    let texts = |id: SimpleTypeId| schema.facets(id).enumeration.iter().map(|value| &value.text);
    texts(one).eq(texts(other))
}

/// The Rust type for values of a built-in type.
pub(crate) fn builtin_type(builtin: Builtin, place: Place) -> ValueType {
    match rust_name(builtin, place) {
        name @ ("Attachment" | "AnyElement") => ValueType::Xml(name),
        name @ ("String" | "bool" | "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "f32" | "f64") => {
            ValueType::Plain(name)
        }
        name => ValueType::Value(name),
    }
}

fn rust_name(builtin: Builtin, place: Place) -> &'static str {
    match builtin {
        Builtin::Boolean => "bool",
        Builtin::Decimal => "Decimal",
        Builtin::Float => "f32",
        Builtin::Double => "f64",
        Builtin::Duration => "Duration",
        Builtin::DateTime => "DateTime",
        Builtin::Time => "Time",
        Builtin::Date => "Date",
        Builtin::GYearMonth => "GYearMonth",
        Builtin::GYear => "GYear",
        Builtin::GMonthDay => "GMonthDay",
        Builtin::GDay => "GDay",
        Builtin::GMonth => "GMonth",
        Builtin::HexBinary => "HexBinary",
        Builtin::Base64Binary if place == Place::Element => "Attachment",
        Builtin::Base64Binary => "Base64Binary",
        Builtin::QName | Builtin::Notation => "QName",
        Builtin::Long => "i64",
        Builtin::Int => "i32",
        Builtin::Short => "i16",
        Builtin::Byte => "i8",
        Builtin::UnsignedLong => "u64",
        Builtin::UnsignedInt => "u32",
        Builtin::UnsignedShort => "u16",
        Builtin::UnsignedByte => "u8",
        Builtin::Integer
        | Builtin::NonPositiveInteger
        | Builtin::NegativeInteger
        | Builtin::NonNegativeInteger
        | Builtin::PositiveInteger => "Integer",
        // Everything else is text: the string family, anyURI, anySimpleType and lists inside unions.
        _ => "String",
    }
}
