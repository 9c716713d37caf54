//! Elements with `xsi:nil`.

use super::{Content, Error, Reader, Writer};
use std::fmt;

/// The content of an element declared `nillable` (XML Schema part 1, section 2.6.2).
///
/// A nil element's attributes other than `xsi:nil` are checked and not kept. `Debug` shows no content.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Nillable<T> {
    /// The element says `xsi:nil="true"` and is empty.
    Nil,
    /// The element has content.
    Value(T),
}

impl<T> Nillable<T> {
    /// The content, if there is any.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Nil => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The content, if there is any.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Nil => None,
            Self::Value(value) => Some(value),
        }
    }
}

impl<T: Content> Content for Nillable<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        if reader.is_nil() {
            reader.nil()?;
            Ok(Self::Nil)
        } else {
            T::read(reader).map(Self::Value)
        }
    }

    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        match self {
            Self::Nil => writer.xsi_nil(),
            Self::Value(value) => value.write(writer),
        }
    }
}

impl<T> fmt::Debug for Nillable<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Nil => "Nil",
            Self::Value(_) => "Value(…)",
        })
    }
}
