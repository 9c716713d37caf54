//! Elements with `xsi:nil`.

use super::{Content, Error, Reader, Writer};

/// The content of an element declared `nillable` (XML Schema part 1, section 2.6.2).
#[derive(Clone, PartialEq)]
pub enum Nillable<T> {
    /// The element says `xsi:nil="true"` and is empty.
    Nil,
    /// The element has content.
    Value(T),
}
