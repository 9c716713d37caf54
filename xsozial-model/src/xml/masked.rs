//! `Debug` without content, and with it on request.

/// A value whose `Debug` is its XML. The value's own `Debug` shows no content.
pub struct Unmasked<'a, T>(pub(crate) &'a T);
