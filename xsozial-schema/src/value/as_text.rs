//! What all value types share that are read from and written as text.

use serde::{Deserializer, de};
use std::{
    fmt::{self, Display, Write},
    marker::PhantomData,
    str::FromStr,
};

/// Implements `FromStr`, `Debug` without content, and serde as text for a type that has `parse_text` and `Display`.
macro_rules! value_as_text {
    ($type:ident) => {
        impl std::str::FromStr for $type {
            type Err = $crate::value::LexicalError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse_text(text).ok_or($crate::value::LexicalError::new($crate::value::Builtin::$type))
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::value::as_text::write_shape(stringify!($type), self, formatter)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::value::as_text::deserialize(deserializer)
            }
        }
    };
}

pub(super) use value_as_text;

/// Counts characters instead of keeping them.
struct CharacterCount(usize);

impl Write for CharacterCount {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

/// Writes a value as its type and length: values are personal data and must not reach a log.
pub(super) fn write_shape(type_name: &str, value: &dyn Display, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut count = CharacterCount(0);
    write!(count, "{value}")?;
    write!(formatter, "{type_name}({} characters)", count.0)
}

struct TextVisitor<T>(PhantomData<T>);

impl<T> de::Visitor<'_> for TextVisitor<T>
where
    T: FromStr,
    T::Err: Display,
{
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value as text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Reads a value from its text.
pub(super) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr,
    T::Err: Display,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor(PhantomData))
}
