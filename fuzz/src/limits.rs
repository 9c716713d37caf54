//! How much a target takes: what is larger only slows the search down.

/// Bytes of a document or list.
pub(crate) const DOCUMENT: usize = 64 << 10;
/// Bytes of a schema, of all its documents together.
pub(crate) const SCHEMA: usize = 64 << 10;
/// Bytes of an archive.
pub(crate) const ARCHIVE: usize = 256 << 10;

/// The bytes, unless there are too many of them.
pub(crate) fn at_most(bytes: &[u8], limit: usize) -> Option<&[u8]> {
    (bytes.len() <= limit).then_some(bytes)
}
