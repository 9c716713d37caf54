//! Values of simple types, as generated code names them.

use super::{Content, Error, Reader, Writer};
use compact_str::CompactString;
use xsozial_schema::{
    facet::Checked,
    value::{
        self, Base64Binary, Date, DateTime, Decimal, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, HexBinary,
        Integer, PrefixResolver, QName, Time,
    },
};

/// A value of a simple type: text in the document.
///
/// Implemented for the value types of the kernel, for the numbers and text of Rust, for [`List`](super::List) and for
/// every [`Enumerated`] type.
pub trait Simple: Sized {
    /// The value of a text that the schema's value check has accepted. `None` is an error of generated code: the type
    /// does not fit the schema.
    fn from_checked(checked: &Checked<'_>, prefixes: &dyn PrefixResolver) -> Option<Self>;

    /// Appends the value's text.
    fn write_text(&self, out: &mut String);

    /// The value's text where it is at hand.
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// The value as a qualified name, whose prefix the writer must declare.
    fn as_qname(&self) -> Option<&QName> {
        None
    }
}

/// An enumeration of a schema.
pub trait Enumerated: Sized + Copy + PartialEq + 'static {
    /// The texts and their values, in the order of the schema's enumeration facet.
    const VALUES: &'static [(&'static str, Self)];

    /// The text of this value.
    fn text(self) -> &'static str {
        Self::VALUES
            .iter()
            .find(|(_, value)| *value == self)
            .map_or("", |(text, _)| text)
    }
}

macro_rules! simple {
    ($($type:ty),*) => {$(
        impl Simple for $type {
            fn from_checked(checked: &Checked<'_>, prefixes: &dyn PrefixResolver) -> Option<Self> {
                <Self as value::Simple>::parse(&checked.text, prefixes)
            }

            fn write_text(&self, out: &mut String) {
                value::Simple::write(self, out);
            }
        }
    )*};
}

simple!(bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, Decimal, Integer);
simple!(
    Duration,
    DateTime,
    Time,
    Date,
    GYearMonth,
    GYear,
    GMonthDay,
    GDay,
    GMonth,
    HexBinary,
    Base64Binary
);

impl Simple for String {
    fn from_checked(checked: &Checked<'_>, _prefixes: &dyn PrefixResolver) -> Option<Self> {
        Some((*checked.text).to_owned())
    }

    fn write_text(&self, out: &mut String) {
        out.push_str(self);
    }

    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Simple for CompactString {
    fn from_checked(checked: &Checked<'_>, _prefixes: &dyn PrefixResolver) -> Option<Self> {
        Some(Self::new(&checked.text))
    }

    fn write_text(&self, out: &mut String) {
        out.push_str(self);
    }

    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Simple for QName {
    fn from_checked(checked: &Checked<'_>, prefixes: &dyn PrefixResolver) -> Option<Self> {
        Self::parse(&checked.text, prefixes)
    }

    fn write_text(&self, out: &mut String) {
        value::Simple::write(self, out);
    }

    fn as_qname(&self) -> Option<&QName> {
        Some(self)
    }
}

impl<E: Enumerated> Simple for E {
    fn from_checked(checked: &Checked<'_>, _prefixes: &dyn PrefixResolver) -> Option<Self> {
        // The index is that of the member type of a union: it counts only where the text agrees.
        let by_index = checked.enumeration.and_then(|index| Self::VALUES.get(index as usize));
        match by_index {
            Some((text, value)) if *text == checked.text => Some(*value),
            _ => Self::VALUES
                .iter()
                .find(|(text, _)| *text == checked.text)
                .or(by_index)
                .map(|(_, value)| *value),
        }
    }

    fn write_text(&self, out: &mut String) {
        out.push_str(self.text());
    }

    fn as_text(&self) -> Option<&str> {
        Some(self.text())
    }
}

impl<T: Simple> Content for T {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        reader.simple()
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        writer.text(self)
    }
}
