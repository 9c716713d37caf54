//! Why a text is no value of a type.

use super::Builtin;

/// The text is outside the lexical space of the type. The text itself is not kept: it may be personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the text does not have the form of xs:{}", .builtin.name())]
pub struct LexicalError {
    builtin: Builtin,
}

impl LexicalError {
    pub(crate) const fn new(builtin: Builtin) -> Self {
        Self { builtin }
    }

    /// The type whose lexical space the text is outside of.
    pub const fn builtin(self) -> Builtin {
        self.builtin
    }
}

/// The number is outside the range of the Rust type, or has a fraction where the Rust type has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the number does not fit into the smaller number type")]
pub struct RangeError;
