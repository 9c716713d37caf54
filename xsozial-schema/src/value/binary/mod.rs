//! Binary content (part 2, sections 3.2.15 and 3.2.16).

mod base64;
mod base64_decoder;
mod hex;

pub use base64::Base64Binary;
pub use base64_decoder::Base64Decoder;
pub use hex::HexBinary;

pub(crate) use base64::base64_octets;
pub(crate) use hex::hex_octets;

/// Implements what both binary types share: access to the bytes, conversion from them, shape, serde as text.
macro_rules! binary_value {
    ($type:ident) => {
        impl $type {
            /// The bytes.
            pub fn as_bytes(&self) -> &[u8] {
                &self.0
            }

            /// The bytes, moved out.
            pub fn into_bytes(self) -> Vec<u8> {
                self.0
            }
        }

        impl From<Vec<u8>> for $type {
            fn from(bytes: Vec<u8>) -> Self {
                Self(bytes)
            }
        }

        impl AsRef<[u8]> for $type {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "{}({} bytes)", stringify!($type), self.0.len())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::value::LexicalError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse_text(text).ok_or($crate::value::LexicalError::new($crate::value::Builtin::$type))
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

use binary_value;
