//! `schema.bin`: the compiled schema as bytes.

use super::{Schema, SchemaData};

/// First bytes of every `schema.bin`; the last one is the version of the layout.
const MAGIC: &[u8; 8] = b"xsozial\x04";

/// Why a `schema.bin` could not be decoded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The bytes are no compiled schema, or one of another version of xsozial.
    #[error("these bytes are no compiled schema of this version of xsozial; generate it again")]
    WrongVersion,
    /// The bytes begin as they should and are damaged further on.
    #[error("the compiled schema is damaged; generate it again")]
    Damaged(#[source] postcard::Error),
}

impl Schema {
    /// The schema as bytes, for [`Schema::from_bytes`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, LoadError> {
        let data: &SchemaData = self;
        postcard::to_extend(data, MAGIC.to_vec()).map_err(LoadError::Damaged)
    }

    /// Whether bytes begin as those of [`Schema::to_bytes`] do, in this layout or another.
    pub fn is_stored(bytes: &[u8]) -> bool {
        bytes.starts_with(&MAGIC[..MAGIC.len() - 1])
    }

    /// Decodes what [`Schema::to_bytes`] made. It takes a few milliseconds at most and needs no schema documents.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        let data = bytes.strip_prefix(MAGIC).ok_or(LoadError::WrongVersion)?;
        let data: SchemaData = postcard::from_bytes(data).map_err(LoadError::Damaged)?;
        Ok(Self::new(data))
    }
}
