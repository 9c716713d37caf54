//! Elements with `xsi:nil`.

use super::{AnyAttribute, Content, Error, Reader, Writer};
use std::fmt;
use xsozial_schema::value::QName;

/// The content of an element declared `nillable` (XML Schema part 1, section 2.6.2).
///
/// `Debug` shows no content.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Nillable<T> {
    /// The element says `xsi:nil="true"` and is empty.
    Nil(Nil),
    /// The element has content.
    Value(T),
}

/// What a nil element still has: its attributes. `Debug` shows no content.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "camelCase")
)]
pub struct Nil {
    /// The derived type that the document names by `xsi:type`.
    pub xsi_type: Option<QName>,
    /// The attributes that its type allows, as text.
    pub attributes: Vec<AnyAttribute>,
}

impl<T> Nillable<T> {
    /// A nil element without attributes.
    pub fn nil() -> Self {
        Self::Nil(Nil::default())
    }

    /// The content, if there is any.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Nil(_) => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The content, if there is any.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Nil(_) => None,
            Self::Value(value) => Some(value),
        }
    }
}

impl<T: Content> Content for Nillable<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        if reader.is_nil() {
            reader.nil().map(Self::Nil)
        } else {
            T::read(reader).map(Self::Value)
        }
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        match self {
            Self::Nil(nil) => writer.nil(nil),
            Self::Value(value) => value.write(writer),
        }
    }
}

impl<T> fmt::Debug for Nillable<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Nil(_) => "Nil(…)",
            Self::Value(_) => "Value(…)",
        })
    }
}

impl fmt::Debug for Nil {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Nil")
            .field("attributes", &self.attributes.len())
            .finish_non_exhaustive()
    }
}
