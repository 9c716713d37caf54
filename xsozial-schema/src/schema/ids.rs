//! Typed indices into the tables of a schema.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$doc:meta])+ $name:ident),* $(,)?) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u32);

        impl $name {
            /// The component with this index.
            pub const fn new(index: u32) -> Self {
                Self(index)
            }

            /// The index, for use in tables.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

id! {
    /// Index of an element declaration, global or local.
    ElementId,
    /// Index of a complex type, named or anonymous.
    ComplexTypeId,
    /// Index of a simple type, built-in, named or anonymous. The built-in types come first, see
    /// [`Builtin`](crate::value::Builtin).
    SimpleTypeId,
    /// Index of a global attribute declaration.
    AttributeId,
    /// Index of a wildcard (`xs:any` or `xs:anyAttribute`).
    WildcardId,
    /// Index of an identity constraint.
    IdentityId,
    /// Index of one derivation step's patterns.
    PatternId,
    /// Index of a schema document.
    DocumentId,
}

/// A type: simple or complex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TypeRef {
    /// A simple type.
    Simple(SimpleTypeId),
    /// A complex type.
    Complex(ComplexTypeId),
}
