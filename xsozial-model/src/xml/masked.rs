//! `Debug` without content, and with it on request.

use super::{ByteSink, Complex, WriteOptions, Writer};
use std::fmt;

/// A value whose `Debug` is its XML. The value's own `Debug` shows no content.
pub struct Unmasked<'a, T>(pub(crate) &'a T);

impl<T: Complex> fmt::Debug for Unmasked<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sink = ByteSink::in_memory(Some(2));
        let options = WriteOptions::default();
        let result = Writer::new(T::schema(), &mut sink, &options).fragment(T::TYPE, self.0);
        formatter.write_str(&String::from_utf8_lossy(&sink.into_bytes()))?;
        match result {
            Ok(()) => Ok(()),
            // What cannot be written is told, and what was written before it stands.
            Err(error) => write!(formatter, " … {error}"),
        }
    }
}

/// Implements `Debug` for a generated type: its name and the lengths of these fields, which are vectors. Never content.
///
/// ```
/// struct Antrag { name: String, kinder: Vec<u8> }
/// xsozial_model::masked_debug!(Antrag, kinder);
/// let antrag = Antrag { name: "geheim".to_owned(), kinder: vec![1, 2] };
/// assert_eq!(format!("{antrag:?}"), "Antrag { kinder: 2, .. }");
/// # let _ = antrag.name;
/// ```
#[macro_export]
macro_rules! masked_debug {
    ($type:ident $(, $field:ident)* $(,)?) => {
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter
                    .debug_struct(::core::stringify!($type))
                    $(.field(::core::stringify!($field), &self.$field.len()))*
                    .finish_non_exhaustive()
            }
        }
    };
}
