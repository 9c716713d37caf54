//! How large a delivery of schema documents may be. The largest real ones are far below.

/// Files and folders visited in the search beside a document; what lies further is not found.
pub(super) const SIBLING_ENTRIES: usize = 20_000;
/// Schema documents of one set.
pub(super) const DOCUMENTS: usize = 20_000;
/// Bytes of a DOCTYPE declaration.
pub(super) const SUBSET_BYTES: usize = 256 << 10;
/// Bytes that all entity references of one document may add to it.
pub(super) const ENTITY_BYTES: usize = 1 << 20;
/// Entities within entities.
pub(super) const ENTITY_DEPTH: usize = 16;
/// Catalogs reached from the catalogs that were given.
pub(super) const CATALOGS: usize = 256;
